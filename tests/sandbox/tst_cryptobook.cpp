#include "cryptotape.h"

#include "splitmix64.h"

#include <QCryptographicHash>
#include <QtTest>

#include <map>

using namespace tapeline;

namespace {

constexpr Timestamp start = fromMs(1'786'629'600'000); // 2026-08-13 10:00 Eastern
constexpr InstrumentId firstId { 4 };
constexpr int bitcoin = 0;

Timestamp timeOf(const MarketEvent &event)
{
    const auto *trade = std::get_if<Trade>(&event);
    return trade ? trade->time : std::get<Quote>(event).time;
}

std::vector<MarketEvent> eventsOf(const CryptoTape &tape, Timestamp from, Timestamp to)
{
    std::vector<MarketEvent> events;
    tape.events(bitcoin, from, to, events);
    return events;
}

std::vector<DepthUpdate> booksOf(const CryptoTape &tape, Timestamp from, Timestamp to)
{
    std::vector<DepthUpdate> books;
    tape.books(bitcoin, from, to, books);
    return books;
}

} // namespace

/// One simulated pair: its books, best quotes and trades belong together, at any time of any day.
class TestCryptoBook : public QObject
{
    Q_OBJECT

private slots:
    void booksAreOrderedAndWhole()
    {
        const CryptoTape tape(1, firstId);
        const auto books = booksOf(tape, start, start + 60s);
        QVERIFY2(books.size() > 500, "ten a second, nearly");
        for (const DepthUpdate &book : books) {
            QVERIFY(book.isSnapshot && book.exchange == 1 && book.instrument == firstId);
            QCOMPARE(book.bids.size(), CryptoBook::depth);
            QCOMPARE(book.asks.size(), CryptoBook::depth);
            QVERIFY(std::ranges::is_sorted(book.bids, std::greater(), &BookLevel::price));
            QVERIFY(std::ranges::is_sorted(book.asks, std::less(), &BookLevel::price));
            QVERIFY(book.bids.front().price < book.asks.front().price);
            for (const BookLevel &level : book.bids)
                QVERIFY(level.size > Qty());
        }
    }

