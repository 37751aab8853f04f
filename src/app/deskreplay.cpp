#include "deskreplay.h"

#include "commandregistry.h"
#include "desksession.h"
#include "mainwindow.h"
#include "marketdispatcher.h"

#include <QAction>
#include <QFileInfo>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Duration leadIn = std::chrono::seconds(30); ///< to see what led to a decision

} // namespace

struct DeskReplay::Open
{
    QString file;
    QString firstSymbol; ///< empty: that of the first event
    Timestamp goOnFrom {}; ///< until it was wound there; epoch: nowhere
    ReplayState state;
    QString trouble; ///< why it cannot be played, as the window was told
    QList<KnownSymbol> symbols; ///< that had events so far
    QSet<QString> known; ///< the same
};

DeskReplay::DeskReplay(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_book(parts.database)
{
    DeskSession &session = parts.session;
    connect(&parts.dispatcher, &MarketDispatcher::snapshotsChanged, this,
            &DeskReplay::takeSnapshots);
    connect(&session, &DeskSession::replayProgressed, this, &DeskReplay::onProgress);
    // What the feed's thread says of a replay may arrive after its end
    connect(&session, &DeskSession::replayFinished, this, [this] {
        if (m_open)
            m_open->state.playing = false;
        show();
    });
    connect(&parts.window, &MainWindow::playRequested, this, [this, &session](bool play) {
        session.setPlaying(play);
        if (m_open)
            m_open->state.playing = play;
        show();
    });
    connect(&parts.window, &MainWindow::seekRequested, &session, &DeskSession::seekReplay);
    connect(&parts.window, &MainWindow::speedRequested, this, [this, &session](double speed) {
        session.setSpeed(speed);
        if (m_open)
            m_open->state.speed = speed;
        show();
    });
}

DeskReplay::~DeskReplay()
{
    remember();
}

void DeskReplay::open(const QString &file, double speed, const QString &symbol, Timestamp at)
{
    remember();
    m_open = std::make_unique<Open>();
    m_open->file = QFileInfo(file).absoluteFilePath();
    m_open->firstSymbol = symbol;
    m_open->goOnFrom = at;
    m_open->state.fileName = QFileInfo(file).fileName();
    m_open->state.speed = speed;
    show();
    m_parts.session.openReplay(file, speed);
}

bool DeskReplay::holds(const QString &symbol, Timestamp at) const
{
    return isInOpenOne(symbol, at) || m_book.covering(symbol, at);
}

bool DeskReplay::isInOpenOne(const QString &symbol, Timestamp at) const
{
    return m_open && m_open->known.contains(symbol) && at >= m_open->state.from
        && at <= m_open->state.to;
}

bool DeskReplay::openAt(const QString &symbol, Timestamp at)
{
    if (isInOpenOne(symbol, at)) {
        emit symbolWanted(symbol);
        m_parts.session.seekReplay(std::max(m_open->state.from, at - leadIn));
        return true;
    }
    const std::optional<KnownRecording> recording = m_book.covering(symbol, at);
    if (!recording)
        return false;
    open(recording->file, 1, symbol, std::max(recording->time.from, at - leadIn));
    return true;
}

void DeskReplay::close()
{
    if (!m_open)
        return;
    remember();
    if (!m_open->trouble.isEmpty())
        m_parts.window.showNotice({});
    m_open.reset();
    show();
    emit closed();
}

void DeskReplay::addCommands()
{
    CommandRegistry &commands = m_parts.window.commands();
    commands.add({ u"replay.open"_s,
                   [] { return tr("Open recording…"); },
                   CommandCategory::Market,
                   {},
                   {},
                   [this] { askForFile(); } });
    commands.add({ u"replay.leave"_s,
                   [] { return tr("Leave the recording"); },
                   CommandCategory::Market,
                   {},
                   {},
                   [this] {
                       if (m_open)
                           emit leaveRequested();
                   } });
}

void DeskReplay::askForFile()
{
    m_files.askOpen(&m_parts.window, tr("Open recording"),
                    tr("Recordings (*.jsonl *.jsonl.gz *.jsonl.zst);;All files (*)"),
                    [this](const QString &path) { open(path, 1); });
}

void DeskReplay::show()
{
    if (QAction *leave = m_parts.window.commands().action(u"replay.leave"_s))
        leave->setEnabled(isOpen());
    m_parts.window.setReplay(m_open ? std::optional(m_open->state) : std::nullopt);
}

void DeskReplay::takeStatus(const SessionStatus &status)
{
    if (m_open && status.source == DataSource::Replay && status.stream == StreamState::Refused
        && std::exchange(m_open->trouble, status.detail) != status.detail)
        m_parts.window.showNotice(status.detail);
}

/// A recording opens with the first symbol it holds; the search knows all of them.
void DeskReplay::takeSnapshots(const std::vector<InstrumentSnapshot> &snapshots)
{
    if (!m_open || m_open->state.to == Timestamp())
        return; // of the source before it
    const qsizetype before = m_open->symbols.size();
    for (const InstrumentSnapshot &snapshot : snapshots) {
        if (snapshot.time == Timestamp {} || m_open->known.contains(snapshot.symbol))
            continue;
        m_open->known.insert(snapshot.symbol);
        m_open->symbols.append({ snapshot.symbol, {} });
    }
    if (m_open->symbols.size() == before)
        return;
    m_parts.window.symbols().setSymbols(m_open->symbols);
    if (before == 0)
        emit symbolWanted(m_open->firstSymbol.isEmpty() ? m_open->symbols.front().symbol
                                                        : m_open->firstSymbol);
}

void DeskReplay::onProgress(qint64 marketNs, qint64 firstNs, qint64 lastNs)
{
    if (!m_open)
        return;
    m_open->state.at = fromNs(marketNs);
    m_open->state.from = fromNs(firstNs);
    m_open->state.to = fromNs(lastNs);
    if (m_open->goOnFrom != Timestamp())
        m_parts.session.seekReplay(std::exchange(m_open->goOnFrom, Timestamp()));
    show();
}

void DeskReplay::remember()
{
    if (!m_open || m_open->state.to == Timestamp() || m_open->known.isEmpty())
        return;
    m_book.note({ m_open->file,
                  { m_open->state.from, m_open->state.to + Duration(1) },
                  m_open->known.values() });
}

} // namespace tapeline
