#pragma once

#include "timeranges.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace tapeline {

class DeskDatabase;

/// A recording that was played once.
struct KnownRecording
{
    QString file; ///< absolute path
    TimeRange time; ///< of its events, by the market's clock
    QStringList symbols {}; ///< that had events as far as it was played

    friend bool operator==(const KnownRecording &, const KnownRecording &) = default;
};

/// Which recordings hold what, as desk.db remembers it: where a trade can be looked at again as it
/// was. Files that have gone since are left out.
class RecordingBook
{
public:
    static constexpr std::size_t mostRemembered = 200; ///< the newest played

    /// database must outlive the book and be open.
    explicit RecordingBook(DeskDatabase &database);

    /// Remembers it, or what more is known of it: symbols are added while its time is the same.
    void note(const KnownRecording &recording);
    /// The one played last of those that hold this symbol at this time.
    std::optional<KnownRecording> covering(const QString &symbol, Timestamp at) const;

private:
    void save() const;

    DeskDatabase &m_database;
    std::vector<KnownRecording> m_recordings; ///< newest played first
};

} // namespace tapeline
