#include "brokerdesk.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Conformance case 9: a trailing stop inside one falling bar: nothing it could not know.
class TestCase09 : public QObject
{
    Q_OBJECT

private slots:
    void fillsAtTheLevelKnownBeforeTheLow()
    {
        BrokerDesk desk;
        const auto bar = [&](qint64 minute, const char *open, const char *high, const char *low,
                             const char *close) {
            const Candle candle { .start = desk.at(minute * 60'000),
                                  .open = BrokerDesk::price(open),
                                  .high = BrokerDesk::price(high),
                                  .low = BrokerDesk::price(low),
                                  .close = BrokerDesk::price(close),
                                  .volume = BrokerDesk::qty(100'000) };
            desk.broker.onBar(desk.id(desk.symbol), candle, desk.at((minute + 1) * 60'000));
        };
        OrderTicket order = desk.ticket(u"t"_s, Side::Sell, 100);
        order.type = OrderType::TrailingStop;
        order.trail = BrokerDesk::price("0.50");
        desk.submit(order, 1);
        bar(1, "10.00", "10.20", "9.95", "10.10"); // the mark 10.20, the stop 9.70
        bar(2, "10.00", "10.05", "9.00", "9.10");
        QCOMPARE(desk.fills(u"t"_s), u"100@9.7"_s);
    }
};

QTEST_GUILESS_MAIN(TestCase09)
#include "tst_09.moc"
