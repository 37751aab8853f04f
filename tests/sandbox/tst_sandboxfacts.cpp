#include "sandboxchecks.h"

#include <QtTest>

#include <cmath>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

double mean(const std::vector<double> &values)
{
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum / double(values.size());
}

double correlation(const std::vector<double> &a, const std::vector<double> &b)
{
    const double meanA = mean(a);
    const double meanB = mean(b);
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ab += (a[i] - meanA) * (b[i] - meanB);
        aa += (a[i] - meanA) * (a[i] - meanA);
        bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return ab / std::sqrt(aa * bb);
}

/// Correlation of each value with the next.
double lagOne(const std::vector<double> &values)
{
    return correlation({ values.begin(), values.end() - 1 }, { values.begin() + 1, values.end() });
}

double kurtosis(const std::vector<double> &values)
{
    const double middle = mean(values);
    double second = 0;
    double fourth = 0;
    for (const double value : values) {
        const double square = (value - middle) * (value - middle);
        second += square;
        fourth += square * square;
    }
    return fourth * double(values.size()) / (second * second);
}

/// What one regular session looked like on the tape.
struct SessionFacts
{
    double spreadTicks = 0; ///< time-weighted
    double signPersistence = 0; ///< autocorrelation of aggressors at lag 1
    double fano = 0; ///< variance over mean of trades per second, two hours around noon
    double oddLots = 0; ///< share of trades
    double offExchange = 0; ///< share of volume
    double atTouch = 0; ///< share of trades at the bid or offer
    double sweeps = 0; ///< share of trades with condition 14
    double eventsPerSecond = 0;
    double restingLots = 0; ///< mean size at the bid, round lots of 40 or 100
    int longestSweep = 0; ///< most condition 14 prints within one millisecond
};

