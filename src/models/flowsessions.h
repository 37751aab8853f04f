#pragma once

#include "flowseries.h"
#include "volumeprofile.h"

#include <QDate>

namespace tapeline {

/// The volume profiles of a chart's days, from the bars whose trades are known. Worked out when
/// asked: between two questions only what has changed is counted anew.
class FlowSessions : public QObject
{
    Q_OBJECT

public:
    using Key = FlowSeries::Key;

    /// The levels of a day as they stood at the end of a bar.
    struct Levels
    {
        Key key = 0;
        Price poc;
        Price val; ///< bottom of its row, as that of the others
        Price vah;

        friend bool operator==(const Levels &, const Levels &) = default;
    };
    /// One Eastern date, all its hours.
    struct Session
    {
        QDate day;
        Key first = 0; ///< of the bars that are known
        Key last = 0;
        VolumeProfile profile;
        std::vector<Levels> developing; ///< by bar; empty unless wanted

        std::optional<ProfileLevels> levels() const { return profile.levels(); }
    };
    /// The point of control of an earlier day that no bar has touched since.
    struct NakedPoc
    {
        QDate day;
        Key last = 0; ///< the day's last bar
        Price price; ///< bottom of its row
        bool isPartial = false; ///< of a part of its day's regular hours

        friend bool operator==(const NakedPoc &, const NakedPoc &) = default;
    };
    struct Composite
    {
        VolumeProfile profile;
        int sessions = 0; ///< that are in it
        Key first = 0;
    };

    /// flow must outlive it.
    explicit FlowSessions(const FlowSeries &flow, QObject *parent = nullptr);

    /// Whether levels are kept bar by bar.
    void setDeveloping(bool wanted);

    /// Oldest first.
    const std::vector<Session> &sessions();
    /// Oldest first.
    const std::vector<NakedPoc> &nakedPocs();
    /// The newest sessions added up, at most so many; nothing without any.
    std::optional<Composite> composite(int sessions);

private:
    void refresh();
    Key reopen(Key from);
    void add(const FlowBar &bar);
    bool isTouched(Price row, Key from) const;
    bool isPartial(QDate day) const;

    const FlowSeries &m_flow;
    bool m_developing = false;
    std::vector<Session> m_sessions;
    FlowRows m_lastRows; ///< of the newest bar that is counted
    std::optional<Key> m_changedFrom; ///< what is before it is counted
    std::optional<std::vector<NakedPoc>> m_naked;
};

} // namespace tapeline
