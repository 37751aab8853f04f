#include "largeprints.h"
#include "tapeprints.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace tapeline;

namespace {

TapePrint sized(qint64 shares)
{
    return tapeprints::print(1, PrintSide::AtAsk, shares);
}

} // namespace

class TestLargePrints : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void tenThousandSharesAtLeast()
    {
        LargePrints prints;
        QCOMPARE(prints.take(sized(100)), Qty::whole(10'000));
        for (int i = 0; i < 500; ++i)
            prints.take(sized(300));
        QCOMPARE(prints.threshold(), Qty::whole(10'000));
    }

    /// By nearest rank, over the prints before.
    void theNinetyNinthPercentile()
    {
        LargePrints prints;
        for (int i = 1; i <= 200; ++i)
            prints.take(sized(i * 1'000));
        QCOMPARE(prints.threshold(), Qty::whole(198'000));
        QCOMPARE(prints.take(sized(500'000)), Qty::whole(198'000));
        QCOMPARE(prints.threshold(), Qty::whole(199'000)); // rank 199 of 201
    }

    void agreesWithASortedList()
    {
        SplitMix64 random(3);
        for (const quint64 most : { 9'000, 12'000, 2'000'000 }) {
            LargePrints prints;
            std::vector<qint64> sorted;
            for (int i = 0; i < 3'000; ++i) {
                const auto size = qint64(1 + random.below(most));
                prints.take(sized(size));
                sorted.insert(std::ranges::lower_bound(sorted, size), size);
                const std::size_t rank = (sorted.size() * 99 + 99) / 100;
                QCOMPARE(prints.threshold(), Qty::whole(std::max(10'000LL, sorted[rank - 1])));
            }
        }
    }

    void everyDayBeginsAnew()
    {
        LargePrints prints;
        for (int i = 0; i < 100; ++i)
            prints.take(sized(50'000));
        QCOMPARE(prints.threshold(), Qty::whole(50'000));
        TapePrint tomorrow = sized(100);
        tomorrow.trade.time += 24h;
        prints.take(tomorrow);
        QCOMPARE(prints.threshold(), Qty::whole(10'000));
    }

    /// A second of many trades and an auction stated again are no prints to compare with.
    void whatIsNoPrintIsNotCounted()
    {
        LargePrints prints;
        TapePrint second = sized(1'000'000);
        second.origin = PrintOrigin::SecondBar;
        TapePrint official = sized(1'000'000);
        official.trade.conditions = { condition::officialClose };
        for (const TapePrint &print : { second, official }) {
            prints.take(print);
            QVERIFY(!LargePrints::canBeLarge(print));
        }
        QCOMPARE(prints.threshold(), Qty::whole(10'000));
    }

    void rules()
    {
        using Kind = LargePrintRule::Kind;
        const Qty from = Qty::whole(12'000);
        const LargePrintRule usual;
        QVERIFY(usual.holds(Qty::whole(12'000), 100, from));
        QVERIFY(!usual.holds(Qty::whole(11'999), 199'999, from));
        QVERIFY(usual.holds(Qty::whole(10), 200'000, from));
        const LargePrintRule value { Kind::Value, 50'000 };
        QVERIFY(value.holds(Qty::whole(1), 50'000, from));
        QVERIFY(!value.holds(Qty::whole(1'000'000), 49'999, from));
        QVERIFY(!(LargePrintRule { Kind::None, 0 }).holds(Qty::whole(1'000'000), 1e9, from));
    }
};

QTEST_GUILESS_MAIN(TestLargePrints)
#include "tst_largeprints.moc"
