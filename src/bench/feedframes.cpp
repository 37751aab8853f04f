#include "feedframes.h"

#include "price.h"
#include "splitmix64.h"

namespace tapeline {

namespace {

constexpr qsizetype sparePadding = 64;
constexpr int messagesPerMs = 100;
constexpr qint64 firstSequence = 50'000'000; // eight digits, and room to count on
constexpr int sequenceDigits = 8;
constexpr int timeDigits = 13;

void writeDigits(char *place, int count, qint64 value)
{
    for (int digit = count - 1; digit >= 0; --digit, value /= 10)
        place[digit] = char('0' + value % 10);
}

std::vector<qsizetype> placesBehind(const std::string &text, const std::string &name)
{
    std::vector<qsizetype> places;
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1))
        places.push_back(qsizetype(at + name.size()));
    return places;
}

class FrameWriter
{
public:
    FrameWriter(int symbols, const std::vector<std::string> &names)
        : m_prices(std::size_t(symbols))
        , m_names(names)
    {
        for (qint64 &cents : m_prices)
            cents = 1'000 + below(40'000);
    }

    void addMessage(std::string &out)
    {
        const std::size_t symbol = std::size_t(below(qint64(m_prices.size())));
        qint64 &cents = m_prices[symbol];
        cents = std::max<qint64>(200, cents + below(3) - 1);
        const qint64 draw = below(100);
        if (draw < 70)
            addQuote(out, symbol, cents);
        else if (draw < 95)
            addTrade(out, symbol, cents);
        else
            addMinute(out, symbol, cents);
        ++m_sequence;
    }

private:
    qint64 below(qint64 limit) { return qint64(m_random.below(quint64(limit))); }
    qint64 timeMs() const { return FeedFrames::firstMs + m_sequence / messagesPerMs; }

    static void number(std::string &out, const char *name, qint64 value)
    {
        out += name;
        out += std::to_string(value);
    }
    static void price(std::string &out, const char *name, qint64 cents)
    {
        out += name;
        Price::fromUnits(cents * (Price::unitsPerOne / 100)).appendTo(out);
    }
    void symbolName(std::string &out, std::size_t symbol) const
    {
        if (symbol < m_names.size()) {
            out += m_names[symbol];
            return;
        }
        for (std::size_t rest = symbol + 26; rest > 0; rest /= 26)
            out += char('A' + rest % 26);
    }

    void addQuote(std::string &out, std::size_t symbol, qint64 cents)
    {
        out += R"({"ev":"Q","sym":")";
        symbolName(out, symbol);
        number(out, R"(","bx":)", 1 + below(20));
        price(out, R"(,"bp":)", cents);
        number(out, R"(,"bs":)", 100 * (1 + below(9)));
        number(out, R"(,"ax":)", 1 + below(20));
        price(out, R"(,"ap":)", cents + 1 + below(3));
        number(out, R"(,"as":)", 100 * (1 + below(9)));
        number(out, R"(,"c":)", below(2));
        number(out, R"(,"t":)", timeMs());
        number(out, R"(,"q":)", firstSequence + m_sequence);
        number(out, R"(,"z":)", 1 + below(3));
        out += '}';
    }

    void addTrade(std::string &out, std::size_t symbol, qint64 cents)
    {
        out += R"({"ev":"T","sym":")";
        symbolName(out, symbol);
        number(out, R"(","x":)", 1 + below(20));
        number(out, R"(,"i":")", 10'000 + m_sequence);
        number(out, R"(","z":)", 1 + below(3));
        price(out, R"(,"p":)", cents);
        const qint64 size = 1 + below(400);
        number(out, R"(,"s":)", size);
        if (below(4) == 0)
            number(out, R"(,"c":[)", size < 100 ? 37 : 14), out += ']';
        number(out, R"(,"t":)", timeMs());
        number(out, R"(,"q":)", firstSequence + m_sequence);
        out += '}';
    }

    void addMinute(std::string &out, std::size_t symbol, qint64 cents)
    {
        out += R"({"ev":"AM","sym":")";
        symbolName(out, symbol);
        number(out, R"(","v":)", 100 + below(90'000));
        number(out, R"(,"av":)", 1'000'000 + below(9'000'000));
        price(out, R"(,"op":)", cents - 20);
        price(out, R"(,"vw":)", cents);
        price(out, R"(,"o":)", cents);
        price(out, R"(,"c":)", cents + 2);
        price(out, R"(,"h":)", cents + 5);
        price(out, R"(,"l":)", cents - 5);
        price(out, R"(,"a":)", cents - 3);
        number(out, R"(,"z":)", 50 + below(200));
        const qint64 minute = timeMs() / 60'000 * 60'000 - 60'000;
        number(out, R"(,"s":)", minute);
        number(out, R"(,"e":)", minute + 60'000);
        out += '}';
    }

    SplitMix64 m_random { 1 };
    std::vector<qint64> m_prices;
    const std::vector<std::string> &m_names;
    qint64 m_sequence = 0;
};

} // namespace

void FeedFrames::Frame::restamp(qint64 sent, qint64 timeMs)
{
    qint64 sequence = firstSequence + sent;
    for (const qsizetype place : sequences)
        writeDigits(bytes.data() + place, sequenceDigits, sequence++);
    for (const qsizetype place : times)
        writeDigits(bytes.data() + place, timeDigits, timeMs);
}

FeedFrames FeedFrames::make(qint64 messages, int perFrame, int symbols,
                            const std::vector<std::string> &names)
{
    FrameWriter writer(symbols, names);
    FeedFrames feed;
    feed.messages = messages;
    for (qint64 made = 0; made < messages;) {
        Frame frame;
        frame.messages = std::min<qint64>(perFrame, messages - made);
        std::string text = "[";
        for (qint64 i = 0; i < frame.messages; ++i) {
            if (i > 0)
                text += ',';
            writer.addMessage(text);
        }
        text += ']';
        made += frame.messages;
        frame.sequences = placesBehind(text, R"("q":)");
        frame.times = placesBehind(text, R"("t":)");
        frame.trades = qint64(placesBehind(text, R"({"ev":"T")").size());
        frame.bytes.reserve(qsizetype(text.size()) + sparePadding);
        frame.bytes.append(text.data(), qsizetype(text.size()));
        feed.frames.push_back(std::move(frame));
    }
    return feed;
}

} // namespace tapeline
