#include "cryptotape.h"
#include "currencytape.h"
#include "easterntime.h"
#include "futurestape.h"
#include "markethours.h"
#include "splitmix64.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

/// All markets around the clock of one seed.
struct Markets
{
    explicit Markets(quint64 seed = 1)
        : stocks(std::make_shared<const SandboxMarket>(SandboxMarket::Options { .seed = seed }))
        , indices(std::make_shared<const IndexTape>(seed, stocks, InstrumentId(0)))
        , coins(seed, InstrumentId(0))
        , currencies(seed, InstrumentId(0))
        , futures(seed, stocks, indices, { 2026, 8, 13 }, InstrumentId(0))
    {
    }

    const SessionTape &tapeOf(AssetClass assetClass) const
    {
        if (assetClass == AssetClass::Crypto)
            return coins.bars();
        return assetClass == AssetClass::Forex ? currencies.bars() : futures.bars();
    }
    int contract(const QString &symbol) const
    {
        const auto found = std::ranges::find(futures.contracts(), symbol, &SandboxContract::symbol);
        return static_cast<int>(found - futures.contracts().begin());
    }

    std::shared_ptr<const SandboxMarket> stocks;
    std::shared_ptr<const IndexTape> indices;
    CryptoTape coins;
    CurrencyTape currencies;
    FuturesTape futures;
};

const Markets &market()
{
    static const Markets markets;
    return markets;
}

/// What is said of a window by its parts; vwap is an estimate and left out.
void include(std::optional<Candle> &sum, const Candle &finer)
{
    if (!sum) {
        sum = finer;
        return;
    }
    sum->high = std::max(sum->high, finer.high);
    sum->low = std::min(sum->low, finer.low);
    sum->close = finer.close;
    sum->volume += finer.volume;
    sum->tradeCount += finer.tradeCount;
}

bool same(const Candle &a, const Candle &b)
{
    return a.open == b.open && a.high == b.high && a.low == b.low && a.close == b.close
        && a.volume == b.volume && a.tradeCount == b.tradeCount;
}

std::optional<Candle> sumOf(const std::vector<Candle> &bars)
{
    std::optional<Candle> sum;
    for (const Candle &bar : bars)
        include(sum, bar);
    return sum;
}

std::optional<Candle> sumOfPrints(const SessionTape &tape, int number, Timestamp from, Timestamp to)
{
    std::vector<TapePrint> prints;
    tape.prints(number, from, to, prints);
    const TapeScale scale = tape.model(number).scale();
    std::optional<Candle> sum;
    for (const TapePrint &print : prints) {
        Candle bar;
        bar.open = bar.high = bar.low = bar.close = scale.priceOf(print.price);
        bar.volume = scale.sizeOf(print.volume);
        bar.tradeCount = 1;
        include(sum, bar);
    }
    return sum;
}

void addRows()
{
    QTest::addColumn<AssetClass>("assetClass");
    QTest::addColumn<int>("number");
    QTest::newRow("bitcoin") << AssetClass::Crypto << 0;
    QTest::newRow("solana") << AssetClass::Crypto << 2;
    QTest::newRow("euro") << AssetClass::Forex << 0;
    QTest::newRow("yen") << AssetClass::Forex << 1;
    QTest::newRow("front future") << AssetClass::Futures << market().contract(u"ESU6"_s);
    QTest::newRow("next future, hardly traded")
        << AssetClass::Futures << market().contract(u"ESZ6"_s);
    QTest::newRow("gold") << AssetClass::Futures << market().contract(u"GCZ6"_s);
}

} // namespace

/// Markets around the clock: massive-api.md 3.1, 5, 6.12 to 6.14.
class TestSessionTape : public QObject
{
    Q_OBJECT

private slots:
    void sumsAreExact_data() { addRows(); }
    /// Day, minute, second and print say the same of every window.
    void sumsAreExact()
    {
        QFETCH(const AssetClass, assetClass);
        QFETCH(const int, number);
        const SessionTape &tape = market().tapeOf(assetClass);
        SplitMix64 draws(5);
        for (const QDate date : { QDate(2026, 8, 12), QDate(2026, 8, 10), QDate(2026, 8, 7),
                                  QDate(2026, 7, 20), QDate(2026, 3, 9) }) {
            const std::optional<TapeSession> session = tape.model(number).session(date);
            QVERIFY(session);
            const Timestamp far = session->end() + 24h * 30;
            const auto minutes
                = tape.bars(number, TimeUnit::Minute, session->start, session->end(), far);
            const std::optional<Candle> day = tape.session(number, date, far);
            QVERIFY(day && !minutes.empty());
            QVERIFY(same(*day, *sumOf(minutes)));
            QCOMPARE(day->start, markethours::dayStart(assetClass, date));
            for (int round = 0; round < 12; ++round) {
                const Candle &minute = minutes[draws.below(minutes.size())];
                const auto seconds
                    = tape.bars(number, TimeUnit::Second, minute.start, minute.start + 1min, far);
                QVERIFY(same(minute, *sumOf(seconds)));
                for (const Candle &second : seconds)
                    QVERIFY(
                        same(second, *sumOfPrints(tape, number, second.start, second.start + 1s)));
            }
        }
    }

