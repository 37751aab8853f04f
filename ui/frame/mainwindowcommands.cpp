#include "commandpalette.h"
#include "commandregistry.h"
#include "desktoolbar.h"
#include "fileprompt.h"
#include "helpbrowser.h"
#include "layoutpreset.h"
#include "aboutdialog.h"
#include "mainwindow.h"
#include "panel.h"
#include "panelregistry.h"
#include "settings.h"
#include "settingsdialog.h"
#include "sessionstatusbar.h"
#include "shortcuteditor.h"
#include "symbolbox.h"
#include "theme.h"
#include "timeframetext.h"
#include "workspacearea.h"
#include "workspacestore.h"
#include "workspacetabs.h"

#include <QAction>

// The part of MainWindow that says what the user can do.

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

constexpr int textSizeStep = 10; // percent

QString timeframeCommand(Timeframe timeframe)
{
    return (timeframe.isTimed() ? u"symbol.timeframe-"_s : u"symbol.bars-"_s)
        + timeframe.toString();
}

QString workspaceFilter()
{
    return MainWindow::tr("Tapeline workspace (*.tapeline-workspace)");
}

} // namespace

void MainWindow::addCommands()
{
    using Category = CommandCategory;
    m_commands->add({ u"file.settings"_s, [] { return tr("Settings…"); }, Category::File,
                      QKeySequence(Qt::CTRL | Qt::Key_Comma), u"settings"_s,
                      [this] { m_settingsDialog->open(); } });
    m_commands->add({ u"file.quit"_s,
                      [] { return tr("Quit"); },
                      Category::File,
                      QKeySequence(Qt::CTRL | Qt::Key_Q),
                      {},
                      [this] { close(); } });
    addViewCommands();
    addWorkspaceCommands();
    addSymbolCommands();
    addMarketCommands();
    addHelpCommands();
    for (const Command &command : m_commands->commands())
        addAction(m_commands->action(command.id));
    connect(m_commands.get(), &CommandRegistry::actionAdded, this,
            [this](QAction *action) { addAction(action); });
}

void MainWindow::addViewCommands()
{
    const auto add = [this](const QString &id, std::function<QString()> text, QKeySequence keys,
                            const QString &icon, std::function<void()> run) {
        return m_commands->add(
            { id, std::move(text), CommandCategory::View, std::move(keys), icon, std::move(run) });
    };
    add(
        u"view.palette"_s, [] { return tr("Search commands, panels and symbols…"); },
        QKeySequence(Qt::CTRL | Qt::Key_K), u"command"_s, [this] { openPalette(); });
    for (const PanelType &type : m_panels.types())
        add(
            u"view.add-"_s + type.id,
            //: Command; %1 is a kind of panel, such as "Chart"
            [title = type.title] { return tr("Add panel: %1").arg(title()); }, {}, type.icon,
            [this, id = type.id] { m_area->current()->openPanel(id); });
    add(
        u"view.close-panel"_s, [] { return tr("Close the active panel"); },
        QKeySequence(Qt::CTRL | Qt::Key_W), {},
        [this] { m_area->current()->setPanelOpen(activePanel(), false); });
    add(
        u"view.reset-layout"_s, [] { return tr("Reset layout"); }, {}, u"reset"_s,
        [this] { m_area->current()->resetLayout(); });
    add(
        u"view.theme-system"_s, [] { return tr("Theme: as the system"); }, {}, {},
        [this] { m_settings.setThemeChoice(ThemeChoice::System); });
    add(
        u"view.theme-dark"_s, [] { return tr("Theme: dark"); }, {}, {},
        [this] { m_settings.setThemeChoice(ThemeChoice::Dark); });
    add(
        u"view.theme-light"_s, [] { return tr("Theme: light"); }, {}, {},
        [this] { m_settings.setThemeChoice(ThemeChoice::Light); });
    add(
        u"view.larger-text"_s, [] { return tr("Larger text"); },
        QKeySequence(Qt::CTRL | Qt::Key_Plus), {}, [this] { changeTextSize(textSizeStep); });
    add(
        u"view.smaller-text"_s, [] { return tr("Smaller text"); },
        QKeySequence(Qt::CTRL | Qt::Key_Minus), {}, [this] { changeTextSize(-textSizeStep); });
    add(
        u"view.normal-text"_s, [] { return tr("Normal text size"); },
        QKeySequence(Qt::CTRL | Qt::Key_0), {}, [this] { m_settings.setTextSizePercent(100); });
    add(
        u"view.full-screen"_s, [] { return tr("Full screen"); }, QKeySequence(Qt::Key_F11), {},
        [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
}

void MainWindow::addWorkspaceCommands()
{
    const auto add = [this](const QString &id, std::function<QString()> text, QKeySequence keys,
                            const QString &icon, std::function<void()> run) {
        return m_commands->add({ id, std::move(text), CommandCategory::Workspace, std::move(keys),
                                 icon, std::move(run) });
    };
    for (const LayoutPreset &preset : layoutPresets())
        add(
            u"workspace.new-"_s + preset.id,
            //: Command; %1 is a kind of workspace, such as "Order flow"
            [name = preset.name] { return tr("New workspace: %1").arg(name()); }, {}, u"plus"_s,
            [this, id = preset.id] { m_area->open(id); });
    add(
        u"workspace.rename"_s, [] { return tr("Rename this workspace"); }, {}, u"rename"_s,
        [this] { m_area->tabs()->rename(m_area->tabs()->currentIndex()); });
    add(
        u"workspace.close"_s, [] { return tr("Close this workspace"); },
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W), u"close"_s,
        [this] {
            m_area->closeCurrent();
            updateCommands();
        });
    add(
        u"workspace.reopen"_s, [] { return tr("Reopen the closed workspace"); },
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T), {},
        [this] {
            m_area->reopenClosed();
            updateCommands();
        });
    add(
        u"workspace.next"_s, [] { return tr("Next workspace"); },
        QKeySequence(Qt::CTRL | Qt::Key_PageDown), {}, [this] { m_area->step(1); });
    add(
        u"workspace.previous"_s, [] { return tr("Previous workspace"); },
        QKeySequence(Qt::CTRL | Qt::Key_PageUp), {}, [this] { m_area->step(-1); });
    add(
        u"workspace.export"_s, [] { return tr("Export this workspace…"); }, {}, u"export"_s,
        [this] { exportWorkspace(); });
    add(
        u"workspace.import"_s, [] { return tr("Import a workspace…"); }, {}, u"import"_s,
        [this] { importWorkspace(); });
}

