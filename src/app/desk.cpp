#include "desk.h"

#include "accountpanel.h"
#include "alertbinding.h"
#include "analysisbinding.h"
#include "alertsound.h"
#include "bookbinding.h"
#include "bookmodel.h"
#include "bookpanel.h"
#include "calendarpanel.h"
#include "chartbinding.h"
#include "companybinding.h"
#include "companypanel.h"
#include "chartpanel.h"
#include "chartseries.h"
#include "flowbinding.h"
#include "flowpanel.h"
#include "flowseries.h"
#include "connectiondesk.h"
#include "connectionpanel.h"
#include "databinding.h"
#include "deskreplay.h"
#include "deskworkspacestore.h"
#include "drawingdesk.h"
#include "fillspanel.h"
#include "journalbinding.h"
#include "journalrestore.h"
#include "language.h"
#include "linkgroups.h"
#include "localapidesk.h"
#include "mainwindow.h"
#include "newspanel.h"
#include "optionsbinding.h"
#include "optionflowbinding.h"
#include "optionflowmodel.h"
#include "optionflowpanel.h"
#include "orderspanel.h"
#include "portfoliobinding.h"
#include "positionspanel.h"
#include "serviceenvironment.h"
#include "settingsdialog.h"
#include "questionbox.h"
#include "symbolcatalog.h"
#include "takelock.h"
#include "strategybinding.h"
#include "tapebinding.h"
#include "tapemodel.h"
#include "tapepanel.h"
#include "ticketpanel.h"
#include "tradebinding.h"
#include "tradecommands.h"
#include "tradenews.h"
#include "tradingpage.h"
#include "watchlistbinding.h"
#include "watchlistmodel.h"
#include "unusualmodel.h"
#include "watchlistpanel.h"
#include "workspace.h"
#include "workspacearea.h"

#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QLocale>
#include <QLoggingCategory>

#include <algorithm>
#include <limits>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcDesk, "tapeline.desk")

const QString firstSymbol = u"SPY"_s;
constexpr LinkColor firstLink = linkColors.front();

QString nameOf(DataSource source)
{
    switch (source) {
    case DataSource::Live:
        return u"the service"_s;
    case DataSource::Simulated:
        return u"the simulated market"_s;
    case DataSource::Replay:
        return u"the recording"_s;
    }
    Q_UNREACHABLE();
}

/// Ends what a panel draws from with the panel: after it, whatever the order of its children.
template<typename Owned> void keepUntilGone(QObject *panel, std::shared_ptr<Owned> owned)
{
    QObject::connect(panel, &QObject::destroyed, panel, [owned = std::move(owned)] {});
}

} // namespace

/// How trading calls for attention.
class TradeAlerts
{
public:
    explicit TradeAlerts(const QIcon &icon)
        : notifier(icon)
    {
    }

    SystemBell sound;
    SystemNotifier notifier;
};

Desk::Desk(QApplication &application, const DeskOptions &options,
           std::unique_ptr<SecretBackend> keychain)
    : m_application(application)
    , m_options(options)
    , m_keychain(std::move(keychain))
{
}

Desk::~Desk() = default;

