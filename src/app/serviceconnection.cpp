#include "serviceconnection.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

ServiceConnection::ServiceConnection(Settings &settings, CredentialStore &store,
                                     DeskSession &session, const DeskOptions &options,
                                     std::optional<PlanSet> plansInEnvironment, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_store(store)
    , m_session(session)
    , m_options(options)
    , m_plansInEnvironment(plansInEnvironment)
{
}

void ServiceConnection::open()
{
    m_store.load(); // also for the page, when the simulated market is wanted
    if (!m_opened && !wantsService())
        openSimulated();
}

void ServiceConnection::openNothing()
{
    m_opened = true;
    m_store.load();
}

/// A key in the environment says what is wanted, whatever was chosen before.
bool ServiceConnection::wantsService() const
{
    return !m_options.simulated && (m_settings.usesService() || m_store.isOverridden());
}

void ServiceConnection::onKeyLoaded()
{
    if (m_opened || !wantsService())
        return;
    if (!m_store.key().isEmpty()) {
        openService();
        return;
    }
    openSimulated();
    emit noticed(keyMissingText());
}

QString ServiceConnection::keyMissingText() const
{
    if (m_store.trouble().isEmpty())
        return tr("No key was found, so this is the simulated market. Enter your key in "
                  "Settings, Connection.");
    //: %1 is a reason, from the system
    return tr("Your key could not be read (%1), so this is the simulated market. Enter it again in "
              "Settings, Connection.")
        .arg(m_store.trouble());
}

void ServiceConnection::openService()
{
    m_opened = true;
    emit opening();
    SourceSpec spec;
    spec.source = DataSource::Live;
    spec.addresses = m_options.addresses;
    spec.key = m_store.key();
    spec.capabilities = Capabilities(plans());
    m_session.openService(spec);
}

void ServiceConnection::openSimulated()
{
    m_opened = true;
    emit opening();
    const Result<void> opened
        = m_session.openSimulated(m_options.seed, m_options.speed, m_options.extraSymbols);
    if (!opened)
        emit noticed(
            tr("The simulated market could not be started: %1.").arg(opened.error().detail));
}

} // namespace tapeline
