#include "alertbinding.h"

#include "alertcommands.h"
#include "alertdrawings.h"
#include "alertnews.h"
#include "alertspanel.h"
#include "alertwatch.h"
#include "chartopener.h"
#include "desksession.h"
#include "mainwindow.h"
#include "marketdispatcher.h"
#include "panelregistry.h"
#include "planwords.h"
#include "symbology.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostEarlierPages = 24; // a month of minutes for a drawing; indicators need few

} // namespace

AlertBinding::AlertBinding(const Parts &parts)
    : m_session(parts.session)
    , m_calendar(parts.calendar)
    , m_book(parts.documents)
{
    connect(&m_book, &AlertBook::changed, this, &AlertBinding::watchAll);
    connect(&parts.dispatcher, &MarketDispatcher::statusChanged, this, &AlertBinding::takeStatus);
    connect(&parts.dispatcher, &MarketDispatcher::chartChanged, this, &AlertBinding::take);
}

AlertBinding::~AlertBinding()
{
    for (const auto &[subject, feed] : m_feeds)
        m_session.closeChart(feed.chart);
}

void AlertBinding::setDrawings(FindDrawing find)
{
    m_findDrawing = std::move(find);
    for (const auto &[subject, feed] : m_feeds)
        feed.watch->setDrawings(m_findDrawing);
    watchAll();
}

void AlertBinding::registerPanel(PanelRegistry &panels)
{
    panels.add({ u"alerts"_s, [] { return AlertsPanel::tr("Alerts"); }, u"bell"_s,
                 [this](const PanelContext &context) {
                     auto *panel = new AlertsPanel(context, m_book);
                     if (m_findDrawing)
                         panel->setDrawingNames(drawingNames(m_findDrawing));
                     connect(panel, &AlertsPanel::showRequested, this, &AlertBinding::show);
                     return panel;
                 } });
}

void AlertBinding::addTo(MainWindow &window, AlertSound &sound, DesktopNotifier &notifier)
{
    m_window = &window;
    auto *news = new AlertNews({ window.theme(), m_book, sound, notifier }, &window);
    if (m_findDrawing)
        news->setDrawingNames(drawingNames(m_findDrawing));
    window.addNotice(news->bar());
    connect(news, &AlertNews::showRequested, this, &AlertBinding::show);
    addAlertCommands(window.commands());
}

void AlertBinding::show(const AlertFiring &firing)
{
    if (m_window)
        showInChart(*m_window, firing.alert.symbol, firing.alert.timeframe, firing.time);
}

// --- watching
// ------------------------------------------------------------------------------------------------

/// Opens what active alerts need, and closes what none needs any more.
void AlertBinding::watchAll()
{
    std::map<Subject, std::vector<ChartAlert>> wanted;
    for (const ChartAlert &alert : m_book.alerts())
        if (alert.isActive() && m_hasStatus && whyNot(alert).isEmpty())
            wanted[{ alert.symbol, alert.watchedTimeframe() }].push_back(alert);
    std::erase_if(m_feeds, [&](const auto &entry) {
        if (wanted.contains(entry.first))
            return false;
        m_session.closeChart(entry.second.chart);
        entry.second.watch->disconnect(this);
        entry.second.watch->deleteLater(); // it may be telling of what fired
        return true;
    });
    for (const auto &[subject, alerts] : wanted) {
        if (!m_feeds.contains(subject))
            open(subject);
        Feed &feed = m_feeds.at(subject);
        feed.watch->setAlerts(alerts);
        loadEarlier(feed);
    }
    tellAll();
}

void AlertBinding::open(const Subject &subject)
{
    auto *watch = new AlertWatch(subject.first, subject.second, m_calendar, this);
    watch->setDrawings(m_findDrawing);
    connect(watch, &AlertWatch::fired, this,
            [this, watch](const AlertFiring &firing) { fire(*watch, firing); });
    m_feeds.insert_or_assign(subject,
                             Feed { m_session.openChart(subject.first, subject.second), watch });
}

void AlertBinding::takeStatus(const SessionStatus &status)
{
    const bool isOther = !m_hasStatus || status.source != m_status.source
        || status.capabilities != m_status.capabilities;
    m_status = status;
    m_hasStatus = true;
    m_book.setMarket(status.source, status.marketTime);
    m_book.expire();
    if (isOther)
        watchAll();
    QList<QPointer<AlertWatch>> watches; // what fires may close some
    for (const auto &[subject, feed] : m_feeds)
        watches.append(feed.watch);
    for (const QPointer<AlertWatch> &watch : watches)
        if (watch) {
            const DataBadge badge = watch->series().badge();
            watch->setMarket(isLive(*watch, badge), status.marketTime - delayOf(*watch, badge));
        }
    tellAll();
}

