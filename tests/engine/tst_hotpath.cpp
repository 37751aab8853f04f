#include "easterntime.h"
#include "framequeue.h"
#include "markethub.h"
#include "papervenue.h"
#include "splitmix64.h"
#include "streamdecoder.h"

#include <QtTest>

#include <cstdlib>
#include <new>

// Every allocation of this program is counted while it is asked for.
namespace {
bool counting = false;
qint64 allocations = 0;
} // namespace

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
// Qt's containers do not ask operator new
extern "C" {
void *__libc_malloc(std::size_t size); // NOLINT: the C library's own names
void *__libc_realloc(void *memory, std::size_t size); // NOLINT

void *malloc(std::size_t size)
{
    allocations += counting ? 1 : 0;
    return __libc_malloc(size);
}
void *realloc(void *memory, std::size_t size)
{
    allocations += counting ? 1 : 0;
    return __libc_realloc(memory, size);
}
}
#else
void *operator new(std::size_t size)
{
    allocations += counting ? 1 : 0;
    if (void *memory = std::malloc(size)) // NOLINT: this is what new is made of
        return memory;
    throw std::bad_alloc();
}
void operator delete(void *memory) noexcept
{
    std::free(memory); // NOLINT
}
void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory); // NOLINT
}
#endif

using namespace tapeline;

namespace {

constexpr int symbols = 50;
constexpr int perFrame = 50;

/// Quotes and prints of every symbol in no order, with rising numbers; a frame each 10 ms.
class Feed
{
public:
    QByteArray frame()
    {
        QByteArray text = "[";
        m_timeMs += 10;
        for (int i = 0; i < perFrame; ++i) {
            text += text.size() > 1 ? "," : "";
            text += m_random.below(10) < 7 ? quote() : trade();
            ++m_sequence;
        }
        return text + ']';
    }

private:
    QByteArray number(quint64 below) { return QByteArray::number(qint64(m_random.below(below))); }
    QByteArray symbol() { return "S" + QByteArray::number(int(m_random.below(symbols))); }
    QByteArray tail() const
    {
        return ",\"t\":" + QByteArray::number(m_timeMs) + ",\"q\":" + QByteArray::number(m_sequence)
            + ",\"z\":1}";
    }
    QByteArray quote()
    {
        return "{\"ev\":\"Q\",\"sym\":\"" + symbol() + "\",\"bx\":4,\"bp\":100.1" + number(9)
            + ",\"bs\":300,\"ax\":7,\"ap\":100.3" + number(9) + ",\"as\":200,\"c\":1" + tail();
    }
    QByteArray trade()
    {
        return "{\"ev\":\"T\",\"sym\":\"" + symbol() + "\",\"x\":4,\"i\":\"" + number(99'999)
            + "\",\"p\":100.2" + number(9) + ",\"s\":" + number(400) + ",\"c\":[14]" + tail();
    }

    SplitMix64 m_random { 7 };
    qint64 m_sequence = 1'000'000;
    qint64 m_timeMs = 1'786'629'575'000; // a minute ends on the way
};

} // namespace

class TestHotPath : public QObject
{
    Q_OBJECT

private slots:
    /// A message costs no allocation once the symbol's ring is there, nor does a new second or
    /// minute, but for the lists that double now and then.
    void messagesAllocateNothing()
    {
        const MarketCalendar calendar;
        MarketHub hub(calendar);
        StreamDecoder decoder(hub.symbols());
        EventBatch batch;
        Feed feed;
        std::vector<QByteArray> frames(3'000);
        for (QByteArray &frame : frames)
            frame = feed.frame();
        qint64 events = 0;
        const auto take = [&](const QByteArray &frame) {
            batch.clear();
            QVERIFY(decoder.decode(frame, batch));
            hub.apply(batch);
            events += qint64(batch.events.size());
        };
        // Rings fill up, vectors reach their size
        for (std::size_t i = 0; i < 2'000; ++i) {
            take(frames[i]);
            hub.takeDirty();
        }
        QVERIFY(hub.state(InstrumentId(0)).recent.size() > 400);
        events = 0;
        allocations = 0;
        counting = true;
        for (std::size_t i = 2'000; i < frames.size(); ++i) {
            take(frames[i]);
            hub.takeDirty();
        }
        counting = false;
        QCOMPARE(events, qint64(1'000 * perFrame));
        // 50,000 messages, ten seconds and a new minute of every symbol: three lists of seconds
        // and three of minutes, none grown twice
        QVERIFY2(allocations <= 6 * symbols, qPrintable(QString::number(allocations)));
    }

    /// Quotes and prints that pass by twenty working orders.
    void ordersThatRestAllocateNothing()
    {
        const Timestamp start = easterntime::at({ 2026, 3, 10 }, 10h);
        const MarketCalendar calendar;
        SymbolTable names;
        PaperVenue venue({}, calendar, names);
        QVERIFY(venue.open({}, start));
        Quote quote;
        quote.instrument = names.intern("NVDA");
        quote.bidSize = quote.askSize = Qty::whole(300);
        Trade trade;
        trade.instrument = quote.instrument;
        trade.size = Qty::whole(10);
        const auto pass = [&](int from, int to) {
            for (int i = from; i < to; ++i) {
                quote.bid = Price::whole(100 + i % 2);
                quote.ask = Price::whole(102 + i % 2);
                quote.time = trade.time = start + i * 1ms;
                venue.onQuote(quote);
                trade.price = quote.bid;
                venue.onTrade(trade);
            }
        };
        pass(0, 10);
        for (int i = 0; i < 20; ++i) {
            OrderTicket ticket;
            ticket.id = QString::number(i);
            ticket.symbol = QStringLiteral("NVDA");
            ticket.qty = Qty::whole(1);
            ticket.type = i % 4 == 3 ? OrderType::Stop : OrderType::Limit;
            (ticket.hasStop() ? ticket.stop : ticket.limit)
                = Price::whole(ticket.hasStop() ? 110 + i : 99 - i);
            venue.submit(ticket, quote.time);
        }
        pass(10, 200);
        QCOMPARE(venue.broker().workingIds().size(), std::size_t(20));
        allocations = 0;
        counting = true;
        pass(200, 2'000);
        counting = false;
        QCOMPARE(allocations, 0);
        QCOMPARE(venue.broker().workingIds().size(), std::size_t(20));
    }

    /// From the feed's thread to the market's: nothing but the list of frames grows.
    void framesAllocateNothing()
    {
        FrameQueue queue([] {});
        const QByteArray frame(2'000, 'x');
        const auto round = [&] {
            for (int i = 0; i < 100; ++i)
                queue.push(frame, i);
            return queue.take().frames.size();
        };
        round();
        allocations = 0;
        counting = true;
        for (int i = 0; i < 100; ++i)
            QCOMPARE(round(), std::size_t(100));
        counting = false;
        QVERIFY2(allocations <= 10'000 / 10, qPrintable(QString::number(allocations)));
    }
};

QTEST_APPLESS_MAIN(TestHotPath)
#include "tst_hotpath.moc"
