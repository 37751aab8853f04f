#include "comparison.h"

#include "instrument.h"
#include "symbology.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto symbolKey = "symbol"_L1;
constexpr auto tintKey = "tint"_L1;
constexpr auto shownKey = "shown"_L1;
constexpr int tints = 8; // that lines of charts have
/// Within the day, week or month of a bar, however early its class of instruments begins them.
constexpr Duration intoWindow = std::chrono::hours(12);

} // namespace

Comparison::Comparison(const ChartSeries &bars, const QString &symbol, int tint, QObject *parent)
    : QObject(parent)
    , m_bars(bars)
    , m_symbol(symbol)
    , m_tint(tint)
    , m_closes(bars, { [this](Key key, const OhlcRun *) { return matched(key); }, false })
{
    connect(&m_series, &ChartSeries::changed, this, &Comparison::follow);
}

/// The close of the other symbol's bar of the same window.
OhlcRun Comparison::matched(Key key)
{
    const Timeframe timeframe = m_bars.timeframe();
    Timestamp time = m_bars.start(key);
    const bool sameWindows = timeframe.isIntraday() && m_bars.assetClass() == m_series.assetClass();
    if (timeframe.isTimed() && !sameWindows)
        time = timeframe.windowStart(timeframe.isIntraday() ? time : time + intoWindow,
                                     m_series.assetClass());
    // One after the other as a rule: then the next one is the one
    const auto isIt = [&](Key at) { return m_series.contains(at) && m_series.start(at) == time; };
    if (!isIt(m_next))
        m_next = timeframe.isTimed() ? m_series.keyAtOrAfter(time) : m_series.keyHolding(time);
    OhlcRun flat;
    if (!m_series.contains(m_next) || (timeframe.isTimed() && m_series.start(m_next) != time))
        return flat;
    if (const OhlcRun &bar = m_series.run(m_next); !bar.isEmpty())
        flat.open = flat.high = flat.low = flat.close = bar.close;
    ++m_next;
    return flat;
}

void Comparison::follow(const ChartSeries::Change &change)
{
    if (change.status)
        emit statusChanged();
    if (!change.reset && change.older == 0 && change.newer == 0 && !change.hasReplaced())
        return;
    const Timestamp known = m_firstStart;
    m_firstStart = m_series.isEmpty() ? Timestamp() : m_series.start(m_series.firstKey());
    const Key oldFirst = m_series.firstKey() + change.older;
    const bool moved
        = change.older > 0 && (!m_series.contains(oldFirst) || m_series.start(oldFirst) != known);
    if (change.reset || moved || m_series.size() == change.newer) {
        m_closes.restart();
        emit valuesChanged(false);
        return;
    }
    // The bars that may be of the same windows as other ones
    const bool untimed = !m_bars.timeframe().isTimed();
    const Duration reach = m_bars.timeframe().isIntraday() ? Duration() : 2 * intoWindow;
    bool tailOnly = true;
    const auto remake = [&](Timestamp from, Timestamp to) {
        const Key first = m_bars.keyAtOrAfter(from - reach);
        tailOnly = tailOnly && first >= m_bars.lastKey();
        m_closes.remake(first, untimed ? m_bars.lastKey() : m_bars.keyAtOrAfter(to + reach));
    };
    if (change.older > 0)
        remake(m_firstStart, known);
    if (change.hasReplaced())
        remake(m_series.start(change.replacedFrom), m_series.start(change.replacedTo));
    if (change.newer > 0)
        remake(m_series.start(m_series.lastKey() - change.newer + 1),
               m_series.start(m_series.lastKey()));
    emit valuesChanged(tailOnly);
}

bool Comparison::takeSlice()
{
    m_closes.extend();
    emit valuesChanged(false);
    return !m_closes.isComplete();
}

double Comparison::baseOf(Key first, Key last) const
{
    const OhlcRun all = m_closes.over(first, last);
    return all.isEmpty() ? 0 : all.open;
}

