#include "watchlistmodel.h"

#include "splitmix64.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

InstrumentSnapshot snapshot(const QString &symbol, const char *last, const char *previous = "100")
{
    InstrumentSnapshot result;
    result.symbol = symbol;
    result.last = *Price::parse(QString::fromLatin1(last));
    result.previousClose = *Price::parse(QString::fromLatin1(previous));
    result.volume = Qty::whole(1'234'567);
    return result;
}

} // namespace

class TestWatchlistModel : public QObject
{
    Q_OBJECT

private slots:
    void figuresInWords()
    {
        WatchlistModel model;
        model.setLocale(QLocale(QLocale::English, QLocale::UnitedStates));
        model.setSymbols({ u"AAPL"_s, u"SIRI"_s });
        const InstrumentSnapshot figures[]
            = { snapshot(u"AAPL"_s, "101.5"), snapshot(u"SIRI"_s, "0.5", "0.625") };
        model.apply(figures);
        QCOMPARE(cell(model, 0, WatchlistModel::Last), u"101.50"_s);
        QCOMPARE(cell(model, 0, WatchlistModel::Change), u"+1.50"_s);
        QCOMPARE(cell(model, 0, WatchlistModel::ChangePercent), u"+1.50%"_s);
        QCOMPARE(cell(model, 0, WatchlistModel::Volume), u"1,234,567"_s);
        QCOMPARE(cell(model, 1, WatchlistModel::Last), u"0.5000"_s);
        QCOMPARE(cell(model, 1, WatchlistModel::Change), u"-0.1250"_s);
        QCOMPARE(cell(model, 1, WatchlistModel::Bid), QString()); // unknown is empty, never 0
        model.setLocale(QLocale(QLocale::German));
        QCOMPARE(cell(model, 0, WatchlistModel::Last), u"101,50"_s);
    }

    /// From cents of many thousands to hundreds of millionths, and parts of a coin.
    void coinsInWords()
    {
        WatchlistModel model;
        model.setLocale(QLocale(QLocale::English, QLocale::UnitedStates));
        model.setSymbols({ u"X:BTCUSDT"_s, u"X:SKLBTC"_s });
        InstrumentSnapshot figures[] = { snapshot(u"X:BTCUSDT"_s, "61837.6", "61800"),
                                         snapshot(u"X:SKLBTC"_s, "0.000013", "0.00001299") };
        figures[0].bid = *Price::parse(u"61837.63");
        figures[0].bidSize = *Qty::parse(u"3.78");
        figures[0].askSize = *Qty::parse(u"0.00009");
        figures[1].ask = *Price::parse(u"0.00001302");
        model.apply(figures);
        QCOMPARE(cell(model, 0, WatchlistModel::Last), u"61,837.60"_s);
        QCOMPARE(cell(model, 0, WatchlistModel::Bid), u"61,837.63"_s);
        QCOMPARE(cell(model, 0, WatchlistModel::Sizes), u"3.78 × 0.00009"_s);
        QCOMPARE(cell(model, 1, WatchlistModel::Last), u"0.00001300"_s);
        QCOMPARE(cell(model, 1, WatchlistModel::Change), u"+0.00000001"_s);
    }

    void withoutAPreviousCloseThereIsNoChange()
    {
        WatchlistModel model;
        model.setSymbols({ u"IBM"_s });
        const InstrumentSnapshot figures[] = { snapshot(u"IBM"_s, "180", "0") };
        model.apply(figures);
        QCOMPARE(cell(model, 0, WatchlistModel::Change), QString());
        QCOMPARE(cell(model, 0, WatchlistModel::ChangePercent), QString());
    }

    /// Random additions, removals, moves and sorting keep every promise of a model, and the user's
    /// order.
    void anyEditingKeepsTheModelWhole()
    {
        WatchlistModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        QStringList expected;
        SplitMix64 random(3);
        for (int step = 0; step < 2'000; ++step) {
            const QString symbol = QStringLiteral("S%1").arg(random.below(30));
            switch (random.below(6)) {
            case 0:
                QCOMPARE(model.addSymbol(symbol), !expected.contains(symbol));
                if (!expected.contains(symbol))
                    expected << symbol;
                break;
            case 1:
                model.removeSymbol(symbol);
                expected.removeAll(symbol);
                break;
            case 2:
                if (model.sortColumn() < 0 && !expected.isEmpty()) {
                    const int row = int(random.below(quint64(expected.size())));
                    const int before = int(random.below(quint64(expected.size()) + 1));
                    model.moveSymbol(row, before);
                    expected.move(row, before > row ? before - 1 : before);
                }
                break;
            case 3:
                model.sort(random.below(2) ? -1 : int(WatchlistModel::Last), Qt::DescendingOrder);
                break;
            default: {
                const QByteArray last = QByteArray::number(1 + int(random.below(500)));
                const InstrumentSnapshot figures[] = { snapshot(symbol, last.constData()) };
                model.apply(figures);
                model.resort();
                break;
            }
            }
            QCOMPARE(model.symbols(), expected);
            if (model.sortColumn() >= 0) {
                for (int row = 1; row < model.rowCount(); ++row)
                    QVERIFY(sortValue(model, row - 1) >= sortValue(model, row));
            }
        }
    }

