#pragma once

#include "linkgroups.h"
#include "marketsnapshot.h"
#include "replaybar.h"
#include "symbolcatalog.h"
#include "timeframebook.h"
#include "timeframe.h"

#include <QMainWindow>
#include <QPointer>

#include <memory>
#include <optional>

namespace tapeline {

class CommandPalette;
class CommandRegistry;
class DeskMenus;
class DeskToolBar;
class DocumentStore;
class FilePrompt;
class HelpBrowser;
class NoticeBar;
class Panel;
class PanelRegistry;
class SessionStatusBar;
class Settings;
class SettingsDialog;
class Theme;
class Workspace;
class WorkspaceArea;
class WorkspaceStore;
struct PaletteEntry;

/// The desk: menu and workspace tabs, tool bar, banner, the workspaces with their panels, replay
/// bar and status line. Knows no market: it is told what to show and says what the user wants.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// All of it outlives the window.
    struct Parts
    {
        Theme &theme;
        Settings &settings;
        const PanelRegistry &panels; ///< complete before the window is made
        WorkspaceStore &workspaces;
        FilePrompt *files = nullptr; ///< null asks with the system's dialogs
        DocumentStore *documents = nullptr; ///< null keeps no timeframes
    };

    explicit MainWindow(const Parts &parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    const Theme &theme() const { return m_theme; }
    CommandRegistry &commands() { return *m_commands; }
    LinkGroups &links() { return m_links; }
    SymbolCatalog &symbols() { return m_symbols; }
    SettingsDialog &settingsDialog() { return *m_settingsDialog; }
    WorkspaceArea &workspaces() { return *m_area; }

    /// Panels made so far, of all workspaces. Later ones come with panelAdded().
    QList<Panel *> panels() const;
    Panel *activePanel() const;
    /// Brings the panel of that type to the front; opens one where the workspace has none.
    void showPanel(const QString &type);

    void setStatus(const SessionStatus &status);
    /// Shows the replay bar; nothing takes it away.
    void setReplay(const std::optional<ReplayState> &state);
    /// Gives the banner a button that leads to the connection page (see connectRequested()).
    void setConnectable(bool connectable);
    /// One sentence that the user should read, without stopping them. Empty takes it away.
    void showNotice(const QString &text);
    /// What is shown; empty when the user sent it away.
    QString notice() const;
    /// A strip of its own, below the one of showNotice().
    void addNotice(NoticeBar *notice);
    /// One sentence that stays, and stands out, until an empty one takes it away: the user stands
    /// to lose something.
    void showWarning(const QString &text);

public slots:
    /// Shows a symbol in the active panel and its link group; says so when it can be none.
    void openSymbol(const QString &symbol);
    void setTimeframe(tapeline::Timeframe timeframe);
    /// Lets the width of the active panel's bars be typed; typed: what it begins with.
    void askInterval(const QString &typed = {});

signals:
    void panelAdded(tapeline::Panel *panel);
    void playRequested(bool play);
    void speedRequested(double speed);
    /// To another time of the recording.
    void seekRequested(tapeline::Timestamp to);
    void connectRequested();
    /// The stream's field in the status line was pressed: show the connection panel.
    void connectionRequested();
    /// The field of the requests was pressed: show what waits, in the connection panel.
    void requestsRequested();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void assemble();
    void connectParts();
    void restorePlace();
    void watchPanel(Panel *panel);
    void takeInterval(Timeframe timeframe);
    void onActivePanelChanged(Panel *panel);
    void showBanner();
    void retranslate();

    // mainwindowcommands.cpp
    void addCommands();
    void addViewCommands();
    void addWorkspaceCommands();
    void addSymbolCommands();
    void addMarketCommands();
    void addHelpCommands();
    void updateCommands();
    void openPalette();
    QList<PaletteEntry> panelEntries();
    void changeTextSize(int percent);
    void exportWorkspace();
    void importWorkspace();

    Theme &m_theme;
    Settings &m_settings;
    const PanelRegistry &m_panels;
    std::unique_ptr<FilePrompt> m_ownFiles;
    FilePrompt *m_files;
    TimeframeBook m_timeframes;
    LinkGroups m_links;
    SymbolCatalog m_symbols;
    std::unique_ptr<CommandRegistry> m_commands;
    WorkspaceArea *m_area;
    DeskToolBar *m_toolBar = nullptr;
    NoticeBar *m_warning;
    NoticeBar *m_banner;
    NoticeBar *m_notice;
    ReplayBar *m_replayBar;
    SessionStatusBar *m_status;
    CommandPalette *m_palette;
    DeskMenus *m_menus = nullptr;
    SettingsDialog *m_settingsDialog;
    HelpBrowser *m_help = nullptr;
    QPointer<Panel> m_shownPanel;
    std::optional<ReplayState> m_replay;
    bool m_connectable = false;
    bool m_isEndAsked = false; ///< in spite of the warning that is shown
};

} // namespace tapeline