std::optional<double> Comparison::valueAt(Key key) const
{
    const auto found = lastWithPrices(m_closes.pyramid(), key + 1 - m_closes.firstKey());
    return found ? std::optional(m_closes.pyramid().at(*found).close) : std::nullopt;
}

// --- all of them ----------------------------------------------------------------------------

Comparisons::Comparisons(const ChartSeries &bars, QObject *parent)
    : QObject(parent)
    , m_bars(bars)
{
    m_slices.setInterval(0);
    connect(&m_slices, &QTimer::timeout, this, [this] {
        bool more = false;
        for (const auto &comparison : m_all)
            if (!comparison->closes().isComplete())
                more = comparison->takeSlice() || more;
        if (!more)
            m_slices.stop();
    });
}

Comparison *Comparisons::find(const QString &symbol) const
{
    const auto found = std::ranges::find(
        m_all, symbol, [](const auto &comparison) { return comparison->symbol(); });
    return found == m_all.end() ? nullptr : found->get();
}

int Comparisons::freeTint() const
{
    // The first one last: the chart's own line has much the same colour
    for (int next = 1; next <= tints; ++next) {
        const int tint = next % tints;
        if (std::ranges::none_of(
                m_all, [tint](const auto &comparison) { return comparison->tint() == tint; }))
            return tint;
    }
    return 0;
}

bool Comparisons::add(const QString &symbol)
{
    if (symbol == m_bars.symbol() || !add(symbol, freeTint(), true))
        return false;
    emit chosen();
    emit listChanged();
    return true;
}

bool Comparisons::add(const QString &symbol, int tint, bool shown)
{
    if (symbol.isEmpty() || find(symbol) || m_all.size() == std::size_t(most))
        return false;
    m_all.push_back(std::make_unique<Comparison>(m_bars, symbol, tint));
    Comparison &comparison = *m_all.back();
    comparison.m_shown = shown;
    connect(&comparison, &Comparison::valuesChanged, this, [this, &comparison](bool tailOnly) {
        if (!comparison.closes().isComplete())
            m_slices.start();
        emit valuesChanged(tailOnly);
    });
    connect(&comparison, &Comparison::statusChanged, this, &Comparisons::statusChanged);
    emit added(comparison);
    return true;
}

void Comparisons::remove(const QString &symbol)
{
    const auto found = std::ranges::find(
        m_all, symbol, [](const auto &comparison) { return comparison->symbol(); });
    if (found == m_all.end())
        return;
    const std::unique_ptr<Comparison> gone = std::move(*found);
    m_all.erase(found);
    emit removed(*gone);
    emit listChanged();
}

void Comparisons::setShown(const QString &symbol, bool shown)
{
    Comparison *comparison = find(symbol);
    if (!comparison || comparison->m_shown == shown)
        return;
    comparison->m_shown = shown;
    emit listChanged();
}

void Comparisons::update(const ChartSeries::Change &change)
{
    for (const auto &comparison : m_all) {
        comparison->update(change);
        if (!comparison->closes().isComplete())
            m_slices.start();
    }
}

QJsonArray Comparisons::toJson() const
{
    QJsonArray json;
    for (const auto &comparison : m_all)
        json.append(QJsonObject { { symbolKey, comparison->symbol() },
                                  { tintKey, comparison->tint() },
                                  { shownKey, comparison->isShown() } });
    return json;
}

void Comparisons::fromJson(const QJsonArray &json)
{
    while (!m_all.empty())
        remove(m_all.back()->symbol());
    for (const QJsonValue &value : json) {
        const QJsonObject item = value.toObject();
        add(item.value(symbolKey).toString(),
            std::clamp(item.value(tintKey).toInt(freeTint()), 0, tints - 1),
            item.value(shownKey).toBool(true));
    }
    emit listChanged();
}

} // namespace tapeline