    void aMoveMakesWhatIsSeenTheUsersOrder()
    {
        WatchlistModel model;
        model.setSymbols({ u"A"_s, u"B"_s, u"C"_s });
        const InstrumentSnapshot figures[]
            = { snapshot(u"A"_s, "1"), snapshot(u"B"_s, "3"), snapshot(u"C"_s, "2") };
        model.apply(figures);
        model.sort(WatchlistModel::Last, Qt::DescendingOrder); // B C A
        QSignalSpy changed(&model, &WatchlistModel::symbolsChanged);
        model.moveSymbol(2, 0);
        QCOMPARE(model.symbols(), (QStringList { u"A"_s, u"B"_s, u"C"_s }));
        QCOMPARE(model.sortColumn(), -1);
        model.moveSymbol(0, 3);
        QCOMPARE(model.symbols(), (QStringList { u"B"_s, u"C"_s, u"A"_s }));
        QCOMPARE(changed.size(), 1);
    }

    void oneSignalForManyChangedRows()
    {
        WatchlistModel model;
        model.setSymbols({ u"A"_s, u"B"_s, u"C"_s, u"D"_s });
        QSignalSpy changed(&model, &WatchlistModel::dataChanged);
        const InstrumentSnapshot most[]
            = { snapshot(u"A"_s, "1"), snapshot(u"B"_s, "3"), snapshot(u"C"_s, "2") };
        model.apply(most);
        QCOMPARE(changed.size(), 1);
        const InstrumentSnapshot one[] = { snapshot(u"C"_s, "4") };
        model.apply(one);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(changed.last().at(0).toModelIndex().row(), 2);
        const InstrumentSnapshot foreign[] = { snapshot(u"ZZZ"_s, "4") };
        model.apply(foreign);
        QCOMPARE(changed.size(), 2);
    }

