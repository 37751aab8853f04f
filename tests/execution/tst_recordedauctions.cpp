#include "brokerdesk.h"
#include "recordeddays.h"

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

/// Orders for the auctions of two recorded days of New York stocks, on which other exchanges say
/// theirs first: execution.md B.12.
class RecordedAuctionsTest : public QObject
{
    Q_OBJECT

    static void play(PaperBroker &broker, const MarketEvent &event)
    {
        if (const auto *quote = std::get_if<Quote>(&event))
            broker.onQuote(*quote);
        else
            broker.onTrade(std::get<Trade>(event));
    }

    /// Sends one before each day begins.
    void send(const QString &symbol, QDate day, TimeInForce tif, qint64 size)
    {
        OrderTicket order;
        order.id = symbol + (tif == TimeInForce::Opg ? u".open"_s : u".close"_s);
        order.symbol = symbol;
        order.qty = Qty::whole(size);
        order.tif = tif;
        m_broker.submit(order, easterntime::at(day, 4h));
    }

private slots:
    void initTestCase()
    {
        SHARED_OR_SKIP();
        const Result<void> read = m_days.read();
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    }

    void fillAtTheListingExchangesPrice_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("fills");
        QTest::newRow("BAC, open") << u"BAC.open"_s << u"100@13.9"_s;
        QTest::newRow("BAC, close") << u"BAC.close"_s << u"100@13.81"_s;
        // At 09:31:43; a tenth of its 88,065
        QTest::newRow("IBM, open") << u"IBM.open"_s << u"8806@181.85"_s;
        QTest::newRow("IBM, close") << u"IBM.close"_s << u"100@178.72"_s;
    }

    void fillAtTheListingExchangesPrice()
    {
        SHARED_OR_SKIP();
        if (m_events.empty())
            playBothDays();
        QFETCH(const QString, id);
        QStringList fills;
        for (const OrderEvent &event : m_events)
            if (event.id == id && event.lastQty > Qty())
                fills += event.lastQty.toString() + u'@' + event.lastPrice.toString();
        QTEST(fills.join(u' '), "fills");
    }

private:
    void playBothDays()
    {
        const QDate first(2013, 10, 7);
        QDate sent;
        for (const MarketEvent &event : m_days.events) {
            const QDate day = easterntime::date(RecordedDays::timeOf(event));
            if (day != sent) {
                sent = day;
                const QString symbol = day == first ? u"BAC"_s : u"IBM"_s;
                send(symbol, day, TimeInForce::Opg, day == first ? 100 : 20'000);
                send(symbol, day, TimeInForce::Cls, 100);
            }
            play(m_broker, event);
        }
        m_broker.advanceTo(RecordedDays::timeOf(m_days.events.back()) + std::chrono::hours(4));
        m_events = m_broker.takeEvents();
    }

    RecordedDays m_days;
    MarketCalendar m_calendar;
    FakeGate m_gate;
    PaperBroker m_broker { BrokerDesk::instant(), m_calendar, m_days.symbols, m_gate };
    std::vector<OrderEvent> m_events;
};

QTEST_GUILESS_MAIN(RecordedAuctionsTest)
#include "tst_recordedauctions.moc"