    void unfinishedBarsAreWhatWasPrinted_data() { addRows(); }
    void unfinishedBarsAreWhatWasPrinted()
    {
        QFETCH(const AssetClass, assetClass);
        QFETCH(const int, number);
        const SessionTape &tape = market().tapeOf(assetClass);
        SplitMix64 draws(6);
        const QDate date(2026, 8, 12);
        const TapeSession session = *tape.model(number).session(date);
        for (int round = 0; round < 20; ++round) {
            const Timestamp asOf
                = session.start + 1h + Duration(qint64(draws.below(79'000'000)) * 1'000'000);
            const auto printed = sumOfPrints(tape, number, session.start, asOf);
            const auto day = tape.session(number, date, asOf);
            QCOMPARE(day.has_value(), printed.has_value());
            QVERIFY(!day || same(*day, *printed));
            const Timestamp minute = std::chrono::floor<std::chrono::minutes>(asOf);
            const auto bars = tape.bars(number, TimeUnit::Minute, minute, asOf, asOf);
            const auto inMinute = sumOfPrints(tape, number, minute, asOf);
            QCOMPARE(bars.empty(), !inMinute);
            QVERIFY(bars.empty() || same(bars.front(), *inMinute));
            const auto last = tape.lastPrint(number, asOf);
            QVERIFY(last && last->time < asOf);
            if (day)
                QCOMPARE(tape.model(number).scale().priceOf(last->price), day->close);
        }
    }