Result<void> Desk::open()
{
    if (const Result<void> claimed = claimDataFolder(); !claimed)
        return claimed;
    openLog();
    m_settings = std::make_unique<Settings>(m_options.dataDir + u"/tapeline.ini"_s);
    if (m_options.theme)
        m_settings->setThemeForThisRun(*m_options.theme);
    if (!m_options.language.isEmpty())
        m_settings->setLanguageForThisRun(m_options.language);
    m_language = std::make_unique<Language>(*m_settings);
    m_theme = std::make_unique<Theme>(*m_settings);
    m_theme->applyTo(m_application);
    if (const Result<void> opened = m_database.open(m_options.dataDir + u"/desk.db"_s); !opened)
        return opened;
    m_workspaces = std::make_unique<DeskWorkspaceStore>(m_database);
    m_drawings = std::make_unique<DrawingDesk>(m_database);
    const QString journal = m_options.dataDir + u"/journal.db"_s;
    const Result<QString> restored = journalrestore::takePlace(journal); // nobody has opened it yet
    m_session.setJournal(journal);
    m_data = std::make_unique<DataBinding>(m_session, m_dispatcher, *m_settings);
    m_session.data().setFile(m_options.dataDir + u"/cache.db"_s);
    m_connection = std::make_unique<ConnectionDesk>(ConnectionDesk::Parts {
        m_options, *m_settings, m_session, m_dispatcher, m_mask, *m_log, serviceenvironment::key(),
        serviceenvironment::plans(), std::move(m_keychain) });
    m_trading = std::make_unique<TradeBinding>(m_session, m_dispatcher, *m_settings);
    m_optionsBinding = std::make_unique<OptionsBinding>(m_session, m_dispatcher, m_trading->desk());
    m_analysis = std::make_unique<AnalysisDesk>(m_session, m_dispatcher, m_optionsBinding->chains(),
                                                m_database);
    m_portfolio = std::make_unique<PortfolioBinding>(
        PortfolioBinding::Parts { m_session, m_dispatcher, m_trading->desk(), *m_optionsBinding });
    m_chartAlerts = std::make_unique<AlertBinding>(
        AlertBinding::Parts { m_session, m_dispatcher, m_database, m_calendar });
    m_chartAlerts->setDrawings([this](const QString &symbol, const QString &id) {
        return m_drawings->book(symbol).findKept(id);
    });
    connect(m_drawings.get(), &DrawingDesk::changed, m_chartAlerts.get(),
            &AlertBinding::followDrawings);
    m_journal = std::make_unique<JournalBinding>(
        JournalBinding::Parts { m_session, m_dispatcher, m_trading->desk(), *m_settings, journal });
    m_localApi = std::make_unique<LocalApiDesk>(*m_settings, m_session, m_mask, m_options.dataDir);
    registerPanels();
    makeWindow();
    tellRestored(restored);
    // Painted first; the market follows when the event loop runs
    QMetaObject::invokeMethod(this, &Desk::openMarket, Qt::QueuedConnection);
    return {};
}

TradeDesk &Desk::trading()
{
    return m_trading->desk();
}

Journal &Desk::journal()
{
    return m_journal->journal();
}

Result<void> Desk::claimDataFolder()
{
    if (!QDir().mkpath(m_options.dataDir))
        return Error { Error::Code::Storage,
                       u"the data folder %1 cannot be made"_s.arg(m_options.dataDir) };
    m_lock = std::make_unique<QLockFile>(m_options.dataDir + u"/desk.lock"_s);
    m_lock->setStaleLockTime(0); // a crashed desk's lock is recognised by its process
    if (takeLock(*m_lock))
        return {};
    const bool other = m_lock->error() == QLockFile::LockFailedError;
    return Error { Error::Code::Storage,
                   other ? u"another desk is open on the data folder %1"_s.arg(m_options.dataDir)
                         : u"the data folder %1 cannot be written to"_s.arg(m_options.dataDir) };
}

/// Without a file the newest messages are still kept for the diagnostics.
void Desk::openLog()
{
    m_mask.add(serviceenvironment::key().value);
    m_log = std::make_unique<LogFile>(m_options.dataDir + u"/logs/tapeline.log"_s, m_mask);
    const Result<void> opened = m_log->open();
    m_capture = std::make_unique<MessageCapture>(*m_log);
    if (!opened)
        qCWarning(lcDesk) << "there is no log file:" << opened.error().detail;
}

// --- panels -------------------------------------------------------------------------------------

