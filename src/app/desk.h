#pragma once

#include "deskdatabase.h"
#include "deskoptions.h"
#include "desksession.h"
#include "logfile.h"
#include "marketcalendar.h"
#include "marketdispatcher.h"
#include "panelregistry.h"
#include "secretbackend.h"
#include "secretmask.h"
#include "settings.h"
#include "theme.h"

#include <QLockFile>
#include <QObject>

#include <memory>

class QApplication;

namespace tapeline {

class AlertBinding;
class AnalysisDesk;
class ConnectionDesk;
class DataBinding;
class DeskReplay;
class DrawingDesk;
class Journal;
class JournalBinding;
class Language;
class LocalApiDesk;
class MainWindow;
class OptionsBinding;
class PortfolioBinding;
class Panel;
class ReferencePanel;
class TradeAlerts;
class TradeBinding;
class TradeDesk;
class WorkspaceStore;
struct UnwrittenEvents;

/// The composition root of the desk: builds everything, connects it, owns it. Nothing below knows
/// more than its neighbours.
class Desk : public QObject
{
    Q_OBJECT

public:
    /// keychain: where the key is kept; the system's when null.
    Desk(QApplication &application, const DeskOptions &options,
         std::unique_ptr<SecretBackend> keychain = nullptr);
    ~Desk() override;

    /// Opens the window and the market. Storage when the data folder cannot be used or another desk
    /// uses it.
    Result<void> open();
    MainWindow &window() { return *m_window; }
    DeskSession &session() { return m_session; }
    const MarketDispatcher &dispatcher() const { return m_dispatcher; }
    TradeDesk &trading();
    Journal &journal();
    AlertBinding &chartAlerts() { return *m_chartAlerts; }

signals:
    /// The first events of a source were seen.
    void marketStreams(const QString &what);
    /// The symbols of all watchlists are others.
    void watchedChanged(const QStringList &symbols);

private:
    Result<void> claimDataFolder();
    void openLog();
    void registerPanels();
    Panel *makeChart(const PanelContext &context);
    Panel *makeTape(const PanelContext &context);
    Panel *makeBook(const PanelContext &context);
    Panel *makeFlow(const PanelContext &context);
    Panel *makeOptionFlow(const PanelContext &context);
    void openByItself(const QString &symbol);
    Panel *makeTicket(const PanelContext &context);
    Panel *makeWatchlist(const PanelContext &context);
    Panel *makeCalendar(const PanelContext &context);
    Panel *feed(ReferencePanel *panel);
    QStringList watched() const;
    void makeWindow();
    void makeTradeOverlays();
    void connectWindow();
    void openMarket();
    void showSomeSymbol(const QString &wanted);
    void showFirstSymbol(const QString &symbol);
    void onStatus(const SessionStatus &status);
    void onDrawingTrouble(const QString &detail);
    void onTradeTrouble(const QString &trouble);
    void showUnwritten(const UnwrittenEvents &events);
    void tellRestored(const Result<QString> &kept);

    QApplication &m_application;
    const DeskOptions m_options;
    std::unique_ptr<QLockFile> m_lock;
    SecretMask m_mask;
    std::unique_ptr<LogFile> m_log;
    std::unique_ptr<MessageCapture> m_capture;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<Theme> m_theme;
    DeskDatabase m_database;
    std::unique_ptr<WorkspaceStore> m_workspaces;
    std::unique_ptr<DrawingDesk> m_drawings; ///< outlives the window
    const MarketCalendar m_calendar;
    DeskSession m_session;
    MarketDispatcher m_dispatcher { m_session };
    std::unique_ptr<SecretBackend> m_keychain; // until m_connection has it
    std::unique_ptr<ConnectionDesk> m_connection;
    std::unique_ptr<TradeAlerts> m_alerts; ///< outlives the window
    std::unique_ptr<TradeBinding> m_trading; ///< outlives the window
    std::unique_ptr<OptionsBinding> m_optionsBinding; ///< outlives the window
    std::unique_ptr<AnalysisDesk> m_analysis; ///< outlives the window
    std::unique_ptr<PortfolioBinding> m_portfolio; ///< the same
    std::unique_ptr<DataBinding> m_data; ///< outlives the window
    std::unique_ptr<AlertBinding> m_chartAlerts; ///< the same
    std::unique_ptr<JournalBinding> m_journal; ///< outlives the window
    std::unique_ptr<LocalApiDesk> m_localApi;
    PanelRegistry m_panels;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<DeskReplay> m_replay;
    bool m_streamAnnounced = false;
};

} // namespace tapeline
