#include "ticktape.h"

#include "keyeddraws.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

constexpr qint64 microsecond = 1'000;
constexpr qint64 millisecond = 1'000'000;
constexpr qint64 lastMoment = 975 * millisecond; // leaves room for what an order drags behind it

constexpr double signPersistence = 0.82; // next aggressor on the same side
constexpr double orderContinuation = 0.36; // next print belongs to the same order
constexpr double offExchangeShare = 0.50; // of prints that are not sweeps
constexpr double midpointShare = 0.40; // of off-exchange odd lots; of movable prints
constexpr double averagePriceShare = 0.004;

/// Writes quotes and prints of one second while keeping the quote around them.
class SecondWriter
{
public:
    SecondWriter(const InstrumentTraits &traits, const BarPlan &bar, QuotePrices quote,
                 qint32 spread, int lot, SplitMix64 &draws, TapePrinter &printer)
        : m_depth(traits.depthLots)
        , m_bar(bar)
        , m_quote(quote)
        , m_spread(spread)
        , m_lot(lot)
        , m_draws(draws)
        , m_printer(printer)
    {
        m_bidSize = restingSize();
        m_askSize = restingSize();
    }

    QuotePrices quote() const { return m_quote; }

    void writeQuote(qint64 offset) { m_printer.quote(offset, m_quote, m_bidSize, m_askSize); }

    /// A quote that changes without a trade: mostly its size, now and then a better price for a
    /// moment.
    void flicker(qint64 offset)
    {
        const bool bidSide = chance(m_draws, 0.5);
        const qint32 room = m_quote.ask - m_quote.bid - 1;
        if (room > 0 && chance(m_draws, 0.2)) {
            const qint32 step = 1 + static_cast<qint32>(m_draws.below(quint64(room + 1) / 2));
            if (bidSide)
                m_quote.bid += step;
            else
                m_quote.ask -= step;
        }
        (bidSide ? m_bidSize : m_askSize) = restingSize();
        writeQuote(offset);
    }

    void print(qint64 offset, PrintDraft draft, bool movable)
    {
        if (draft.oddLot || draft.averagePrice) {
            priceSilent(draft);
        } else {
            if (movable)
                attract(draft);
            makeRoom(offset, draft);
        }
        m_printer.print(offset, draft);
        m_lastSide = draft.price >= m_quote.ask ? 1 : draft.price <= m_quote.bid ? -1 : 0;
    }

    /// After an order: a quote that was improved to meet it widens again, or what it took is
    /// missing.
    void settle(qint64 offset)
    {
        const bool narrow = m_quote.ask - m_quote.bid < m_spread && m_narrowed;
        m_narrowed = false;
        if (narrow && m_lastSide > 0)
            m_quote.ask = m_quote.bid + m_spread;
        else if (narrow && m_lastSide < 0)
            m_quote.bid = m_quote.ask - m_spread;
        else if (!chance(m_draws, 0.6))
            return;
        if (m_lastSide > 0)
            m_askSize = narrow ? restingSize() : smaller(m_askSize);
        else
            m_bidSize = narrow ? restingSize() : smaller(m_bidSize);
        writeQuote(offset);
    }

    void rest(qint64 offset, QuotePrices quote)
    {
        if (m_quote == quote)
            return;
        m_quote = quote;
        writeQuote(offset);
    }

private:
    qint64 restingSize()
    {
        const double lots = m_depth * 0.6 * burst(m_draws, 0.3);
        return m_lot * std::max<qint64>(1, static_cast<qint64>(lots + 0.5));
    }
    qint64 smaller(qint64 size)
    {
        return m_lot * std::max<qint64>(1, size / m_lot - 1 - qint64(m_draws.below(3)));
    }

