#include "estimatedbars.h"

#include "barpath.h"
#include "heldsum.h"
#include "mergebars.h"
#include "tradebartape.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

EstimatedBars::EstimatedBars(const QString &symbol, Timeframe timeframe, Timeframe base)
    : m_symbol(symbol)
    , m_timeframe(timeframe)
    , m_base(base)
{
}

void EstimatedBars::forget()
{
    m_builder.reset();
    m_waiting.clear();
    m_older.clear();
    m_starts.clear();
    m_page.reset();
    m_earlier.clear();
    m_firstStart.reset();
    m_volume = {};
    m_trades = 0;
    m_hasVolume = false;
    m_provisionalFrom = {};
    m_isOutdated = false;
    m_isReset = true;
}

// --- what comes
// ------------------------------------------------------------------------------------------------

void EstimatedBars::add(const ChartUpdate &update)
{
    if (update.reset)
        forget();
    std::optional<std::vector<Timestamp>> gaps = update.gaps ? update.gaps : m_status.gaps;
    m_status = {};
    m_status.chart = update.chart;
    m_status.gaps = std::move(gaps);
    m_status.provisionalFrom = update.provisionalFrom;
    m_status.history = update.history;
    m_status.progress = update.progress;
    m_status.message = update.message;
    m_status.provider = update.provider;
    m_status.badge = update.badge;
    m_isDirty = true;
    for (const Candle &bar : update.bars)
        sort(bar);
    if (update.history == ChartUpdate::History::Loading)
        return;
    if (!m_builder && !m_waiting.empty())
        begin();
    else if (!m_older.empty() && !m_page)
        beginPage();
}

void EstimatedBars::sort(const Candle &bar)
{
    if (m_starts.empty() || bar.start > m_starts.back())
        m_waiting.insert_or_assign(bar.start, bar);
    else if (bar.start < m_starts.front())
        m_older.insert_or_assign(bar.start, bar);
    else if (!std::ranges::binary_search(m_starts, bar.start))
        m_isOutdated = true;
}

/// The newest live one is not over.
bool EstimatedBars::isSettled(const Candle &bar) const
{
    return m_status.provisionalFrom == Timestamp() || bar.start < m_status.provisionalFrom;
}

void EstimatedBars::begin()
{
    const auto priced
        = std::ranges::find_if(m_waiting, [](const auto &entry) { return entry.second.hasPrices; });
    if (priced == m_waiting.end())
        return;
    for (const auto &[start, bar] : m_waiting)
        noteSize(bar);
    m_builder.emplace(tradeBarOptions(m_symbol, m_timeframe, priced->second.open));
}

void EstimatedBars::beginPage()
{
    std::vector<Candle> bars;
    for (const auto &[start, bar] : std::exchange(m_older, {}))
        bars.push_back(bar);
    for (const Candle &bar : bars)
        noteSize(bar);
    TradeBarPage built(m_builder->options(), m_firstStart.value_or(m_starts.front()));
    m_page = std::make_unique<Page>(Page { std::move(bars), 0, std::move(built) });
}

void EstimatedBars::noteSize(const Candle &bar)
{
    m_hasVolume = m_hasVolume || bar.volume > Qty();
    if (bar.tradeCount <= 0)
        return;
    m_volume = heldSum(m_volume, bar.volume);
    m_trades += bar.tradeCount;
}

// --- building
// ------------------------------------------------------------------------------------------------

/// Bars of the stream do not tell how many trades they have: as many as their volume would have
/// elsewhere.
std::vector<BarPrint> EstimatedBars::pathOf(Candle bar)
{
    if (bar.tradeCount == 0 && m_trades > 0 && m_volume > Qty())
        bar.tradeCount = std::max<qint64>(
            qRound64(bar.volume.toDouble() / m_volume.toDouble() * double(m_trades)), 1);
    return barPath(bar, m_base.nominalLength(), m_builder->options().step);
}

bool EstimatedBars::hasWork() const
{
    return m_builder && !m_isOutdated
        && (m_page || (!m_waiting.empty() && isSettled(m_waiting.begin()->second)));
}

void EstimatedBars::work(int prints)
{
    while (prints > 0 && hasWork()) {
        if (!m_waiting.empty() && isSettled(m_waiting.begin()->second)) {
            const Candle bar = m_waiting.extract(m_waiting.begin()).mapped();
            m_starts.push_back(bar.start);
            for (const BarPrint &print : pathOf(bar))
                m_builder->add(print);
            prints -= barPathPrints(m_base.nominalLength());
        } else if (m_page->next < m_page->bars.size()) {
            for (const BarPrint &print : pathOf(m_page->bars[m_page->next++]))
                m_page->built.add(print);
            prints -= barPathPrints(m_base.nominalLength());
        } else {
            const bool isBuilt = m_page->built.build(prints);
            prints = 0;
            if (isBuilt)
                endPage();
        }
    }
    m_isDirty = true;
}

void EstimatedBars::endPage()
{
    std::vector<Timestamp> starts;
    starts.reserve(m_page->bars.size() + m_starts.size());
    for (const Candle &bar : m_page->bars)
        starts.push_back(bar.start);
    starts.insert(starts.end(), m_starts.begin(), m_starts.end());
    m_starts = std::move(starts);
    std::vector<Candle> bars = m_page->built.takeBars();
    if (!bars.empty())
        m_firstStart = bars.front().start;
    mergeBars(m_earlier, std::move(bars));
    m_page.reset();
    if (!m_older.empty() && m_status.history != ChartUpdate::History::Loading)
        beginPage();
}

// --- what is told
// ------------------------------------------------------------------------------------------------

/// Trades or volume that the bars of time do not tell, or do not have: an index has neither.
bool EstimatedBars::lacksSize() const
{
    if (!m_builder || m_builder->fullSize() == 0)
        return false;
    return m_timeframe.kind() == BarKind::Trades ? m_trades == 0 : !m_hasVolume;
}

QString EstimatedBars::noSizeText() const
{
    return m_timeframe.kind() == BarKind::Trades
        ? u"There is no number of trades for it: bars of time, range and Renko can be shown."_s
        : u"There is no volume of it: bars of time, range and Renko can be shown."_s;
}

ChartUpdate EstimatedBars::take()
{
    ChartUpdate update = m_status;
    m_status.gaps.reset();
    m_isDirty = false;
    update.reset = std::exchange(m_isReset, false);
    if (hasWork())
        update.history = ChartUpdate::History::Loading;
    if (!m_builder)
        return update;
    update.bars = m_builder->takeEnded();
    if (!update.bars.empty())
        m_provisionalFrom = update.bars.back().start + Duration(1);
    if (const std::optional<Candle> &forming = m_builder->forming()) {
        update.bars.push_back(*forming);
        m_provisionalFrom = forming->start;
    }
    if (!m_firstStart && !update.bars.empty())
        m_firstStart = update.bars.front().start;
    mergeBars(update.bars, std::exchange(m_earlier, {}));
    update.provisionalFrom = m_provisionalFrom;
    if (lacksSize()) {
        update.bars.clear();
        update.message = noSizeText();
    }
    return update;
}

} // namespace tapeline
