#include "tradebarbuilder.h"

#include "candlemath.h"
#include "markethours.h"
#include "wideinteger.h"

#include <algorithm>

namespace tapeline {

namespace {

bool changesNothing(const BarPrint &print)
{
    return print.update == TradeUpdate { .last = false, .highLow = false, .volume = false };
}

/// Range bars and bricks go by prices that may be a close.
bool movesPrice(const BarPrint &print)
{
    return print.update.last && print.update.highLow;
}

void extend(Candle &bar, const BarPrint &print, TradeUpdate update)
{
    Trade trade;
    trade.price = print.price;
    trade.size = print.size;
    extendCandle(bar, trade, update);
    if (update.volume)
        bar.tradeCount += print.trades - 1;
}

/// The largest multiple of step at or below price.
Price multipleBelow(Price price, Price step)
{
    const qint64 rest = price.units() % step.units();
    return Price::fromUnits(price.units() - (rest < 0 ? rest + step.units() : rest));
}

} // namespace

BarPrint barPrint(const Trade &trade, TradeUpdate update)
{
    return { trade.time, trade.price, trade.size, 1, update };
}

TradeBarBuilder::TradeBarBuilder(const TradeBarOptions &options)
    : m_options(options)
{
    Q_ASSERT(!options.timeframe.isTimed());
}

void TradeBarBuilder::add(const BarPrint &print)
{
    if (changesNothing(print))
        return;
    if (m_options.newEachDay && print.time >= m_dayEnd)
        beginDay(print.time);
    switch (m_options.timeframe.kind()) {
    case BarKind::Trades:
    case BarKind::Volume:
        return addSplit(print);
    case BarKind::Range:
        return addToRange(print);
    case BarKind::Renko:
        return addToBrick(print);
    case BarKind::Time:
        break;
    }
}

void TradeBarBuilder::beginDay(Timestamp time)
{
    if (m_dayEnd != Timestamp::min())
        interrupt();
    const QDate day = markethours::tradingDay(m_options.assetClass, time);
    m_dayEnd = markethours::dayStart(m_options.assetClass, day.addDays(1));
}

void TradeBarBuilder::interrupt()
{
    if (m_forming && m_options.timeframe.kind() == BarKind::Renko) {
        m_forming->open = m_forming->high = m_forming->low = m_forming->close = Price();
        m_forming->hasPrices = false;
    }
    if (m_forming)
        end();
    m_brick.reset();
}

std::vector<Candle> TradeBarBuilder::takeEnded()
{
    return std::exchange(m_ended, {});
}

Candle &TradeBarBuilder::open(Timestamp time)
{
    if (m_forming)
        return *m_forming;
    if (m_lastStart != Timestamp::min())
        time = std::max(time, m_lastStart + Duration(1));
    m_lastStart = time;
    const qint64 first = std::exchange(m_firstSize, 0);
    m_left = first > 0 ? first : fullSize();
    return m_forming.emplace(emptyCandle(time));
}

void TradeBarBuilder::end()
{
    m_ended.push_back(*m_forming);
    m_forming.reset();
}

// --- trades and volume
// ------------------------------------------------------------------------------------------------

qint64 TradeBarBuilder::fullSize() const
{
    const qint64 count = m_options.timeframe.count();
    switch (m_options.timeframe.kind()) {
    case BarKind::Trades:
        return count;
    case BarKind::Volume:
        return count * Qty::unitsPerOne;
    case BarKind::Time:
    case BarKind::Range:
    case BarKind::Renko:
        break;
    }
    return 0;
}

qint64 TradeBarBuilder::sizeOf(const BarPrint &print) const
{
    if (!print.update.volume)
        return 0;
    const bool byVolume = m_options.timeframe.kind() == BarKind::Volume;
    return std::max<qint64>(byVolume ? print.size.units() : print.trades, 0);
}

void TradeBarBuilder::addSplit(BarPrint print)
{
    for (int bars = 1;; ++bars) {
        Candle &bar = open(print.time);
        const qint64 size = sizeOf(print);
        if (size <= m_left || bars == mostBarsOfAPrint) {
            extend(bar, print, print.update);
            m_left -= size;
            if (m_left <= 0)
                end();
            return;
        }
        extend(bar, cut(print, m_left), print.update);
        end();
    }
}

/// Takes a part of so much off a print that is larger. What is not counted goes with it in
/// proportion; of trades what is begun counts as one.
BarPrint TradeBarBuilder::cut(BarPrint &print, qint64 size) const
{
    BarPrint part = print;
    if (m_options.timeframe.kind() == BarKind::Volume) {
        part.size = Qty::fromUnits(size);
        const qint64 share = multiplyDivide(print.trades, size, print.size.units()).value_or(0);
        part.trades = std::clamp<qint64>(share, std::min<qint64>(print.trades, 1), print.trades);
    } else {
        part.trades = size;
        part.size
            = Qty::fromUnits(multiplyDivide(print.size.units(), size, print.trades).value_or(0));
    }
    print.size = print.size - part.size;
    print.trades -= part.trades;
    return part;
}

// --- range
// ------------------------------------------------------------------------------------------------

/// Held where a price can be: nothing is ever that far away.
Price TradeBarBuilder::height() const
{
    constexpr qint64 most = Price::unitsPerOne * 100'000'000;
    const qint64 step = std::max<qint64>(m_options.step.units(), 1);
    const qint64 count = m_options.timeframe.count();
    return Price::fromUnits(step > most / count ? most : step * count);
}

void TradeBarBuilder::addToRange(const BarPrint &print)
{
    open(print.time);
    const bool moves = movesPrice(print);
    if (moves)
        reach(print.price, print.time);
    extend(*m_forming, print, { .last = moves, .highLow = moves, .volume = print.update.volume });
}

/// Ends bars until a price is within the one that forms.
void TradeBarBuilder::reach(Price price, Timestamp time)
{
    for (int ended = 0; m_forming->hasPrices; ++ended) {
        const Price top = m_forming->low + height();
        const Price bottom = m_forming->high - height();
        if (price >= bottom && price <= top)
            return;
        if (ended == mostBarsOfAPrint) {
            *m_forming = emptyCandle(m_forming->start); // has nothing yet but its open
            return;
        }
        const Price limit = price > top ? top : bottom;
        m_forming->high = std::max(m_forming->high, limit);
        m_forming->low = std::min(m_forming->low, limit);
        m_forming->close = limit;
        end();
        Candle &next = open(time);
        next.open = next.high = next.low = next.close = limit;
        next.hasPrices = true;
    }
}

// --- Renko
// ------------------------------------------------------------------------------------------------

void TradeBarBuilder::addToBrick(const BarPrint &print)
{
    const bool moves = movesPrice(print);
    extend(open(print.time), print,
           { .last = moves, .highLow = moves, .volume = print.update.volume });
    if (!moves)
        return;
    const Price base = multipleBelow(print.price, height());
    if (!m_brick)
        m_brick = { base, base };
    for (int ended = 0;; ++ended) {
        const bool rises = print.price >= m_brick->high + height();
        if (!rises && print.price > m_brick->low - height())
            return;
        if (ended == mostBarsOfAPrint) {
            m_brick = { base, base };
            return;
        }
        open(print.time);
        if (rises)
            endBrick(m_brick->high, m_brick->high + height());
        else
            endBrick(m_brick->low, m_brick->low - height());
    }
}

void TradeBarBuilder::endBrick(Price from, Price to)
{
    Candle &bar = *m_forming;
    const bool rises = to > from;
    // One that only fills the way has seen no price
    const Price furthest = !bar.hasPrices ? from : (rises ? bar.low : bar.high);
    bar.open = from;
    bar.close = to;
    bar.low = rises ? std::min(from, furthest) : to;
    bar.high = rises ? to : std::max(from, furthest);
    bar.hasPrices = true;
    m_brick = { std::min(from, to), std::max(from, to) };
    end();
}

} // namespace tapeline
