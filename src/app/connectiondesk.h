#pragma once

#include "connectionlogmodel.h"
#include "connectionpage.h"
#include "connectionpanel.h"
#include "credentialstore.h"
#include "requestqueuemodel.h"
#include "serviceconnection.h"
#include "serviceenvironment.h"
#include "serviceprobe.h"

#include <QObject>

#include <memory>

namespace tapeline {

class MainWindow;
class LogFile;
class MarketDispatcher;
class SecretMask;
struct PanelContext;

/// Everything of the desk that has to do with the connection: the key and where it is kept, the
/// page of the settings that asks what it opens, the panel with the history, the banner.
class ConnectionDesk : public QObject
{
    Q_OBJECT

public:
    /// All of it outlives the desk. keychain: the system's when null.
    struct Parts
    {
        const DeskOptions &options;
        Settings &settings;
        DeskSession &session;
        MarketDispatcher &dispatcher;
        SecretMask &mask; ///< learns every key there is
        const LogFile &log;
        serviceenvironment::Key key; ///< of the environment, as the plans
        serviceenvironment::Plans plans;
        std::unique_ptr<SecretBackend> keychain;
    };

    explicit ConnectionDesk(Parts parts, QObject *parent = nullptr);

    /// Puts the page into the settings and the button onto the banner.
    void addTo(MainWindow &window);
    Panel *makePanel(const PanelContext &context);
    /// Opens the source that is wanted.
    void open() { m_connection.open(); }
    /// Where a recording is played: only gets ready for what may be chosen later.
    void openNothing() { m_connection.openNothing(); }

signals:
    /// The service or the simulated market takes the place of the source there was.
    void opening();

private:
    void addPage(MainWindow &window);
    void showPanel(ConnectionPanel::Page page);
    void notice(const QString &text);
    void forgetNotice();
    QString keyRefusedText() const;
    void note(const std::vector<ConnectionEvent> &events);
    void hideKey();
    void copyDiagnostics();

    Settings &m_settings;
    DeskSession &m_session;
    MarketDispatcher &m_dispatcher;
    SecretMask &m_mask;
    const LogFile &m_logFile;
    const QString m_dataDir;
    const ConnectionOverrides m_overrides;
    CredentialStore m_store;
    ServiceConnection m_connection;
    ServiceProbe m_probe;
    const QStringList m_ignoredVariables;
    ConnectionLogModel m_history;
    RequestQueueModel m_requests;
    QString m_notice; ///< what was said last of the source there is
    MainWindow *m_window = nullptr;
};

} // namespace tapeline
