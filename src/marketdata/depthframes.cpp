#include "depthframes.h"

#include "symbology.h"

#include <algorithm>

namespace tapeline {

namespace {

/// What is no letter of a name is left out; a frame may not break over it.
std::string jsonText(std::string_view text)
{
    std::string written;
    for (const char c : text) {
        if (c == '"' || c == '\\')
            written += '\\';
        if (c >= ' ' && c <= '~')
            written += c;
    }
    return written;
}

/// Recordings number venues as the service did in 2020, frames as it does today
/// (massive-api.md 8.6).
quint16 numberToday(quint16 venue)
{
    constexpr quint16 binanceThen = 4;
    constexpr quint16 binance = 10;
    return venue == binanceThen ? binance : venue;
}

/// Writes the one object of a frame, member by member.
class FrameWriter
{
public:
    FrameWriter(std::string &out, std::string_view event, std::string_view pair)
        : m_out(out)
    {
        m_out = "[{\"ev\":\"";
        m_out.append(event).append("\",\"pair\":\"").append(pair).append("\"");
    }
    template<typename Decimal> void add(std::string_view name, Decimal value)
    {
        begin(name);
        value.appendTo(m_out);
    }
    void addText(std::string_view name, std::string_view value)
    {
        begin(name);
        m_out.append("\"").append(jsonText(value)).append("\"");
    }
    void addSide(std::string_view name, std::span<const BookLevel> levels)
    {
        begin(name);
        char separator = '[';
        for (const BookLevel &level : levels) {
            m_out.append(1, separator).append(1, '[');
            level.price.appendTo(m_out);
            m_out += ',';
            level.size.appendTo(m_out);
            m_out += ']';
            separator = ',';
        }
        m_out += levels.empty() ? "[]" : "]";
    }
    void addConditions(std::span<const quint16> ids)
    {
        char separator = '[';
        if (!ids.empty())
            begin("c");
        for (const quint16 id : ids) {
            m_out.append(1, separator).append(std::to_string(id));
            separator = ',';
        }
        m_out += ids.empty() ? "" : "]";
    }
    void end(quint16 venue, Timestamp time)
    {
        begin("x");
        m_out += std::to_string(numberToday(venue));
        begin("t");
        m_out += std::to_string(toMs(time)) + "}]";
    }

private:
    void begin(std::string_view name) { m_out.append(",\"").append(name).append("\":"); }

    std::string &m_out;
};

std::span<const BookLevel> best(std::span<const BookLevel> levels)
{
    return levels.first(std::min(levels.size(), DepthFrames::mostLevels));
}

Qty sizeAt(Price price, std::span<const BookLevel> levels)
{
    const auto level = std::ranges::find(levels, price, &BookLevel::price);
    return level == levels.end() ? Qty() : level->size;
}

} // namespace

DepthFrames::DepthFrames(LineReader lines, std::string_view first)
    : m_recording(std::move(lines), first, m_symbols)
{
}

bool DepthFrames::next(ReplayFrame &frame)
{
    while (m_recording.next(m_record)) {
        if (!write(frame))
            continue;
        frame.bytes = framed(m_text);
        return true;
    }
    return false;
}

/// False when the record changes nothing that can be seen.
bool DepthFrames::write(ReplayFrame &frame)
{
    switch (m_record.kind) {
    case DepthRecordKind::Book:
        return writeBook(m_record.book, frame);
    case DepthRecordKind::Trade:
        writeTrade(m_record.trade);
        frame.time = m_record.trade.time;
        return true;
    case DepthRecordKind::Quote:
        frame.time = std::max(frame.time, m_record.quote.time);
        m_record.quote.time = frame.time;
        writeQuote(m_record.quote);
        return true;
    }
    return false;
}

bool DepthFrames::writeBook(const DepthUpdate &update, ReplayFrame &frame)
{
    Pair &pair = pairOf(update.instrument);
    const SequencedBook::Outcome outcome = pair.book.apply(update);
    const bool isLost = !pair.book.isValid() && pair.isKnown;
    if (outcome != SequencedBook::Outcome::Applied && !isLost)
        return false;
    pair.isKnown = !isLost;
    frame.time = isLost ? update.time : pair.book.time();
    FrameWriter writer(m_text, "XL2", pair.name);
    writer.addSide("b", isLost ? std::span<const BookLevel>() : best(pair.book.bids()));
    writer.addSide("a", isLost ? std::span<const BookLevel>() : best(pair.book.asks()));
    writer.end(update.exchange, frame.time);
    return true;
}

void DepthFrames::writeTrade(const Trade &trade)
{
    FrameWriter writer(m_text, "XT", pairOf(trade.instrument).name);
    writer.add("p", trade.price);
    writer.add("s", trade.size);
    writer.addConditions(trade.conditions.ids());
    writer.addText("i", trade.id.view());
    writer.end(trade.exchange, trade.time);
}

void DepthFrames::writeQuote(const Quote &quote)
{
    const Pair &pair = pairOf(quote.instrument);
    const bool fromBook = quote.bidSize.isZero() && quote.askSize.isZero() && pair.isKnown;
    FrameWriter writer(m_text, "XQ", pair.name);
    writer.add("bp", quote.bid);
    writer.add("bs", fromBook ? sizeAt(quote.bid, pair.book.bids()) : quote.bidSize);
    writer.add("ap", quote.ask);
    writer.add("as", fromBook ? sizeAt(quote.ask, pair.book.asks()) : quote.askSize);
    writer.end(quote.bidExchange, quote.time);
}

DepthFrames::Pair &DepthFrames::pairOf(InstrumentId instrument)
{
    Pair &pair = m_pairs[instrument];
    if (pair.name.empty()) {
        const QString name = symbology::toStream(m_symbols.symbol(instrument));
        pair.name = jsonText(name.toStdString());
    }
    return pair;
}

} // namespace tapeline