    /// Odd lots trade at a side of the quote or, off exchange, often in the middle; average price
    /// prints report what was done before.
    void priceSilent(PrintDraft &draft)
    {
        if (draft.averagePrice) {
            draft.price = (m_bar.path.open + m_bar.path.close) / 2;
        } else if (draft.offExchange && chance(m_draws, midpointShare)) {
            setMidpoint(draft);
        } else {
            const bool buys = m_lastSide == 0
                ? chance(m_draws, 0.5)
                : (m_lastSide > 0) == chance(m_draws, signPersistence);
            draft.price = buys ? m_quote.ask : m_quote.bid;
        }
    }
    void setMidpoint(PrintDraft &draft) const
    {
        const qint32 sum = m_quote.bid + m_quote.ask;
        draft.price = sum >> 1;
        draft.halfTick = (sum & 1) != 0;
    }

    /// Prints that may: off exchange to the midpoint, others to the nearer side of the quote,
    /// within the bar.
    void attract(PrintDraft &draft)
    {
        if (draft.offExchange && chance(m_draws, midpointShare)) {
            const qint32 sum = m_quote.bid + m_quote.ask;
            if (sum > 2 * m_bar.path.low && sum < 2 * m_bar.path.high) {
                setMidpoint(draft);
                return;
            }
        }
        if (draft.price <= m_quote.bid || draft.price >= m_quote.ask)
            return;
        const bool nearAsk = draft.price - m_quote.bid > m_quote.ask - draft.price;
        const qint32 side = nearAsk ? m_quote.ask : m_quote.bid;
        if (side >= m_bar.path.low && side <= m_bar.path.high)
            draft.price = side;
    }

    /// The quote moves so that the print lies on it; inside it, someone often improves a side
    /// first.
    void makeRoom(qint64 offset, const PrintDraft &draft)
    {
        const QuotePrices before = m_quote;
        m_quote.include(draft.price, m_spread);
        const bool inside = draft.price > m_quote.bid && draft.price < m_quote.ask;
        if (inside && !draft.offExchange && !draft.halfTick && chance(m_draws, 0.75)) {
            if (2 * draft.price >= m_quote.bid + m_quote.ask)
                m_quote.ask = draft.price;
            else
                m_quote.bid = draft.price;
            m_narrowed = true;
        }
        if (m_quote == before)
            return;
        (draft.price >= m_quote.ask ? m_askSize : m_bidSize) = restingSize();
        writeQuote(offset);
    }

    double m_depth;
    const BarPlan &m_bar;
    QuotePrices m_quote;
    qint32 m_spread;
    int m_lot;
    SplitMix64 &m_draws;
    TapePrinter &m_printer;
    qint64 m_bidSize = 0;
    qint64 m_askSize = 0;
    int m_lastSide = 0;
    bool m_narrowed = false;
};

/// The condition of the first print when it is an auction's, else 0.
quint16 auctionOf(const InstrumentTraits &traits, const DayPlan &day, int secondOfDay)
{
    const bool nasdaq = traits.info.tape == 3;
    if (secondOfDay == day.regular.firstSecond)
        return nasdaq ? condition::openingPrint : condition::openingTrade;
    constexpr quint16 reopeningTrade = 18;
    if (day.halt && secondOfDay == day.halt->reopening)
        return nasdaq ? condition::reopeningPrint : reopeningTrade;
    return 0;
}

} // namespace

TickTape::TickTape(quint64 seed)
    : m_seed(seed)
{
}

