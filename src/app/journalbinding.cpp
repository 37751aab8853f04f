#include "journalbinding.h"

#include "backupdialog.h"
#include "commandregistry.h"
#include "dashboardpage.h"
#include "deskreplay.h"
#include "desksession.h"
#include "easterntime.h"
#include "exportdialog.h"
#include "importdialog.h"
#include "journalpanel.h"
#include "journalselection.h"
#include "mainwindow.h"
#include "marketdispatcher.h"
#include "panelregistry.h"
#include "tradepictures.h"

#include <QDesktopServices>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isOnlyTrades(const JournalUpdate &update)
{
    return !update.trades && update.gone.empty() && update.noted.empty() && update.dayNoted.empty()
        && !update.trouble && !update.isCatchingUp;
}

} // namespace

JournalBinding::JournalBinding(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_queue([this] {
        QMetaObject::invokeMethod(this, &JournalBinding::takeUpdates, Qt::QueuedConnection);
    })
    , m_keeper(m_queue, m_wall)
    , m_restore(parts.file)
{
    connect(&parts.session, &DeskSession::journalOpened, &m_keeper, &JournalKeeper::open);
    connect(&parts.session, &DeskSession::journalGrew, &m_keeper, &JournalKeeper::refresh,
            Qt::DirectConnection);
}

JournalBinding::~JournalBinding() = default;

void JournalBinding::takeUpdates()
{
    std::vector<JournalUpdate> updates = m_queue.take();
    for (std::size_t i = 0; i < updates.size(); ++i) {
        if (i + 1 < updates.size() && isOnlyTrades(updates[i]) && isOnlyTrades(updates[i + 1])) {
            // Many at once while trades are formed anew: shown together
            std::vector<TradeRecord> &later = updates[i + 1].changed;
            later.insert(later.begin(), updates[i].changed.begin(), updates[i].changed.end());
            continue;
        }
        apply(updates[i]);
    }
}

void JournalBinding::apply(const JournalUpdate &update)
{
    if (m_pictures)
        for (const TradeRecord &trade : update.changed)
            m_pictures->take(trade, m_journal.trade(trade.key));
    m_journal.apply(update);
}

// --- the window ---------------------------------------------------------------------------------

void JournalBinding::registerPanels(PanelRegistry &panels)
{
    panels.add({ u"journal"_s, [] { return JournalPanel::tr("Journal"); }, u"journal"_s,
                 [this](const PanelContext &context) { return makePanel(context); } });
}

void JournalBinding::addTo(MainWindow &window, DeskReplay &replay)
{
    m_window = &window;
    m_replay = &replay;
    m_pictures = std::make_unique<TradePictures>(
        TradePictures::Parts { *this, *this, window, m_parts.dispatcher });
    CommandRegistry &commands = window.commands();
    const auto add
        = [&commands](const QString &id, std::function<QString()> text, std::function<void()> run) {
              commands.add({ id, std::move(text), CommandCategory::File, {}, {}, std::move(run) });
          };
    add(
        u"journal.import"_s, [] { return tr("Import fills…"); }, [this] { openImport(); });
    add(
        u"journal.export"_s, [] { return tr("Export journal…"); }, [this] { openExport(nullptr); });
    add(
        u"journal.backup"_s, [] { return tr("Back up or restore journal…"); },
        [this] { openBackup(); });
}

Panel *JournalBinding::makePanel(const PanelContext &context)
{
    auto *panel = new JournalPanel(context, m_journal, *this, m_parts.trading);
    addDashboards(*panel, context);
    panel->addTool(
        u"import"_s, [] { return tr("Import…"); }, [this] { openImport(); });
    panel->addTool(
        u"export"_s, [] { return tr("Export…"); }, [this, panel] { openExport(panel); });
    panel->addTool(
        u"backup"_s, [] { return tr("Backup…"); }, [this] { openBackup(); });
    panel->setReplayCheck([this](const TradeRecord &trade) { return whyNoReplay(trade); });
    connect(panel, &JournalPanel::replayRequested, this, &JournalBinding::replay);
    connect(panel, &JournalPanel::linkRequested, this, &QDesktopServices::openUrl);
    connect(&m_parts.dispatcher, &MarketDispatcher::statusChanged, panel,
            [panel](const SessionStatus &status) { panel->setMarketTime(status.marketTime); });
    panel->setMarketTime(m_parts.dispatcher.status().marketTime);
    return panel;
}

void JournalBinding::addDashboards(JournalPanel &panel, const PanelContext &context)
{
    JournalSelection &selection = panel.selection();
    auto *dashboards = new DashboardPage(selection, context.theme);
    connect(dashboards, &DashboardPage::tradeChosen, &panel, &JournalPanel::openTrade);
    connect(dashboards, &DashboardPage::filterWanted, &selection, &JournalSelection::setFilter);
    connect(dashboards, &DashboardPage::stateChanged, &panel, &Panel::stateChanged);
    panel.addPage(u"dashboards"_s, [] { return tr("Dashboards"); }, dashboards,
                  { [dashboards] { return dashboards->saveState(); },
                    [dashboards](const QJsonObject &state) { dashboards->restoreState(state); } });
}

// --- looking at a trade again -------------------------------------------------------------------

QString JournalBinding::whyNoReplay(const TradeRecord &trade) const
{
    if (m_replay && m_replay->holds(trade.symbol, trade.openedAt))
        return {};
    return tr("No recording that was opened here holds %1 at that time.").arg(trade.symbol);
}

void JournalBinding::replay(const TradeKey &key)
{
    const TradeRecord *trade = m_journal.trade(key);
    if (!trade || !m_replay)
        return;
    if (m_replay->openAt(trade->symbol, trade->openedAt))
        m_window->showPanel(u"chart"_s);
    else
        m_window->showNotice(whyNoReplay(*trade));
}

// --- in and out ---------------------------------------------------------------------------------

void JournalBinding::openImport()
{
    if (!m_import)
        m_import = new ImportDialog({ m_window->theme(), m_parts.settings, *this, m_files,
                                      [this] { return m_wall.utc(); } },
                                    m_window);
    m_import->openImport();
}

/// Of what a panel looks at; else of everything.
void JournalBinding::openExport(JournalPanel *panel)
{
    if (!m_export)
        m_export = new ExportDialog({ m_window->theme(), m_journal, m_files,
                                      [this] { return easterntime::date(m_wall.utc()); } },
                                    m_window);
    if (!panel)
        return m_export->openExport();
    const JournalSelection &selection = panel->selection();
    const auto [from, to] = selection.filter().days(selection.today());
    m_export->openExport(selection.filter().account, from, to);
}

void JournalBinding::openBackup()
{
    if (!m_backup)
        m_backup = new BackupDialog({ m_window->theme(), *this, m_restore, m_files,
                                      [this] { return easterntime::date(m_wall.utc()); } },
                                    m_window);
    m_backup->openBackup();
}

// --- to the journal's thread --------------------------------------------------------------------

void JournalBinding::edit(const NoteEdit &edit, QObject *context, const Answer<void> &answer)
{
    m_keeper.edit(edit, context, answer);
}

void JournalBinding::keepPicture(const TradeKey &trade, bool isExit, const QByteArray &png)
{
    m_keeper.keepPicture(trade, isExit, png);
}

void JournalBinding::load(const TradeKey &trade, QObject *context,
                          const Answer<TradeDetail> &answer)
{
    m_keeper.load(trade, context, answer);
}

void JournalBinding::loadAttachment(qint64 number, QObject *context,
                                    const Answer<QByteArray> &answer)
{
    m_keeper.loadAttachment(number, context, answer);
}

void JournalBinding::search(const QString &words, QObject *context,
                            const Answer<std::vector<NoteSubject>> &answer)
{
    m_keeper.search(words, context, answer);
}

void JournalBinding::loadEquity(const QString &account, QObject *context,
                                const Answer<std::vector<EquityPoint>> &answer)
{
    m_keeper.loadEquity(account, context, answer);
}

void JournalBinding::importFills(const QString &name, const std::vector<ImportedFill> &fills,
                                 bool isTrial, QObject *context,
                                 const Answer<ImportOutcome> &answer)
{
    m_keeper.importFills(name, fills, isTrial, context, answer);
}

void JournalBinding::backUp(const QString &file, QObject *context, const Answer<void> &answer)
{
    m_keeper.backUp(file, context, answer);
}

void JournalBinding::loadBars(const QString &symbol, Timeframe timeframe, Timestamp from,
                              Timestamp to, QObject *context, const BarsAnswer &answer)
{
    m_parts.session.loadBars(symbol, timeframe, { from, to }, context, answer);
}

} // namespace tapeline
