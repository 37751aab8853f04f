#include "connectiondesk.h"

#include "diagnostics.h"
#include "keychainbackend.h"
#include "logfile.h"
#include "mainwindow.h"
#include "marketdispatcher.h"
#include "secretfile.h"
#include "secretmask.h"
#include "settingsdialog.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString connectionPage = u"connection"_s;

std::unique_ptr<SecretBackend> keychainOrSystems(std::unique_ptr<SecretBackend> keychain)
{
    if (keychain)
        return keychain;
    return std::make_unique<KeychainBackend>();
}

} // namespace

ConnectionDesk::ConnectionDesk(Parts parts, QObject *parent)
    : QObject(parent)
    , m_settings(parts.settings)
    , m_session(parts.session)
    , m_dispatcher(parts.dispatcher)
    , m_mask(parts.mask)
    , m_logFile(parts.log)
    , m_dataDir(parts.options.dataDir)
    , m_overrides { parts.plans.value, parts.plans.variable, parts.key.variable }
    , m_store(keychainOrSystems(std::move(parts.keychain)),
              std::make_unique<SecretFile>(parts.options.dataDir + u"/credentials"_s),
              parts.key.value)
    , m_connection(parts.settings, m_store, parts.session, parts.options, m_overrides.plans)
    , m_probe(parts.session.feedThread())
    , m_ignoredVariables(parts.plans.ignored)
{
    connect(&m_dispatcher, &MarketDispatcher::connectionEvents, this, &ConnectionDesk::note);
    connect(&m_store, &CredentialStore::loaded, this, [this] {
        hideKey();
        m_connection.onKeyLoaded();
    });
    connect(&m_store, &CredentialStore::saved, this, &ConnectionDesk::hideKey);
    connect(&m_connection, &ServiceConnection::opening, this, [this] {
        forgetNotice();
        emit opening();
    });
    connect(&m_connection, &ServiceConnection::noticed, this, &ConnectionDesk::notice);
    connect(&m_session, &DeskSession::queueChanged, &m_requests, &RequestQueueModel::setQueue);
}

void ConnectionDesk::addTo(MainWindow &window)
{
    m_window = &window;
    window.setConnectable(true);
    connect(&window, &MainWindow::connectRequested, this,
            [this] { m_window->settingsDialog().openPage(connectionPage); });
    connect(&window, &MainWindow::connectionRequested, this,
            [this] { showPanel(ConnectionPanel::Page::Overview); });
    connect(&window, &MainWindow::requestsRequested, this,
            [this] { showPanel(ConnectionPanel::Page::Requests); });
    addPage(window);
    if (!m_ignoredVariables.isEmpty())
        //: %1 are names of environment variables
        window.showNotice(tr("%1 in the environment is ignored: it names no plan that is sold. "
                             "Plans are written like “advanced” or “stocks=starter,options=basic”.")
                              .arg(m_ignoredVariables.join(u", "_s)));
}

void ConnectionDesk::showPanel(ConnectionPanel::Page page)
{
    m_window->showPanel(u"connection"_s);
    for (Panel *panel : m_window->panels())
        if (auto *connection = qobject_cast<ConnectionPanel *>(panel))
            connection->showPage(page);
}

void ConnectionDesk::addPage(MainWindow &window)
{
    auto *page = new ConnectionPage(window.theme(), m_settings, m_store, m_overrides);
    connect(page, &ConnectionPage::serviceAccepted, &m_connection, &ServiceConnection::openService);
    connect(page, &ConnectionPage::simulatedChosen, &m_connection,
            &ServiceConnection::openSimulated);
    connect(page, &ConnectionPage::testRequested, this,
            [this](const QString &key, const PlanSet &plans) {
                m_mask.add(key);
                m_probe.test(m_connection.addresses().rest, key, plans);
            });
    connect(page, &ConnectionPage::detectRequested, this, [this](const QString &key) {
        m_mask.add(key);
        m_probe.detect(m_connection.addresses().rest, key);
    });
    connect(page, &ConnectionPage::probeCancelled, &m_probe, &ServiceProbe::cancel);
    connect(&m_probe, &ServiceProbe::progressed, page, &ConnectionPage::showProbing);
    connect(&m_probe, &ServiceProbe::waiting, page, &ConnectionPage::showWaiting);
    connect(&m_probe, &ServiceProbe::finished, page, &ConnectionPage::showFindings);
    window.settingsDialog().insertPage(0, page);
}

Panel *ConnectionDesk::makePanel(const PanelContext &context)
{
    auto *panel = new ConnectionPanel(context, m_history, m_requests);
    panel->setStatus(m_dispatcher.status());
    connect(&m_dispatcher, &MarketDispatcher::statusChanged, panel, &ConnectionPanel::setStatus);
    connect(panel, &ConnectionPanel::settingsRequested, this,
            [this] { m_window->settingsDialog().openPage(connectionPage); });
    connect(panel, &ConnectionPanel::diagnosticsRequested, this, &ConnectionDesk::copyDiagnostics);
    return panel;
}

void ConnectionDesk::note(const std::vector<ConnectionEvent> &events)
{
    const bool refused = std::any_of(events.begin(), events.end(), [](const ConnectionEvent &e) {
        return e.kind == ConnectionEvent::Kind::KeyRefused;
    });
    if (refused)
        notice(keyRefusedText());
    for (const ConnectionEvent &event : events)
        if (event.kind == ConnectionEvent::Kind::PricesDiffer)
            notice(ConnectionLogModel::sentence(event) + u' ' + event.detail);
    m_history.append(events);
}

QString ConnectionDesk::keyRefusedText() const
{
    if (m_store.isOverridden())
        //: %1 is the name of an environment variable
        return tr("The service refused the key in %1. Set the variable to another key, or unset "
                  "it, and start the program again.")
            .arg(m_overrides.keyFrom);
    return tr("The service refused the key. Enter another one in Settings, Connection.");
}

void ConnectionDesk::notice(const QString &text)
{
    m_notice = text;
    m_window->showNotice(text);
}

/// What was said of a source does not hold for the next. Other notices stay.
void ConnectionDesk::forgetNotice()
{
    if (!m_notice.isEmpty() && m_window->notice() == m_notice)
        m_window->showNotice({});
    m_notice.clear();
}

/// Before the key is used, so that no message can hold it.
void ConnectionDesk::hideKey()
{
    m_mask.add(m_store.key());
}

void ConnectionDesk::copyDiagnostics()
{
    Diagnostics facts = collectedDiagnostics(m_dataDir);
    facts.addresses = m_session.spec().addresses;
    facts.keyPlace = m_store.place();
    facts.keyVariable = m_overrides.keyFrom;
    facts.plansVariable = m_overrides.plansFrom;
    facts.status = m_dispatcher.status();
    const int rows = std::min(m_history.rowCount(), int(diagnosedEvents));
    for (int row = rows - 1; row >= 0; --row)
        facts.events.push_back(m_history.event(row));
    facts.log = m_logFile.recent(int(diagnosedLogLines));
    QGuiApplication::clipboard()->setText(diagnosticsText(facts, m_mask));
    m_window->showNotice(tr("The diagnostics are in the clipboard. They hold no key."));
}

} // namespace tapeline