void TickTape::write(const Place &place, std::span<const MarketEvent> specials,
                     std::vector<MarketEvent> &out)
{
    const DayPlan &day = place.minutes.day;
    const int secondOfDay = day.preOpenSecond() + place.minute * 60 + place.second;
    const SecondPlan &plan = place.seconds.seconds[std::size_t(place.second)];
    const BarPlan &bar = plan.bar;
    SplitMix64 draws
        = keyedDraws(m_seed, DrawPurpose::Tick, place.traits.key, day.weekday, secondOfDay);
    const bool regular = &day.sessionOfMinute(place.minute) == &day.regular;
    TapePrinter printer(place.traits, place.instrument, day.at(secondOfDay), regular, draws, out);
    const bool paused
        = day.halt && secondOfDay >= day.halt->firstSecond && secondOfDay < day.halt->reopening;
    if (paused) {
        printer.finish(specials, secondOfDay);
        return;
    }

    m_items.clear();
    m_orderTimes.clear();
    const quint16 auction = bar.isActive() ? auctionOf(place.traits, day, secondOfDay) : 0;
    if (bar.isActive()) {
        planPrints(place, bar, draws);
        if (auction != 0)
            m_items.front().draft.auction = auction;
        planOrders(auction != 0, draws);
        planTimes(auction != 0, draws);
    }

    // Quotes without trades: some always, more when much is traded
    const double calm
        = place.traits.tradesPerDay / 23'400 * 0.45 * std::min(place.seconds.pace, 4.0);
    const double rate = calm + 0.02 + 0.30 * double(m_items.size());
    const double expected = rate * between(draws, 0.2, 1.6);
    const auto flickers = static_cast<std::size_t>(expected + draws.uniform());
    m_quoteTimes.resize(flickers);
    for (qint64 &time : m_quoteTimes)
        time = static_cast<qint64>(draws.uniform() * lastMoment);
    std::sort(m_quoteTimes.begin(), m_quoteTimes.end());

    SecondWriter writer(place.traits, bar, plan.before, place.seconds.spread, day.lot, draws,
                        printer);
    const bool moved = place.second > 0
        && place.seconds.seconds[std::size_t(place.second) - 1].after != plan.before;
    if (place.second == 0 || moved || auction != 0)
        writer.writeQuote(qint64(draws.below(2 * millisecond)));
    std::size_t nextQuote = 0;
    std::size_t order = 0;
    qint64 time = 0;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const Item &item = m_items[i];
        if (!item.continues) {
            if (i > 0)
                writer.settle(time + 20 * microsecond + qint64(draws.below(900 * microsecond)));
            time = m_orderTimes[order++];
            for (; nextQuote < flickers && m_quoteTimes[nextQuote] < time; ++nextQuote) {
                if (i > 0 || auction == 0)
                    writer.flicker(m_quoteTimes[nextQuote]);
            }
        } else {
            time += 2 * microsecond + qint64(draws.below(30 * microsecond));
        }
        writer.print(time, item.draft, item.movable);
    }
    for (; nextQuote < flickers; ++nextQuote)
        writer.flicker(m_quoteTimes[nextQuote]);
    writer.rest(time + 100 * microsecond + qint64(draws.below(2 * millisecond)), plan.after);
    printer.finish(specials, secondOfDay);
}

void TickTape::planPrints(const Place &place, const BarPlan &bar, SplitMix64 &draws)
{
    const DayPlan &day = place.minutes.day;
    const int secondOfDay = day.preOpenSecond() + place.minute * 60 + place.second;
    const SecondPlan &second = place.seconds.seconds[std::size_t(place.second)];
    qint64 pinned = 0;
    if (secondOfDay == day.regular.firstSecond)
        pinned = day.openingCross;
    else if (day.halt && secondOfDay == day.halt->reopening)
        pinned = day.halt->volume;

    planPrices(bar, second, place.seconds.spread, draws);

    // Prints in the order of their path, silent trades strewn among them
    qint32 printsLeft = bar.activity.prints;
    qint32 silentLeft = bar.activity.silent;
    const auto atExtreme = [&](qint32 price) {
        return std::count_if(m_prices.begin(), m_prices.end(),
                             [&](const PathBar &print) { return print.close == price; });
    };
    qint64 atHigh = atExtreme(bar.path.high);
    qint64 atLow = atExtreme(bar.path.low);
    while (printsLeft + silentLeft > 0) {
        Item item;
        const bool first = printsLeft == bar.activity.prints;
        const auto left = quint64(printsLeft) + quint64(silentLeft);
        if ((first && pinned > 0) || draws.below(left) < quint64(printsLeft)) {
            const auto index = std::size_t(bar.activity.prints - printsLeft);
            item.draft.price = m_prices[index].close;
            qint64 *touching = item.draft.price == bar.path.high ? &atHigh
                : item.draft.price == bar.path.low               ? &atLow
                                                                 : nullptr;
            item.movable = !first && printsLeft > 1 && (!touching || *touching > 1);
            if (item.movable && touching)
                --*touching;
            --printsLeft;
        } else {
            item.draft.oddLot = true;
            --silentLeft;
        }
        m_items.push_back(item);
    }
    planSizes(bar, day.lot, pinned, draws);
}

