#include "tapemodel.h"
#include "tapeprints.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <deque>

using namespace tapeline;

namespace {

/// The same by the simplest means: a list of prints, newest first, filtered when asked.
class Oracle
{
public:
    explicit Oracle(std::size_t capacity)
        : m_capacity(capacity)
    {
    }

    void setFilter(const TapeFilter &filter)
    {
        if (filter == m_filter)
            return;
        m_filter = filter;
        const auto end = m_all.begin() + std::ptrdiff_t(std::min(m_behind, m_all.size()));
        m_held = std::size_t(std::count_if(
            m_all.begin(), end, [this](const TapePrint &print) { return m_filter.passes(print); }));
    }
    void append(std::span<const TapePrint> prints)
    {
        for (const TapePrint &print : prints) {
            m_all.push_front(print);
            if (m_all.size() > m_capacity)
                m_all.pop_back();
            m_behind += m_paused ? 1 : 0;
            m_held += m_paused && m_filter.passes(print) ? 1 : 0;
        }
    }
    void setPaused(bool paused)
    {
        if (paused != m_paused)
            m_behind = m_held = 0;
        m_paused = paused;
    }
    void clear()
    {
        m_all.clear();
        setPaused(false);
    }
    std::vector<quint64> shown() const
    {
        std::vector<quint64> rows;
        for (std::size_t i = m_behind; i < m_all.size(); ++i)
            if (m_filter.passes(m_all[i]))
                rows.push_back(m_all[i].trade.sequence);
        return rows;
    }
    std::size_t held() const { return m_held; }
    TapeTotals totals() const
    {
        TapeTotals totals;
        for (std::size_t i = m_behind; i < m_all.size(); ++i)
            if (m_filter.passes(m_all[i]))
                totals.add(m_all[i]);
        return totals;
    }

private:
    const std::size_t m_capacity;
    std::deque<TapePrint> m_all;
    TapeFilter m_filter;
    std::size_t m_behind = 0;
    std::size_t m_held = 0;
    bool m_paused = false;
};

std::vector<quint64> shown(const TapeModel &model)
{
    std::vector<quint64> rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows.push_back(model.print(row).trade.sequence);
    return rows;
}

TapeFilter someFilter(SplitMix64 &random)
{
    TapeFilter filter;
    if (random.below(2) == 0)
        filter.smallest = Qty::whole(qint64(random.below(15)) * 100);
    if (random.below(4) == 0)
        filter.largest = Qty::whole(qint64(random.below(20)) * 100);
    filter.buys = random.below(4) != 0;
    filter.sells = random.below(4) != 0;
    filter.others = random.below(4) != 0;
    return filter;
}

} // namespace