void AlertBinding::take(const ChartUpdate &update)
{
    const auto found = std::ranges::find_if(
        m_feeds, [&](const auto &entry) { return entry.second.chart == update.chart; });
    if (found == m_feeds.end())
        return;
    const Subject subject = found->first;
    AlertWatch &watch = *found->second.watch;
    if (update.reset)
        found->second.earlierPages = 0;
    // What the badge says of these bars comes first
    watch.setMarket(isLive(watch, update.badge),
                    m_status.marketTime - delayOf(watch, update.badge));
    watch.apply(update);
    const auto feed = m_feeds.find(subject); // what fired may have been the last
    if (feed == m_feeds.end())
        return;
    feed->second.isAsking = false;
    loadEarlier(feed->second);
    tellAll();
}

void AlertBinding::loadEarlier(Feed &feed)
{
    if (feed.isAsking || !feed.watch->needsEarlier() || feed.earlierPages >= mostEarlierPages)
        return;
    feed.isAsking = true;
    ++feed.earlierPages;
    m_session.loadEarlier(feed.chart);
}

void AlertBinding::fire(const AlertWatch &watch, AlertFiring firing)
{
    firing.delay = delayOf(watch, watch.series().badge());
    m_book.fire(std::move(firing));
}

// --- how they are watched
// ------------------------------------------------------------------------------------------------

bool AlertBinding::isLive(const AlertWatch &watch, const DataBadge &badge) const
{
    const auto assetClass = std::size_t(watch.series().assetClass());
    return m_hasStatus && m_status.streams[assetClass] == StreamState::Live && !badge.stale;
}

Duration AlertBinding::delayOf(const AlertWatch &watch, const DataBadge &badge) const
{
    const bool isDelayed = badge.recency == Recency::Delayed;
    return isDelayed ? Capabilities::delay(productOf(watch.series().assetClass()))
                     : Duration::zero();
}

/// Empty where it can be watched.
QString AlertBinding::whyNot(const ChartAlert &alert) const
{
    if (alert.source != m_status.source) {
        switch (alert.source) {
        case DataSource::Live:
            return tr("It waits for the live market.");
        case DataSource::Simulated:
            return tr("It waits for the simulated market, on which it was made.");
        case DataSource::Replay:
            return tr("It waits for a recording to be played.");
        }
    }
    if (alert.against.kind == AlertValue::Kind::Drawing
        && !(m_findDrawing && m_findDrawing(alert.symbol, alert.against.drawing)))
        return tr("Its drawing is not there any more.");
    const Product product = productOf(symbology::classOf(alert.symbol));
    if (m_status.source != DataSource::Replay
        && !m_status.capabilities.has(product, DataKind::StreamBars))
        return planLacksText(product, DataKind::StreamBars);
    return {};
}

/// Empty where it is watched.
QString AlertBinding::whyNotYet(const Feed &feed, const ChartAlert &alert) const
{
    const AlertWatch &watch = *feed.watch;
    if (watch.isWatching() && watch.reachesDrawing(alert))
        return {};
    if (watch.isWatching())
        return watch.needsEarlier() && feed.earlierPages < mostEarlierPages
            ? tr("The bars back to its drawing are being loaded.")
            : tr("Its drawing begins before the bars that can be loaded: on longer bars it can be "
                 "watched.");
    if (!watch.isLoaded())
        return tr("Its bars are being loaded.");
    if (watch.series().isEmpty())
        return watch.series().message().isEmpty()
            ? tr("There are no bars of %1 yet.").arg(watch.symbol())
            : watch.series().message();
    return tr("The stream is not live: it goes on when prices are fresh again.");
}

void AlertBinding::tellAll()
{
    for (const ChartAlert &alert : m_book.alerts()) {
        AlertBook::Watching watching;
        if (alert.isActive() && m_hasStatus) {
            watching.why = whyNot(alert);
            const auto feed = m_feeds.find({ alert.symbol, alert.watchedTimeframe() });
            if (watching.why.isEmpty() && feed != m_feeds.end())
                watching.why = whyNotYet(feed->second, alert);
            watching.isWatched = watching.why.isEmpty();
        }
        m_book.setWatching(alert.id, watching);
    }
}

} // namespace tapeline