void TickTape::planPrices(const BarPlan &bar, const SecondPlan &second, qint32 spread,
                          SplitMix64 &draws)
{
    const auto count = std::size_t(bar.activity.prints);
    const PathBar &path = bar.path;
    m_prices.resize(count);
    if (path.high == path.low) {
        std::fill(m_prices.begin(), m_prices.end(), path);
        return;
    }
    // The raw walk of prints: a slowly moving middle, and aggressors in runs on either side of it
    m_ones.assign(count, 1);
    m_walk.resize(count);
    double sign = path.open >= second.before.ask ? 1
        : path.open <= second.before.bid         ? -1
        : chance(draws, 0.5)                     ? 1
                                                 : -1;
    const double firstSide = sign * spread / 2;
    const double step = std::max(0, path.high - path.low - spread) / 1.7 / std::sqrt(double(count));
    double middle = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) {
            middle += step * bell(draws);
            if (!chance(draws, signPersistence))
                sign = -sign;
        }
        m_walk[i] = middle + sign * spread / 2 - firstSide;
    }
    PathSketch sketch;
    sketch.prints = m_ones;
    sketch.walk = m_walk;
    m_refiner.splitPath(path, sketch, draws, m_prices);
}

void TickTape::planSizes(const BarPlan &bar, int lot, qint64 pinned, SplitMix64 &draws)
{
    const Activity &activity = bar.activity;
    qint64 spare = activity.volume - qint64(activity.prints) * lot - activity.silent;
    if (pinned > 0)
        spare -= pinned - lot;
    m_weights.clear();
    for (Item &item : m_items) {
        PrintDraft &draft = item.draft;
        if (!draft.oddLot) {
            draft.size = lot;
            m_weights.push_back(burst(draws, 0.03));
            continue;
        }
        const double lean = draws.uniform();
        auto extra = static_cast<qint64>(lean * lean * (lot - 1));
        if (spare > 20LL * lot && chance(draws, averagePriceShare)) {
            draft.oddLot = false;
            draft.averagePrice = true;
            extra = static_cast<qint64>(double(spare) * between(draws, 0.05, 0.3));
        }
        extra = std::min(extra, spare);
        draft.size = 1 + extra;
        spare -= extra;
    }

    // Whole lots where they can be; what is left over makes one mixed lot
    m_sizes.resize(m_weights.size());
    if (pinned > 0)
        m_weights.front() = m_weights.size() == 1 ? 1 : 0;
    shareOut(spare / lot, m_weights, draws.uniform(), m_sizes);
    const std::size_t mixed = m_weights.size() - 1;
    std::size_t index = 0;
    for (Item &item : m_items) {
        if (item.draft.oddLot || item.draft.averagePrice)
            continue;
        item.draft.size += m_sizes[index] * lot;
        if (index == 0 && pinned > 0)
            item.draft.size += pinned - lot;
        if (index == mixed)
            item.draft.size += spare % lot;
        ++index;
    }
}

void TickTape::planOrders(bool pinnedFirst, SplitMix64 &draws)
{
    std::size_t begin = 0;
    while (begin < m_items.size()) {
        std::size_t end = begin + 1;
        int direction = 0;
        const bool alone = (begin == 0 && pinnedFirst) || m_items[begin].draft.averagePrice;
        while (!alone && end < m_items.size() && chance(draws, orderContinuation)) {
            // An order takes one side: its prices do not turn
            const PrintDraft &next = m_items[end].draft;
            const PrintDraft &previous = m_items[end - 1].draft;
            if (next.averagePrice || next.oddLot != previous.oddLot)
                break;
            const int step
                = next.oddLot ? 0 : (next.price > previous.price) - (next.price < previous.price);
            if (step != 0 && direction == -step)
                break;
            direction = step != 0 ? step : direction;
            m_items[end].continues = true;
            ++end;
        }
        const bool sweep = !alone && (end - begin > 1 ? chance(draws, 0.7) : chance(draws, 0.12));
        for (std::size_t i = begin; i < end; ++i) {
            PrintDraft &draft = m_items[i].draft;
            draft.sweep = sweep;
            draft.offExchange = !sweep && draft.auction == 0
                && (draft.averagePrice || chance(draws, offExchangeShare));
        }
        begin = end;
    }
}

