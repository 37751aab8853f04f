#include "mainwindow.h"

#include "commandpalette.h"
#include "commandregistry.h"
#include "deskmenus.h"
#include "desktoolbar.h"
#include "fileprompt.h"
#include "intervaldialog.h"
#include "noticebar.h"
#include "panel.h"
#include "sessionstatusbar.h"
#include "settings.h"
#include "settingsdialog.h"
#include "symbolbox.h"
#include "symbology.h"
#include "theme.h"
#include "workspacearea.h"
#include "workspacetabs.h"

#include <QCloseEvent>
#include <QScreen>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

constexpr QSize startSize { 1440, 900 };

} // namespace

MainWindow::MainWindow(const Parts &parts, QWidget *parent)
    : QMainWindow(parent)
    , m_theme(parts.theme)
    , m_settings(parts.settings)
    , m_panels(parts.panels)
    , m_ownFiles(parts.files ? nullptr : std::make_unique<FilePrompt>())
    , m_files(parts.files ? parts.files : m_ownFiles.get())
    , m_timeframes(parts.documents)
    , m_commands(std::make_unique<CommandRegistry>(parts.theme, parts.settings))
    , m_area(new WorkspaceArea({ parts.theme, parts.settings, m_links, *m_commands, parts.panels },
                               parts.workspaces, this))
    , m_warning(new NoticeBar(parts.theme, u"warning"_s, this))
    , m_banner(new NoticeBar(parts.theme, u"banner"_s, this))
    , m_notice(new NoticeBar(parts.theme, u"notice"_s, this))
    , m_replayBar(new ReplayBar(parts.theme, this))
    , m_status(new SessionStatusBar(parts.theme, this))
    , m_palette(new CommandPalette(parts.theme, m_symbols, this))
    , m_settingsDialog(new SettingsDialog(parts.theme, parts.settings, this))
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(QIcon(u":/icons/tapeline.svg"_s));
    addCommands();
    m_toolBar = new DeskToolBar(m_theme, m_links, m_symbols, *m_commands, m_timeframes, this);
    m_menus = new DeskMenus(*m_commands, m_panels, *m_area, this);
    assemble();
    connectParts();
    retranslate();
    showBanner();
    restorePlace();
}

MainWindow::~MainWindow()
{
    m_area->disconnect(this);
    delete m_area; // panels end before the link groups and commands they use
}

void MainWindow::assemble()
{
    setMenuWidget(m_menus);
    m_notice->setClosable(true);
    m_replayBar->setVisible(false);

    auto *center = new QWidget(this);
    auto *column = new QVBoxLayout(center);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_toolBar);
    column->addWidget(m_warning);
    column->addWidget(m_banner);
    column->addWidget(m_notice);
    column->addWidget(m_area, 1);
    column->addWidget(m_replayBar);
    column->addWidget(m_status);
    setCentralWidget(center);
}

void MainWindow::connectParts()
{
    connect(m_area, &WorkspaceArea::panelAdded, this, &MainWindow::watchPanel);
    connect(m_area, &WorkspaceArea::activePanelChanged, this, &MainWindow::onActivePanelChanged);
    connect(m_area, &WorkspaceArea::currentWorkspaceChanged, this, &MainWindow::updateCommands);
    connect(m_area, &WorkspaceArea::saveFailed, this, [this](const QString &reason) {
        showNotice(
            tr("Your workspaces could not be saved: %1. They stay open as they are.").arg(reason));
    });
    connect(m_toolBar->symbolBox(), &SymbolBox::symbolEntered, this, &MainWindow::openSymbol);
    connect(m_toolBar->symbolBox(), &SymbolBox::abandoned, this, [this] {
        if (Panel *panel = activePanel())
            panel->setFocus();
    });
    connect(m_toolBar, &DeskToolBar::timeframeChosen, this, &MainWindow::setTimeframe);
    connect(m_toolBar, &DeskToolBar::intervalWanted, this, [this] { askInterval(); });
    connect(m_toolBar, &DeskToolBar::linkChosen, this, [this](LinkColor color) {
        if (Panel *panel = activePanel())
            panel->setLinkColor(color);
    });
    connect(m_banner, &NoticeBar::actionRequested, this, &MainWindow::connectRequested);
    connect(m_status, &SessionStatusBar::connectionRequested, this,
            &MainWindow::connectionRequested);
    connect(m_status, &SessionStatusBar::requestsRequested, this, &MainWindow::requestsRequested);
    connect(m_replayBar, &ReplayBar::playRequested, this, &MainWindow::playRequested);
    connect(m_replayBar, &ReplayBar::speedRequested, this, &MainWindow::speedRequested);
    connect(m_replayBar, &ReplayBar::seekRequested, this, &MainWindow::seekRequested);
}

void MainWindow::restorePlace()
{
    if (restoreGeometry(m_settings.windowGeometry()))
        return;
    const QSize room = screen()->availableSize();
    resize(startSize.boundedTo(room));
}

