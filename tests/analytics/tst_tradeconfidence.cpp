#include "drawdownodds.h"
#include "exitsuggestion.h"
#include "splitmix64.h"
#include "tradeconfidence.h"
#include "tradestatistics.h"
#include "whatif.h"

#include <QtTest>

#include <cmath>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

TradeResult trade(double net, double risk = 0)
{
    TradeResult result;
    result.gross = Money::fromDouble(net) + Money::whole(1);
    result.fees = Money::whole(1);
    if (risk > 0)
        result.risk = Money::fromDouble(risk);
    return result;
}

/// Results spread evenly around a mean.
std::vector<TradeResult> spread(quint64 seed, int count, double mean, double width)
{
    SplitMix64 draw(seed);
    std::vector<TradeResult> trades;
    for (int i = 0; i < count; ++i)
        trades.push_back(trade(mean + width * (draw.uniform() - 0.5), 10));
    return trades;
}

/// Winners that were hardly under water, losers that went all the way: a stop between pays.
std::vector<TradeResult> stoppable(int count)
{
    SplitMix64 draw(3);
    std::vector<TradeResult> trades;
    for (int i = 0; i < count; ++i) {
        const bool isWin = i % 2 == 0;
        TradeResult own = trade(isWin ? 150 : -100, 100);
        own.worst = Money::whole(isWin ? -qint64(5 + draw.below(20)) : -100);
        own.best = Money::whole(isWin ? 160 : qint64(draw.below(10)));
        trades.push_back(own);
    }
    return trades;
}

} // namespace

/// What resampling says of trades, and what they would have been.
class TestTradeConfidence : public QObject
{
    Q_OBJECT

private slots:
    void quantilesOfTheNormalDistribution()
    {
        QVERIFY(std::abs(normalQuantile(0.5)) < 1e-12);
        QVERIFY(std::abs(normalQuantile(0.975) - 1.959963984540054) < 1e-12);
        QVERIFY(std::abs(normalQuantile(0.001) + 3.090232306167813) < 1e-11);
    }

    void estimatesAreTheStatistics()
    {
        const std::vector<TradeResult> trades = spread(1, 200, 1, 20);
        const TradeStatistics s = tradeStatistics(trades);
        const TradeConfidence c = tradeConfidence(trades);
        const auto same = [&](ResampledFigure figure, double value) {
            return c.interval(figure) && std::abs(c.interval(figure)->estimate - value) < 1e-9;
        };
        QVERIFY(same(ResampledFigure::MeanNet, s.expectancy));
        QVERIFY(same(ResampledFigure::MeanR, *s.expectancyR));
        QVERIFY(same(ResampledFigure::WinRate, *s.winRate));
        QVERIFY(same(ResampledFigure::ProfitFactor, *s.profitFactor));
        QVERIFY(same(ResampledFigure::Sqn, *s.sqn));
        for (const auto &interval : c.intervals)
            QVERIFY(interval->low < interval->estimate && interval->estimate < interval->high);
    }

