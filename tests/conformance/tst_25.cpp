#include "easterntime.h"
#include "markethub.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What the desk makes of one stock's stream, without a service that corrects it.
class LiveTape
{
public:
    LiveTape()
        : m_hub(m_calendar)
        , m_id(m_hub.symbols().intern(std::string_view("SPCE")))
    {
    }

    void quote(double second, const char *bid, const char *ask)
    {
        Quote quote;
        quote.instrument = m_id;
        quote.time = at(second);
        quote.bid = price(bid);
        quote.ask = price(ask);
        quote.bidSize = quote.askSize = Qty::whole(300);
        send(quote);
    }
    void print(double second, const char *value, bool offExchange = false,
               TradeConditions conditions = {})
    {
        Trade trade;
        trade.instrument = m_id;
        trade.time = at(second);
        trade.price = price(value);
        trade.size = Qty::whole(100);
        trade.sequence = ++m_sequence;
        trade.exchange = offExchange ? 4 : 12;
        trade.trfId = offExchange ? 202 : 0;
        trade.conditions = conditions;
        send(trade);
    }
    /// A minute as the service publishes it afterwards.
    void publish(const Candle &minute)
    {
        Aggregate bar;
        bar.instrument = m_id;
        bar.candle = minute;
        bar.end = minute.start + 1min;
        send(bar);
    }

    InstrumentState &state() { return m_hub.state(m_id); }
    Candle minute() { return state().bars.minutes().at(at(0)); }
    const TapePrint &newest() { return state().recent.back(); }

    static Price price(const char *text) { return *Price::parse(QString::fromLatin1(text)); }
    static Timestamp at(double second)
    {
        return easterntime::at(QDate(2026, 3, 10), 10h) + Duration(qint64(second * 1e9));
    }

private:
    template<typename Event> void send(const Event &event)
    {
        EventBatch batch;
        batch.events.push_back(event);
        m_hub.apply(batch);
    }

    MarketCalendar m_calendar;
    MarketHub m_hub;
    InstrumentId m_id;
    quint64 m_sequence = 0;
};

QString text(const Candle &bar)
{
    return bar.open.toString(2) + u' ' + bar.high.toString(2) + u' ' + bar.low.toString(2) + u' '
        + bar.close.toString(2) + u' ' + bar.volume.toString();
}

} // namespace

/// Conformance case 25: candles with one bad off-exchange print have no false wick; the print is on
/// the tape, marked.
class TestCase25 : public QObject
{
    Q_OBJECT

private slots:
    void drawsNoWick_data()
    {
        QTest::addColumn<QByteArray>("price");
        QTest::newRow("below") << QByteArray("18.01");
        QTest::newRow("above") << QByteArray("22.03");
        QTest::newRow("a digit too few") << QByteArray("2.00");
        QTest::newRow("a digit too many") << QByteArray("200.00");
    }
    void drawsNoWick()
    {
        QFETCH(const QByteArray, price);
        LiveTape tape;
        tape.quote(0, "20.01", "20.03");
        tape.print(1, "20.03");
        tape.print(2, price.constData(), true);
        tape.print(3, "20.01");

        QCOMPARE(text(tape.minute()), u"20.03 20.03 20.01 20.01 300"_s); // its volume counts
        QCOMPARE(tape.state().snapshot.high, LiveTape::price("20.03"));
        QCOMPARE(tape.state().snapshot.low, LiveTape::price("20.01"));
        QCOMPARE(tape.state().snapshot.volume, Qty::whole(300));
        const TapePrint &bad = tape.state().recent[1];
        QCOMPARE(bad.trade.price, LiveTape::price(price.constData()));
        QVERIFY(bad.isOffMarket);
        QVERIFY(!bad.update.last && !bad.update.highLow && bad.update.volume);
        QVERIFY(!tape.newest().isOffMarket);
    }

    void asTheFirstOrLastOfItsMinuteEither()
    {
        LiveTape tape;
        tape.quote(0, "20.01", "20.03");
        tape.print(1, "15.00", true);
        tape.print(2, "20.02");
        tape.print(3, "25.00", true);
        QCOMPARE(text(tape.minute()), u"20.02 20.02 20.02 20.02 300"_s);
        QCOMPARE(tape.state().snapshot.last, LiveTape::price("20.02"));
        QCOMPARE(tape.state().snapshot.open, LiveTape::price("20.02"));
    }

    /// What may be right is let be: on an exchange, near, in a wide market, without a fresh quote.
    void holdsBackNothingElse_data()
    {
        QTest::addColumn<QByteArray>("bid");
        QTest::addColumn<QByteArray>("ask");
        QTest::addColumn<QByteArray>("price");
        QTest::addColumn<bool>("offExchange");
        QTest::addColumn<double>("second");
        const auto row = [](const char *name, const char *bid, const char *ask, const char *price,
                            bool offExchange, double second) {
            QTest::newRow(name) << QByteArray(bid) << QByteArray(ask) << QByteArray(price)
                                << offExchange << second;
        };
        row("on an exchange", "20.01", "20.03", "18.00", false, 1);
        row("within ten percent", "20.01", "20.03", "18.10", true, 1);
        row("within ten spreads", "19.00", "21.00", "11.00", true, 1);
        row("by a quote of long ago", "20.01", "20.03", "18.00", true, 301);
        row("a crossed market", "20.05", "20.03", "18.00", true, 1);
        row("a side without a quote", "0", "20.03", "18.00", true, 1);
    }
    void holdsBackNothingElse()
    {
        QFETCH(const QByteArray, bid);
        QFETCH(const QByteArray, ask);
        QFETCH(const QByteArray, price);
        QFETCH(const bool, offExchange);
        QFETCH(const double, second);
        LiveTape tape;
        tape.quote(0, bid.constData(), ask.constData());
        tape.print(second, price.constData(), offExchange);
        QVERIFY(!tape.newest().isOffMarket);
        QCOMPARE(tape.state().snapshot.last, LiveTape::price(price.constData()));
    }

    /// By its conditions it sets no price, wherever it is: nothing to mark.
    void leavesAveragePricesUnmarked()
    {
        LiveTape tape;
        tape.quote(0, "20.01", "20.03");
        tape.print(1, "15.00", true, { condition::averagePrice });
        QVERIFY(!tape.newest().isOffMarket);
    }

    void theServicesOwnBarReplacesOurs()
    {
        LiveTape tape;
        tape.quote(0, "20.01", "20.03");
        tape.print(1, "20.02");
        tape.print(2, "15.00", true);
        Candle stated = tape.minute();
        stated.low = LiveTape::price("15.00");
        tape.publish(stated);
        QCOMPARE(tape.minute().low, LiveTape::price("15.00"));
    }
};

QTEST_GUILESS_MAIN(TestCase25)
#include "tst_25.moc"