    void theNarrowestColumnsAreReported()
    {
        WatchlistModel model;
        model.setSymbols({ u"A"_s, u"B"_s, u"C"_s });
        InstrumentSnapshot figures = snapshot(u"B"_s, "10");
        model.apply({ &figures, 1 });
        const QSignalSpy changed(&model, &WatchlistModel::dataChanged);
        model.apply({ &figures, 1 });
        QCOMPARE(changed.size(), 0); // nothing did
        figures.volume = Qty::whole(5);
        model.apply({ &figures, 1 });
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.last().at(0).toModelIndex(), model.index(1, WatchlistModel::Volume));
        QCOMPARE(changed.last().at(1).toModelIndex(), model.index(1, WatchlistModel::Volume));
        figures.bid = Price::whole(9);
        figures.ask = Price::whole(11);
        model.apply({ &figures, 1 });
        QCOMPARE(changed.last().at(0).toModelIndex(), model.index(1, WatchlistModel::Bid));
        QCOMPARE(changed.last().at(1).toModelIndex(), model.index(1, WatchlistModel::Sizes));
        figures.halted = true;
        model.apply({ &figures, 1 });
        QCOMPARE(changed.last().at(0).toModelIndex().column(), 0);
        QVERIFY(model.index(1, 0).data(WatchlistModel::HaltedRole).toBool());
    }

    void aPriceThatCrossesADollarRewritesTheRow()
    {
        WatchlistModel model;
        model.setLocale(QLocale::c());
        model.setSymbols({ u"A"_s });
        InstrumentSnapshot figures = snapshot(u"A"_s, "1.02", "1");
        figures.bid = Price::fromUnits(Price::unitsPerOne);
        model.apply({ &figures, 1 });
        QCOMPARE(cell(model, 0, WatchlistModel::Bid), u"1.00"_s);
        figures.last = Price::fromUnits(Price::unitsPerOne / 2);
        model.apply({ &figures, 1 });
        QCOMPARE(cell(model, 0, WatchlistModel::Bid), u"1.0000"_s);
    }

    void sizesThatKeepTheirSumAreNoticed()
    {
        WatchlistModel model;
        model.setLocale(QLocale::c());
        model.setSymbols({ u"A"_s });
        InstrumentSnapshot figures = snapshot(u"A"_s, "10");
        figures.bid = Price::whole(9);
        figures.bidSize = Qty::whole(300);
        figures.askSize = Qty::whole(1'000);
        model.apply({ &figures, 1 });
        const QString before = cell(model, 0, WatchlistModel::Sizes);
        QVERIFY(before.contains(u"300"_s));
        std::swap(figures.bidSize, figures.askSize);
        model.apply({ &figures, 1 });
        QVERIFY(cell(model, 0, WatchlistModel::Sizes) != before);
    }

    void whatIsNotKnownStaysLast()
    {
        WatchlistModel model;
        model.setSymbols({ u"A"_s, u"B"_s, u"C"_s });
        const InstrumentSnapshot figures[] = { snapshot(u"A"_s, "1"), snapshot(u"C"_s, "2") };
        model.apply(figures);
        for (const auto order : { Qt::AscendingOrder, Qt::DescendingOrder }) {
            model.sort(WatchlistModel::Last, order);
            QCOMPARE(model.symbolAt(2), u"B"_s);
        }
        QCOMPARE(model.rowOf(u"A"_s), 1);
        QCOMPARE(model.rowOf(u"nowhere"_s), -1);
        QCOMPARE(model.symbolAt(3), QString());
    }

    /// Rows move a few times a second, not with every tick, and selections move with them.
    void sortingFollowsTheFiguresAtItsOwnPace()
    {
        WatchlistModel model;
        model.setSymbols({ u"A"_s, u"B"_s });
        const InstrumentSnapshot figures[] = { snapshot(u"A"_s, "1"), snapshot(u"B"_s, "2") };
        model.apply(figures);
        model.sort(WatchlistModel::Last, Qt::AscendingOrder);
        const QPersistentModelIndex a = model.index(0, WatchlistModel::Last);
        const QSignalSpy moved(&model, &WatchlistModel::layoutChanged);
        for (int i = 0; i < 50; ++i) {
            const InstrumentSnapshot next
                = snapshot(u"A"_s, QByteArray::number(10 + i).constData());
            model.apply({ &next, 1 });
        }
        QCOMPARE(moved.size(), 0);
        QTRY_COMPARE(moved.size(), 1);
        QCOMPARE(model.symbolAt(1), u"A"_s);
        QCOMPARE(a.row(), 1);
        QTest::qWait(2 * WatchlistModel::resortMs);
        QCOMPARE(moved.size(), 1); // nothing changed: nothing moves
    }

    void aChangedPriceFlashesItsWay()
    {
        ManualWallClock clock;
        WatchlistModel model(clock);
        model.setLocale(QLocale::c());
        model.setSymbols({ u"A"_s });
        const auto show = [&](const char *last) {
            const InstrumentSnapshot figures = snapshot(u"A"_s, last);
            model.apply({ &figures, 1 });
            return cell(model, 0, WatchlistModel::Last);
        };
        show("10.20");
        QCOMPARE(flash(model).direction, 0); // the first figure is no change
        show("10.27");
        QCOMPARE(flash(model).direction, 1);
        QCOMPARE(flash(model).firstChanged, 4); // only the 7 is new
        clock.advance(100ms);
        QCOMPARE(flash(model).ageMs, 100);
        show("9.27");
        QCOMPARE(flash(model).direction, -1);
        QCOMPARE(flash(model).ageMs, 0);
        QCOMPARE(flash(model).firstChanged, 0); // another length: all of it
    }

    void symbolsThatStayKeepTheirFigures()
    {
        WatchlistModel model;
        model.setLocale(QLocale::c());
        model.setSymbols({ u"A"_s, u"B"_s });
        const InstrumentSnapshot figures[] = { snapshot(u"B"_s, "3") };
        model.apply(figures);
        model.setSymbols({ u"C"_s, u"B"_s, QString(), u"C"_s });
        QCOMPARE(model.symbols(), QStringList({ u"C"_s, u"B"_s }));
        QCOMPARE(cell(model, 1, WatchlistModel::Last), u"3.00"_s);
    }

private:
    static QString cell(const WatchlistModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }
    static double sortValue(const WatchlistModel &model, int row)
    {
        return model.index(row, WatchlistModel::Last).data(WatchlistModel::SortRole).toDouble();
    }
    static WatchlistModel::Flash flash(const WatchlistModel &model)
    {
        return model.index(0, WatchlistModel::Last)
            .data(WatchlistModel::FlashRole)
            .value<WatchlistModel::Flash>();
    }
};

QTEST_GUILESS_MAIN(TestWatchlistModel)
#include "tst_watchlistmodel.moc"