void Desk::registerPanels()
{
    m_panels.add({ u"watchlist"_s, [] { return WatchlistPanel::tr("Watchlist"); }, u"watchlist"_s,
                   [this](const PanelContext &context) { return makeWatchlist(context); } });
    m_panels.add({ u"chart"_s, [] { return ChartPanel::tr("Chart"); }, u"chart"_s,
                   [this](const PanelContext &context) { return makeChart(context); } });
    m_panels.add({ u"tape"_s, [] { return TapePanel::tr("Time & sales"); }, u"tape"_s,
                   [this](const PanelContext &context) { return makeTape(context); } });
    m_panels.add({ u"book"_s, [] { return BookPanel::tr("Order book"); }, u"book"_s,
                   [this](const PanelContext &context) { return makeBook(context); } });
    m_panels.add({ u"ticket"_s, [] { return TicketPanel::tr("Ticket"); }, u"ticket"_s,
                   [this](const PanelContext &context) { return makeTicket(context); } });
    m_panels.add({ u"flow"_s, [] { return FlowPanel::tr("Order flow"); }, u"flow"_s,
                   [this](const PanelContext &context) { return makeFlow(context); } });
    m_panels.add({ u"positions"_s, [] { return PositionsPanel::tr("Positions"); }, u"positions"_s,
                   [this](const PanelContext &context) {
                       auto *panel = new PositionsPanel(context, m_trading->desk());
                       panel->setOptionDesk(m_portfolio->options());
                       return panel;
                   } });
    m_panels.add({ u"orders"_s, [] { return OrdersPanel::tr("Orders"); }, u"orders"_s,
                   [this](const PanelContext &context) {
                       return new OrdersPanel(context, m_trading->desk());
                   } });
    m_panels.add({ u"fills"_s, [] { return FillsPanel::tr("Fills"); }, u"fills"_s,
                   [this](const PanelContext &context) {
                       return new FillsPanel(context, m_trading->desk());
                   } });
    m_panels.add({ u"account"_s, [] { return AccountPanel::tr("Account"); }, u"account"_s,
                   [this](const PanelContext &context) {
                       return new AccountPanel(context, m_trading->desk());
                   } });
    m_panels.add(
        { u"company"_s, [] { return CompanyPanel::tr("Company"); }, u"company"_s,
          [this](const PanelContext &context) { return feed(new CompanyPanel(context)); } });
    m_panels.add({ u"news"_s, [] { return NewsPanel::tr("News"); }, u"news"_s,
                   [this](const PanelContext &context) { return feed(new NewsPanel(context)); } });
    m_panels.add({ u"calendar"_s, [] { return CalendarPanel::tr("Calendar"); }, u"calendar"_s,
                   [this](const PanelContext &context) { return makeCalendar(context); } });
    m_panels.add(
        { u"connection"_s, [] { return ConnectionPanel::tr("Connection"); }, u"connection"_s,
          [this](const PanelContext &context) { return m_connection->makePanel(context); } });
    m_optionsBinding->registerPanels(m_panels);
    m_analysis->registerPanel(m_panels);
    m_panels.add({ u"optionflow"_s, [] { return OptionFlowPanel::tr("Options flow"); }, u"flow"_s,
                   [this](const PanelContext &context) { return makeOptionFlow(context); } });
    strategybinding::registerPanel(m_panels, *m_optionsBinding, m_trading->desk());
    m_portfolio->registerPanels(m_panels);
    m_journal->registerPanels(m_panels);
    m_chartAlerts->registerPanel(m_panels);
}

Panel *Desk::makeChart(const PanelContext &context)
{
    auto series = std::make_shared<ChartSeries>();
    auto flow = std::make_shared<FlowSeries>(*series);
    auto *panel = new ChartPanel(context, *series, *flow);
    panel->setCalendar(m_calendar);
    panel->setDrawingDesk(*m_drawings, m_calendar);
    panel->setAlertBook(m_chartAlerts->book());
    panel->setDocuments(m_database);
    panel->setTradeDesk(m_trading->desk());
    panel->setCatalog(m_window->symbols()); // panels are made when the window is first shown
    keepUntilGone(panel, std::move(flow));
    keepUntilGone(panel, std::move(series));
    new ChartBinding(*panel, m_session, m_dispatcher, m_calendar);
    return panel;
}

Panel *Desk::makeTape(const PanelContext &context)
{
    auto model = std::make_shared<TapeModel>();
    auto *panel = new TapePanel(context, *model);
    keepUntilGone(panel, std::move(model));
    new TapeBinding(*panel, m_session, m_dispatcher);
    return panel;
}

Panel *Desk::makeBook(const PanelContext &context)
{
    auto model = std::make_shared<BookModel>();
    auto *panel = new BookPanel(context, *model);
    panel->setTradeDesk(m_trading->desk());
    keepUntilGone(panel, std::move(model));
    new BookBinding(*panel, m_session, m_dispatcher);
    return panel;
}

Panel *Desk::makeFlow(const PanelContext &context)
{
    auto sound = std::make_shared<SystemBell>();
    auto *panel = new FlowPanel(context, *sound);
    keepUntilGone(panel, std::move(sound));
    new FlowBinding(*panel, m_session, m_dispatcher);
    return panel;
}

