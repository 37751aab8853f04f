#pragma once

#include "fileprompt.h"
#include "marketsnapshot.h"
#include "recordingbook.h"
#include "replaybar.h"
#include "symbolcatalog.h"

#include <QObject>
#include <QSet>

#include <memory>
#include <optional>

namespace tapeline {

class DeskSession;
class MainWindow;
class MarketDispatcher;
struct SessionStatus;

/// Recordings on the desk: opens one as the source, drives it by the window's replay bar, offers
/// its symbols, and remembers what it holds.
class DeskReplay : public QObject
{
    Q_OBJECT

public:
    /// What it connects; all of it outlives the replay.
    struct Parts
    {
        DeskSession &session;
        MarketDispatcher &dispatcher;
        MainWindow &window;
        DeskDatabase &database;
    };

    explicit DeskReplay(const Parts &parts, QObject *parent = nullptr);
    ~DeskReplay() override;

    bool isOpen() const { return m_open != nullptr; }
    /// Plays a file; symbol: the one that is shown first, or that of the first event. at: where it
    /// goes on from, or its beginning.
    void open(const QString &file, double speed, const QString &symbol = {}, Timestamp at = {});
    /// Another source was chosen.
    void close();
    /// The recording that is open, or one that was played before and is still there, holds this
    /// symbol at this time.
    bool holds(const QString &symbol, Timestamp at) const;
    /// Plays it from shortly before, the one that is open rather than another; false where none
    /// holds it.
    bool openAt(const QString &symbol, Timestamp at);
    void takeStatus(const SessionStatus &status);
    /// To open a file, and to leave it. Once.
    void addCommands();

signals:
    /// The first symbol of a recording is to be shown.
    void symbolWanted(const QString &symbol);
    void closed();
    /// The user wants the source back that there was without it.
    void leaveRequested();

private:
    struct Open;

    void askForFile();
    void show();
    void onProgress(qint64 marketNs, qint64 firstNs, qint64 lastNs);
    void takeSnapshots(const std::vector<InstrumentSnapshot> &snapshots);
    bool isInOpenOne(const QString &symbol, Timestamp at) const;
    void remember();

    const Parts m_parts;
    FilePrompt m_files;
    RecordingBook m_book;
    std::unique_ptr<Open> m_open; ///< while a recording is the source
};

} // namespace tapeline