    void anyOrderGivesTheSame_data() { addRows(); }
    void anyOrderGivesTheSame()
    {
        QFETCH(const AssetClass, assetClass);
        QFETCH(const int, number);
        const Markets fresh;
        const SessionTape &tape = fresh.tapeOf(assetClass);
        const SessionTape &used = market().tapeOf(assetClass);
        const Timestamp from = easterntime::at({ 2026, 8, 12 }, 9h + 58min);
        const Timestamp to = from + 5min;
        std::vector<TapePrint> whole;
        used.prints(number, from, to, whole);
        std::vector<TapePrint> pieces;
        SplitMix64 draws(8);
        for (Timestamp at = from; at < to;) {
            const Timestamp next
                = std::min(to, at + Duration(1 + qint64(draws.below(4'000'000'000))));
            tape.prints(number, at, next, pieces);
            at = next;
        }
        QCOMPARE(pieces.size(), whole.size());
        for (std::size_t i = 0; i < whole.size(); ++i)
            QVERIFY(pieces[i].time == whole[i].time && pieces[i].price == whole[i].price
                    && pieces[i].volume == whole[i].volume);
        for (std::size_t i = 1; i < whole.size(); ++i)
            QVERIFY(whole[i - 1].time < whole[i].time);
    }

    void daysJoinWithoutLeaps_data() { addRows(); }
    void daysJoinWithoutLeaps()
    {
        QFETCH(const AssetClass, assetClass);
        QFETCH(const int, number);
        const SessionTape &tape = market().tapeOf(assetClass);
        std::optional<Candle> before;
        int days = 0;
        for (QDate date(2026, 4, 1); date < QDate(2026, 8, 12); date = date.addDays(1)) {
            const auto day = tape.session(number, date, Timestamp::max());
            if (!day)
                continue;
            ++days;
            QVERIFY(day->low <= day->open && day->open <= day->high);
            QVERIFY(day->low <= day->close && day->close <= day->high);
            if (before) {
                const double leap = day->open.toDouble() / before->close.toDouble() - 1;
                QVERIFY2(std::abs(leap) < 0.03, qPrintable(date.toString(Qt::ISODate)));
            }
            before = day;
        }
        QVERIFY(days > 85);
    }

    /// massive-api.md section 2: days of UTC, from Sunday 17:00 to Friday 17:00 Eastern.
    void theWeekOfCurrencies()
    {
        const SessionTape &tape = market().currencies.bars();
        const TapeModel &euro = tape.model(0);
        QVERIFY(!euro.session({ 2026, 8, 15 }));
        QCOMPARE(euro.session({ 2026, 8, 16 })->start, easterntime::at({ 2026, 8, 16 }, 17h));
        QCOMPARE(euro.session({ 2026, 8, 14 })->end(), easterntime::at({ 2026, 8, 14 }, 17h));
        QCOMPARE(euro.session({ 2026, 8, 12 })->minutes, 1440);
        QCOMPARE(euro.session({ 2026, 1, 4 })->minutes, 120); // winter: 22:00 to midnight
        std::vector<MarketEvent> quotes;
        market().currencies.events(0, easterntime::at({ 2026, 8, 14 }, 17h),
                                   easterntime::at({ 2026, 8, 16 }, 17h), quotes);
        QVERIFY(quotes.empty());
        market().currencies.events(0, easterntime::at({ 2026, 8, 16 }, 17h),
                                   easterntime::at({ 2026, 8, 16 }, 17h + 10min), quotes);
        QVERIFY(quotes.size() > 20);
        for (const MarketEvent &event : quotes) {
            const Quote &quote = std::get<Quote>(event);
            QVERIFY(quote.bid < quote.ask && quote.bidExchange == 48);
            QCOMPARE(quote.bid.units() % (Price::unitsPerOne / 100'000), qint64(0));
        }
        // On a weekend the last quote is Friday's
        const auto last = market().currencies.lastQuote(0, easterntime::at({ 2026, 8, 15 }, 12h));
        QVERIFY(last);
        QCOMPARE(easterntime::date(last->time), QDate(2026, 8, 14));
    }

    void coinsNeverRest()
    {
        for (const QDate date : { QDate(2026, 8, 15), QDate(2026, 8, 16), QDate(2025, 12, 25) }) {
            const auto bars = market().coins.bars().bars(
                0, TimeUnit::Minute, markethours::dayStart(AssetClass::Crypto, date),
                markethours::dayStart(AssetClass::Crypto, date.addDays(1)), Timestamp::max());
            QCOMPARE(bars.size(), std::size_t(1440));
        }
    }

    /// massive-api.md 5.2 and the rules of the exchange.
    void contractsAreListedAndEnd()
    {
        const auto &contracts = market().futures.contracts();
        const auto at = [&](const QString &symbol) {
            return contracts[static_cast<std::size_t>(market().contract(symbol))];
        };
        QCOMPARE(at(u"ESU6"_s).lastTrade, QDate(2026, 9, 18)); // the third Friday
        QCOMPARE(at(u"ESM6"_s).lastTrade, QDate(2026, 6, 18)); // the Friday is a holiday
        QCOMPARE(at(u"GCZ6"_s).lastTrade, QDate(2026, 12, 29));
        QSet<QString> symbols;
        int listed = 0;
        for (const SandboxContract &contract : contracts) {
            symbols.insert(contract.symbol);
            listed += contract.product == 0 && contract.firstTrade <= QDate(2026, 8, 13)
                && contract.lastTrade >= QDate(2026, 8, 13);
        }
        QCOMPARE(symbols.size(), qsizetype(contracts.size()));
        QVERIFY(listed >= 4);
        const int expired = market().contract(u"ESM6"_s);
        QVERIFY(market().futures.bars().session(expired, { 2026, 6, 18 }, Timestamp::max()));
        QVERIFY(!market().futures.bars().session(expired, { 2026, 6, 22 }, Timestamp::max()));
        const auto last
            = market().futures.lastTrade(expired, easterntime::at({ 2026, 6, 25 }, 12h));
        QVERIFY(last);
        QCOMPARE(easterntime::date(last->time), QDate(2026, 6, 18));
    }

    void sessionsHaveABreak()
    {
        const TapeModel &es = market().futures.bars().model(market().contract(u"ESU6"_s));
        const TapeSession monday = *es.session({ 2026, 8, 10 });
        QCOMPARE(monday.start, easterntime::at({ 2026, 8, 9 }, 18h));
        QCOMPARE(monday.end(), easterntime::at({ 2026, 8, 10 }, 17h));
        QVERIFY(!es.session({ 2026, 8, 9 }));
    }

    void volumeRollsBeforeTheEnd()
    {
        const SessionTape &tape = market().futures.bars();
        const int front = market().contract(u"ESM6"_s);
        const int next = market().contract(u"ESU6"_s);
        const auto volume = [&](int contract, QDate date) {
            return tape.session(contract, date, Timestamp::max())->volume;
        };
        QVERIFY(volume(front, { 2026, 5, 20 }) > volume(next, { 2026, 5, 20 }));
        QVERIFY(volume(front, { 2026, 6, 16 }) < volume(next, { 2026, 6, 16 }));
    }

    /// A contract is its reference and the cost of carrying it to the end, whoever trades it.
    void basisIsTheCostOfCarry()
    {
        const SessionTape &tape = market().futures.bars();
        const QDate date(2026, 8, 12);
        const Timestamp from = easterntime::at(date, 10h);
        for (const QString &symbol : { u"ESU6"_s, u"ESZ6"_s }) {
            const int contract = market().contract(symbol);
            const double carry = market().futures.carryFactor(contract, date);
            QVERIFY(carry > 1);
            double worst = 0;
            int compared = 0;
            for (const Candle &bar :
                 tape.bars(contract, TimeUnit::Minute, from, from + 5h, Timestamp::max())) {
                const auto index = market().indices->bars(0, TimeUnit::Minute, bar.start,
                                                          bar.start + 1min, Timestamp::max());
                QCOMPARE(index.size(), std::size_t(1));
                const double fair = index.front().close.toDouble() * carry;
                worst = std::max(worst, std::abs(bar.close.toDouble() / fair - 1));
                ++compared;
            }
            QVERIFY2(compared > 200, qPrintable(symbol));
            QVERIFY2(worst < 0.0012, qPrintable(symbol + QString::number(worst)));
        }
    }

    void settlementIsKnownAtFour()
    {
        const int contract = market().contract(u"ESU6"_s);
        const QDate date(2026, 8, 12);
        QVERIFY(market()
                    .futures.settlement(contract, date, easterntime::at(date, 15h + 59min))
                    .isZero());
        const Price settled
            = market().futures.settlement(contract, date, easterntime::at(date, 16h + 1s));
        const auto day = market().futures.bars().session(contract, date, Timestamp::max());
        QVERIFY(settled >= day->low && settled <= day->high);
        QCOMPARE(settled.units() % (Price::unitsPerOne / 4), qint64(0));
    }

    void tradesAreAtTheQuote()
    {
        std::vector<MarketEvent> events;
        const Timestamp from = easterntime::at({ 2026, 8, 12 }, 11h);
        market().futures.events(market().contract(u"ESU6"_s), from, from + 2min, events);
        Quote quote;
        quint64 sequence = 0;
        int trades = 0;
        for (const MarketEvent &event : events) {
            const quint64 number = std::visit(
                [](const auto &value) -> quint64 {
                    if constexpr (requires { value.sequence; })
                        return value.sequence;
                    return 0;
                },
                event);
            QVERIFY(number > sequence);
            sequence = number;
            if (const auto *given = std::get_if<Quote>(&event)) {
                quote = *given;
                QVERIFY(quote.isTwoSided() && quote.bid < quote.ask);
                continue;
            }
            const Trade &trade = std::get<Trade>(event);
            const bool atAsk = trade.price == quote.ask;
            QVERIFY(atAsk || trade.price == quote.bid);
            QVERIFY(trade.size <= (atAsk ? quote.askSize : quote.bidSize));
            ++trades;
        }
        QVERIFY(trades > 200);
    }

    /// A page of 5,000 minute bars and a year of days of the slowest class.
    void answersAreQuick()
    {
        const Markets fresh;
        const int contract = fresh.contract(u"ESU6"_s);
        QElapsedTimer timer;
        timer.start();
        const auto minutes
            = fresh.futures.bars().bars(contract, TimeUnit::Minute, easterntime::at({ 2026, 8, 6 }),
                                        easterntime::at({ 2026, 8, 12 }), Timestamp::max());
        const qint64 pageMs = timer.restart();
        int days = 0;
        for (QDate date(2025, 8, 12); date < QDate(2026, 8, 12); date = date.addDays(1))
            days += fresh.futures.bars().session(contract, date, Timestamp::max()).has_value();
        const qint64 yearMs = timer.elapsed();
        qInfo("%d minutes in %d ms, %d days in %d ms", int(minutes.size()), int(pageMs), days,
              int(yearMs));
        QVERIFY(pageMs < 1'000);
        QVERIFY(yearMs < 1'500);
    }
};

QTEST_GUILESS_MAIN(TestSessionTape)
#include "tst_sessiontape.moc"
