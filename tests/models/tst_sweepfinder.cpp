#include "sweepfinder.h"
#include "tapeprints.h"
#include "tapeside.h"

#include <QRegularExpression>
#include <QTest>

#include <set>

using namespace tapeline;

namespace {

TapePrint at(qint64 ms, PrintSide side = PrintSide::AtAsk, quint16 venue = 12)
{
    TapePrint print = tapeprints::print(1, side);
    print.trade.time = tapeprints::origin + ms * 1ms;
    print.trade.exchange = venue;
    return print;
}

/// The sweep that each print belonged to when it came.
std::vector<std::vector<quint64>> found(const std::vector<TapePrint> &prints)
{
    SweepFinder finder;
    std::vector<std::vector<quint64>> result;
    for (quint64 serial = 0; serial < prints.size(); ++serial) {
        const auto sweep = finder.take(serial, prints[serial]);
        result.emplace_back(sweep.begin(), sweep.end());
    }
    return result;
}

using Found = std::vector<std::vector<quint64>>;

} // namespace

class TestSweepFinder : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void threeAtTwoPrices()
    {
        QCOMPARE(found({ at(0), at(10), at(20, PrintSide::AboveAsk), at(30) }),
                 (Found { {}, {}, { 0, 1, 2 }, { 0, 1, 2, 3 } }));
    }

    void threeAtTwoVenues()
    {
        QCOMPARE(found({ at(0), at(10), at(20, PrintSide::AtAsk, 11) }),
                 (Found { {}, {}, { 0, 1, 2 } }));
    }

    /// One order taken in parts at one venue and price is none.
    void onePriceAtOneVenueIsNone()
    {
        QCOMPARE(found({ at(0), at(10), at(20), at(30) }), Found(4));
    }

    void fiftyMillisecondsAreWithin()
    {
        const auto ends = [](qint64 ms) {
            return found({ at(0), at(1), at(ms, PrintSide::AboveAsk) }).back();
        };
        QCOMPARE(ends(50), (std::vector<quint64> { 0, 1, 2 }));
        QVERIFY(ends(51).empty());
    }

    /// Prints that came too early do not hide the sweep after them.
    void theWindowSlides()
    {
        QCOMPARE(found({ at(0), at(40), at(60), at(80, PrintSide::AboveAsk) }).back(),
                 (std::vector<quint64> { 1, 2, 3 }));
    }

    void itEndsFiftyMillisecondsAfterItBegan()
    {
        const auto all = found({ at(0), at(10, PrintSide::AboveAsk), at(20), at(50), at(51), at(52),
                                 at(53, PrintSide::AboveAsk) });
        QCOMPARE(all[3], (std::vector<quint64> { 0, 1, 2, 3 }));
        QVERIFY(all[4].empty() && all[5].empty());
        QCOMPARE(all[6], (std::vector<quint64> { 4, 5, 6 }));
    }

    void sidesAreApart()
    {
        const auto all = found({ at(0), at(1, PrintSide::AtBid), at(2, PrintSide::Unknown),
                                 at(3, PrintSide::AboveAsk), at(4, PrintSide::BelowBid), at(5),
                                 at(6, PrintSide::AtBid) });
        QCOMPARE(all[5], (std::vector<quint64> { 0, 3, 5 }));
        QCOMPARE(all[6], (std::vector<quint64> { 1, 4, 6 }));
        QVERIFY(all[2].empty());
    }

    /// Each print is in one sweep at most, and every sweep is one by the definition.
    void sweepsAreWhatTheDefinitionSays()
    {
        SplitMix64 random(7);
        std::vector<TapePrint> prints;
        qint64 ms = 0;
        for (int i = 0; i < 5'000; ++i) {
            ms += qint64(random.below(25));
            prints.push_back(at(ms, PrintSide(random.below(7)), quint16(11 + random.below(2))));
        }
        std::map<quint64, std::vector<quint64>> sweeps; // by the first
        for (const auto &sweep : found(prints))
            if (!sweep.empty())
                sweeps[sweep.front()] = sweep;
        QVERIFY(sweeps.size() > 100);
        std::set<quint64> members;
        for (const auto &[first, sweep] : sweeps) {
            QVERIFY(sweep.size() >= 3);
            std::set<std::pair<Price, quint16>> places;
            for (const quint64 serial : sweep) {
                QVERIFY(members.insert(serial).second);
                QCOMPARE(tapeSide(prints[serial]), tapeSide(prints[first]));
                places.emplace(prints[serial].trade.price, prints[serial].trade.exchange);
            }
            QVERIFY(prints[sweep.back()].trade.time - prints[first].trade.time <= 50ms);
            QVERIFY(places.size() >= 2);
        }
        // Nothing is left out: no three in a row of one side, unswept, would have made one
        std::vector<quint64> loose;
        for (quint64 serial = 0; serial < prints.size(); ++serial)
            if (tapeSide(prints[serial]) == TapeSide::Buy && !members.contains(serial))
                loose.push_back(serial);
        for (std::size_t i = 2; i < loose.size(); ++i) {
            const Trade &a = prints[loose[i - 2]].trade;
            const Trade &b = prints[loose[i - 1]].trade;
            const Trade &c = prints[loose[i]].trade;
            const bool near = c.time - a.time <= 50ms;
            const bool mixed = a.price != b.price || b.price != c.price || a.exchange != b.exchange
                || b.exchange != c.exchange;
            QVERIFY(!near || !mixed);
        }
    }
};

QTEST_GUILESS_MAIN(TestSweepFinder)
#include "tst_sweepfinder.moc"
