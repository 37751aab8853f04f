#include "optionmarket.h"

#include "easterntime.h"
#include "indextape.h"
#include "sandboxcompanies.h"
#include "splitmix64.h"
#include "symbology.h"

#include <QtTest>

#include <cmath>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate today(2026, 11, 20);
const InstrumentId id(7);
constexpr auto call = OptionRight::Call;
constexpr auto put = OptionRight::Put;
constexpr int aapl = 0;
constexpr int spx = 2;
constexpr int spxw = 3;
constexpr int spy = 4;

std::shared_ptr<const SandboxMarket> market()
{
    static const auto shared
        = std::make_shared<const SandboxMarket>(SandboxMarket::Options { .seed = 11 });
    return shared;
}

std::shared_ptr<const IndexTape> indicesOf(const std::shared_ptr<const SandboxMarket> &of)
{
    return std::make_shared<const IndexTape>(of->seed(), of, InstrumentId(0));
}

double spotOf(int root, Timestamp time)
{
    const OptionUnderlying &about
        = optionUnderlyings[std::size_t(optionRoots[std::size_t(root)].underlying)];
    const int source = market()->indexOf(QString::fromLatin1(about.source.data()));
    const double dollars = market()->dayAt(source, time)->candle.close.toDouble();
    static const auto indices = indicesOf(market());
    return about.isIndex ? indices->valueOf(0, easterntime::date(time), dollars) : dollars;
}