    /// A venue's best quote is the top of its book, and whoever trades takes what is there.
    void bookQuotesAndTradesAgree()
    {
        const CryptoTape tape(7, firstId);
        const Timestamp end = start + 120s;
        std::map<Timestamp, DepthUpdate> books;
        for (const DepthUpdate &book : booksOf(tape, start - 60s, end))
            books[book.time] = book;
        std::map<quint16, Quote> venues; // what they offer, as their events tell it
        int trades = 0;
        for (const MarketEvent &event : eventsOf(tape, start - 60s, end)) {
            if (const auto *quote = std::get_if<Quote>(&event)) {
                venues[quote->bidExchange] = *quote;
                QVERIFY(quote->isTwoSided() && quote->bid < quote->ask);
                QCOMPARE(quote->askExchange, quote->bidExchange);
                if (quote->bidExchange != 1)
                    continue;
                const DepthUpdate &book = books.at(quote->time);
                QCOMPARE(book.bids.front(), (BookLevel { quote->bid, quote->bidSize }));
                QCOMPARE(book.asks.front(), (BookLevel { quote->ask, quote->askSize }));
                continue;
            }
            const Trade &trade = std::get<Trade>(event);
            const Quote &offered = venues[trade.exchange];
            if (!offered.isTwoSided())
                continue; // before its first quote
            ++trades;
            const bool atAsk = trade.price == offered.ask;
            QVERIFY(atAsk || trade.price == offered.bid);
            QVERIFY(trade.conditions.isEmpty() || trade.conditions.contains(atAsk ? 2 : 1));
            QVERIFY(trade.size > Qty());
            QVERIFY(trade.size <= (atAsk ? offered.askSize : offered.bidSize));
            QCOMPARE(toNs(trade.time) % 1'000'000, qint64(0));
        }
        QCOMPARE(venues.size(), std::size_t(3));
        QVERIFY2(trades > 100 && trades < 5'000, qPrintable(QString::number(trades)));
    }

    /// At weekends and at night as on any day, and never a leap.
    void theMarketNeverStops()
    {
        const CryptoTape tape(3, firstId);
        for (int hour = 0; hour < 24 * 7; ++hour) {
            const Timestamp from = start + hour * 1h;
            QVERIFY(eventsOf(tape, from, from + 10s).size() > 20);
            const double before = tape.lastTrade(bitcoin, from)->price.toDouble();
            const double after = tape.lastTrade(bitcoin, from + 1s)->price.toDouble();
            QVERIFY(std::abs(after / before - 1) < 0.002);
            QVERIFY(before > 10'000 && before < 300'000);
        }
    }

    /// What is streamed of trades is what the bars are made of; every pair on every venue.
    void barsAreTheSumsOfTrades()
    {
        const CryptoTape tape(1, firstId);
        for (int pair = 0; pair < tape.count(); ++pair) {
            std::vector<MarketEvent> events;
            tape.events(pair, start, start + 60s, events);
            const auto bars
                = tape.bars().bars(pair, TimeUnit::Minute, start, start + 60s, Timestamp::max());
            QCOMPARE(bars.size(), std::size_t(1));
            Qty volume;
            Price high;
            qint64 count = 0;
            std::map<quint16, int> venues;
            for (const MarketEvent &event : events) {
                const Trade *trade = std::get_if<Trade>(&event);
                if (!trade)
                    continue;
                QCOMPARE(trade->instrument.index(), firstId.index() + quint32(pair));
                volume += trade->size;
                high = std::max(high, trade->price);
                ++count;
                ++venues[trade->exchange];
            }
            QCOMPARE(bars.front().volume, volume);
            QCOMPARE(bars.front().high, high);
            QCOMPARE(bars.front().tradeCount, count);
            QVERIFY(venues.size() >= 2);
        }
    }

    void lastTradeAndQuoteAreTheStreams()
    {
        const CryptoTape tape(1, firstId);
        SplitMix64 draws(12);
        for (int round = 0; round < 20; ++round) {
            const Timestamp asOf = start + Duration(qint64(draws.below(60'000'000'000)) * 60);
            std::optional<Trade> trade;
            std::optional<Quote> quote;
            for (const MarketEvent &event : eventsOf(tape, asOf - 60s, asOf)) {
                if (const auto *newer = std::get_if<Trade>(&event))
                    trade = *newer;
                else
                    quote = std::get<Quote>(event);
            }
            QVERIFY(trade == tape.lastTrade(bitcoin, asOf));
            QVERIFY(quote == tape.lastQuote(bitcoin, asOf));
        }
    }

    /// Whatever the pieces in which it is asked for.
    void anyCutGivesTheSame()
    {
        const CryptoTape tape(1, firstId);
        const Timestamp end = start + 10s;
        const auto events = eventsOf(tape, start, end);
        const auto books = booksOf(tape, start, end);
        SplitMix64 draws(11);
        std::vector<MarketEvent> pieces;
        std::vector<DepthUpdate> bookPieces;
        for (Timestamp from = start; from < end;) {
            const Timestamp to
                = std::min(end, from + Duration(1 + qint64(draws.below(300'000'000))));
            tape.events(bitcoin, from, to, pieces);
            tape.books(bitcoin, from, to, bookPieces);
            from = to;
        }
        QVERIFY(pieces == events);
        QVERIFY(bookPieces == books);
        QVERIFY(std::ranges::is_sorted(events, {}, timeOf));
        QVERIFY(CryptoTape(1, firstId).bookAt(bitcoin, end) == tape.bookAt(bitcoin, end));
        QVERIFY(eventsOf(CryptoTape(2, firstId), start, end) != events);
    }

    void theBookAtAnInstantIsTheNewestOne()
    {
        const CryptoTape tape(1, firstId);
        const auto books = booksOf(tape, start, start + 20s);
        for (std::size_t i = 0; i + 1 < books.size(); ++i) {
            QVERIFY(tape.bookAt(bitcoin, books[i].time) == books[i]);
            QVERIFY(tape.bookAt(bitcoin, books[i + 1].time - Duration(1)) == books[i]);
        }
    }

    /// Big sizes rest for minutes, the others come and go: that is what a heat map shows.
    void wallsRest()
    {
        const CryptoTape tape(1, firstId);
        std::map<Price, std::map<Qty, int>> walls; // in how many of sixty seconds
        int changes = 0;
        DepthUpdate before = tape.bookAt(bitcoin, start);
        for (int second = 0; second < 60; ++second) {
            const DepthUpdate book = tape.bookAt(bitcoin, start + second * 1s);
            for (const auto &side : { book.bids, book.asks })
                for (const BookLevel &level : side)
                    if (level.size >= Qty::whole(4))
                        ++walls[level.price][level.size];
            changes += book.bids.front() == before.bids.front() ? 0 : 1;
            before = book;
        }
        int resting = 0;
        for (const auto &[price, sizes] : walls)
            for (const auto &[size, seconds] : sizes)
                resting += seconds >= 30 ? 1 : 0;
        QVERIFY2(resting >= 1, "some wall rests for half a minute");
        QVERIFY2(changes > 20, "the best bid does not");
    }

    /// The data of a seed is a promise, on every platform.
    void theDataOfASeed()
    {
        const CryptoTape tape(1, firstId);
        const DepthUpdate book = tape.bookAt(bitcoin, start);
        std::string text;
        for (const auto &side : { book.bids, book.asks }) {
            for (const BookLevel &level : side) {
                level.price.appendTo(text);
                text += ' ';
                level.size.appendTo(text);
                text += '\n';
            }
        }
        for (const MarketEvent &event : eventsOf(tape, start, start + 5s)) {
            const auto *trade = std::get_if<Trade>(&event);
            if (!trade)
                continue;
            trade->price.appendTo(text);
            text += ' ';
            trade->size.appendTo(text);
            text += '\n';
        }
        const QByteArray digest
            = QCryptographicHash::hash(QByteArray::fromStdString(text), QCryptographicHash::Sha256)
                  .toHex()
                  .left(16);
        QCOMPARE(digest, QByteArray("bd5230bb6065629b"));
    }
};

QTEST_GUILESS_MAIN(TestCryptoBook)
#include "tst_cryptobook.moc"
