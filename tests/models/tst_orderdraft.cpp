#include "orderdraft.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString spy = u"SPY"_s;
const QLocale english(QLocale::English, QLocale::UnitedStates);
const QLocale german(QLocale::German, QLocale::Germany);

OrderDraft limitDraft(const QString &size, const QString &limit)
{
    OrderDraft draft;
    draft.size = size;
    draft.limit = limit;
    return draft;
}

} // namespace

class TestOrderDraft : public QObject
{
    Q_OBJECT

private slots:
    void numbersAreReadAsTheLocaleWritesThem_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("price"); // empty: no number
        QTest::newRow("plain") << english << u"512.3"_s << u"512.3"_s;
        QTest::newRow("grouped") << english << u"1,512.30"_s << u"1512.3"_s;
        QTest::newRow("german") << german << u"1.512,30"_s << u"1512.3"_s;
        QTest::newRow("a point is no decimal point") << german << u"512.3"_s << QString();
        QTest::newRow("badly grouped") << english << u"51,2.30"_s << QString();
        QTest::newRow("word") << english << u"cheap"_s << QString();
        QTest::newRow("nothing") << english << QString() << QString();
        QTest::newRow("spaces") << english << u" 512.30 "_s << u"512.3"_s;
        QTest::newRow("too fine") << english << u"1.23456789012"_s << QString();
        QTest::newRow("exponent") << english << u"1e3"_s << QString();
    }
    void numbersAreReadAsTheLocaleWritesThem()
    {
        QFETCH(const QLocale, locale);
        QFETCH(const QString, typed);
        QFETCH(const QString, price);
        const Result<OrderTicket> order
            = orderdrafts::toOrder(limitDraft(u"100"_s, typed), spy, locale);
        QCOMPARE(order.has_value(), !price.isEmpty());
        if (order)
            QCOMPARE(order->limit, *Price::parse(price));
        else
            QVERIFY2(order.error().detail.startsWith(u"Limit"_s), qPrintable(order.error().detail));
    }

    void onlyTheFieldsOfTheTypeCount()
    {
        OrderDraft draft = limitDraft(u"100"_s, u"no number"_s);
        draft.type = OrderType::Market;
        draft.postOnly = true;
        const Result<OrderTicket> order = orderdrafts::toOrder(draft, spy, english);
        QVERIFY(order);
        QVERIFY(!order->limit);
        QVERIFY(!order->postOnly);
    }

    void trailsAreDistancesOrShares()
    {
        OrderDraft draft = limitDraft(u"100"_s, {});
        draft.type = OrderType::TrailingStop;
        draft.trail = u"1.5 %"_s;
        QCOMPARE(orderdrafts::toOrder(draft, spy, english)->trailPpm, 15'000);
        draft.trail = u"0.50"_s;
        QCOMPARE(orderdrafts::toOrder(draft, spy, english)->trail, *Price::parse(u"0.5"_s));
    }

    void stopLossesArePricesOrRanges()
    {
        OrderDraft draft = limitDraft(u"100"_s, u"500"_s);
        draft.stopLoss = u"2.5 atr"_s;
        const Result<OrderTicket> order = orderdrafts::toOrder(draft, spy, english);
        QCOMPARE(order->stopLossAtr->multiplePpm, 2'500'000);
        QVERIFY(!order->stopLoss);
        draft.stopLoss = u"495"_s;
        QCOMPARE(orderdrafts::toOrder(draft, spy, english)->stopLoss, Price::whole(495));
    }

    void sizesCanBeAmounts()
    {
        OrderDraft draft = limitDraft(u"1,000.50"_s, u"500"_s);
        draft.sizeBy = SizeBy::Risk;
        const Result<OrderTicket> order = orderdrafts::toOrder(draft, spy, english);
        QCOMPARE(order->size->by, SizeRule::By::Risk);
        QCOMPARE(order->size->amount, *Money::parse(u"1000.5"_s));
        QVERIFY(order->qty.isZero());
    }

    void goodTillADayNeedsTheDay()
    {
        OrderDraft draft = limitDraft(u"100"_s, u"500"_s);
        draft.tif = TimeInForce::Gtd;
        QVERIFY(!orderdrafts::toOrder(draft, spy, english));
        draft.until = QDate(2026, 3, 11);
        // 20:00 Eastern, daylight time
        QCOMPARE(
            orderdrafts::toOrder(draft, spy, english)->until,
            Timestamp(std::chrono::sys_days(std::chrono::year(2026) / 3 / 12).time_since_epoch()));
    }

    void presetsKeepDistancesOfExits()
    {
        OrderDraft draft = limitDraft(u"250"_s, u"500"_s);
        draft.target = u"502"_s;
        draft.stopLoss = u"499"_s;
        draft.reduceOnly = true;
        const TicketPreset preset
            = orderdrafts::toPreset(u"Scalp"_s, draft, spy, Price::whole(500), english);
        QCOMPARE(preset.targetTicks, 200);
        QCOMPARE(preset.stopTicks, 100);
        OrderDraft sells;
        sells.side = Side::Sell;
        const OrderDraft filled
            = orderdrafts::fromPreset(preset, sells, spy, Price::whole(600), german);
        QCOMPARE(filled.target, u"598,00"_s);
        QCOMPARE(filled.stopLoss, u"601,00"_s);
        QCOMPARE(filled.size, u"250"_s);
        QVERIFY(filled.reduceOnly);
    }

    void settingsComeBackAsTheyWere()
    {
        TradeSettings settings;
        settings.sizes = { Qty::whole(5), *Qty::parse(u"0.25"_s) };
        settings.size = Qty::whole(5);
        settings.tif = TimeInForce::Gtc;
        settings.extendedHours = true;
        settings.stopTicks = 20;
        settings.sounds = false;
        settings.presets = { { .name = u"Scalp"_s,
                               .type = OrderType::StopLimit,
                               .tif = TimeInForce::Ioc,
                               .sizeBy = SizeBy::Cash,
                               .size = u"500"_s,
                               .postOnly = true,
                               .targetTicks = 7 } };
        QCOMPARE(tradeSettingsFromJson(toJson(settings)), settings);
    }

    void brokenSettingsKeepTheirDefaults()
    {
        const QJsonObject broken { { u"sizes"_s, QJsonArray { u"0"_s, u"-5"_s, u"many"_s } },
                                   { u"size"_s, u"none"_s },
                                   { u"stop_ticks"_s, -3 },
                                   { u"presets"_s, QJsonArray { 7, QJsonObject() } } };
        QCOMPARE(tradeSettingsFromJson(broken), TradeSettings());
    }

    void stepsGoByTicks_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("steps");
        QTest::addColumn<QString>("to");
        QTest::newRow("up") << u"500.00"_s << 1 << u"500.01"_s;
        QTest::newRow("down") << u"500.00"_s << -10 << u"499.90"_s;
        QTest::newRow("onto the grid, up") << u"500.005"_s << 1 << u"500.01"_s;
        QTest::newRow("onto the grid, down") << u"500.005"_s << -1 << u"500.00"_s;
        QTest::newRow("below a dollar") << u"0.5000"_s << 1 << u"0.5001"_s;
        QTest::newRow("not to nothing") << u"0.0001"_s << -1 << u"0.0001"_s;
        QTest::newRow("no number") << u"x"_s << 1 << u"x"_s;
    }
    void stepsGoByTicks()
    {
        QFETCH(const QString, from);
        QFETCH(const int, steps);
        QFETCH(const QString, to);
        QCOMPARE(orderdrafts::stepped(from, steps, spy, english), to);
    }

    void sizesStepByUnits()
    {
        QCOMPARE(orderdrafts::steppedSize(u"1,500"_s, 1, english), u"1501"_s);
        QCOMPARE(orderdrafts::steppedSize(u"0.5"_s, 1, english), u"1.5"_s);
        QCOMPARE(orderdrafts::steppedSize(u"0.5"_s, -1, english), u"0.5"_s);
        QCOMPARE(orderdrafts::steppedSize(u"x"_s, 1, english), u"x"_s);
    }

    void numbersKeepTheirValueInAnotherLanguage()
    {
        OrderDraft draft = limitDraft(u"0.125"_s, u"1,512.30"_s);
        draft.stopLoss = u"2.5 ATR"_s;
        draft.target = u"none"_s;
        const OrderDraft after = orderdrafts::rewritten(draft, english, german);
        QCOMPARE(after.size, u"0,125"_s);
        QCOMPARE(after.limit, u"1512,30"_s);
        QCOMPARE(after.stopLoss, u"2,5 ATR"_s);
        QCOMPARE(after.target, u"none"_s);
    }

    void stakesAreWhatTheExitsSay()
    {
        OrderTicket ticket;
        ticket.symbol = spy;
        ticket.qty = Qty::whole(100);
        ticket.stopLoss = Price::whole(498);
        ticket.takeProfit = Price::whole(506);
        const auto stakes = orderdrafts::stakes(ticket, Price::whole(500));
        QCOMPARE(stakes->risk, Money::whole(200));
        QCOMPARE(stakes->reward, Money::whole(600));
        QCOMPARE(stakes->ratio(), 3.0);
        ticket.side = Side::Sell;
        ticket.stopLoss = Price::whole(501);
        ticket.takeProfit.reset();
        const auto shorted = orderdrafts::stakes(ticket, Price::whole(500));
        QCOMPARE(shorted->risk, Money::whole(100));
        QVERIFY(!shorted->ratio());
        ticket.stopLoss.reset();
        QVERIFY(!orderdrafts::stakes(ticket, Price::whole(500)));
    }
};

QTEST_GUILESS_MAIN(TestOrderDraft)
#include "tst_orderdraft.moc"