void MainWindow::showPanel(const QString &type)
{
    Workspace *workspace = m_area->current();
    const QList<Panel *> there = workspace->panels();
    const auto known = std::find_if(there.begin(), there.end(),
                                    [&type](const Panel *panel) { return panel->type() == type; });
    if (known == there.end())
        workspace->openPanel(type);
    else
        workspace->setPanelOpen(*known, true);
}

QList<Panel *> MainWindow::panels() const
{
    QList<Panel *> all;
    for (const Workspace *workspace : m_area->workspaces())
        all += workspace->panels();
    return all;
}

Panel *MainWindow::activePanel() const
{
    return m_area->current()->activePanel();
}

void MainWindow::watchPanel(Panel *panel)
{
    const auto showIfActive = [this, panel] {
        if (panel == activePanel())
            m_toolBar->showPanel(panel);
    };
    connect(panel, &Panel::symbolChanged, this, showIfActive);
    connect(panel, &Panel::timeframeChanged, this, showIfActive);
    connect(panel, &Panel::linkColorChanged, this, showIfActive);
    connect(panel, &Panel::symbolTyped, this, [this, panel](const QString &text) {
        if (text.at(0).isDigit() && panel == activePanel() && panel->timeframe())
            askInterval(text);
        else
            m_toolBar->symbolBox()->begin(text);
    });
    emit panelAdded(panel);
}

void MainWindow::onActivePanelChanged(Panel *panel)
{
    m_toolBar->showPanel(panel);
    updateCommands();
}

void MainWindow::openSymbol(const QString &symbol)
{
    const QString wanted = m_symbols.resolved(symbol);
    if (!symbology::classify(wanted)) {
        showNotice(tr("“%1” is not a symbol. Stocks are written like AAPL, options like "
                      "O:SPY251219C00650000, indices like I:SPX, coins like X:BTCUSD, "
                      "currencies like C:EURUSD, futures like ESZ6.")
                       .arg(symbol));
        return;
    }
    Panel *panel = activePanel();
    if (!panel) {
        showNotice(
            tr("There is no panel that could show %1. Add one from the View menu.").arg(wanted));
        return;
    }
    showNotice({});
    panel->setSymbol(wanted);
    panel->setFocus();
}

void MainWindow::setTimeframe(Timeframe timeframe)
{
    Panel *panel = activePanel();
    if (panel && panel->timeframe())
        panel->setTimeframe(timeframe);
}

void MainWindow::askInterval(const QString &typed)
{
    Panel *panel = activePanel();
    if (!panel || !panel->timeframe())
        return;
    auto *dialog = new IntervalDialog(typed, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &IntervalDialog::chosen, this, &MainWindow::takeInterval);
    connect(dialog, &QDialog::finished, panel, [panel] { panel->setFocus(); });
    dialog->open();
}

void MainWindow::takeInterval(Timeframe timeframe)
{
    m_timeframes.addOwn(timeframe);
    setTimeframe(timeframe);
}

void MainWindow::setStatus(const SessionStatus &status)
{
    const bool newSource = status.source != m_status->status().source;
    m_status->setStatus(status);
    if (!newSource)
        return;
    showBanner();
    updateCommands();
}

void MainWindow::setReplay(const std::optional<ReplayState> &state)
{
    if (state)
        m_replayBar->setState(*state);
    const bool turned = m_replay.has_value() != state.has_value()
        || (state && m_replay->playing != state->playing);
    m_replay = state;
    m_replayBar->setVisible(state.has_value());
    if (turned)
        updateCommands();
}

void MainWindow::setConnectable(bool connectable)
{
    m_connectable = connectable;
    showBanner();
}

void MainWindow::showBanner()
{
    const bool simulated = m_status->status().source == DataSource::Simulated;
    const QString invitation = m_connectable
        ? tr("SIMULATED MARKET - connect your Massive key in Settings")
        : tr("SIMULATED MARKET");
    m_banner->setText(simulated ? invitation : QString());
    m_banner->setAction(m_connectable ? tr("Connect") : QString());
}

void MainWindow::showNotice(const QString &text)
{
    m_notice->setText(text);
}

void MainWindow::addNotice(NoticeBar *notice)
{
    auto *column = static_cast<QVBoxLayout *>(centralWidget()->layout());
    column->insertWidget(column->indexOf(m_notice) + 1, notice);
}

void MainWindow::showWarning(const QString &text)
{
    m_warning->setText(text);
    m_isEndAsked = m_isEndAsked && !text.isEmpty();
}

QString MainWindow::notice() const
{
    return m_notice->text();
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("Tapeline"));
    showBanner();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_commands->retranslate();
        retranslate();
    }
    QMainWindow::changeEvent(event);
}

/// What a warning is about may be lost with the program: it is not ended by one click.
void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_warning->text().isEmpty() && !std::exchange(m_isEndAsked, true)) {
        showNotice(tr("Tapeline was not closed, for what the warning says. Close it once more to "
                      "end it all the same."));
        event->ignore();
        return;
    }
    m_area->save();
    m_settings.setWindowGeometry(saveGeometry());
    QMainWindow::closeEvent(event);
}

} // namespace tapeline
