#include "bookmodel.h"
#include "bookoptions.h"
#include "writtendepth.h"

#include <QSignalSpy>
#include <QTest>

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

BookUpdate quoted(qint64 bidCents, qint64 askCents)
{
    BookUpdate update;
    update.kind = BookKind::BestQuote;
    update.columnLength = 250ms;
    update.best.bid = update.grid.bottom(bidCents);
    update.best.ask = update.grid.bottom(askCents);
    update.best.bidSize = Qty::whole(300);
    update.best.askSize = Qty::whole(200);
    update.resting = { { bidCents, Qty::whole(300), {} }, { askCents, {}, Qty::whole(200) } };
    return update;
}

BookColumn columnAt(qint64 index, qint64 row)
{
    BookColumn column;
    column.start = Timestamp(Duration(index * Duration(250ms).count()));
    column.rows = { { row, Qty::whole(100), {} } };
    return column;
}

} // namespace

class TestBookModel : public QObject
{
    Q_OBJECT

    BookModel m_model;

private slots:
    void init()
    {
        m_model.clear();
        m_model.setGroup(1);
    }

    void restingRowsAreFoundByPrice()
    {
        m_model.apply(quoted(9'999, 10'001));
        QCOMPARE(m_model.resting(9'999)->bid, Qty::whole(300));
        QCOMPARE(m_model.resting(10'001)->ask, Qty::whole(200));
        QVERIFY(!m_model.resting(10'000));
        QCOMPARE(m_model.middleRow(), 10'000);
    }

    void rowsOfSeveralPricesAddUp()
    {
        BookUpdate update = quoted(9'999, 10'001);
        update.resting.insert(update.resting.begin(), { 9'995, Qty::whole(50), {} });
        m_model.apply(update);
        m_model.setGroup(5);
        QCOMPARE(m_model.resting(1'999)->bid, Qty::whole(350)); // 99.95 to 99.99
        QCOMPARE(m_model.resting(2'000)->ask, Qty::whole(200));
        QCOMPARE(m_model.grid().bottom(2'000), update.grid.bottom(10'000));
        QCOMPARE(m_model.grouped(-1), -1);
        QCOMPARE(m_model.grouped(-5), -1);
        QCOMPARE(m_model.grouped(-6), -2);
    }

    void rowsSuitThePriceOnce()
    {
        m_model.setGroup(BookOptions::suitingGroup);
        QCOMPARE(m_model.group(), 1); // nothing is known yet
        m_model.apply(quoted(6'184'300, 6'184'301)); // a coin of 61,843
        QCOMPARE(m_model.group(), 100);
        m_model.apply(quoted(99'184'300, 99'184'301));
        QCOMPARE(m_model.group(), 100); // the ladder stays the same ladder
        m_model.clear();
        m_model.apply(quoted(24'999, 25'000)); // a stock of 250
        QCOMPARE(m_model.group(), 1);
    }

    void theColumnThatFormsIsReplaced()
    {
        BookUpdate update = quoted(100, 101);
        update.columns = { columnAt(7, 100), columnAt(8, 100) };
        m_model.apply(update);
        update.columns = { columnAt(8, 99), columnAt(11, 98) };
        m_model.apply(update);
        QCOMPARE(m_model.columns().size(), 3U);
        QCOMPARE(m_model.columns()[1].rows.front().row, 99);
        QCOMPARE(m_model.columns()[2].rows.front().row, 98);
    }

    void oldColumnsAndPrintsGo()
    {
        WrittenDepth depth;
        for (int at = 0; at < 50; ++at)
            m_model.apply(depth.next(100));
        QCOMPARE(m_model.columns().size(), BookModel::mostColumns);
        QVERIFY(m_model.prints().size() <= BookModel::mostPrints);
        QVERIFY(m_model.columns().front().start < m_model.columns().back().start);
    }

    void anotherBookBeginsWithoutTheOldOne_data()
    {
        QTest::addColumn<bool>("byReset");
        QTest::newRow("reset") << true;
        QTest::newRow("columns of another length") << false;
    }
    void anotherBookBeginsWithoutTheOldOne()
    {
        QFETCH(bool, byReset);
        WrittenDepth depth;
        m_model.apply(depth.next(20));
        const quint64 before = m_model.history();
        BookUpdate update = quoted(100, 101);
        update.reset = byReset;
        update.columnLength = byReset ? Duration(250ms) : Duration(1s);
        m_model.apply(update);
        QVERIFY(m_model.columns().empty());
        QVERIFY(m_model.prints().empty());
        QVERIFY(m_model.history() > before);
    }

    void whatWasPaintedBeforeAGapIsVoid()
    {
        BookUpdate update = quoted(100, 101);
        update.columns = { columnAt(7, 100) };
        m_model.apply(update);
        const quint64 before = m_model.history();
        update.columns = { columnAt(20, 100) };
        update.columns.front().afterGap = true;
        m_model.apply(update);
        QVERIFY(m_model.history() > before);
    }

    void whatRestedIsKnownUntilAGap()
    {
        BookUpdate update = quoted(100, 101);
        update.columns = { columnAt(7, 100), columnAt(9, 99), columnAt(20, 98) };
        update.columns.back().afterGap = true;
        m_model.apply(update);
        QVERIFY(!m_model.stateAt(6));
        QCOMPARE(m_model.stateAt(8)->rows.front().row, 100);
        QCOMPARE(m_model.stateAt(9)->rows.front().row, 99);
        QVERIFY(!m_model.stateAt(10));
        QCOMPARE(m_model.stateAt(1'000)->rows.front().row, 98);
        update.columns.clear();
        update.isBroken = true;
        const quint64 before = m_model.history();
        m_model.apply(update);
        QVERIFY(m_model.history() > before);
        QVERIFY(m_model.stateAt(20));
        QVERIFY(!m_model.stateAt(21));
    }

    void aWideSpreadMakesWideRows()
    {
        m_model.setGroup(BookOptions::suitingGroup);
        m_model.apply(quoted(1'000, 1'272)); // 10.00 to 12.72
        QCOMPARE(m_model.group(), 20);
        m_model.setGroup(1);
    }

    void tradedVolumeIsToday()
    {
        m_model.apply(quoted(10'000, 10'001));
        const Timestamp day = easterntime::at(QDate(2026, 8, 13));
        std::vector<BookPrint> prints {
            { day, Price::fromUnits(100 * Price::unitsPerOne), Qty::whole(300), 1 },
            { day, Price::fromUnits(100 * Price::unitsPerOne), Qty::whole(100), -1 }
        };
        FlowUpdate update = tradedToday(prints);
        update.bars.front().start = day;
        m_model.applyTraded(update);
        QCOMPARE(m_model.traded(10'000)->buy.toDouble(), 300.0);
        QCOMPARE(m_model.traded(10'000)->sell.toDouble(), 100.0);
        QCOMPARE(m_model.tradedSince(), std::optional(day));

        FlowUpdate yesterday = tradedToday({ prints.front() });
        yesterday.bars.front().start = day - 24h; // a late print changed it
        m_model.applyTraded(yesterday);
        QCOMPARE(m_model.traded(10'000)->sell.toDouble(), 100.0);
    }

    void tradedRowsFollowTheRowsOfTheBook()
    {
        BookUpdate update = quoted(1'000'000, 1'000'100);
        update.grid = PriceGrid(Price::fromUnits(Price::unitsPerOne / 10'000)); // 0.0001
        m_model.apply(update);
        m_model.applyTraded(tradedToday({ { Timestamp(), Price::fromUnits(100 * Price::unitsPerOne),
                                            Qty::whole(300), 1 } })); // in rows of 0.01
        QCOMPARE(m_model.traded(1'000'000)->buy.toDouble(), 300.0);
        m_model.setGroup(200);
        QCOMPARE(m_model.traded(5'000)->buy.toDouble(), 300.0);
    }

    void optionsSurviveAndStrangeOnesAreLeftOut()
    {
        BookOptions options;
        options.heatMap = false;
        options.group = 50;
        options.column = 5s;
        QCOMPARE(BookOptions::fromJson(options.toJson()), options);
        QJsonObject strange = options.toJson();
        strange[u"group"_s] = 3;
        strange[u"columnMs"_s] = -7;
        QCOMPARE(BookOptions::fromJson(strange).group, BookOptions::suitingGroup);
        QCOMPARE(BookOptions::fromJson(strange).column, Duration(250ms));
        QCOMPARE(BookOptions::fromJson({}), BookOptions());
    }
};

QTEST_APPLESS_MAIN(TestBookModel)
#include "tst_bookmodel.moc"