void MainWindow::addSymbolCommands()
{
    m_commands->add({ u"symbol.enter"_s, [] { return tr("Enter a symbol"); },
                      CommandCategory::Symbol, QKeySequence(Qt::CTRL | Qt::Key_L), u"search"_s,
                      [this] { m_toolBar->symbolBox()->begin({}); } });
    m_commands->add({ u"symbol.interval"_s,
                      [] { return tr("Own interval…"); },
                      CommandCategory::Symbol,
                      {},
                      u"clock"_s,
                      [this] { askInterval(); } });
    for (const Timeframe timeframe : TimeframeBook::allUsual())
        m_commands->add({ timeframeCommand(timeframe),
                          //: Command; %1 is the width of a bar, such as "5 minutes"
                          [timeframe] { return tr("Timeframe: %1").arg(timeframeName(timeframe)); },
                          CommandCategory::Symbol,
                          {},
                          u"clock"_s,
                          [this, timeframe] { setTimeframe(timeframe); } });
    QList<LinkColor> colors(linkColors.cbegin(), linkColors.cend());
    colors.append(LinkColor::None);
    for (const LinkColor color : colors)
        m_commands->add({ u"symbol.link-"_s + linkKey(color),
                          //: Command; %1 is a colour, or "Not linked"
                          [color] { return tr("Link group: %1").arg(linkName(color)); },
                          CommandCategory::Symbol,
                          {},
                          u"link"_s,
                          [this, color] {
                              if (Panel *panel = activePanel())
                                  panel->setLinkColor(color);
                          } });
}

void MainWindow::addMarketCommands()
{
    m_commands->add({ u"market.play"_s, [] { return tr("Play or pause the replay"); },
                      CommandCategory::Market, QKeySequence(Qt::CTRL | Qt::Key_Space), u"play"_s,
                      [this] { emit playRequested(!(m_replay && m_replay->playing)); } });
    for (const int speed : deskSpeeds)
        m_commands->add({ u"market.speed-%1"_s.arg(speed),
                          //: Command; %1 is how many times faster than real time
                          [speed] { return tr("Speed: %1x").arg(speed); },
                          CommandCategory::Market,
                          {},
                          u"speed"_s,
                          [this, speed] { emit speedRequested(speed); } });
}

