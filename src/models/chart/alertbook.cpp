#include "alertbook.h"

#include <QJsonDocument>
#include <QLoggingCategory>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcAlerts, "tapeline.alerts")

const QString alertKind = u"alert"_s;
const QString logKind = u"alert-log"_s;
const QString settingsKind = u"alert-settings"_s;
const QString settingsName = u"alerts"_s;
constexpr auto soundsKey = "sounds"_L1;
constexpr auto notificationsKey = "notifications"_L1;

QByteArray bodyOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QString firingName(quint64 number)
{
    return QString::number(number);
}

/// 0 where it is none that a book gives.
qint64 numberOf(QStringView name)
{
    constexpr qint64 most = 1'000'000'000'000'000;
    const qint64 number = name.toLongLong();
    return number > 0 && number < most ? number : 0;
}

} // namespace

AlertBook::AlertBook(DocumentStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    load();
    loadLog();
    loadSettings();
}

// --- what is kept
// ------------------------------------------------------------------------------------------------

void AlertBook::load()
{
    const Result<QList<DeskDocument>> documents = m_store.documents(alertKind);
    if (!documents) {
        m_trouble = documents.error().detail;
        return;
    }
    m_areAlertsRead = true;
    for (const DeskDocument &document : *documents) {
        m_highestId = std::max(m_highestId, numberOf(QStringView(document.name).mid(1)));
        Result<ChartAlert> alert
            = ChartAlert::fromJson(QJsonDocument::fromJson(document.body).object());
        if (alert && alert->id == document.name) {
            m_alerts.push_back(*std::move(alert));
            continue;
        }
        ++m_damaged;
        qCInfo(lcAlerts) << "left out alert" << document.name
                         << (alert ? u"its name is not its id"_s : alert.error().detail);
    }
}

/// What fired last is told by the log, should the program have ended before the alert knew of it.
void AlertBook::loadLog()
{
    const Result<QList<DeskDocument>> documents = m_store.documents(logKind);
    if (!documents) {
        m_trouble = documents.error().detail;
        return;
    }
    m_isLogRead = true;
    for (const DeskDocument &document : *documents) {
        m_nextNumber = std::max(m_nextNumber, quint64(numberOf(document.name)) + 1);
        Result<AlertFiring> firing
            = AlertFiring::fromJson(QJsonDocument::fromJson(document.body).object());
        if (firing && firingName(firing->number) == document.name)
            m_log.push_back(*std::move(firing));
        else
            ++m_damaged;
    }
    std::ranges::sort(m_log, {}, &AlertFiring::number);
    for (const AlertFiring &firing : m_log) {
        ChartAlert *alert = own(firing.alert.id);
        if (!alert || alert->created != firing.alert.created || firing.time <= alert->lastFired)
            continue;
        alert->lastFired = firing.time;
        alert->lastBar = firing.barStart;
        if (alert->isActive() && alert->when == AlertWhen::Once)
            alert->state = AlertState::Fired;
    }
}

void AlertBook::loadSettings()
{
    const Result<QList<DeskDocument>> documents = m_store.documents(settingsKind);
    if (!documents || documents->isEmpty())
        return;
    const QJsonObject json = QJsonDocument::fromJson(documents->front().body).object();
    m_settings.sounds = json[soundsKey].toBool(true);
    m_settings.notifications = json[notificationsKey].toBool(true);
}

void AlertBook::setSettings(const AlertSettings &settings)
{
    if (m_settings == settings)
        return;
    m_settings = settings;
    note(m_store.put(settingsKind,
                     { settingsName,
                       bodyOf({ { soundsKey, settings.sounds },
                                { notificationsKey, settings.notifications } }) }),
         {});
    emit settingsChanged();
}

void AlertBook::save(const ChartAlert &alert)
{
    note(m_store.put(alertKind, { alert.id, bodyOf(alert.toJson()) }), alert.id);
}

/// document: the alert it is of; empty for one of the log, which is not tried again.
void AlertBook::note(const Result<void> &saved, const QString &document)
{
    if (saved) {
        m_unsaved.remove(document);
        if (!m_unsaved.isEmpty())
            return retryUnsaved();
    } else if (!document.isEmpty()) {
        m_unsaved.insert(document);
    }
    const QString trouble = saved ? QString() : saved.error().detail;
    if (std::exchange(m_trouble, trouble) != trouble)
        emit troubleChanged(trouble);
}

/// The store takes documents again.
void AlertBook::retryUnsaved()
{
    for (const QString &id : QSet<QString>(std::exchange(m_unsaved, {}))) {
        const ChartAlert *alert = find(id);
        note(alert ? m_store.put(alertKind, { id, bodyOf(alert->toJson()) })
                   : m_store.remove(alertKind, id),
             id);
    }
}

// --- what there is
// ------------------------------------------------------------------------------------------------

ChartAlert *AlertBook::own(const QString &id)
{
    const auto found = std::ranges::find(m_alerts, id, &ChartAlert::id);
    return found == m_alerts.end() ? nullptr : &*found;
}

const ChartAlert *AlertBook::find(const QString &id) const
{
    const auto found = std::ranges::find(m_alerts, id, &ChartAlert::id);
    return found == m_alerts.end() ? nullptr : &*found;
}

