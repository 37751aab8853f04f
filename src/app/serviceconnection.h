#pragma once

#include "credentialstore.h"
#include "deskoptions.h"
#include "desksession.h"
#include "settings.h"

#include <QObject>

#include <optional>

namespace tapeline {

/// Decides what the desk looks at: the service, by the key and the plans that are stored or that
/// the environment gives, or the simulated market. A change takes effect at once.
class ServiceConnection : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive this. plansInEnvironment: override the settings'.
    ServiceConnection(Settings &settings, CredentialStore &store, DeskSession &session,
                      const DeskOptions &options, std::optional<PlanSet> plansInEnvironment,
                      QObject *parent = nullptr);

    /// At the start. Where the service is wanted and the key not known yet, the market follows when
    /// the keychain has answered.
    void open();
    /// At the start in place of open(), where another source was opened: the key is looked for all
    /// the same, for the page.
    void openNothing();
    /// The store has looked everywhere.
    void onKeyLoaded();
    void openService();
    void openSimulated();

    PlanSet plans() const { return m_plansInEnvironment.value_or(m_settings.plans()); }
    const ServiceAddresses &addresses() const { return m_options.addresses; }

signals:
    /// Another source takes the place of the one there was. What was noticed before is over.
    void opening();
    /// A sentence the user should read.
    void noticed(const QString &text);

private:
    bool wantsService() const;
    QString keyMissingText() const;

    Settings &m_settings;
    CredentialStore &m_store;
    DeskSession &m_session;
    const DeskOptions &m_options;
    const std::optional<PlanSet> m_plansInEnvironment;
    bool m_opened = false;
};

} // namespace tapeline