class TestTapeModel : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void newestIsFirst()
    {
        TapeModel model;
        model.append(tapeprints::prints(1, 3));
        QCOMPARE(shown(model), (std::vector<quint64> { 3, 2, 1 }));
    }

    void oneSignalABatch()
    {
        TapeModel model;
        const QSignalSpy changed(&model, &TapeModel::changed);
        model.append(tapeprints::prints(1, 500));
        QCOMPARE(changed.size(), 1);
        model.append({});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.total(), 500U);
    }

    void aBatchAboveTheCapacityKeepsItsNewest()
    {
        TapeModel model(10);
        model.append(tapeprints::prints(1, 25));
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(model.print(0).trade.sequence, 25U);
        QCOMPARE(model.print(9).trade.sequence, 16U);
        QCOMPARE(model.total(), 25U);
    }

    void pauseHoldsTheRowsAndLosesNothing()
    {
        TapeModel model(100);
        model.append(tapeprints::prints(1, 40));
        model.setPaused(true);
        const auto before = shown(model);
        model.append(tapeprints::prints(41, 60));
        QCOMPARE(shown(model), before);
        QCOMPARE(model.held(), 60U);
        model.setPaused(false);
        QCOMPARE(model.held(), 0U);
        QCOMPARE(model.rowCount(), 100);
        QCOMPARE(model.print(0).trade.sequence, 100U);
        QCOMPARE(model.print(99).trade.sequence, 1U);
    }

    void aLongPauseCountsOn()
    {
        TapeModel model(10);
        model.append(tapeprints::prints(1, 10));
        model.setPaused(true);
        model.append(tapeprints::prints(11, 7));
        QCOMPARE(shown(model), (std::vector<quint64> { 10, 9, 8 }));
        model.append(tapeprints::prints(18, 20));
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.held(), 27U);
    }

    void clearEndsThePauseAndKeepsSerialsUnique()
    {
        TapeModel model;
        model.append(tapeprints::prints(1, 5));
        const quint64 serial = model.serial(0);
        model.setPaused(true);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.isPaused());
        QCOMPARE(model.rowOf(serial), -1);
        model.append(tapeprints::prints(6, 1));
        QVERIFY(model.serial(0) > serial);
    }

    void agreesWithAPlainList_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 20; ++seed)
            QTest::addRow("seed %d", int(seed)) << seed;
    }

    void agreesWithAPlainList()
    {
        QFETCH(const quint64, seed);
        SplitMix64 random(seed);
        const std::size_t capacity = 1 + random.below(60);
        TapeModel model(capacity);
        Oracle oracle(capacity);
        quint64 next = 1;
        for (int step = 0; step < 300; ++step) {
            if (random.below(6) == 0) {
                const bool paused = random.below(2) == 0;
                model.setPaused(paused);
                oracle.setPaused(paused);
            }
            if (random.below(60) == 0) {
                model.clear();
                oracle.clear();
            }
            if (random.below(10) == 0) {
                const TapeFilter filter = someFilter(random);
                oracle.setFilter(filter);
                model.setFilter(filter);
            }
            const auto count = std::size_t(random.below(capacity + 5));
            const auto prints = tapeprints::prints(next, count);
            model.append(prints);
            oracle.append(prints);
            next += count;
            QCOMPARE(shown(model), oracle.shown());
            QCOMPARE(model.held(), quint64(oracle.held()));
            QCOMPARE(model.totals().prints, oracle.totals().prints);
            QCOMPARE(model.totals().shares, oracle.totals().shares);
            QCOMPARE(model.total(), next - 1);
            // Here prints are numbered from 1 and serials from 0
            for (int row = 0; row < model.rowCount(); ++row) {
                QCOMPARE(model.serial(row), model.print(row).trade.sequence - 1);
                QCOMPARE(model.rowOf(model.serial(row)), row);
                QCOMPARE(model.rowOf(model.key(row)), row);
            }
            QCOMPARE(model.rowOf(model.total()), -1);
        }
    }

    /// What a filter hides is still there, also what came while the tape was paused.
    void aFilterLosesNothing()
    {
        TapeModel model;
        model.append(tapeprints::prints(1, 50));
        const auto before = shown(model);
        model.setPaused(true);
        model.append(tapeprints::prints(51, 20));
        TapeFilter none;
        none.smallest = Qty::whole(1'000'000);
        model.setFilter(none);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.keptCount(), 50);
        QCOMPARE(model.held(), 0U);
        model.setFilter({});
        QCOMPARE(shown(model), before);
        QCOMPARE(model.held(), 20U);
        model.setPaused(false);
        QCOMPARE(model.rowCount(), 70);
    }

    void aSweepIsOneRow()
    {
        TapeModel model;
        model.append(withSweep());
        QCOMPARE(model.rowCount(), 5);
        const quint64 ungrouped = model.revision();
        model.setGrouping(true);
        QVERIFY(model.revision() != ungrouped);
        QCOMPARE(shown(model), (std::vector<quint64> { 5, 3, 1 })); // 3 lies within the sweep
        QVERIFY(model.isSweep(0) && !model.isSweep(1));
        const TapeSweep &sweep = *model.sweep(0);
        QCOMPARE(sweep.totals.prints, 3);
        QCOMPARE(sweep.totals.shares, Qty::whole(300));
        QCOMPARE(sweep.low, tapeprints::cents(18'731));
        QCOMPARE(sweep.high, tapeprints::cents(18'732));
        QCOMPARE(model.totals().prints, 5);
        for (const int number : { 2, 4, 5 })
            QCOMPARE(model.rowOf(quint64(number - 1)), 0);
        model.setGrouping(false);
        QCOMPARE(shown(model), (std::vector<quint64> { 5, 4, 3, 2, 1 }));
    }

    void aSweepGrowsOnTop()
    {
        TapeModel model;
        model.setGrouping(true);
        const auto prints = withSweep();
        model.append(std::span(prints).first(4));
        QCOMPARE(model.rowCount(), 4); // two prints are no sweep yet
        model.append(std::span(prints).last(1));
        QCOMPARE(model.rowCount(), 3);
        const quint64 revision = model.revision();
        TapePrint more = prints.back();
        more.trade.sequence = 6;
        model.append(std::span(&more, 1));
        QCOMPARE(shown(model), (std::vector<quint64> { 6, 3, 1 }));
        QCOMPARE(model.sweep(0)->totals.prints, 4);
        QVERIFY(model.revision() != revision);
    }

    /// The first print of four is too old for the last: the others are the sweep.
    void aSweepMayBeginWithALaterPrint()
    {
        TapeModel model;
        model.setGrouping(true);
        for (const auto &[number, after] :
             { std::pair(1, 0ms), { 2, 45ms }, { 3, 60ms }, { 4, 70ms } }) {
            TapePrint print = tapeprints::print(quint64(number));
            print.trade.time = tapeprints::origin + after;
            print.trade.price = tapeprints::cents(18'730 + number);
            model.append(std::span(&print, 1));
        }
        QCOMPARE(shown(model), (std::vector<quint64> { 4, 1 }));
        QVERIFY(model.isSweep(0) && !model.isSweep(1));
        QCOMPARE(model.sweep(0)->totals.prints, 3);
    }

    void aSweepOpensToItsPrints()
    {
        TapeModel model;
        model.setGrouping(true);
        model.append(withSweep());
        model.setOpen(0, true);
        QCOMPARE(shown(model), (std::vector<quint64> { 5, 5, 4, 2, 3, 1 }));
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(model.rowOf(model.key(row)), row);
        QCOMPARE(model.rowOf(quint64(1)), 3);
        QCOMPARE(model.totals().prints, 5); // nothing twice
        QCOMPARE(model.totals(1, 2).prints, 2); // two of the sweep
        QCOMPARE(model.totals(0, 1).prints, 3); // the sweep and one of its own
        model.setOpen(2, false); // from one of its prints
        QCOMPARE(shown(model), (std::vector<quint64> { 5, 3, 1 }));
    }

    void limitsOfSizeHoldForTheSweep()
    {
        TapeModel model;
        model.setGrouping(true);
        TapeFilter filter;
        filter.smallest = Qty::whole(250);
        model.setFilter(filter);
        model.append(withSweep());
        QCOMPARE(shown(model), std::vector<quint64> { 5 }); // 300 in prints of 100
        model.setGrouping(false);
        QCOMPARE(model.rowCount(), 0);
    }

    void pausedSweepsStayAsTheyAre()
    {
        TapeModel model;
        model.setGrouping(true);
        const auto prints = withSweep();
        model.append(std::span(prints).first(4));
        model.setPaused(true);
        const auto before = shown(model);
        model.append(std::span(prints).last(1));
        QCOMPARE(shown(model), before);
        model.setPaused(false);
        QCOMPARE(model.rowCount(), 3);
    }

    /// Whatever comes, goes, opens and is filtered: rows are found where they are, each print is
    /// counted once, and the same rows come when all is grouped anew.
    void groupedRowsAreConsistent_data() { agreesWithAPlainList_data(); }

    void groupedRowsAreConsistent()
    {
        QFETCH(const quint64, seed);
        SplitMix64 random(seed);
        TapeModel model(seed % 2 == 0 ? 5'000 : 30);
        model.setGrouping(true);
        quint64 next = 1;
        for (int step = 0; step < 200; ++step) {
            if (random.below(12) == 0)
                model.setFilter(someFilter(random));
            if (random.below(8) == 0)
                model.setPaused(random.below(2) == 0);
            if (model.rowCount() > 0 && random.below(3) == 0)
                model.setOpen(int(random.below(quint64(model.rowCount()))), random.below(3) > 0);
            const auto prints = hurried(next, random.below(12));
            next += prints.size();
            model.append(prints);
            for (int row = 0; row < model.rowCount(); ++row) {
                QCOMPARE(model.rowOf(model.key(row)), row);
                QVERIFY(row == 0 || model.key(row) < model.key(row - 1));
                QVERIFY(!model.isSweep(row) || model.sweep(row)->totals.prints >= 1);
            }
            QVERIFY(model.totals().prints <= model.keptCount());
        }
        if (model.capacity() < next)
            return; // the oldest sweep has left as a whole
        model.setPaused(false);
        for (int row = model.rowCount() - 1; row >= 0; --row)
            if (model.isSweep(row))
                model.setOpen(row, false);
        const auto grown = shown(model);
        model.setGrouping(false);
        model.setGrouping(true);
        QCOMPARE(shown(model), grown);
    }

    void largePrintsAreToldOnce()
    {
        TapeModel model;
        const QSignalSpy told(&model, &TapeModel::largePrintCame);
        const std::vector large { tapeprints::print(1, PrintSide::AtAsk, 20'000) };
        model.append(large); // was there when the symbol began
        QCOMPARE(told.size(), 0);
        model.append(std::vector { large[0], large[0] });
        QCOMPARE(told.size(), 1);
        std::vector fetched = large;
        fetched[0].origin = PrintOrigin::Backfill;
        model.append(fetched);
        QCOMPARE(told.size(), 1);
        model.setPaused(true);
        model.append(large);
        QCOMPARE(told.size(), 2);
        TapeFilter sells;
        sells.buys = false;
        model.setFilter(sells);
        model.append(large);
        QCOMPARE(told.size(), 2);
        model.setFilter({});
        model.setEmphasis({ TapeEmphasis::Kind::None, 0 });
        model.append(large);
        QCOMPARE(told.size(), 2);
        model.clear();
        model.setEmphasis({});
        model.append(large);
        QCOMPARE(told.size(), 2);
    }

    void aSweepIsMeasuredAsOnePrint()
    {
        TapeModel model;
        model.setGrouping(true);
        model.setEmphasis({ TapeEmphasis::Kind::Value, 50'000 });
        model.append(withSweep()); // 300 at 187.31
        QVERIFY(model.isLarge(0));
        QVERIFY(!model.isLarge(1));
        model.setOpen(0, true);
        QVERIFY(!model.isLarge(1));
    }

private:
    /// A buy, and a second later a sweep of three buys with a sell within it.
    static std::vector<TapePrint> withSweep()
    {
        std::vector<TapePrint> prints;
        for (const auto &[number, ms, side] :
             { std::tuple { 1, 0, PrintSide::AtAsk }, std::tuple { 2, 1'000, PrintSide::AtAsk },
               std::tuple { 3, 1'010, PrintSide::AtBid }, std::tuple { 4, 1'020, PrintSide::AtAsk },
               std::tuple { 5, 1'030, PrintSide::AboveAsk } }) {
            prints.push_back(tapeprints::print(quint64(number), side));
            prints.back().trade.time = tapeprints::origin + ms * 1ms;
        }
        return prints;
    }

    /// Prints a few milliseconds apart, of all sides.
    static std::vector<TapePrint> hurried(quint64 first, quint64 count)
    {
        std::vector<TapePrint> prints = tapeprints::prints(first, std::size_t(count));
        for (TapePrint &print : prints)
            print.trade.time = tapeprints::origin + qint64(print.trade.sequence) * 4ms;
        return prints;
    }
};

QTEST_GUILESS_MAIN(TestTapeModel)
#include "tst_tapemodel.moc"
