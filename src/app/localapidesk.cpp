#include "localapidesk.h"

#include "desksession.h"
#include "localapipage.h"
#include "mainwindow.h"
#include "secretmask.h"
#include "settings.h"
#include "settingsdialog.h"

#include <QLoggingCategory>
#include <QRandomGenerator>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcLocalApi, "tapeline.localapi")

const QString tokenName = u"token"_s;

/// 256 bits of the system's random source.
QString newToken()
{
    QString token;
    for (int word = 0; word < 4; ++word)
        token += u"%1"_s.arg(QRandomGenerator::system()->generate64(), 16, 16, QLatin1Char('0'));
    return token;
}

} // namespace

LocalApiDesk::LocalApiDesk(Settings &settings, DeskSession &session, SecretMask &mask,
                           const QString &dataDir, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_session(session)
    , m_mask(mask)
    , m_file(dataDir + u"/local-api"_s)
{
    connect(&session, &DeskSession::localApiChanged, this, &LocalApiDesk::note);
    connect(&settings, &Settings::localApiChanged, this, &LocalApiDesk::apply);
    m_file.read(tokenName, [this](const Result<QString> &kept) {
        if (kept && !kept->isEmpty())
            useToken(*kept);
        else
            renew();
    });
}

void LocalApiDesk::addTo(MainWindow &window)
{
    auto *page = new LocalApiPage(window.theme(), m_settings);
    page->setToken(m_token);
    page->setState(m_port, m_error);
    connect(page, &LocalApiPage::renewRequested, this, &LocalApiDesk::renew);
    connect(this, &LocalApiDesk::tokenChanged, page, &LocalApiPage::setToken);
    connect(&m_session, &DeskSession::localApiChanged, page, &LocalApiPage::setState);
    window.settingsDialog().addPage(page);
}

/// One that cannot be kept holds for this run.
void LocalApiDesk::renew()
{
    const QString token = newToken();
    m_mask.add(token);
    m_file.write(tokenName, token, [](const Result<void> &kept) {
        if (!kept)
            qCWarning(lcLocalApi) << "the token is not kept:" << kept.error().detail;
    });
    useToken(token);
}

void LocalApiDesk::useToken(const QString &token)
{
    m_mask.add(token);
    m_token = token;
    emit tokenChanged(token);
    apply();
}

void LocalApiDesk::apply()
{
    if (m_settings.localApiEnabled())
        m_session.setLocalApi(
            DeskSession::LocalApi { quint16(m_settings.localApiPort()), m_token });
    else
        m_session.setLocalApi({});
}

void LocalApiDesk::note(quint16 port, const QString &error)
{
    m_port = port;
    m_error = error;
    if (port > 0)
        qCInfo(lcLocalApi) << "listening on 127.0.0.1 port" << port;
    else if (!error.isEmpty())
        qCWarning(lcLocalApi) << "not listening:" << error;
}

} // namespace tapeline