    /// Of many samples of a known mean about so many intervals hold it as they promise.
    void intervalsHoldTheTruthAsOftenAsTheySay()
    {
        int held = 0;
        for (quint64 seed = 0; seed < 300; ++seed) {
            ResamplingSettings settings;
            settings.seed = seed;
            settings.resamples = 400;
            settings.confidence = 0.9;
            const TradeConfidence c = tradeConfidence(spread(1'000 + seed, 60, 2, 20), settings);
            held += c.interval(ResampledFigure::MeanNet)->holds(2) ? 1 : 0;
        }
        QVERIFY2(held > 0.85 * 300 && held < 0.95 * 300, qPrintable(QString::number(held)));
    }

    void theSameSeedTellsTheSame()
    {
        const std::vector<TradeResult> trades = spread(2, 50, 1, 20);
        ResamplingSettings settings;
        const auto one = tradeConfidence(trades, settings);
        const auto two = tradeConfidence(trades, settings);
        QCOMPARE(one.interval(ResampledFigure::Sqn), two.interval(ResampledFigure::Sqn));
        settings.seed = 9;
        QVERIFY(tradeConfidence(trades, settings).interval(ResampledFigure::Sqn)
                != one.interval(ResampledFigure::Sqn));
    }

    void undefinedFiguresHaveNoInterval()
    {
        const TradeConfidence none = tradeConfidence({});
        for (const auto &interval : none.intervals)
            QVERIFY(!interval);
        const std::vector<TradeResult> won { trade(1), trade(2), trade(3) };
        const TradeConfidence c = tradeConfidence(won);
        QVERIFY(!c.interval(ResampledFigure::MeanR)); // no risk
        QVERIFY(!c.interval(ResampledFigure::Sqn));
        QVERIFY(std::isinf(c.interval(ResampledFigure::ProfitFactor)->low));
        QCOMPARE(c.interval(ResampledFigure::WinRate)->low, 1.0);
    }

    void luckIsShownAsLuck()
    {
        int toldApart = 0;
        for (quint64 seed = 0; seed < 200; ++seed) {
            ResamplingSettings settings;
            settings.resamples = 500;
            const auto same = compareTrades(spread(5'000 + seed, 40, 1, 30),
                                            spread(9'000 + seed, 40, 1, 30), settings)
                                  .figure(ResampledFigure::MeanNet);
            toldApart += same->verdict != ComparisonVerdict::CannotTellApart ? 1 : 0;
            QCOMPARE(same->verdict == ComparisonVerdict::CannotTellApart,
                     same->difference.holds(0));
        }
        // one in twenty is promised
        QVERIFY2(toldApart > 2 && toldApart < 20, qPrintable(QString::number(toldApart)));
    }

    void whatIsMoreThanLuckIsTold()
    {
        const auto b = spread(22, 40, 1, 30);
        const auto better = spread(23, 200, 8, 30);
        const auto told = compareTrades(better, b).figure(ResampledFigure::MeanNet);
        QCOMPARE(told->verdict, ComparisonVerdict::FirstIsBetter);
        QVERIFY(told->firstIsHigher > 0.99);
        const auto other = compareTrades(b, better).figure(ResampledFigure::MeanNet);
        QCOMPARE(other->verdict, ComparisonVerdict::SecondIsBetter);
        QVERIFY(std::abs(other->difference.estimate + told->difference.estimate) < 1e-12);
    }

    void aFewTradesTellNothing()
    {
        const auto few = compareTrades(spread(1, 9, 50, 1), spread(2, 200, -50, 1));
        QCOMPARE(few.figure(ResampledFigure::MeanNet)->verdict, ComparisonVerdict::TooFew);
        QVERIFY(!compareTrades({}, spread(2, 20, 1, 1)).figure(ResampledFigure::MeanNet));
    }

    void moreTradesAloneAreNoBetterSystem()
    {
        std::vector<TradeResult> few = spread(4, 100, 1, 20);
        std::vector<TradeResult> many;
        for (int i = 0; i < 5; ++i)
            many.insert(many.end(), few.begin(), few.end());
        const auto sqn = compareTrades(few, many).figure(ResampledFigure::Sqn);
        QVERIFY(std::abs(sqn->first - sqn->second) < 0.02);
    }

    void drawdownsOfOtherOrders()
    {
        std::vector<TradeResult> trades;
        for (int i = 0; i < 20; ++i)
            trades.push_back(trade(i < 10 ? 100 : -100)); // the worst order there is
        const auto odds = drawdownOdds(trades);
        QVERIFY(odds);
        QCOMPARE(odds->actual, Money::whole(1000));
        QVERIFY(odds->usual < odds->bad);
        QVERIFY(odds->bad <= odds->worst);
        QVERIFY(odds->deeper < 0.01);
        QCOMPARE(drawdownOdds(trades), odds);
        QVERIFY(!drawdownOdds(std::span(trades).first(1)));
    }

    void aStopEndsTradesThatReachedIt()
    {
        TradeResult own = trade(50, 100); // gross 51
        own.worst = Money::whole(-60);
        own.best = Money::whole(90);
        const ExitLevel near { ExitLevel::Unit::Risk, 0.6 };
        const AlteredTrades stopped = withStop({ &own, 1 }, near);
        QCOMPARE(stopped.changed, 1);
        QCOMPARE(stopped.results[0].net(), Money::whole(-61)); // and its fees
        const AlteredTrades spared = withStop({ &own, 1 }, { ExitLevel::Unit::Risk, 0.61 });
        QCOMPARE(spared.changed, 0);
        QCOMPARE(spared.results[0], own);
        own.worst.reset();
        QCOMPARE(withStop({ &own, 1 }, near).unjudged, 1);
    }

    void aTargetEndsTradesThatReachedIt()
    {
        TradeResult own = trade(50);
        own.entered = Money::whole(1000);
        own.best = Money::whole(90);
        const AlteredTrades taken = withTarget({ &own, 1 }, { ExitLevel::Unit::Percent, 9 });
        QCOMPARE(taken.results[0].net(), Money::whole(89));
        QCOMPARE(withTarget({ &own, 1 }, { ExitLevel::Unit::Percent, 9.1 }).changed, 0);
        QCOMPARE(withTarget({ &own, 1 }, { ExitLevel::Unit::Risk, 1 }).unjudged, 1); // no risk
    }

    void strictFillsAreWhatTheRecordSays()
    {
        std::vector<TradeResult> trades { trade(50), trade(20), trade(-5) };
        trades[0].strictNet = Money::whole(30);
        trades[1].strictNet = Money::whole(20);
        const AlteredTrades strict = withStrictFills(trades);
        QCOMPARE(tradeStatistics(strict.results).net, Money::whole(45));
        QCOMPARE(strict.changed, 1);
        QCOMPARE(strict.unjudged, 1);
    }

    void tradesWithAMistakeAreLeftOut()
    {
        TradeRecord record;
        TradeNotes clean;
        TradeNotes chased;
        chased.mistakes = { u"chased"_s };
        const std::vector<StudiedTrade> trades { { &record, &clean, trade(5) },
                                                 { &record, &chased, trade(-50) } };
        const AlteredTrades other = withoutTrades(trades, [](const StudiedTrade &own) {
            return own.notes->mistakes.contains(u"chased"_s);
        });
        QCOMPARE(other.changed, 1);
        QCOMPARE(tradeStatistics(other.results).net, Money::whole(5));
    }

    void aStopThatPaysIsFound()
    {
        const auto trades = stoppable(60);
        const auto stop = suggestedStop(trades);
        QVERIFY(stop);
        QCOMPARE(stop->trades, 60);
        QVERIFY2(stop->level > 0.2 && stop->level < 0.26, qPrintable(QString::number(stop->level)));
        // exactly what the what-if says of it
        const AlteredTrades other = withStop(trades, { ExitLevel::Unit::Risk, stop->level });
        QVERIFY(std::abs(*tradeStatistics(other.results).expectancyR - stop->expectancyThen)
                < 1e-9);
        QVERIFY(std::abs(*tradeStatistics(trades).expectancyR - stop->expectancyNow) < 1e-9);
        QVERIFY(stop->isBetter);
        QVERIFY(stop->levels.holds(stop->level));
        for (const ExitSuggestion::Trial &trial : stop->trials)
            QVERIFY(trial.expectancy <= stop->expectancyThen);
    }

    /// Every hundredth: a level that spares a trade lies beyond how far it went, one that takes its
    /// profit within, whatever doubles make of 0.29 / 0.01.
    void levelsLieOnTheRightSide()
    {
        for (int hundredths = 1; hundredths < 300; ++hundredths) {
            std::vector<TradeResult> trades;
            for (int i = 0; i < 40; ++i) {
                TradeResult own = trade(i % 2 == 0 ? 30 : -20, 10);
                own.worst = -Money::fromUnits(Money::unitsPerOne / 10 * hundredths);
                own.best = Money::fromUnits(Money::unitsPerOne / 10 * hundredths);
                trades.push_back(own);
            }
            const auto stop = suggestedStop(trades, { .resamples = 1 });
            QVERIFY(stop);
            QCOMPARE(stop->level, (hundredths + 1) / 100.0);
            QCOMPARE(withStop(trades, { ExitLevel::Unit::Risk, stop->level }).changed, 0);
            const auto target = suggestedTarget(trades, { .resamples = 1 });
            QVERIFY(target);
            QCOMPARE(target->level, hundredths / 100.0);
        }
    }

    void aTargetThatPaysIsFound()
    {
        SplitMix64 draw(8);
        std::vector<TradeResult> trades;
        for (int i = 0; i < 50; ++i) { // all were 1 R ahead, most gave it back
            TradeResult own = trade(i % 5 == 0 ? 110 : -40, 100);
            own.worst = Money::whole(-45);
            own.best = Money::whole(qint64(112 + draw.below(5)));
            trades.push_back(own);
        }
        const auto target = suggestedTarget(trades);
        QVERIFY(target);
        QVERIFY(target->level >= 1.1 && target->level <= 1.16);
        QVERIFY(target->isBetter);
        const AlteredTrades other = withTarget(trades, { ExitLevel::Unit::Risk, target->level });
        QVERIFY(std::abs(*tradeStatistics(other.results).expectancyR - target->expectancyThen)
                < 1e-9);
    }

    /// Results that have nothing to do with how far a trade was under water.
    void whatIsLuckIsNoBetterStop()
    {
        SplitMix64 draw(4);
        std::vector<TradeResult> trades;
        for (int i = 0; i < 60; ++i) {
            TradeResult own = trade(200 * (draw.uniform() - 0.5), 100);
            own.worst = std::min(own.gross, Money()) - Money::fromDouble(40 * draw.uniform());
            own.best = std::max(own.gross, Money()) + Money::fromDouble(40 * draw.uniform());
            trades.push_back(own);
        }
        const auto stop = suggestedStop(trades);
        QVERIFY(stop);
        QVERIFY(!stop->isBetter);
    }

    void belowThirtyTradesNothingIsSuggested()
    {
        auto trades = stoppable(29);
        QVERIFY(!suggestedStop(trades));
        QCOMPARE(suggestedTarget(trades).error().code, Error::Code::InvalidArgument);
        trades.push_back(trade(5)); // without a risk
        QVERIFY(!suggestedStop(trades));
        QVERIFY(suggestedStop(stoppable(30)));
    }
};

QTEST_GUILESS_MAIN(TestTradeConfidence)
#include "tst_tradeconfidence.moc"
