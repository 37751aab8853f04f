#include "importedtrades.h"
#include "writtenbooks.h"

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

ImportedFill fill(int minute, const char *symbol, const char *signedQty, const char *at,
                  const QString &execution = {}, const QString &order = {})
{
    const Qty amount = qty(signedQty);
    ImportedFill fill;
    fill.at = tenOClock() + std::chrono::minutes(minute);
    fill.symbol = QString::fromLatin1(symbol);
    fill.side = amount > Qty() ? Side::Buy : Side::Sell;
    fill.qty = amount > Qty() ? amount : -amount;
    fill.price = price(at);
    fill.multiplier = fill.symbol.startsWith(u"O:") ? 100 : 1;
    fill.execution = execution;
    fill.order = order;
    return fill;
}

std::vector<FormedTrade> formed(const std::vector<ImportedFill> &fills)
{
    return importedtrades::form(u"import/Broker"_s, fills).value_or(std::vector<FormedTrade>());
}

} // namespace

class TestImportedTrades : public QObject
{
    Q_OBJECT

private slots:
    void textComesBack()
    {
        ImportedFill plain = fill(0, "KO", "0.5", "60.123");
        ImportedFill whole = fill(3, "O:SPY261218C00700000", "-2", "1.05", u"x1"_s, u"o1"_s);
        whole.fee = money("-0.35"); // a rebate
        for (const ImportedFill &one : { plain, whole }) {
            const auto back = importedtrades::fillFromText(importedtrades::fillText(one));
            QVERIFY(back);
            QVERIFY(*back == one);
        }
        QVERIFY(!importedtrades::fillFromText("{}"));
        QVERIFY(!importedtrades::fillFromText(R"({"symbol":"KO","qty":1})"));
    }

    void duplicates_data()
    {
        using Fills = std::vector<ImportedFill>;
        QTest::addColumn<Fills>("known");
        QTest::addColumn<Fills>("offered");
        QTest::addColumn<int>("fresh");
        const ImportedFill one = fill(0, "KO", "10", "60");
        const ImportedFill named = fill(0, "KO", "10", "60", u"x1"_s);
        const ImportedFill other = fill(0, "KO", "10", "60", u"x2"_s);
        QTest::newRow("nothing is known") << Fills {} << Fills { one } << 1;
        QTest::newRow("the same again") << Fills { one } << Fills { one } << 0;
        QTest::newRow("two alike in one file") << Fills {} << Fills { one, one } << 2;
        QTest::newRow("as often as known") << Fills { one, one } << Fills { one, one } << 0;
        QTest::newRow("once more than known") << Fills { one } << Fills { one, one } << 1;
        QTest::newRow("same id") << Fills { named } << Fills { named } << 0;
        QTest::newRow("same id twice in a file") << Fills {} << Fills { named, named } << 1;
        QTest::newRow("another id") << Fills { named } << Fills { other } << 1;
        QTest::newRow("a file without ids of known ones") << Fills { named } << Fills { one } << 0;
        QTest::newRow("another minute")
            << Fills { one } << Fills { fill(1, "KO", "10", "60") } << 1;
    }

    void duplicates()
    {
        QFETCH(const std::vector<ImportedFill>, known);
        QFETCH(const std::vector<ImportedFill>, offered);
        QFETCH(const int, fresh);
        QCOMPARE(int(importedtrades::freshOnes(known, offered).size()), fresh);
    }

    void formsByTimeNotByArrival()
    {
        const std::vector<FormedTrade> trades
            = formed({ fill(9, "KO", "-10", "61"), fill(0, "KO", "10", "60") });
        QCOMPARE(trades.size(), std::size_t(1));
        QCOMPARE(trades.front().record.direction, TradeDirection::Long);
        QCOMPARE(trades.front().record.gross, money("10"));
        QCOMPARE(trades.front().record.key.number, 2U); // it came second
        QCOMPARE(trades.front().executions.back().sequence, 1U);
        QVERIFY(!trades.front().record.strictNet); // nothing is known of its market
        QVERIFY(!trades.front().record.slippage);
    }

    void legsOfAnOrderAreOneTrade()
    {
        const char *low = "O:SPY261218C00700000";
        const char *high = "O:SPY261218C00710000";
        const std::vector<FormedTrade> trades = formed({
            fill(0, low, "1", "5", {}, u"o1"_s),
            fill(0, high, "-1", "2", {}, u"o1"_s),
            fill(0, "KO", "10", "60", {}, u"o2"_s),
            fill(5, low, "-1", "6", {}, u"o3"_s),
            fill(6, high, "1", "2.5", {}, u"o4"_s),
        });
        QCOMPARE(trades.size(), std::size_t(2));
        QCOMPARE(trades.front().record.structure, u"bull_call_spread"_s);
        QCOMPARE(trades.front().record.gross, money("50"));
        QVERIFY(trades.back().record.isOpen());
    }

    void refusesWhatCannotBeBooked()
    {
        std::vector<ImportedFill> fills { fill(0, "KO", "10", "60"), fill(1, "KO", "10", "60") };
        fills[1].multiplier = 100;
        const auto refused = importedtrades::form(u"import/Broker"_s, fills);
        QVERIFY(!refused);
        QVERIFY(refused.error().detail.contains(u"KO"_s));
        QVERIFY(formed({}).empty());
    }
};

QTEST_APPLESS_MAIN(TestImportedTrades)
#include "tst_importedtrades.moc"