void MainWindow::addHelpCommands()
{
    const auto add = [this](const QString &id, std::function<QString()> text, QKeySequence keys,
                            const QString &icon, std::function<void()> run) {
        m_commands->add(
            { id, std::move(text), CommandCategory::Help, std::move(keys), icon, std::move(run) });
    };
    add(
        u"help.open"_s, [] { return tr("Help"); }, QKeySequence(Qt::Key_F1), u"help"_s,
        [this] {
            if (!m_help)
                m_help = new HelpBrowser(m_theme, this);
            m_help->openHelp();
        });
    add(
        u"help.shortcuts"_s, [] { return tr("Keyboard shortcuts…"); }, {}, u"keyboard"_s,
        [this] {
            auto *editor = new ShortcutEditor(m_theme, *m_commands, this);
            editor->setAttribute(Qt::WA_DeleteOnClose);
            editor->open();
        });
    add(
        u"help.about"_s, [] { return tr("About Tapeline"); }, {}, u"info"_s,
        [this] {
            auto *about = new AboutDialog(m_theme, this);
            about->setAttribute(Qt::WA_DeleteOnClose);
            about->open();
        });
}

void MainWindow::updateCommands()
{
    const auto enable
        = [this](const QString &id, bool on) { m_commands->action(id)->setEnabled(on); };
    const Panel *panel = activePanel();
    enable(u"view.close-panel"_s, panel);
    enable(u"symbol.enter"_s, panel);
    enable(u"workspace.close"_s, m_area->count() > 1);
    enable(u"workspace.reopen"_s, m_area->canReopen());
    enable(u"market.play"_s, m_replay.has_value());
    const bool paced = m_status->status().source != DataSource::Live;
    for (const int speed : deskSpeeds)
        enable(u"market.speed-%1"_s.arg(speed), paced);
    enable(u"symbol.interval"_s, panel && panel->timeframe());
    for (const Timeframe timeframe : TimeframeBook::allUsual())
        enable(timeframeCommand(timeframe), panel && panel->timeframe());
}

void MainWindow::openPalette()
{
    QList<PaletteEntry> entries = panelEntries();
    for (const Command &command : m_commands->commands()) {
        QAction *action = m_commands->action(command.id);
        if (action->isEnabled() && command.id != u"view.palette"_s)
            entries.append({ command.text(), categoryName(command.category), action->shortcut(),
                             command.icon, [action] { action->trigger(); } });
    }
    m_palette->open(std::move(entries), [this](const QString &symbol) { openSymbol(symbol); });
}

QList<PaletteEntry> MainWindow::panelEntries()
{
    QList<PaletteEntry> entries;
    for (int tab = 0; tab < m_area->tabs()->count(); ++tab)
        entries.append({ m_area->tabs()->tabText(tab),
                         categoryName(CommandCategory::Workspace),
                         {},
                         u"window"_s,
                         [this, tab] { m_area->tabs()->setCurrentIndex(tab); } });
    for (Panel *panel : m_area->current()->panels()) {
        const PanelType *type = m_panels.find(panel->type());
        //: Behind the name of a panel, in the palette
        entries.append({ panel->fullTitle(),
                         tr("Panel"),
                         {},
                         type ? type->icon : QString(),
                         [this, target = QPointer(panel)] {
                             if (target)
                                 m_area->current()->setPanelOpen(target, true);
                         } });
    }
    return entries;
}

void MainWindow::changeTextSize(int percent)
{
    m_settings.setTextSizePercent(m_settings.textSizePercent() + percent);
}

void MainWindow::exportWorkspace()
{
    WorkspaceState state = m_area->current()->state();
    state.name = m_area->current()->name();
    QString fileName = state.name + u".tapeline-workspace"_s;
    fileName.replace(u'/', u'-');
    m_files->askSave(this, tr("Export this workspace"), fileName, workspaceFilter(),
                     [this, state](const QString &path) {
                         if (const auto written = writeWorkspaceFile(path, state); !written)
                             showNotice(tr("The workspace could not be written to %1: %2. Nothing "
                                           "was changed.")
                                            .arg(path, written.error().detail));
                     });
}

void MainWindow::importWorkspace()
{
    m_files->askOpen(
        this, tr("Import a workspace"), workspaceFilter(), [this](const QString &path) {
            auto state = readWorkspaceFile(path);
            if (state)
                m_area->open(*std::move(state));
            else
                showNotice(
                    tr("%1 is not a workspace that this version can read. Nothing was changed.")
                        .arg(path));
        });
}

} // namespace tapeline
