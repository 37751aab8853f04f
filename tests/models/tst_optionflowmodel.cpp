#include "optionflowmodel.h"
#include "optionprints.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QtTest>

#include <deque>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

using Make = OptionPrintMaker;

const QString call = u"O:SPY260320C00650000"_s;
const QString put = u"O:SPY260320P00640000"_s;

OptionFlowRow rowOf(const OptionFlowPrint &print)
{
    OptionFlowRow row;
    row.print = print;
    row.isSweep = print.form.sweep;
    row.days = int(Make::today().daysTo(print.contract->terms.expiry));
    return row;
}

OptionFlowFilter randomFilter(SplitMix64 &draws)
{
    OptionFlowFilter filter;
    for (bool OptionFlowFilter::*part :
         { &OptionFlowFilter::calls, &OptionFlowFilter::puts, &OptionFlowFilter::bought,
           &OptionFlowFilter::sold, &OptionFlowFilter::others, &OptionFlowFilter::plain,
           &OptionFlowFilter::sweeps, &OptionFlowFilter::blocks, &OptionFlowFilter::packages })
        filter.*part = draws.below(5) != 0;
    if (draws.below(3) == 0)
        filter.underlying = u"SPY"_s;
    if (draws.below(2) == 0)
        filter.premium = double(draws.below(60'000));
    if (draws.below(3) == 0)
        filter.mostDays = int(draws.below(100));
    filter.aboveOpenInterest = draws.below(6) == 0;
    filter.moneyness = Moneyness(draws.below(3));
    return filter;
}

/// The same by the simplest means: a list of rows, oldest first, filtered when asked.
struct Oracle
{
    explicit Oracle(std::size_t most)
        : capacity(most)
    {
    }
    void append(const OptionFlowPrint &print, double openInterest)
    {
        OptionFlowRow row = rowOf(print);
        row.openInterest = openInterest;
        row.isSweep = row.isSweep || print.sweepPrints > 0;
        rows.push_back(row);
        behind += paused ? 1 : 0;
        int left = print.sweepPrints - 1;
        for (std::size_t i = rows.size() - 1; left > 0 && i-- > 0;)
            if (rows[i].print.group == print.group) {
                rows[i].isSweep = true;
                --left;
            }
        if (rows.size() > capacity)
            rows.pop_front();
    }
    std::vector<OptionFlowRow> shown() const
    {
        std::vector<OptionFlowRow> passing;
        for (std::size_t i = 0; i + std::min(behind, rows.size()) < rows.size(); ++i)
            if (filter.passes(rows[i]))
                passing.push_back(rows[i]);
        return passing;
    }

    std::size_t capacity;
    std::deque<OptionFlowRow> rows;
    OptionFlowFilter filter;
    std::size_t behind = 0;
    bool paused = false;
};

} // namespace

class TestOptionFlowModel : public QObject
{
    Q_OBJECT

private slots:
    void whatPasses_data()
    {
        QTest::addColumn<QJsonObject>("filter");
        QTest::addColumn<QString>("shown"); // letters of the prints below
        const auto hide = [](std::initializer_list<const char *> parts) {
            QJsonArray hidden;
            for (const char *part : parts)
                hidden.append(QString::fromLatin1(part));
            return QJsonObject { { u"hidden"_s, hidden } };
        };
        QTest::newRow("all") << QJsonObject() << u"abcdef"_s;
        QTest::newRow("no calls") << hide({ "calls" }) << u"bf"_s;
        QTest::newRow("no puts") << hide({ "puts" }) << u"acde"_s;
        QTest::newRow("bought only") << hide({ "sold", "others" }) << u"ac"_s;
        QTest::newRow("sold only") << hide({ "bought", "others" }) << u"b"_s;
        QTest::newRow("of no side") << hide({ "bought", "sold" }) << u"def"_s;
        QTest::newRow("sweeps only") << hide({ "plain", "blocks", "packages" }) << u"b"_s;
        QTest::newRow("blocks only") << hide({ "plain", "sweeps", "packages" }) << u"c"_s;
        QTest::newRow("packages only") << hide({ "plain", "sweeps", "blocks" }) << u"d"_s;
        QTest::newRow("from a premium on") << QJsonObject { { u"premium"_s, 100'000 } } << u"cd"_s;
        QTest::newRow("of the open interest")
            << QJsonObject { { u"aboveOpenInterest"_s, true } } << u"c"_s;
        QTest::newRow("expiring soon") << QJsonObject { { u"mostDays"_s, 10 } } << u"abcdf"_s;
        QTest::newRow("today") << QJsonObject { { u"mostDays"_s, 0 } } << QString();
        QTest::newRow("out of the money")
            << QJsonObject { { u"moneyness"_s, u"out"_s } } << u"af"_s;
        QTest::newRow("in the money") << QJsonObject { { u"moneyness"_s, u"in"_s } } << u"bc"_s;
        QTest::newRow("one underlying") << QJsonObject { { u"underlying"_s, u"NVDA"_s } } << u"e"_s;
    }
    void whatPasses()
    {
        QFETCH(const QJsonObject, filter);
        std::vector<OptionFlowRow> rows;
        const auto add = [&rows](const OptionFlowPrint &print, double interest, int spot) {
            rows.push_back(rowOf(print));
            rows.back().openInterest = interest;
            rows.back().print.spot = Price::whole(spot);
        };
        add(Make::print(call, 1s, 2, 10, PrintSide::AtAsk), 5'000, 645); // a
        add(Make::print(put, 2s, 2, 10, PrintSide::BelowBid), 100, 635); // b: a sweep
        rows.back().isSweep = true;
        add(Make::print(call, 3s, 2, 600, PrintSide::AboveAsk), 600, 655); // c: a block
        add(Make::print(call, 4s, 2, 600, PrintSide::AtAsk), 700, 0); // d: a leg
        rows.back().print.form.multiLeg = true;
        add(Make::print(u"O:NVDA270115C00180000"_s, 5s, 2, 1), -1, 0); // e
        add(Make::print(put, 6s, 2, 1, PrintSide::BetweenUpper), -1, 700); // f
        QString shown;
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (OptionFlowFilter::fromJson(filter).passes(rows[i]))
                shown += QChar(u'a' + int(i));
        QTEST(shown, "shown");
    }

    void aSideThatSaysLittleIsNone()
    {
        OptionFlowPrint print = Make::print(call, 1s, 2, 10, PrintSide::AtAsk);
        QVERIFY(flowSide(print) == OptionFlowSide::Bought);
        print.form = { .stockTied = true };
        QVERIFY(flowSide(print) == OptionFlowSide::Other);
        print.form = { .late = true };
        QVERIFY(flowSide(print) == OptionFlowSide::Other);
        print.form = { .cancels = true };
        QVERIFY(flowSide(print) == OptionFlowSide::Other);
        print.form = { .floor = true };
        print.side = PrintSide::BelowBid;
        QVERIFY(flowSide(print) == OptionFlowSide::Sold);
        print.side = PrintSide::BetweenLower;
        QVERIFY(flowSide(print) == OptionFlowSide::Other);
    }

    void totalsBySide()
    {
        OptionFlowModel model;
        const auto add = [&model](const QString &symbol, int size, PrintSide side) {
            const OptionFlowPrint print = Make::print(symbol, 1s, 2, size, side);
            model.append({ &print, 1 });
        };
        add(call, 10, PrintSide::AtAsk);
        add(call, 4, PrintSide::AtBid);
        add(put, 5, PrintSide::AboveAsk);
        add(put, 2, PrintSide::BelowBid);
        add(put, 1, PrintSide::Unknown);
        OptionFlowPrint voided = Make::print(call, 2s, 2, 10, PrintSide::AtAsk);
        voided.form.cancels = true;
        model.append({ &voided, 1 });
        const OptionFlowTotals totals = model.totals();
        QCOMPARE(totals.prints, 6);
        QCOMPARE(totals.contracts, Qty::whole(22));
        QCOMPARE(totals.calls.bought, 2'000.0);
        QCOMPARE(totals.calls.sold, 800.0);
        QCOMPARE(totals.puts.bought, 1'000.0);
        QCOMPARE(totals.puts.sold, 400.0);
        QCOMPARE(totals.puts.other, 200.0);
        QCOMPARE(totals.premium(), 4'400.0);
        QCOMPARE(totals.net(), 2'000.0 - 800 - 1'000 + 400);
        QCOMPARE(model.sidesOf(call).bought, 2'000.0);
        QCOMPARE(model.sidesOf(u"O:SPY260320C00655000"_s).all(), 0.0);
    }

    /// Only the third print tells that the first two were a sweep.
    void earlierPrintsOfASweepAreMended()
    {
        OptionFlowModel model;
        std::vector<OptionFlowPrint> prints;
        for (int i = 0; i < 5; ++i)
            prints.push_back(Make::print(i == 2 ? put : call, i * 5ms, 2, 10, PrintSide::AtAsk));
        for (const int i : { 0, 1, 3, 4 })
            prints[std::size_t(i)].group = 7;
        prints[4].sweepPrints = 3; // the newest three of four
        OptionFlowFilter sweeps;
        sweeps.plain = false;
        model.setFilter(sweeps);
        model.append({ prints.data(), 4 });
        QCOMPARE(model.rowCount(), 0);
        const quint64 revision = model.revision();
        model.append({ prints.data() + 4, 1 });
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(model.revision() != revision);
        QCOMPARE(model.row(2).print.time, prints[1].time);
        model.setFilter({});
        QCOMPARE(model.rowCount(), 5);
        QVERIFY(!model.row(4).isSweep && !model.row(2).isSweep && model.row(1).isSweep);
    }

    void openInterestThatComesLater()
    {
        OptionFlowModel model;
        double known = -1;
        model.setOpenInterest([&known](const FlowContract &) { return known; });
        OptionFlowFilter filter;
        filter.aboveOpenInterest = true;
        model.setFilter(filter);
        const OptionFlowPrint print = Make::print(call, 1s, 2, 100);
        model.append({ &print, 1 });
        QCOMPARE(model.rowCount(), 0); // nobody knows
        QSignalSpy changed(&model, &OptionFlowModel::changed);
        model.refreshOpenInterest(u"SPY"_s);
        QVERIFY(changed.isEmpty());
        known = 100;
        model.refreshOpenInterest(u"QQQ"_s);
        QCOMPARE(model.rowCount(), 0); // that is another's
        model.refreshOpenInterest(u"SPY"_s);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.row(0).openInterest, 100.0);
        known = 101;
        model.refreshOpenInterest(u"SPY"_s); // it holds for the day
        QCOMPARE(model.rowCount(), 1);
    }

    void rulesCallForAttention()
    {
        OptionFlowModel model;
        QSignalSpy alerts(&model, &OptionFlowModel::alertCame);
        OptionFlowFilter large;
        large.premium = 50'000;
        OptionFlowFilter puts;
        puts.calls = false;
        puts.premium = 1'000;
        model.setAlertRules({ large, puts });
        const auto add = [&model](const QString &symbol, int size, bool live = true) {
            const OptionFlowPrint print = Make::print(symbol, 1s, 2, size);
            model.append({ &print, 1 }, live);
        };
        add(call, 10);
        add(put, 4);
        QCOMPARE(alerts.size(), 0);
        add(call, 250);
        QCOMPARE(alerts.size(), 1);
        add(put, 5);
        QCOMPARE(alerts.size(), 2);
        const auto serial = alerts.back().front().value<quint64>();
        QCOMPARE(model.rowOf(serial), 0);
        QVERIFY(model.row(0).isAlerted && model.row(1).isAlerted && !model.row(2).isAlerted);
        add(call, 900, false); // what was there before nobody needs to hurry for
        QCOMPARE(alerts.size(), 2);
        OptionFlowFilter shown;
        shown.puts = false;
        model.setFilter(shown);
        add(put, 500); // rules do not care what is shown
        QCOMPARE(alerts.size(), 3);
        QCOMPARE(model.rowOf(alerts.back().front().value<quint64>()), -1);
        QVERIFY(model.kept(alerts.back().front().value<quint64>())->isAlerted);
    }

    /// A hidden print after a gap does not hide the gap.
    void gapsStayVisible()
    {
        OptionFlowModel model;
        std::vector<OptionFlowPrint> prints { Make::print(call, 1s, 2, 1),
                                              Make::print(put, 2s, 2, 1),
                                              Make::print(call, 3s, 2, 1),
                                              Make::print(call, 4s, 2, 1) };
        prints[1].afterGap = true;
        model.append(prints);
        QVERIFY(model.isGapBelow(2) && !model.isGapBelow(1) && !model.isGapBelow(3));
        OptionFlowFilter calls;
        calls.puts = false;
        model.setFilter(calls);
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(model.isGapBelow(1) && !model.isGapBelow(0) && !model.isGapBelow(2));
        model.noteSkipped(12);
        model.append({ prints.data(), 1 });
        QVERIFY(model.isGapBelow(0));
        QCOMPARE(model.skipped(), quint64(12));
        OptionFlowModel fresh;
        prints.front().afterGap = true;
        fresh.append({ prints.data(), 1 });
        QVERIFY(fresh.isGapBelow(0)); // what came before it is missing
    }

    void filtersAreKept()
    {
        SplitMix64 draws(3);
        for (int i = 0; i < 500; ++i) {
            const OptionFlowFilter filter = randomFilter(draws);
            const QByteArray text = QJsonDocument(filter.toJson()).toJson();
            QVERIFY(OptionFlowFilter::fromJson(QJsonDocument::fromJson(text).object()) == filter);
        }
        const QJsonObject nonsense { { u"hidden"_s, 5 },
                                     { u"premium"_s, u"much"_s },
                                     { u"mostDays"_s, -17 },
                                     { u"moneyness"_s, u"sideways"_s } };
        QVERIFY(OptionFlowFilter::fromJson(nonsense).isEmpty());
    }

    /// Random prints, filters, pauses and clears against a list that is filtered when asked.
    void againstTheSimplestMeans()
    {
        for (quint64 seed = 1; seed <= 60; ++seed) {
            SplitMix64 draws(seed);
            const std::size_t capacity = 1 + draws.below(120);
            OptionFlowModel model(capacity);
            Oracle oracle(capacity);
            const auto interestOf = [](const FlowContract &contract) {
                return double(qHash(contract.symbol) % 40) - 5;
            };
            model.setOpenInterest(interestOf);
            qint64 clock = 0;
            quint64 group = 0;
            for (int step = 0; step < 200; ++step) {
                switch (draws.below(12)) {
                case 0:
                    oracle.filter = randomFilter(draws);
                    model.setFilter(oracle.filter);
                    break;
                case 1:
                    oracle.paused = !oracle.paused;
                    oracle.behind = 0;
                    model.setPaused(oracle.paused);
                    break;
                case 2:
                    if (draws.below(10) == 0) {
                        model.clear();
                        oracle.rows.clear();
                        oracle.behind = 0;
                        oracle.paused = false;
                    }
                    break;
                default: {
                    std::vector<OptionFlowPrint> prints;
                    const bool isRun = draws.below(4) == 0;
                    group += isRun ? 1 : 0;
                    for (quint64 i = 0, count = draws.below(9); i < count; ++i) {
                        prints.push_back(Make::random(draws, clock));
                        if (isRun && draws.below(3) != 0) {
                            prints.back().group = group;
                            prints.back().sweepPrints = i > 2 ? 3 : 0;
                        }
                    }
                    model.append(prints);
                    for (const OptionFlowPrint &print : prints)
                        oracle.append(print, interestOf(*print.contract));
                }
                }
                const std::vector<OptionFlowRow> shown = oracle.shown();
                QCOMPARE(std::size_t(model.rowCount()), shown.size());
                OptionFlowTotals totals;
                for (std::size_t i = 0; i < shown.size(); ++i) {
                    const OptionFlowRow &row = model.row(int(shown.size() - 1 - i));
                    QCOMPARE(row.print.time, shown[i].print.time);
                    QCOMPARE(row.print.contract, shown[i].print.contract);
                    QCOMPARE(row.isSweep, shown[i].isSweep);
                    QCOMPARE(row.days, shown[i].days);
                    totals.add(shown[i].print);
                }
                QVERIFY(model.totals() == totals);
                QCOMPARE(std::size_t(model.keptCount()), oracle.rows.size());
                for (int row = 0; row < model.rowCount(); ++row) {
                    QCOMPARE(model.rowOf(model.serial(row)), row);
                    QCOMPARE(model.rowNear(model.serial(row)), row);
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestOptionFlowModel)

#include "tst_optionflowmodel.moc"