Panel *Desk::makeOptionFlow(const PanelContext &context)
{
    auto model = std::make_shared<OptionFlowModel>();
    auto unusual = std::make_shared<UnusualModel>(m_calendar);
    auto *panel = new OptionFlowPanel(context, *model, *unusual);
    keepUntilGone(panel, std::move(model));
    keepUntilGone(panel, std::move(unusual));
    new OptionFlowBinding(*panel, m_session, m_dispatcher, m_optionsBinding->chains());
    connect(this, &Desk::watchedChanged, panel, &OptionFlowPanel::setWatched);
    panel->setWatched(watched());
    connect(panel, &OptionFlowPanel::contractOpened, this, &Desk::openByItself);
    return panel;
}

/// In a chart that follows nobody.
void Desk::openByItself(const QString &symbol)
{
    if (Panel *chart = m_window->workspaces().current()->openPanel(u"chart"_s)) {
        chart->setLinkColor(LinkColor::None);
        chart->setSymbol(symbol);
    }
}

Panel *Desk::feed(ReferencePanel *panel)
{
    new CompanyBinding(*panel, m_session, m_dispatcher);
    return panel;
}

/// Of all watchlists that are open.
Panel *Desk::makeCalendar(const PanelContext &context)
{
    auto *panel = new CalendarPanel(context);
    const auto show = [panel, this](const QStringList &symbols) { panel->setWatched(symbols); };
    connect(this, &Desk::watchedChanged, panel, show);
    show(watched());
    return feed(panel);
}

QStringList Desk::watched() const
{
    QStringList symbols;
    if (m_window)
        for (const WatchlistPanel *list : m_window->findChildren<WatchlistPanel *>())
            symbols += list->model().symbols();
    return symbols;
}

Panel *Desk::makeTicket(const PanelContext &context)
{
    return new TicketPanel(context, m_trading->desk());
}

Panel *Desk::makeWatchlist(const PanelContext &context)
{
    auto model = std::make_shared<WatchlistModel>();
    auto *panel = new WatchlistPanel(context, *model);
    panel->setCatalog(m_window->symbols()); // panels are made when the window is first shown
    keepUntilGone(panel, std::move(model));
    new WatchlistBinding(*panel, m_session, m_dispatcher);
    connect(
        &panel->model(), &WatchlistModel::symbolsChanged, this,
        [this] { emit watchedChanged(watched()); }, Qt::QueuedConnection);
    connect(
        panel, &QObject::destroyed, this, [this] { emit watchedChanged(watched()); },
        Qt::QueuedConnection);
    return panel;
}

// --- the window ---------------------------------------------------------------------------------

void Desk::makeWindow()
{
    if (!m_options.workspace.isEmpty())
        m_settings->setCurrentWorkspace(m_options.workspace);
    m_window = std::make_unique<MainWindow>(
        MainWindow::Parts { *m_theme, *m_settings, m_panels, *m_workspaces, nullptr, &m_database });
    m_replay = std::make_unique<DeskReplay>(
        DeskReplay::Parts { m_session, m_dispatcher, *m_window, m_database });
    m_replay->addCommands();
    connectWindow();
    makeTradeOverlays();
    m_connection->addTo(*m_window);
    m_data->addTo(*m_window);
    m_localApi->addTo(*m_window);
    m_journal->addTo(*m_window, *m_replay);
    if (!m_options.screenshotFile.isEmpty())
        m_window->resize(m_options.screenshotSize);
    m_window->show();
}

/// What lies over all panels: questions, and news of orders.
void Desk::makeTradeOverlays()
{
    m_alerts = std::make_unique<TradeAlerts>(m_theme->icon(u"ticket"_s, ColorRole::Accent));
    auto *news = new TradeNewsStack(
        { *m_theme, m_trading->desk(), m_alerts->sound, m_alerts->notifier }, m_window.get());
    m_portfolio->tellIn(*news);
    m_chartAlerts->addTo(*m_window, m_alerts->sound, m_alerts->notifier);
    m_portfolio->addCommands(m_window->commands());
    new QuestionBox(*m_theme, m_trading->desk(), m_window.get());
    m_window->settingsDialog().addPage(new TradingPage(m_trading->desk()));
    strategybinding::bringUp(m_optionsBinding->strategies(), *m_window);
    addTradeCommands({ *m_theme, m_window->commands(), m_trading->desk(), *m_window });
}