SessionFacts factsOf(const SandboxMarket &market, int instrument, QDate date)
{
    const TradingSession session = *market.calendar().session(date);
    std::vector<MarketEvent> events;
    market.events(instrument, session.open, session.close, events);
    SessionFacts facts;
    facts.eventsPerSecond = double(events.size()) / 23'400;

    std::vector<double> signs;
    std::vector<double> perSecond(7'200);
    double spreadTime = 0;
    double quoted = 0;
    double volume = 0;
    double offExchange = 0;
    double trades = 0;
    double quotes = 0;
    qint64 sweepMs = 0;
    int sweepPrints = 0;
    Quote quote;
    for (const MarketEvent &event : events) {
        if (const Quote *next = std::get_if<Quote>(&event)) {
            if (quotes > 0) {
                const auto held = double((next->time - quote.time).count());
                spreadTime += held * (quote.ask - quote.bid).toDouble() * 100;
                quoted += held;
            }
            quote = *next;
            ++quotes;
            const bool smallLots = quote.bid > Price::whole(250);
            facts.restingLots += quote.bidSize.toDouble() / (smallLots ? 40 : 100);
        }
        const Trade *trade = std::get_if<Trade>(&event);
        if (!trade || isRestatement(trade->conditions))
            continue;
        ++trades;
        volume += trade->size.toDouble();
        if (trade->isOffExchange())
            offExchange += trade->size.toDouble();
        facts.oddLots += trade->conditions.contains(condition::oddLot);
        if (trade->conditions.contains(condition::intermarketSweep)) {
            ++facts.sweeps;
            sweepPrints = toMs(trade->time) == sweepMs ? sweepPrints + 1 : 1;
            sweepMs = toMs(trade->time);
            facts.longestSweep = std::max(facts.longestSweep, sweepPrints);
        }
        facts.atTouch += trade->price == quote.bid || trade->price == quote.ask;
        if (tradeUpdate(trade->conditions, true).last && trade->price != quote.bid
            && trade->price != quote.ask)
            continue;
        if (tradeUpdate(trade->conditions, true).last)
            signs.push_back(trade->price == quote.ask ? 1 : -1);
        const auto second = (trade->time - session.open) / 1s;
        if (second >= 7'200 && second < 14'400)
            ++perSecond[std::size_t(second - 7'200)];
    }
    facts.spreadTicks = spreadTime / quoted;
    facts.signPersistence = lagOne(signs);
    const double rate = mean(perSecond);
    double variance = 0;
    for (const double count : perSecond)
        variance += (count - rate) * (count - rate);
    facts.fano = variance / double(perSecond.size()) / rate;
    facts.oddLots /= trades;
    facts.sweeps /= trades;
    facts.atTouch /= trades;
    facts.offExchange = offExchange / volume;
    facts.restingLots /= quotes;
    return facts;
}

} // namespace

/// Stylised facts, each in a band: wide enough for another seed, narrow enough to notice a broken
/// model.
class SandboxFactsTest : public QObject
{
    Q_OBJECT

    const SandboxMarket m_market { { 3, 20 } };
    const QDate m_day { 2026, 11, 18 };

    std::vector<double> dailyReturns(const QString &symbol) const
    {
        std::vector<double> returns;
        const auto days = sandboxchecks::tradingDays(m_market.calendar(), m_day, 2'500);
        for (auto date = days.rbegin(); date != days.rend(); ++date)
            returns.push_back(
                std::log(sandboxchecks::heldReturn(m_market, m_market.indexOf(symbol), *date)));
        return returns;
    }

    std::vector<double> fiveMinuteReturns(const QString &symbol) const
    {
        std::vector<double> returns;
        for (const QDate date : sandboxchecks::tradingDays(m_market.calendar(), m_day, 10)) {
            const TradingSession session = *m_market.calendar().session(date);
            std::vector<double> closes(78);
            for (const Candle &minute :
                 m_market.minutes(m_market.indexOf(symbol), session.open, session.close))
                closes[std::size_t((minute.start - session.open) / 5min)] = minute.close.toDouble();
            for (std::size_t i = 1; i < closes.size(); ++i)
                returns.push_back(std::log(closes[i] / closes[i - 1]));
        }
        return returns;
    }

private slots:
    void tapeLooksReal_data()
    {
        QTest::addColumn<double>("leastSpread");
        QTest::addColumn<double>("mostSpread");
        QTest::addColumn<double>("leastEvents");
        QTest::addColumn<double>("mostEvents");
        QTest::addColumn<double>("leastOddLots");
        QTest::addColumn<double>("mostOddLots");
        QTest::newRow("SPY") << 0.99 << 1.6 << 25.0 << 160.0 << 0.35 << 0.45;
        QTest::newRow("NVDA") << 0.99 << 1.6 << 20.0 << 160.0 << 0.30 << 0.42;
        QTest::newRow("TSLA") << 1.3 << 6.0 << 20.0 << 160.0 << 0.42 << 0.54;
        QTest::newRow("BAC") << 0.99 << 1.3 << 6.0 << 60.0 << 0.20 << 0.32;
        QTest::newRow("KO") << 0.99 << 1.3 << 2.0 << 20.0 << 0.26 << 0.38;
        QTest::newRow("META") << 4.0 << 16.0 << 7.0 << 70.0 << 0.46 << 0.58;
        QTest::newRow("IBM") << 2.0 << 10.0 << 1.5 << 18.0 << 0.40 << 0.52;
    }

    void tapeLooksReal()
    {
        QFETCH(const double, leastSpread);
        QFETCH(const double, mostSpread);
        QFETCH(const double, leastEvents);
        QFETCH(const double, mostEvents);
        QFETCH(const double, leastOddLots);
        QFETCH(const double, mostOddLots);
        const int instrument = m_market.indexOf(QString::fromLatin1(QTest::currentDataTag()));
        const SessionFacts facts = factsOf(m_market, instrument, m_day);
        const auto within = [](const char *name, double value, double least, double most) {
            const bool inside = value >= least && value <= most;
            if (!inside)
                qWarning("%s is %g, expected %g to %g", name, value, least, most);
            return inside;
        };
        QVERIFY(within("spread in ticks", facts.spreadTicks, leastSpread, mostSpread));
        QVERIFY(within("events a second", facts.eventsPerSecond, leastEvents, mostEvents));
        QVERIFY(within("odd lots", facts.oddLots, leastOddLots, mostOddLots));
        QVERIFY(within("sign autocorrelation", facts.signPersistence, 0.2, 0.65));
        QVERIFY(within("Fano factor", facts.fano, 1.5, 80));
        QVERIFY(within("off exchange", facts.offExchange, 0.33, 0.52));
        QVERIFY(within("at the touch", facts.atTouch, 0.7, 0.96));
        QVERIFY(within("sweeps", facts.sweeps, 0.12, 0.4));
        QVERIFY(within("longest sweep", facts.longestSweep, 3, 30));
        QVERIFY(within("resting lots", facts.restingLots, 1, 60));
    }

    void deepBooksAreDeep()
    {
        const double bac = factsOf(m_market, m_market.indexOf(u"BAC"), m_day).restingLots;
        const double meta = factsOf(m_market, m_market.indexOf(u"META"), m_day).restingLots;
        QVERIFY(bac > 5 * meta);
    }

    void volumeHasTheShapeOfAU()
    {
        double first = 0;
        double middle = 0;
        double last = 0;
        for (const QDate date : sandboxchecks::tradingDays(m_market.calendar(), m_day, 5)) {
            const TradingSession session = *m_market.calendar().session(date);
            for (int instrument = 0; instrument < 14; ++instrument) {
                for (const Candle &bar :
                     m_market.minutes(instrument, session.open, session.close)) {
                    const auto minute = (bar.start - session.open) / 1min;
                    const double share = bar.volume.toDouble()
                        / m_market.instruments()[std::size_t(instrument)].averageDailyVolume;
                    first += minute < 30 ? share : 0;
                    middle += minute >= 180 && minute < 210 ? share : 0;
                    last += minute >= 360 ? share : 0;
                }
            }
        }
        QVERIFY2(first / middle > 1.8 && first / middle < 5,
                 qPrintable(QString::number(first / middle)));
        QVERIFY2(last / middle > 1.2 && last / middle < 4,
                 qPrintable(QString::number(last / middle)));
    }

    void busyMinutesMove()
    {
        const TradingSession session = *m_market.calendar().session(m_day);
        for (const QString &symbol : { u"AAPL"_s, u"AMD"_s, u"JPM"_s }) {
            std::vector<double> ranges;
            std::vector<double> volumes;
            for (const Candle &bar :
                 m_market.minutes(m_market.indexOf(symbol), session.open, session.close)) {
                ranges.push_back((bar.high - bar.low).toDouble());
                volumes.push_back(bar.volume.toDouble());
            }
            const double together = correlation(ranges, volumes);
            QVERIFY2(together > 0.15 && together < 0.9, qPrintable(QString::number(together)));
        }
    }

    void dailyReturnsAreFatTailedAndCluster()
    {
        std::vector<double> kurtoses;
        std::vector<double> clustering;
        for (int instrument = 0; instrument < 14; ++instrument) {
            const SandboxInstrument &info = m_market.instruments()[std::size_t(instrument)];
            const std::vector<double> returns = dailyReturns(info.symbol);
            std::vector<double> sizes;
            double squares = 0;
            for (const double move : returns) {
                sizes.push_back(std::abs(move));
                squares += move * move;
            }
            kurtoses.push_back(kurtosis(returns));
            clustering.push_back(lagOne(sizes));
            const double deviation = std::sqrt(squares / double(returns.size()));
            QVERIFY2(deviation > 0.8 * info.dailyVolatility
                         && deviation < 1.25 * info.dailyVolatility,
                     qPrintable(info.symbol));
            QVERIFY2(std::abs(lagOne(returns)) < 0.1, qPrintable(info.symbol)); // no free lunch
        }
        QVERIFY2(mean(kurtoses) > 4.5 && mean(kurtoses) < 12,
                 qPrintable(QString::number(mean(kurtoses))));
        QVERIFY2(mean(clustering) > 0.06 && mean(clustering) < 0.4,
                 qPrintable(QString::number(mean(clustering))));
    }

    void stocksFollowTheMarketByTheirBeta()
    {
        const std::vector<double> spy = dailyReturns(u"SPY"_s);
        const std::vector<double> spyFive = fiveMinuteReturns(u"SPY"_s);
        const struct
        {
            QString symbol;
            double least;
            double most;
        } expected[]
            = { { u"QQQ"_s, 0.9, 1.0 },    { u"JPM"_s, 0.6, 0.85 },  { u"AAPL"_s, 0.5, 0.8 },
                { u"NVDA"_s, 0.45, 0.75 }, { u"TSLA"_s, 0.35, 0.7 }, { u"KO"_s, 0.35, 0.7 } };
        for (const auto &row : expected) {
            const double daily = correlation(dailyReturns(row.symbol), spy);
            QVERIFY2(daily > row.least && daily < row.most,
                     qPrintable(row.symbol + QString::number(daily)));
            const double intraday = correlation(fiveMinuteReturns(row.symbol), spyFive);
            QVERIFY2(intraday > 0.2, qPrintable(row.symbol + QString::number(intraday)));
        }
    }

    void nightsGap()
    {
        std::vector<double> gaps;
        double last = 0;
        auto days = sandboxchecks::tradingDays(m_market.calendar(), m_day, 250);
        for (auto date = days.rbegin(); date != days.rend(); ++date) {
            const SandboxDay day = *m_market.day(m_market.indexOf(u"AMD"), *date);
            if (last > 0)
                gaps.push_back(std::abs(day.candle.open.toDouble() / last - 1));
            last = day.candle.close.toDouble();
        }
        QVERIFY(mean(gaps) > 0.005 && mean(gaps) < 0.03);
    }

    void pausesAreRareAndOnlyOfVolatileNames()
    {
        int pauses = 0;
        for (const QDate date : sandboxchecks::tradingDays(m_market.calendar(), m_day, 500)) {
            for (const QString &calm : { u"SPY"_s, u"KO"_s, u"MSFT"_s })
                QVERIFY(m_market.halts(m_market.indexOf(calm), date).empty());
            for (const QString &wild : { u"TSLA"_s, u"AMD"_s })
                pauses += int(m_market.halts(m_market.indexOf(wild), date).size());
        }
        QVERIFY2(pauses >= 2 && pauses < 60, qPrintable(QString::number(pauses)));
    }

    void theDeskMoves()
    {
        const Timestamp start = m_market.defaultStart(easterntime::at(m_day, 12h));
        std::size_t count = 0;
        for (int instrument = 0; instrument < 14; ++instrument) {
            std::vector<MarketEvent> events;
            m_market.events(instrument, start, start + 1min, events);
            count += events.size();
        }
        QVERIFY2(count > 60 * 150 && count < 60 * 1'500, qPrintable(QString::number(count / 60)));
    }
};

QTEST_GUILESS_MAIN(SandboxFactsTest)
#include "tst_sandboxfacts.moc"