void TickTape::planTimes(bool pinnedFirst, SplitMix64 &draws)
{
    const auto orders = std::size_t(std::count_if(
        m_items.begin(), m_items.end(), [](const Item &item) { return !item.continues; }));
    m_orderTimes.resize(orders);
    const qint64 earliest
        = pinnedFirst ? (5 + qint64(draws.below(80))) * millisecond : 3 * millisecond;
    qint64 previous = earliest;
    for (std::size_t i = 0; i < orders; ++i) {
        const bool follows = i > 0 && chance(draws, 0.35);
        previous = follows ? previous + qint64(draws.below(9 * millisecond))
                           : earliest + qint64(draws.uniform() * double(lastMoment - earliest));
        m_orderTimes[i] = std::min(previous, lastMoment);
    }
    if (pinnedFirst)
        m_orderTimes.front() = earliest;
    std::sort(m_orderTimes.begin(), m_orderTimes.end());
}

std::vector<MarketEvent> daySpecials(quint64 seed, const InstrumentTraits &traits,
                                     InstrumentId instrument, const MinutePlan &plan)
{
    const DayPlan &day = plan.day;
    SplitMix64 draws = keyedDraws(seed, DrawPurpose::Special, traits.key, day.weekday);
    std::vector<MarketEvent> events;
    const auto printAt = [&](int second, qint64 offset, const PrintDraft &draft) {
        TapePrinter printer(traits, instrument, day.at(second), false, draws, events);
        printer.print(offset, draft);
    };
    const auto auctionPrint = [&](int second, qint64 offset, qint32 price, qint64 size,
                                  quint16 auction, quint16 restatement) {
        PrintDraft draft;
        draft.price = price;
        draft.size = size;
        draft.auction = auction;
        draft.restatement = restatement;
        printAt(second, offset, draft);
    };
    const auto soon = [&] { return (300 + qint64(draws.below(1'500))) * millisecond; };

    auctionPrint(day.regular.firstSecond, 1'000 * millisecond + soon(), day.regular.reference.open,
                 day.openingCross, 0, condition::officialOpen);
    const quint16 closing
        = traits.info.tape == 3 ? condition::closingPrint : condition::closingTrade;
    auctionPrint(day.post.firstSecond, day.closingCrossAt, day.closingPrice, day.closingCross,
                 closing, 0);
    auctionPrint(day.post.firstSecond, day.closingCrossAt + soon(), day.closingPrice,
                 day.closingCross, 0, condition::officialClose);
    for (const LatePrint &late : day.late) {
        PrintDraft draft;
        draft.price = late.price;
        draft.size = late.size;
        draft.averagePrice = true;
        draft.offExchange = true;
        printAt(late.second, soon() / 2, draft);
    }

    const auto bandsAt = [&](int second, const BandUpdate &band) -> LuldBands & {
        LuldBands &bands = std::get<LuldBands>(events.emplace_back(std::in_place_type<LuldBands>));
        bands.instrument = instrument;
        bands.time = day.at(second);
        bands.upper = tickPrice(band.upper);
        bands.lower = tickPrice(band.lower);
        bands.tape = traits.info.tape;
        return bands;
    };
    BandUpdate inForce;
    for (const BandUpdate &band : plan.bands) {
        bandsAt(band.second, band);
        if (day.halt && band.second <= day.halt->firstSecond)
            inForce = band;
    }
    if (day.halt) {
        bandsAt(day.halt->firstSecond, inForce).halted = true;
        bandsAt(day.halt->reopening, inForce).resumed = true;
    }
    std::stable_sort(events.begin(), events.end(), [](const MarketEvent &a, const MarketEvent &b) {
        return eventTime(a) < eventTime(b);
    });
    return events;
}

} // namespace tapeline
