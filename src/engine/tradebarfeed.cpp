#include "tradebarfeed.h"

#include "mergebars.h"
#include "symbology.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

TradeBarJoin::TradeBarJoin(const QString &symbol, Timeframe timeframe,
                           const MarketCalendar &calendar)
    : TickJoin(symbology::classOf(symbol), [symbol, timeframe, &calendar] {
        return std::make_unique<TradeBarTape>(symbol, timeframe, calendar);
    })
{
}

TradeBarFeed::TradeBarFeed(quint64 id, const QString &symbol, Timeframe timeframe,
                           const MarketCalendar &calendar)
    : m_id(id)
    , m_symbol(symbol)
    , m_timeframe(timeframe)
    , m_assetClass(symbology::classOf(symbol))
    , m_calendar(calendar)
    , m_trades(m_assetClass, calendar)
    , m_join(symbol, timeframe, calendar)
{
}

void TradeBarFeed::setWithoutHistory(bool isLate)
{
    m_isWithoutHistory = true;
    m_isLate = isLate;
    m_join.addHistory(nullptr);
}

// --- earlier pages
// ------------------------------------------------------------------------------------------------

/// The rest of the day before what is loaded, or the day before that.
std::optional<TimeRange> TradeBarFeed::beginEarlier()
{
    const std::optional<Timestamp> until = m_loadedFrom ? m_loadedFrom : m_join.tape().knownFrom();
    if (!until || !m_join.isBased() || m_asked || m_page
        || status().history == ChartUpdate::History::Complete)
        return std::nullopt;
    const QDate day = markethours::tradingDay(m_assetClass, *until - Duration(1));
    const Timestamp from = markethours::tradingDay(m_assetClass, *until) == day
        ? markethours::dayStart(m_assetClass, day)
        : markethours::newestDayStart(m_calendar, m_assetClass, *until - Duration(1));
    m_hasFailed = m_wantsMore = false;
    m_asked = TimeRange { from, *until };
    return m_asked;
}

void TradeBarFeed::addEarlier(std::shared_ptr<const FetchedTicks> ticks)
{
    if (!m_asked)
        return;
    if (!ticks) {
        m_hasFailed = true;
        m_asked.reset();
        return;
    }
    const TradeBarOptions *options = m_join.tape().options();
    const TradeBarOptions own = options
        ? *options
        : tradeBarOptions(m_symbol, m_timeframe,
                          ticks->trades.isEmpty() ? Price::whole(1) : ticks->trades.oldest().price);
    const std::optional<Timestamp> first = m_firstStart ? m_firstStart : m_join.tape().firstStart();
    TickPages<Trade>::Reader reader(ticks->trades);
    m_page = std::make_unique<Page>(
        Page { std::move(ticks), reader, TradeBarPage(own, first.value_or(m_asked->to)) });
}

void TradeBarFeed::work(int ticks)
{
    if (m_join.hasWork())
        m_join.work(ticks);
    else if (m_page && !m_page->isRead)
        readPage(ticks);
    else if (m_page && m_page->bars.build(ticks))
        endPage();
}

void TradeBarFeed::readPage(int ticks)
{
    for (; ticks > 0; --ticks) {
        const Trade *trade = m_page->reader.next();
        if (!trade) {
            m_page->isRead = true;
            return;
        }
        m_page->reader.pass();
        if (trade->time < m_page->ticks->from || trade->time >= m_page->ticks->until)
            continue;
        ++m_earlierTrades;
        if (const std::optional<BarPrint> print = m_trades.of(*trade))
            m_page->bars.add(*print);
    }
}

void TradeBarFeed::endPage()
{
    m_loadedFrom = m_page->ticks->from;
    m_earlierDays += *m_loadedFrom == m_asked->from ? 1 : 0;
    std::vector<Candle> bars = m_page->bars.takeBars();
    m_wantsMore = bars.empty();
    if (!bars.empty())
        m_firstStart = bars.front().start;
    mergeBars(m_earlier, std::move(bars));
    m_page.reset();
    m_asked.reset();
    m_wantsMore = m_wantsMore && status().history != ChartUpdate::History::Complete;
}

// --- what is told
// ------------------------------------------------------------------------------------------------

TradeBarFeed::Status TradeBarFeed::status() const
{
    using enum ChartUpdate::History;
    if (m_isWithoutHistory && m_isLate)
        return { Complete, u"In a recording such bars begin when they are chosen."_s };
    if (m_isWithoutHistory)
        return { Complete, {} };
    if (hasFailed())
        return { Failed, u"The trades of the day could not be loaded."_s };
    if (!m_join.isBased() || m_asked)
        return { Loading, {} };
    if (m_hasFailed)
        return { Failed, {} };
    if (m_earlierTrades >= mostEarlierTrades || m_earlierDays >= mostEarlierDays)
        return { Complete, u"Bars of trades go back this far: a million trades, or 30 days."_s };
    return { Partial, {} };
}

bool TradeBarFeed::isDirty() const
{
    return m_isNew || m_join.tape().isDirty() || !m_earlier.empty() || status() != m_told;
}

ChartUpdate TradeBarFeed::take()
{
    ChartUpdate update;
    m_join.tape().writeTo(update);
    update.chart = m_id;
    if (update.reset) { // other bars than before: what lies before them is loaded anew
        m_earlier.clear();
        m_page.reset();
        m_asked.reset();
        m_loadedFrom.reset();
        m_firstStart.reset();
        m_earlierTrades = m_earlierDays = 0;
    }
    mergeBars(update.bars, std::exchange(m_earlier, {}));
    m_isNew = false;
    m_told = status();
    update.history = m_told.history;
    update.message = m_told.message;
    update.progress = m_told.history == ChartUpdate::History::Loading ? 0 : 1;
    return update;
}

} // namespace tapeline
