#include "alertwatch.h"

#include "instrument.h"
#include "symbology.h"

#include <algorithm>

namespace tapeline {

namespace {

constexpr AlertWatch::Key barsToLearnFrom = 64; // the side of the last that was not on the line

} // namespace

AlertWatch::AlertWatch(const QString &symbol, Timeframe timeframe, const MarketCalendar &calendar,
                       QObject *parent)
    : QObject(parent)
    , m_inputs(m_series, calendar)
{
    m_series.setInstrument(symbol, timeframe, instrumentDecimals(symbol),
                           symbology::classOf(symbol));
    connect(&m_series, &ChartSeries::changed, this, &AlertWatch::onChanged);
}

void AlertWatch::setAlerts(const std::vector<ChartAlert> &alerts)
{
    m_inputs.setAlerts(alerts);
    std::vector<Watched> before = std::exchange(m_watched, {});
    for (const ChartAlert &alert : alerts) {
        const auto same = std::ranges::find_if(before, [&alert](const Watched &each) {
            ChartAlert own = each.alert; // but for what a firing changes
            own.lastFired = alert.lastFired;
            own.lastBar = alert.lastBar;
            return own == alert;
        });
        Watched watched { alert, LineTrackers(alert.condition) };
        if (same != before.end()) {
            watched.trackers = same->trackers;
            watched.points = same->points;
            watched.style = same->style;
        }
        m_watched.push_back(std::move(watched));
    }
    look();
}

void AlertWatch::setMarket(bool live, Timestamp now)
{
    m_now = now;
    if (std::exchange(m_isLive, live) != live)
        begin();
    look();
}

void AlertWatch::apply(const ChartUpdate &update)
{
    m_series.apply(update);
}

void AlertWatch::onChanged(const ChartSeries::Change &change)
{
    m_inputs.follow(change);
    const bool wasLoaded = m_isLoaded;
    if (change.reset)
        m_isLoaded = false;
    m_isLoaded = m_isLoaded || m_series.history() != ChartUpdate::History::Loading;
    if (change.reset || m_isLoaded != wasLoaded)
        begin();
    if (change.older > 0)
        breakOffDrawings();
    look();
}

/// From now on; what was before is not known.
void AlertWatch::begin()
{
    m_from = m_now;
    m_look.reset();
    m_closed.reset();
    for (Watched &watched : m_watched)
        watched.trackers.breakOff();
}

void AlertWatch::breakOffDrawings()
{
    for (Watched &watched : m_watched)
        if (watched.alert.against.kind == AlertValue::Kind::Drawing)
            watched.trackers.breakOff();
}

bool AlertWatch::reachesDrawings() const
{
    return std::ranges::all_of(m_watched,
                               [this](const Watched &each) { return reachesDrawing(each.alert); });
}

// --- looks
// ------------------------------------------------------------------------------------------------

void AlertWatch::look()
{
    if (!isWatching())
        return;
    lookAtAll();
    // Who hears of one may set other alerts
    for (const AlertFiring &firing : std::exchange(m_fired, {}))
        emit fired(firing);
}

void AlertWatch::followDrawings()
{
    for (Watched &watched : m_watched)
        if (const Drawing *drawing = m_inputs.drawingOf(watched.alert);
            drawing && (watched.points != drawing->points || watched.style != drawing->style)) {
            watched.points = drawing->points;
            watched.style = drawing->style;
            watched.trackers.breakOff();
        }
}

void AlertWatch::lookAtAll()
{
    followDrawings();
    const Key last = m_series.lastKey();
    const Key seen = m_look ? m_series.keyAtOrAfter(m_look->start) : last;
    for (Key key = std::max(seen, m_series.firstKey()); key <= last; ++key)
        if (key == last || endOf(key) > m_from)
            lookAt(key);
    const Key complete = isComplete(last) ? last : last - 1;
    const Key closed = m_closed ? m_series.keyAtOrAfter(*m_closed) + 1 : complete;
    for (Key key = std::max(closed, m_series.firstKey()); key <= complete; ++key) {
        if (endOf(key) > m_from)
            lookAtClose(key);
        m_closed = m_series.start(key);
    }
    if (!m_closed && m_series.contains(complete))
        m_closed = m_series.start(complete);
}

void AlertWatch::lookAt(Key key)
{
    const std::optional<Way> way = wayAt(key);
    if (!way)
        return;
    const Timestamp start = m_series.start(key);
    const Timestamp time = std::clamp(m_now, start, std::max(endOf(key), start));
    for (Watched &watched : m_watched) {
        if (watched.alert.when == AlertWhen::OncePerBarClose)
            continue;
        const std::vector<AlertReading> lines = m_inputs.at(watched.alert, key);
        watched.trackers.setCount(lines.size());
        for (std::size_t line = 0; line < lines.size(); ++line)
            for (const AlertReading &reading : readings(watched.alert, lines[line], *way))
                if (watched.trackers.of(line).take(reading))
                    fire(watched, key, reading, time);
    }
}

/// Nothing for a bar without prices.
std::optional<AlertWatch::Way> AlertWatch::wayAt(Key key)
{
    const OhlcRun &run = m_series.run(key);
    if (run.isEmpty())
        return std::nullopt;
    const Timestamp start = m_series.start(key);
    const bool isNew = !m_look || m_look->start != start;
    const Look before
        = isNew ? Look { start, run.open, run.open, run.open, m_look && start >= m_from } : *m_look;
    m_look = Look { start, run.low, run.high, run.close, before.isWhole };
    Way way { .from = before.price, .price = run.close };
    if (!before.isWhole || !m_series.gaps(key, key).empty())
        return way;
    if (isNew)
        way.open = run.open;
    if (run.low < before.low)
        way.low = run.low;
    if (run.high > before.high)
        way.high = run.high;
    return way;
}

/// What one line was compared with since the look before.
/// Of a new low and a new high nobody knows which was first: the one that is on the side of the
/// price before, so that nothing is told that may not have been.
std::vector<AlertReading> AlertWatch::readings(const ChartAlert &alert, const AlertReading &line,
                                               const Way &way) const
{
    if (!alert.isOfPriceAlone())
        return { line };
    std::vector<AlertReading> all;
    const auto at = [&line](double price) { return AlertReading { price, line.low, line.high }; };
    const auto add = [&](const std::optional<double> &price) {
        if (price)
            all.push_back(at(*price));
    };
    add(way.open);
    if (way.low && way.high) {
        const int before = at(way.from).side();
        const int now = at(way.price).side();
        const bool isLowFirst = before < 0 || (before == 0 && now >= 0);
        add(isLowFirst ? way.low : way.high);
        add(isLowFirst ? way.high : way.low);
    } else {
        add(way.low);
        add(way.high);
    }
    add(way.price);
    return all;
}

void AlertWatch::lookAtClose(Key key)
{
    if (m_series.run(key).isEmpty())
        return;
    const Timestamp time = m_series.timeframe().isTimed() ? endOf(key) : m_now;
    for (Watched &watched : m_watched)
        if (watched.alert.when == AlertWhen::OncePerBarClose)
            if (const std::optional<AlertReading> reading = closing(watched, key))
                fire(watched, key, *reading, time);
}

/// What came about with this bar, where it is what is waited for. Sides are those of the bars
/// before it.
std::optional<AlertReading> AlertWatch::closing(Watched &watched, Key key) const
{
    watched.trackers.breakOff();
    const Key first = std::max(m_series.firstKey(), key - barsToLearnFrom);
    switch (watched.alert.condition) {
    case AlertCondition::Crossing:
    case AlertCondition::CrossingUp:
    case AlertCondition::CrossingDown:
    case AlertCondition::Entering:
    case AlertCondition::Leaving:
        for (Key before = first; before < key; ++before) {
            if (followsHole(before))
                watched.trackers.breakOff();
            if (!m_series.run(before).isEmpty())
                watched.trackers.take(m_inputs.at(watched.alert, before));
        }
        break;
    case AlertCondition::Above:
    case AlertCondition::Below:
    case AlertCondition::Rising:
    case AlertCondition::Falling:
        break;
    }
    if (followsHole(key))
        watched.trackers.breakOff();
    return watched.trackers.take(m_inputs.at(watched.alert, key));
}

bool AlertWatch::isComplete(Key key) const
{
    return key < m_series.lastKey()
        || (m_series.timeframe().isTimed() && endOf(key) + completeAfter <= m_now);
}

/// Where time does not end bars, the start of the next one, or now.
Timestamp AlertWatch::endOf(Key key) const
{
    if (m_series.timeframe().isTimed())
        return m_series.timeframe().nextWindow(m_series.start(key), m_series.assetClass());
    return key < m_series.lastKey() ? m_series.start(key + 1) : m_now;
}

/// Bars before it are missing.
bool AlertWatch::followsHole(Key key) const
{
    return key > m_series.firstKey() && !m_series.gaps(key, key).empty()
        && endOf(key - 1) < m_series.start(key);
}

void AlertWatch::fire(Watched &watched, Key key, const AlertReading &reading, Timestamp time)
{
    ChartAlert &alert = watched.alert;
    const Timestamp start = m_series.start(key);
    if (watched.hasEnded || (alert.expiry && *alert.expiry <= time)
        || (alert.when != AlertWhen::Once && alert.lastBar == start))
        return;
    watched.hasEnded = alert.when == AlertWhen::Once;
    alert.lastFired = time;
    alert.lastBar = start;
    const double against
        = reading.value < (reading.low + reading.high) / 2 ? reading.low : reading.high;
    AlertFiring firing;
    firing.alert = alert;
    firing.time = time;
    firing.barStart = start;
    firing.value = reading.value;
    firing.against = against;
    m_fired.push_back(std::move(firing));
}

} // namespace tapeline