void Desk::connectWindow()
{
    connect(&m_dispatcher, &MarketDispatcher::statusChanged, this, &Desk::onStatus);
    connect(&m_dispatcher, &MarketDispatcher::directoryChanged, this,
            [this](const std::vector<DirectoryEntry> &directory) {
                QList<KnownSymbol> symbols;
                symbols.reserve(qsizetype(directory.size()));
                for (const DirectoryEntry &entry : directory)
                    symbols.append({ entry.symbol, entry.name, entry.assetClass });
                m_window->symbols().setSymbols(symbols);
            });
    connect(&m_trading->desk(), &TradeDesk::troubleChanged, this, &Desk::onTradeTrouble);
    connect(m_drawings.get(), &DrawingDesk::troubleChanged, this, &Desk::onDrawingTrouble);
    connect(m_connection.get(), &ConnectionDesk::opening, m_replay.get(), &DeskReplay::close);
    connect(m_replay.get(), &DeskReplay::leaveRequested, m_connection.get(), &ConnectionDesk::open);
    connect(m_replay.get(), &DeskReplay::closed, this, [this] { showSomeSymbol({}); });
    connect(m_replay.get(), &DeskReplay::symbolWanted, this, &Desk::showFirstSymbol);
    connect(m_trading.get(), &TradeBinding::unwrittenChanged, this, &Desk::showUnwritten);
}

void Desk::openMarket()
{
    if (!m_options.replayFile.isEmpty()) {
        m_replay->open(m_options.replayFile, m_options.speed, m_options.symbol);
        m_connection->openNothing();
        return;
    }
    showSomeSymbol(m_options.symbol);
    m_connection->open();
}

/// The wanted one; where there is neither that nor one from before, the one of a first start.
void Desk::showSomeSymbol(const QString &wanted)
{
    if (!wanted.isEmpty())
        showFirstSymbol(wanted);
    else if (m_window->links().symbol(firstLink).isEmpty())
        showFirstSymbol(firstSymbol);
}

void Desk::showFirstSymbol(const QString &symbol)
{
    m_window->links().setSymbol(firstLink, symbol);
}

void Desk::onStatus(const SessionStatus &status)
{
    m_window->setStatus(status);
    m_replay->takeStatus(status);
    if (m_streamAnnounced || status.messagesPerSecond <= 0)
        return;
    m_streamAnnounced = true;
    emit marketStreams(nameOf(status.source));
}

void Desk::onDrawingTrouble(const QString &detail)
{
    m_window->showNotice(
        detail.isEmpty()
            ? QString()
            : tr("The newest drawings are not on the disk: %1. They stay on the chart, "
                 "and writing is tried again every second.")
                  .arg(detail));
}

void Desk::onTradeTrouble(const QString &trouble)
{
    m_window->showNotice(trouble.isEmpty() ? QString()
                                           : tr("Paper trading stands still: %1").arg(trouble));
}

/// Nobody may miss it: the program must not be ended lightly now.
void Desk::showUnwritten(const UnwrittenEvents &events)
{
    if (events.isNone())
        return m_window->showWarning({});
    const QDateTime since = QDateTime::fromMSecsSinceEpoch(toMs(events.since));
    m_window->showWarning(
        tr("Nothing since %1 is on the disk: %2. Trading goes on in memory, and %n event(s) would "
           "be lost if the desk or the machine stopped now. Writing is tried again every second.",
           nullptr, int(std::min<qint64>(events.count, std::numeric_limits<int>::max())))
            .arg(QLocale().toString(since.time(), QLocale::ShortFormat), events.detail));
}

/// kept: where the journal before it is.
void Desk::tellRestored(const Result<QString> &kept)
{
    if (!kept)
        m_window->showNotice(tr("The chosen journal could not be restored: %1. Yours is used as it "
                                "was; restoring is tried again at the next start.")
                                 .arg(kept.error().detail));
    else if (!kept->isEmpty())
        m_window->showNotice(
            tr("The journal was restored. The one before it is kept as %1.").arg(*kept));
}

} // namespace tapeline