double years(int root, QDate expiration, Timestamp time)
{
    const TradingSession day = *market()->calendar().session(expiration);
    const Timestamp expiry = optionRoots[std::size_t(root)].morning ? day.open : day.close;
    return std::chrono::duration<double>(expiry - time).count() / (365 * 86'400.0);
}

/// Instants well inside sessions, past the first half of a second: every quote of it is out.
Timestamp anyInstant(SplitMix64 &draws)
{
    QDate date = today.addDays(-qint64(draws.below(700)));
    if (!market()->calendar().isTradingDay(date))
        date = market()->calendar().previousTradingDay(date);
    return easterntime::at(date, 9h + 31min + std::chrono::seconds(draws.below(3 * 3'600))) + 500ms;
}

/// Expirations of a root on a date, thinned out.
std::vector<QDate> someExpirations(const OptionMarket &options, int root, QDate date)
{
    const std::vector<QDate> all
        = options.expirations(root, date.addDays(1), date.addDays(1'000), date);
    std::vector<QDate> some;
    for (std::size_t i = 0; i < all.size(); i += i < 4 ? 1 : 4)
        some.push_back(all[i]);
    return some;
}

Candle sumOf(const std::vector<Candle> &bars)
{
    Candle sum = bars.front();
    for (std::size_t i = 1; i < bars.size(); ++i) {
        sum.high = std::max(sum.high, bars[i].high);
        sum.low = std::min(sum.low, bars[i].low);
        sum.close = bars[i].close;
        sum.volume += bars[i].volume;
        sum.tradeCount += bars[i].tradeCount;
    }
    return sum;
}

bool isSame(const Candle &a, const Candle &b)
{
    return a.open == b.open && a.high == b.high && a.low == b.low && a.close == b.close
        && a.volume == b.volume && a.tradeCount == b.tradeCount;
}

/// A contract near the money of the second expiration.
SandboxOption nearMoney(const OptionMarket &options, int root, QDate date, OptionRight right)
{
    const QDate expiration = options.expirations(root, date.addDays(1), date.addDays(60), date)[0];
    const double spot = spotOf(root, easterntime::at(date, 11h));
    SandboxOption nearest { root, right, expiration, 0 };
    for (const qint32 strike : options.strikes(root, expiration, date))
        if (std::abs(strike / 100.0 - spot) < std::abs(nearest.strike / 100.0 - spot))
            nearest.strike = strike;
    return nearest;
}

} // namespace

/// The chains of the simulated market: who is listed, that nothing can be had for nothing, and that
/// quotes, trades, bars and open interest tell one story.
class OptionMarketTest : public QObject
{
    Q_OBJECT

private slots:
    void symbols();
    void expirationDates();
    void strikesFollowThePrice();
    void listedContractsStay();
    void wholeChain();
    void modelWithoutArbitrage();
    void quotesWithoutArbitrage();
    void parityOfEuropeans();
    void boundsOfAmericans();
    void volatilityFallsWhenPriceRises();
    void ticksAndSizes();
    void tradesAtTheQuote();
    void barsAreTheSumOfTrades();
    void quotesOfARange();
    void nothingOutsideSessions();
    void whoIsTraded();
    void splitsBringNewContracts();
    void openInterestFollowsVolume();
    void measures();
    void sameSeedSameMarket();

private:
    OptionMarket m_options { market(), indicesOf(market()) };
};

void OptionMarketTest::symbols()
{
    SplitMix64 draws(1);
    for (int i = 0; i < 2'000; ++i) {
        SandboxOption option;
        option.root = int(draws.below(optionRoots.size()));
        option.right = draws.below(2) == 0 ? call : put;
        option.expiration = QDate(2020, 1, 2).addDays(qint64(draws.below(7'000)));
        option.strike = (1 + qint32(draws.below(4'095))) * option.series().strikeUnit;
        const std::optional<quint32> number = sandboxoption::pack(option);
        QVERIFY(number && *number < (1U << 30));
        QCOMPARE(*sandboxoption::unpack(*number), option);
        QCOMPARE(*sandboxoption::fromSymbol(sandboxoption::symbolOf(option)), option);
    }
    QCOMPARE(sandboxoption::symbolOf({ spy, call, QDate(2026, 12, 18), 650'00 }),
             u"O:SPY261218C00650000"_s);
    QVERIFY(!sandboxoption::fromSymbol(u"O:TSLA261218C00650000"));
    QVERIFY(!sandboxoption::fromSymbol(u"O:SPX261218C06501000")); // off the unit
    QVERIFY(!sandboxoption::fromSymbol(u"SPY"));
}

void OptionMarketTest::expirationDates()
{
    const auto listed = [&](int root, QDate date) {
        return m_options.expirations(root, date, date.addDays(1'000), date);
    };
    for (int root = 0; root < int(optionRoots.size()); ++root) {
        for (const QDate expiration : listed(root, today))
            QVERIFY(market()->calendar().isTradingDay(expiration));
    }
    const auto has = [&](int root, QDate date, QDate expiration) {
        const std::vector<QDate> dates = listed(root, date);
        return std::find(dates.begin(), dates.end(), expiration) != dates.end();
    };
    QVERIFY(has(spy, today, today)); // the third Friday itself, to its close
    QVERIFY(has(spy, today, QDate(2026, 11, 24))); // a Tuesday
    QVERIFY(!has(aapl, today, QDate(2026, 11, 24)));
    QVERIFY(has(aapl, today, QDate(2026, 11, 27))); // a Friday, the short one
    QVERIFY(has(spx, today, QDate(2026, 12, 18)));
    QVERIFY(!has(spx, today, QDate(2026, 11, 27)));
    QVERIFY(has(spxw, today, QDate(2026, 11, 27)));
    QVERIFY(has(aapl, today, QDate(2028, 1, 21))); // LEAPS
    QVERIFY(!has(aapl, today, QDate(2030, 1, 18)));
    // Good Friday 2025 was a third Friday: that month's options expired on Thursday
    QVERIFY(has(spy, QDate(2025, 3, 3), QDate(2025, 4, 17)));
    QVERIFY(!has(spy, QDate(2025, 3, 3), QDate(2025, 4, 18)));
}

void OptionMarketTest::strikesFollowThePrice()
{
    SplitMix64 draws(2);
    for (int i = 0; i < 40; ++i) {
        const Timestamp time = anyInstant(draws);
        const QDate date = easterntime::date(time);
        for (const int root : { spy, aapl, spxw }) {
            const double spot = spotOf(root, time);
            for (const QDate expiration : someExpirations(m_options, root, date)) {
                const std::vector<qint32> strikes = m_options.strikes(root, expiration, date);
                QVERIFY(!strikes.empty());
                QVERIFY(strikes.front() < spot * 91 && strikes.back() > spot * 109);
                QVERIFY(std::is_sorted(strikes.begin(), strikes.end()));
                QCOMPARE(std::adjacent_find(strikes.begin(), strikes.end()), strikes.end());
            }
        }
    }
    QVERIFY(m_options.strikes(spy, QDate(2026, 12, 18), QDate(2023, 12, 18)).empty());
    QVERIFY(m_options.strikes(spy, QDate(2026, 12, 19), today).empty()); // a Saturday
}

void OptionMarketTest::listedContractsStay()
{
    const QDate expiration(2026, 12, 18);
    std::vector<qint32> before;
    for (QDate date = QDate(2026, 1, 5); date <= expiration; date = date.addDays(7)) {
        const std::vector<qint32> strikes = m_options.strikes(spy, expiration, date);
        QVERIFY(std::includes(strikes.begin(), strikes.end(), before.begin(), before.end()));
        for (std::size_t i = 0; i < strikes.size(); i += 17) {
            const SandboxOption option { spy, put, expiration, strikes[i] };
            const std::optional<QDate> listed = m_options.listedOn(option);
            QVERIFY(listed && *listed <= date);
            QVERIFY(!m_options.quoteAt(option, id, easterntime::at(*listed, 9h)));
            QVERIFY(m_options.quoteAt(option, id, easterntime::at(*listed, 9h + 30min + 1s)));
        }
        before = strikes;
    }
    QVERIFY(!m_options.listedOn({ spy, call, expiration, 2'000'00 }));
}

void OptionMarketTest::wholeChain()
{
    int contracts = 0;
    for (const QDate expiration : m_options.expirations(spy, today, today.addDays(1'000), today))
        for (const qint32 strike : m_options.strikes(spy, expiration, today)) {
            const QString symbol = sandboxoption::symbolOf({ spy, put, expiration, strike });
            QVERIFY(symbology::parseOption(symbol));
            contracts += 2;
        }
    QVERIFY2(contracts > 4'000 && contracts < 9'000, qPrintable(QString::number(contracts)));
}

/// European prices of the model: falling in the strike by at most the discount (verticals), convex
/// in it (butterflies), and rising with expiry at equal moneyness in total variance (calendars).
void OptionMarketTest::modelWithoutArbitrage()
{
    SplitMix64 draws(3);
    for (int i = 0; i < 25; ++i) {
        const Timestamp time = anyInstant(draws);
        const QDate date = easterntime::date(time);
        for (const QDate expiration : someExpirations(m_options, spxw, date)) {
            const double discount = std::exp(-optionRate * years(spxw, expiration, time));
            const std::vector<qint32> strikes = m_options.strikes(spxw, expiration, date);
            std::vector<double> calls;
            for (const qint32 strike : strikes)
                calls.push_back(*m_options.modelAt({ spxw, call, expiration, strike }, time));
            for (std::size_t k = 1; k < strikes.size(); ++k) {
                const double width = (strikes[k] - strikes[k - 1]) / 100.0;
                const double slope = (calls[k] - calls[k - 1]) / width;
                QVERIFY(slope <= 1e-9 && slope >= -discount - 1e-9);
                if (k < 2)
                    continue;
                const double before
                    = (calls[k - 1] - calls[k - 2]) / (strikes[k - 1] - strikes[k - 2]) * 100;
                QVERIFY(slope >= before - 1e-9);
            }
        }
    }
}

/// What can be dealt at: nobody can buy a spread that never pays back less than it costs for less
/// than nothing. With the bid and the offer of every leg, American contracts included.
void OptionMarketTest::quotesWithoutArbitrage()
{
    SplitMix64 draws(4);
    for (int i = 0; i < 12; ++i) {
        const Timestamp time = anyInstant(draws);
        const QDate date = easterntime::date(time);
        for (const int root : { spy, aapl, spxw }) {
            for (const QDate expiration : someExpirations(m_options, root, date)) {
                for (const OptionRight right : { call, put }) {
                    std::vector<std::pair<double, Quote>> row;
                    for (const qint32 strike : m_options.strikes(root, expiration, date)) {
                        const SandboxOption option { root, right, expiration, strike };
                        const auto quote = m_options.quoteAt(option, id, time);
                        QVERIFY(quote);
                        row.emplace_back(strike / 100.0, *quote);
                    }
                    const double sign = right == call ? 1 : -1;
                    for (std::size_t k = 1; k < row.size(); ++k) {
                        const auto &low = right == call ? row[k - 1] : row[k];
                        const auto &high = right == call ? row[k] : row[k - 1];
                        // The dearer strike's offer is not below the cheaper one's bid, nor is the
                        // spread sold for more than it can cost
                        QVERIFY(low.second.ask >= high.second.bid);
                        const double width = sign * (high.first - low.first);
                        QVERIFY((low.second.bid - high.second.ask).toDouble() <= width + 1e-9);
                    }
                    for (std::size_t k = 2; k < row.size(); ++k) {
                        const double share
                            = (row[k].first - row[k - 1].first) / (row[k].first - row[k - 2].first);
                        const double wings = share * row[k - 2].second.ask.toDouble()
                            + (1 - share) * row[k].second.ask.toDouble();
                        QVERIFY(wings >= row[k - 1].second.bid.toDouble() - 1e-9);
                    }
                }
            }
            if (root == spxw)
                continue;
            // American options of a later expiry are worth no less
            const std::vector<QDate> dates = someExpirations(m_options, root, date);
            for (const qint32 strike : m_options.strikes(root, dates.front(), date)) {
                for (const OptionRight right : { call, put }) {
                    std::optional<Quote> before;
                    for (const QDate expiration : dates) {
                        const SandboxOption option { root, right, expiration, strike };
                        const auto listed = m_options.listedOn(option);
                        if (!listed || *listed > date)
                            continue;
                        const auto quote = m_options.quoteAt(option, id, time);
                        QVERIFY(quote);
                        QVERIFY(!before || quote->ask >= before->bid);
                        before = quote;
                    }
                }
            }
        }
    }
}

void OptionMarketTest::parityOfEuropeans()
{
    SplitMix64 draws(5);
    int pairs = 0;
    for (int i = 0; i < 40; ++i) {
        const Timestamp time = anyInstant(draws);
        const QDate date = easterntime::date(time);
        for (const QDate expiration : someExpirations(m_options, spxw, date)) {
            const double span = years(spxw, expiration, time - 500ms);
            const std::vector<qint32> strikes = m_options.strikes(spxw, expiration, date);
            // The forward that every strike of an expiration implies is one, to the model's
            // rounding
            std::optional<double> forward;
            for (std::size_t k = 0; k < strikes.size(); k += 7) {
                const SandboxOption bought { spxw, call, expiration, strikes[k] };
                SandboxOption sold = bought;
                sold.right = put;
                const double implied = strikes[k] / 100.0
                    + std::exp(optionRate * span)
                        * (*m_options.modelAt(bought, time) - *m_options.modelAt(sold, time));
                QVERIFY(!forward || std::abs(implied - *forward) < 1e-6);
                forward = implied;
                const auto callQuote = m_options.quoteAt(bought, id, time);
                const auto putQuote = m_options.quoteAt(sold, id, time);
                QVERIFY(callQuote && putQuote);
                const double parity = (implied - strikes[k] / 100.0) * std::exp(-optionRate * span);
                QVERIFY((callQuote->ask - putQuote->bid).toDouble() >= parity - 1e-6);
                QVERIFY((callQuote->bid - putQuote->ask).toDouble() <= parity + 1e-6);
                ++pairs;
            }
            // And it lies where the index was in the second before
            const double spot
                = *forward * std::exp(-(optionRate - optionUnderlyings[2].yield) * span);
            QVERIFY(std::abs(spot - spotOf(spxw, time - 500ms)) < 1e-3 * spot);
        }
    }
    QVERIFY(pairs > 500);
}

/// S e^(-qT) - K <= C - P <= S - K e^(-rT) holds for American options; here of the quotes that can
/// be dealt at.
void OptionMarketTest::boundsOfAmericans()
{
    SplitMix64 draws(6);
    for (int i = 0; i < 30; ++i) {
        const Timestamp time = anyInstant(draws);
        const QDate date = easterntime::date(time);
        for (const int root : { spy, aapl }) {
            const double yield
                = optionUnderlyings[std::size_t(optionRoots[std::size_t(root)].underlying)].yield;
            const double spot = spotOf(root, time - 500ms);
            for (const QDate expiration : someExpirations(m_options, root, date)) {
                const double span = years(root, expiration, time);
                const std::vector<qint32> strikes = m_options.strikes(root, expiration, date);
                for (std::size_t k = 0; k < strikes.size(); k += 5) {
                    const double strike = strikes[k] / 100.0;
                    const auto bought
                        = m_options.quoteAt({ root, call, expiration, strikes[k] }, id, time);
                    const auto sold
                        = m_options.quoteAt({ root, put, expiration, strikes[k] }, id, time);
                    QVERIFY(bought && sold);
                    const double slack = 2e-4 * spot; // what the price moves within the second
                    QVERIFY((bought->ask - sold->bid).toDouble()
                            >= spot * std::exp(-yield * span) - strike - slack);
                    QVERIFY((bought->bid - sold->ask).toDouble()
                            <= spot - strike * std::exp(-optionRate * span) + slack);
                    QVERIFY(bought->ask.toDouble() >= spot - strike - slack);
                    QVERIFY(sold->ask.toDouble() >= strike - spot - slack);
                }
            }
        }
    }
}

void OptionMarketTest::volatilityFallsWhenPriceRises()
{
    // Day on day, at the money of the same expiration
    double products = 0;
    double last = 0;
    double lastSpot = 0;
    const QDate expiration(2026, 6, 18);
    for (QDate date = QDate(2026, 1, 5); date < QDate(2026, 5, 1);
         date = market()->calendar().nextTradingDay(date)) {
        const Timestamp time = easterntime::at(date, 12h);
        const double spot = spotOf(spy, time);
        const auto strike = qint32(std::lround(spot / 5)) * 5'00;
        const auto measures = m_options.measuresAt({ spy, call, expiration, strike }, time);
        QVERIFY(measures);
        if (last > 0)
            products += (measures->impliedVolatility - last) * std::log(spot / lastSpot);
        last = measures->impliedVolatility;
        lastSpot = spot;
    }
    QVERIFY(products < 0);
}

void OptionMarketTest::ticksAndSizes()
{
    SplitMix64 draws(7);
    bool noBid = false;
    for (int i = 0; i < 20; ++i) {
        const Timestamp time = anyInstant(draws);
        const QDate date = easterntime::date(time);
        for (int root = 0; root < int(optionRoots.size()); ++root) {
            const OptionRoot &series = optionRoots[std::size_t(root)];
            for (const QDate expiration : someExpirations(m_options, root, date)) {
                for (const qint32 strike : m_options.strikes(root, expiration, date)) {
                    const auto quote
                        = m_options.quoteAt({ root, put, expiration, strike }, id, time);
                    if (!quote)
                        continue;
                    const qint64 unit = Price::unitsPerOne / 100;
                    QVERIFY(quote->ask > quote->bid);
                    QVERIFY(quote->time <= time);
                    QCOMPARE(quote->bid.units() % (series.smallTick * unit), 0);
                    if (quote->bid >= Price::whole(4))
                        QCOMPARE(quote->ask.units() % (series.tick * unit), 0);
                    QVERIFY(quote->hasAsk());
                    QCOMPARE(quote->hasBid(), !quote->bid.isZero());
                    QVERIFY(quote->askExchange >= 300 && quote->askExchange <= 325);
                    noBid |= !quote->hasBid();
                }
            }
        }
    }
    QVERIFY(noBid);
}

void OptionMarketTest::tradesAtTheQuote()
{
    for (const int root : { spy, aapl, spxw }) {
        const SandboxOption option = nearMoney(m_options, root, today, put);
        std::vector<MarketEvent> events;
        m_options.events(option, id, easterntime::at(today, 9h), easterntime::at(today, 12h),
                         events);
        std::optional<Quote> quote;
        quint64 sequence = 0;
        int trades = 0;
        Timestamp last {};
        for (const MarketEvent &event : events) {
            if (const Quote *next = std::get_if<Quote>(&event)) {
                quote = *next;
                QVERIFY(next->sequence > sequence);
                sequence = next->sequence;
                QVERIFY(next->time >= last);
                last = next->time;
                continue;
            }
            const Trade &trade = std::get<Trade>(event);
            ++trades;
            QVERIFY(quote);
            QVERIFY(trade.price <= quote->ask);
            QVERIFY(trade.price >= quote->bid || quote->bid.isZero());
            QVERIFY(trade.price > Price());
            QVERIFY(trade.size >= Qty::whole(1));
            QVERIFY(trade.sequence > sequence);
            QVERIFY(trade.time >= last);
            QCOMPARE(trade.instrument, id);
            QVERIFY(trade.conditions.ids()[0] >= 209 && trade.conditions.ids()[0] <= 236);
            sequence = trade.sequence;
            last = trade.time;
        }
        QVERIFY(trades > 5);
    }
}

void OptionMarketTest::barsAreTheSumOfTrades()
{
    SplitMix64 draws(8);
    for (int i = 0; i < 12; ++i) {
        const QDate date = easterntime::date(anyInstant(draws));
        const SandboxOption option = nearMoney(m_options,
                                               i % 3 == 0       ? spy
                                                   : i % 3 == 1 ? aapl
                                                                : spxw,
                                               date, call);
        const Timestamp from = easterntime::at(date);
        const Timestamp to = easterntime::at(date.addDays(1));
        std::vector<MarketEvent> trades;
        m_options.trades(option, id, from, to, trades);
        const std::optional<Candle> day = m_options.day(option, date, to);
        QVERIFY(day && !trades.empty());
        Qty volume;
        double value = 0;
        for (const MarketEvent &event : trades) {
            const Trade &trade = std::get<Trade>(event);
            volume += trade.size;
            value += trade.price.toDouble() * trade.size.toDouble();
        }
        QCOMPARE(day->volume, volume);
        QCOMPARE(day->tradeCount, qint64(trades.size()));
        QCOMPARE(day->open, std::get<Trade>(trades.front()).price);
        QCOMPARE(day->close, std::get<Trade>(trades.back()).price);
        QVERIFY(std::abs(day->vwap - value / volume.toDouble()) < 1e-9);
        QCOMPARE(day->start, from);
        const auto minutes = m_options.bars(option, 1min, from, to, to);
        const auto seconds = m_options.bars(option, 1s, from, to, to);
        QVERIFY(isSame(sumOf(minutes), *day));
        QVERIFY(isSame(sumOf(seconds), *day));

        // Cut anywhere, the parts are the whole, and nothing after an instant is known at it
        const Timestamp cut = from + 10h + 17min;
        auto parts = m_options.bars(option, 1min, from, cut, to);
        const auto rest = m_options.bars(option, 1min, cut, to, to);
        parts.insert(parts.end(), rest.begin(), rest.end());
        QCOMPARE(parts.size(), minutes.size());
        const Timestamp then = cut + 12s;
        const std::optional<Candle> sofar = m_options.day(option, date, then);
        Qty known;
        for (const MarketEvent &event : trades)
            if (std::get<Trade>(event).time < then)
                known += std::get<Trade>(event).size;
        QCOMPARE(sofar ? sofar->volume : Qty(), known);
        const std::optional<Trade> last = m_options.lastTradeAt(option, id, then - 1ns);
        if (sofar)
            QVERIFY(last && last->price == sofar->close);
    }
}

/// The quotes of a range are those that were the last at some moment of it.
void OptionMarketTest::quotesOfARange()
{
    SplitMix64 draws(9);
    for (int i = 0; i < 6; ++i) {
        const Timestamp from = anyInstant(draws);
        const SandboxOption option
            = nearMoney(m_options, i % 2 == 0 ? spy : spxw, easterntime::date(from), put);
        std::vector<MarketEvent> events;
        m_options.events(option, id, from, from + 3min, events);
        std::vector<Quote> quotes;
        for (const MarketEvent &event : events)
            if (const Quote *quote = std::get_if<Quote>(&event))
                quotes.push_back(*quote);
        QVERIFY(quotes.size() >= 3);
        for (std::size_t q = 0; q + 1 < quotes.size(); ++q) {
            QCOMPARE(*m_options.quoteAt(option, id, quotes[q].time), quotes[q]);
            QCOMPARE(*m_options.quoteAt(option, id, quotes[q + 1].time - 1ns), quotes[q]);
        }
    }
}

void OptionMarketTest::nothingOutsideSessions()
{
    const SandboxOption option = nearMoney(m_options, aapl, today, call);
    std::vector<MarketEvent> events;
    m_options.events(option, id, easterntime::at(today, 16h), easterntime::at(today, 23h), events);
    m_options.events(option, id, easterntime::at(today), easterntime::at(today, 9h + 30min),
                     events);
    QVERIFY(events.empty());
    // In the night the last quote of the day stands, with what was measured by it
    const auto quote = m_options.quoteAt(option, id, easterntime::at(today, 23h));
    QVERIFY(quote && easterntime::timeOfDay(quote->time) < 16h);
    QVERIFY(m_options.measuresAt(option, easterntime::at(today, 23h)));
    // An expired contract keeps its history and gets no more
    const Timestamp muchLater = easterntime::at(option.expiration.addDays(30), 12h);
    m_options.events(option, id, easterntime::at(option.expiration.addDays(1)), muchLater, events);
    QVERIFY(events.empty());
    QVERIFY(m_options.lastTradeAt(option, id, muchLater));
    QVERIFY(m_options.quoteAt(option, id, muchLater)->time
            < easterntime::at(option.expiration, 16h));
    // Of the morning series the last day is the one before
    const SandboxOption morning = nearMoney(m_options, spx, today, call);
    QVERIFY(!m_options.day(morning, morning.expiration,
                           easterntime::at(morning.expiration.addDays(1))));
}

/// The roll of a chain names exactly those that have trades in a range, each once.
void OptionMarketTest::whoIsTraded()
{
    const Timestamp from = easterntime::at(today, 11h);
    const Timestamp to = from + 90s;
    const std::vector<SandboxOption> traded = m_options.tradedIn(from, to);
    QVERIFY(traded.size() > 50);
    QString before;
    for (const SandboxOption &option : traded) {
        const QString symbol = sandboxoption::symbolOf(option);
        QVERIFY(before < symbol);
        before = symbol;
    }
    for (const int root : { aapl, spxw, spy }) {
        for (const QDate expiration : m_options.expirations(root, today, today.addDays(20), today))
            for (const qint32 strike : m_options.strikes(root, expiration, today)) {
                const SandboxOption option { root, put, expiration, strike };
                std::vector<MarketEvent> trades;
                m_options.trades(option, id, from, to, trades);
                const bool isNamed
                    = std::find(traded.begin(), traded.end(), option) != traded.end();
                QCOMPARE(isNamed, !trades.empty());
            }
    }
    QVERIFY(m_options.tradedIn(easterntime::at(today, 20h), easterntime::at(today, 21h)).empty());
}

/// Seed 9 splits NVDA five to one on 2025-09-30.
void OptionMarketTest::splitsBringNewContracts()
{
    const auto split = std::make_shared<const SandboxMarket>(SandboxMarket::Options { .seed = 9 });
    const OptionMarket options(split, indicesOf(split));
    const int stock = split->indexOf(u"NVDA");
    const std::vector<SandboxSplit> &splits = split->companies().splits(stock);
    QVERIFY(!splits.empty());
    const SandboxSplit last = splits.back();
    const QDate before = split->calendar().previousTradingDay(last.executed);
    constexpr int nvda = 1;
    const QDate expiration
        = options.expirations(nvda, last.executed.addDays(60), last.executed.addDays(400), before)
              .front();
    for (const QDate date : { before, last.executed }) {
        const double spot
            = split->dayAt(stock, easterntime::at(date, 12h))->candle.close.toDouble();
        const std::vector<qint32> strikes = options.strikes(nvda, expiration, date);
        QVERIFY(!strikes.empty());
        QVERIFY(strikes.front() < spot * 90 && strikes.front() > spot * 20);
        QVERIFY(strikes.back() > spot * 110 && strikes.back() < spot * 400);
    }
    // The strikes of before are gone, with their history; volatility does not notice the split
    const std::vector<qint32> old = options.strikes(nvda, expiration, before);
    const SandboxOption gone { nvda, call, expiration, old.back() };
    QCOMPARE(options.lastDay(gone), before);
    QVERIFY(options.quoteAt(gone, id, easterntime::at(before, 12h)));
    QVERIFY(options.quoteAt(gone, id, easterntime::at(last.executed, 12h))->time
            < easterntime::at(before, 16h));
    const auto atTheMoney = [&](QDate date) {
        const Timestamp time = easterntime::at(date, 12h);
        const double spot = split->dayAt(stock, time)->candle.close.toDouble();
        SandboxOption nearest { nvda, call, expiration, 0 };
        for (const qint32 strike : options.strikes(nvda, expiration, date))
            if (std::abs(strike / 100.0 - spot) < std::abs(nearest.strike / 100.0 - spot))
                nearest.strike = strike;
        return options.measuresAt(nearest, time);
    };
    const auto volatilityBefore = atTheMoney(before);
    const auto volatilityAfter = atTheMoney(last.executed);
    QVERIFY(volatilityBefore && volatilityAfter);
    QVERIFY(std::abs(volatilityAfter->impliedVolatility / volatilityBefore->impliedVolatility - 1)
            < 0.25);
}

void OptionMarketTest::openInterestFollowsVolume()
{
    const SandboxOption option { spy, put, QDate(2026, 12, 18), 700'00 };
    const QDate listed = *m_options.listedOn(option);
    QCOMPARE(m_options.openInterest(option, listed), 0);
    qint64 before = 0;
    qint64 most = 0;
    for (QDate date = listed; date <= option.expiration;) {
        const std::optional<Candle> day
            = m_options.day(option, date, easterntime::at(date.addDays(1)));
        date = market()->calendar().nextTradingDay(date);
        const qint64 open = m_options.openInterest(option, date);
        QVERIFY(open >= 0);
        const qint64 traded = day ? day->volume.units() / Qty::unitsPerOne : 0;
        QVERIFY(std::abs(open - before) <= traded);
        before = open;
        most = std::max(most, open);
    }
    QVERIFY(most > 100);
    // Asked for an earlier day again, the answer is what it was
    QCOMPARE(m_options.openInterest(option, listed), 0);
}

void OptionMarketTest::measures()
{
    SplitMix64 draws(10);
    int measured = 0;
    for (int i = 0; i < 15; ++i) {
        const Timestamp time = anyInstant(draws);
        const QDate date = easterntime::date(time);
        for (const int root : { spy, aapl, spxw }) {
            for (const OptionRight right : { call, put }) {
                const SandboxOption option = nearMoney(m_options, root, date, right);
                const auto values = m_options.measuresAt(option, time);
                QVERIFY(values);
                ++measured;
                QVERIFY(values->impliedVolatility > 0.05 && values->impliedVolatility < 1.2);
                const double sign = right == call ? 1 : -1;
                QVERIFY(sign * values->delta > 0.1 && sign * values->delta < 0.9);
                QVERIFY(values->gamma > 0 && values->vega > 0 && values->theta < 0);
            }
        }
    }
    QCOMPARE(measured, 90);
    // Without a bid there is no midpoint, and nothing to measure
    const Timestamp time = easterntime::at(today, 11h);
    const QDate expiration(2026, 11, 27);
    const SandboxOption worthless { spy, call, expiration,
                                    m_options.strikes(spy, expiration, today).back() };
    QVERIFY(!m_options.quoteAt(worthless, id, time)->hasBid());
    QVERIFY(!m_options.measuresAt(worthless, time));
}

void OptionMarketTest::sameSeedSameMarket()
{
    const auto twin = std::make_shared<const SandboxMarket>(SandboxMarket::Options { .seed = 11 });
    const OptionMarket again(twin, indicesOf(twin));
    const auto foreign
        = std::make_shared<const SandboxMarket>(SandboxMarket::Options { .seed = 12 });
    const OptionMarket other(foreign, indicesOf(foreign));
    const SandboxOption option = nearMoney(m_options, spy, today, call);
    const Timestamp from = easterntime::at(today, 11h);
    std::vector<MarketEvent> first;
    std::vector<MarketEvent> second;
    // In pieces and backwards: what was asked before makes no difference
    again.events(option, id, from + 5min, from + 10min, second);
    second.clear();
    again.events(option, id, from, from + 5min, second);
    again.events(option, id, from + 5min, from + 10min, second);
    m_options.events(option, id, from, from + 10min, first);
    QCOMPARE(first, second);
    QVERIFY(!first.empty());
    second.clear();
    other.events(option, id, from, from + 10min, second);
    QVERIFY(first != second);
}

QTEST_GUILESS_MAIN(OptionMarketTest)
#include "tst_optionmarket.moc"