int AlertBook::activeCount() const
{
    return int(std::ranges::count_if(m_alerts, &ChartAlert::isActive));
}

void AlertBook::setMarket(DataSource source, Timestamp now)
{
    m_now = now;
    if (std::exchange(m_source, source) != source)
        emit changed(); // others are meant now
}

/// One more than the highest there is, in the log and among what could not be read too: an id never
/// means two alerts.
QString AlertBook::freshId() const
{
    qint64 highest = m_areAlertsRead ? m_highestId : std::max<qint64>(1, toMs(m_now));
    const auto look = [&highest](const ChartAlert &alert) {
        highest = std::max(highest, numberOf(QStringView(alert.id).mid(1)));
    };
    std::ranges::for_each(m_alerts, look);
    for (const AlertFiring &firing : m_log)
        look(firing.alert);
    return u'a' + QString::number(highest + 1);
}

Result<void> AlertBook::checkRoom(const QString &except) const
{
    const ChartAlert *old = find(except);
    if (activeCount() - (old && old->isActive() ? 1 : 0) < mostActive)
        return {};
    return Error { Error::Code::InvalidArgument,
                   tr("%n alert(s) are active, more cannot be watched. Pause or delete one first.",
                      nullptr, mostActive) };
}

void AlertBook::activate(ChartAlert &alert) const
{
    alert.state = AlertState::Active;
    alert.source = m_source;
    if (alert.expiry && *alert.expiry <= m_now)
        alert.expiry.reset();
}

Result<QString> AlertBook::add(ChartAlert alert)
{
    if (const Result<void> checked = alert.check(); !checked)
        return checked.error();
    if (const Result<void> room = checkRoom({}); !room)
        return room.error();
    alert.id = freshId();
    alert.created = m_now;
    alert.lastFired = {};
    alert.lastBar = {};
    activate(alert);
    const QString id = alert.id;
    m_alerts.push_back(std::move(alert));
    save(m_alerts.back());
    emit changed();
    return id;
}

Result<void> AlertBook::change(ChartAlert alert)
{
    ChartAlert *old = own(alert.id);
    if (!old)
        return Error { Error::Code::NotFound, tr("The alert is not there any more.") };
    if (const Result<void> checked = alert.check(); !checked)
        return checked.error();
    if (const Result<void> room = checkRoom(alert.id); !room)
        return room.error();
    alert.created = old->created;
    alert.lastFired = old->lastFired;
    alert.lastBar = {};
    activate(alert);
    *old = std::move(alert);
    save(*old);
    emit changed();
    return {};
}

Result<void> AlertBook::moveTo(const QString &id, double level)
{
    const ChartAlert *old = find(id);
    if (!old)
        return Error { Error::Code::NotFound, tr("The alert is not there any more.") };
    ChartAlert moved = *old;
    moved.against = AlertValue::atLevel(level);
    return change(std::move(moved));
}

Result<void> AlertBook::setActive(const QString &id, bool active)
{
    ChartAlert *alert = own(id);
    if (!alert)
        return Error { Error::Code::NotFound, tr("The alert is not there any more.") };
    if (active == alert->isActive())
        return {};
    if (active)
        return change(*alert);
    alert->state = AlertState::Paused;
    save(*alert);
    emit changed();
    return {};
}

void AlertBook::remove(const QString &id)
{
    const auto found = std::ranges::find(m_alerts, id, &ChartAlert::id);
    if (found == m_alerts.end())
        return;
    m_alerts.erase(found);
    m_watching.remove(id);
    note(m_store.remove(alertKind, id), id);
    emit changed();
}

void AlertBook::expire()
{
    bool any = false;
    for (ChartAlert &alert : m_alerts) {
        if (!alert.isActive() || alert.source != m_source || !alert.expiry || *alert.expiry > m_now)
            continue;
        alert.state = AlertState::Expired;
        save(alert);
        any = true;
    }
    if (any)
        emit changed();
}

// --- what fired
// ------------------------------------------------------------------------------------------------

void AlertBook::fire(AlertFiring firing)
{
    ChartAlert *alert = own(firing.alert.id);
    if (!alert || !alert->isActive())
        return;
    alert->lastFired = firing.time;
    alert->lastBar = firing.barStart;
    if (alert->when == AlertWhen::Once)
        alert->state = AlertState::Fired;
    if (!m_isLogRead) // beyond any that may be there
        m_nextNumber = std::max(m_nextNumber, quint64(std::max<qint64>(1, toMs(firing.time))));
    firing.number = m_nextNumber++;
    firing.alert = *alert;
    m_log.push_back(firing);
    note(m_store.put(logKind, { firingName(firing.number), bodyOf(firing.toJson()) }), {});
    for (; m_log.size() > mostFirings; m_log.pop_front())
        note(m_store.remove(logKind, firingName(m_log.front().number)), {});
    save(*alert);
    emit changed();
    emit logChanged();
    emit fired(firing);
}

void AlertBook::clearLog()
{
    if (m_log.empty())
        return;
    m_log.clear();
    note(m_store.replaceAll(logKind, {}), {});
    emit logChanged();
}

void AlertBook::setWatching(const QString &id, const Watching &watching)
{
    if (!find(id) || m_watching.value(id) == watching)
        return;
    m_watching.insert(id, watching);
    emit watchingChanged(id);
}

} // namespace tapeline
