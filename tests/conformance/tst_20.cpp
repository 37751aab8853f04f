#include "ordereventtext.h"
#include "papervenue.h"
#include "randommarket.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

void play(PaperVenue &venue, const RandomMarket::Timed &timed)
{
    if (const auto *quote = std::get_if<Quote>(&timed.step))
        venue.onQuote(*quote);
    else if (const auto *print = std::get_if<Trade>(&timed.step))
        venue.onTrade(*print);
    else if (const auto *bands = std::get_if<LuldBands>(&timed.step))
        venue.onBands(*bands);
    else if (const auto *ticket = std::get_if<OrderTicket>(&timed.step))
        venue.submit(*ticket, timed.at);
    else if (const auto *change = std::get_if<OrderReplace>(&timed.step))
        venue.replace(*change, timed.at);
    else if (const auto *cancel = std::get_if<RandomMarket::Cancel>(&timed.step))
        venue.cancel(cancel->id, timed.at);
}

struct Journal
{
    quint64 orders;
    quint64 books;

    friend bool operator==(const Journal &, const Journal &) = default;
};

/// The journal of one random day, its events fetched so many steps at a time.
Journal journalOf(quint64 seed, std::size_t batch)
{
    const MarketCalendar calendar;
    SymbolTable symbols;
    symbols.intern("IBM"); // RandomMarket::instrument
    PaperConfig config;
    config.seed = seed;
    config.latencyJitter = 5ms;
    PaperVenue venue(config, calendar, symbols);
    EventHash orders;
    EventHash books;
    const auto take = [&] {
        for (const OrderEvent &event : venue.takeEvents())
            orders.add(orderEventText(event));
        for (const LedgerEvent &event : venue.takeBookEvents())
            books.add(ledgerEventText(event));
    };
    const std::vector<RandomMarket::Timed> market = RandomMarket(seed).marketWithOrders(400);
    if (!venue.open({}, market.front().at))
        qFatal("settings refused");
    for (std::size_t i = 0; i < market.size(); ++i) {
        play(venue, market[i]);
        if ((i + 1) % batch == 0)
            take();
    }
    take();
    return { orders.value(), books.value() };
}

/// Every so many steps; the last: once, at the end.
constexpr std::array<std::size_t, 4> batches { 1, 7, 100, 1'000'000 };

} // namespace

/// Conformance case 20: the same events give the same journal, on every run, however they are
/// fetched, on every machine and build.
class TestCase20 : public QObject
{
    Q_OBJECT

private slots:
    void doesNotDependOnTheRunOrTheBatches()
    {
        for (quint64 seed = 1; seed <= 50; ++seed) {
            const Journal once = journalOf(seed, 1);
            for (const std::size_t batch : batches)
                QVERIFY(journalOf(seed, batch) == once);
            QVERIFY(journalOf(seed + 1, 1) != once);
        }
    }

    /// As computed by GCC 12 at -O1 and -O3 on Linux: other compilers, levels and systems must
    /// agree. A rule that changes what happens changes them.
    void doesNotDependOnTheBuild()
    {
        for (const std::size_t batch : batches) {
            const Journal fixed = journalOf(2026, batch);
            QCOMPARE(fixed.orders, 17423896906847486651ULL);
            QCOMPARE(fixed.books, 10044072973996076482ULL);
        }
    }
};

QTEST_GUILESS_MAIN(TestCase20)
#include "tst_20.moc"
