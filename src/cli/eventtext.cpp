#include "eventtext.h"

#include "easterntext.h"
#include "jsonline.h"
#include "symbology.h"

namespace tapeline::eventtext {

namespace {

AssetClass classOf(InstrumentId instrument, const SymbolTable &symbols)
{
    return symbology::classOf(symbols.symbol(instrument));
}

std::string_view byClass(AssetClass assetClass, std::string_view other, std::string_view forex,
                         std::string_view crypto)
{
    if (assetClass == AssetClass::Forex)
        return forex;
    return assetClass == AssetClass::Crypto ? crypto : other;
}

struct NameOf
{
    const SymbolTable &symbols;

    std::string_view operator()(const Trade &trade) const
    {
        return byClass(classOf(trade.instrument, symbols), "T", "T", "XT");
    }
    std::string_view operator()(const Quote &quote) const
    {
        return byClass(classOf(quote.instrument, symbols), "Q", "C", "XQ");
    }
    std::string_view operator()(const Aggregate &bar) const
    {
        const AssetClass assetClass = classOf(bar.instrument, symbols);
        return bar.timeframe.unit() == TimeUnit::Second ? byClass(assetClass, "A", "CAS", "XAS")
                                                        : byClass(assetClass, "AM", "CA", "XA");
    }
    std::string_view operator()(const LuldBands &) const { return "LULD"; }
    std::string_view operator()(const Imbalance &) const { return "NOI"; }
    std::string_view operator()(const IndexValue &) const { return "V"; }
};

void addFields(JsonLine &line, const Trade &trade)
{
    line.add("price", trade.price).add("size", trade.size);
    line.add("conditions", trade.conditions.ids());
    line.add("exchange", trade.exchange).add("trf", trade.trfId).add("tape", trade.tape);
    line.add("id", trade.id.view()).add("sequence", static_cast<qint64>(trade.sequence));
}

void addFields(JsonLine &line, const Quote &quote)
{
    line.add("bid", quote.bid)
        .add("bid_size", quote.bidSize)
        .add("bid_exchange", quote.bidExchange);
    line.add("ask", quote.ask)
        .add("ask_size", quote.askSize)
        .add("ask_exchange", quote.askExchange);
    line.add("condition", quote.condition).add("tape", quote.tape);
    line.add("sequence", static_cast<qint64>(quote.sequence));
}

void addFields(JsonLine &line, const Aggregate &bar)
{
    line.add("end", toNs(bar.end)).add("open", bar.candle.open).add("high", bar.candle.high);
    line.add("low", bar.candle.low).add("close", bar.candle.close).add("volume", bar.candle.volume);
    line.add("vwap", Price::fromDouble(bar.candle.vwap)).add("trades", bar.candle.tradeCount);
    line.add("day_volume", bar.dayVolume).add("day_vwap", Price::fromDouble(bar.dayVwap));
}

void addFields(JsonLine &line, const LuldBands &bands)
{
    line.add("upper", bands.upper).add("lower", bands.lower);
    line.add("halted", bands.halted).add("resumed", bands.resumed);
}

void addFields(JsonLine &line, const Imbalance &imbalance)
{
    line.add("imbalance", imbalance.imbalance).add("paired", imbalance.paired);
    line.add("clearing_price", imbalance.clearingPrice).add("auction_time", imbalance.auctionTime);
    line.add("auction_type", std::string_view(&imbalance.auctionType, 1));
}

void addFields(JsonLine &line, const IndexValue &index)
{
    line.add("value", index.value);
}

void describe(std::string &row, const Trade &trade)
{
    row += trade.price.toString(2).toStdString() + " x " + trade.size.toString().toStdString();
    for (const quint16 id : trade.conditions.ids())
        row.append(" [").append(conditionName(id)).append("]");
}

void describe(std::string &row, const Quote &quote)
{
    row += quote.bid.toString(2).toStdString() + " x " + quote.bidSize.toString().toStdString()
        + " / " + quote.ask.toString(2).toStdString() + " x "
        + quote.askSize.toString().toStdString();
}

void describe(std::string &row, const Aggregate &bar)
{
    for (const Price price : { bar.candle.open, bar.candle.high, bar.candle.low, bar.candle.close })
        row += price.toString(2).toStdString() + ' ';
    row += "volume " + bar.candle.volume.toString().toStdString();
}

void describe(std::string &row, const LuldBands &bands)
{
    row += bands.lower.toString(2).toStdString() + " to " + bands.upper.toString(2).toStdString();
    row += bands.halted ? " halted" : (bands.resumed ? " resumed" : "");
}

void describe(std::string &row, const Imbalance &imbalance)
{
    row += imbalance.imbalance.toString().toStdString() + " at "
        + imbalance.clearingPrice.toString(2).toStdString();
}

void describe(std::string &row, const IndexValue &index)
{
    row += index.value.toString(2).toStdString();
}

std::string list(const std::vector<BookLevel> &levels)
{
    std::string json = "[";
    for (const BookLevel &level : levels) {
        json += json.size() > 1 ? ",[" : "[";
        level.price.appendTo(json);
        json += ',';
        level.size.appendTo(json);
        json += ']';
    }
    return json + ']';
}

/// The level that was written first, and how many there are.
std::string side(const std::vector<BookLevel> &levels)
{
    std::string text;
    if (!levels.empty()) {
        text = levels.front().price.toString(2).toStdString() + " x "
            + levels.front().size.toString().toStdString() + ", ";
    }
    return text + std::to_string(levels.size());
}

Timestamp timeOf(const Aggregate &bar)
{
    return bar.candle.start;
}

Timestamp timeOf(const auto &event)
{
    return event.time;
}

} // namespace

std::string_view streamName(const MarketEvent &event, const SymbolTable &symbols)
{
    return std::visit(NameOf { symbols }, event);
}

std::string toJson(const MarketEvent &event, const SymbolTable &symbols)
{
    JsonLine line;
    line.add("ev", streamName(event, symbols));
    std::visit(
        [&](const auto &known) {
            line.add("sym", symbols.name(known.instrument)).add("t", toNs(timeOf(known)));
            addFields(line, known);
        },
        event);
    return line.text();
}

std::string toJson(const DepthUpdate &book, const SymbolTable &symbols)
{
    JsonLine line;
    line.add("ev", "XL2").add("sym", symbols.name(book.instrument)).add("t", toNs(book.time));
    line.add("exchange", book.exchange);
    return line.addJson("bids", list(book.bids)).addJson("asks", list(book.asks)).text();
}

std::string toJson(const StreamStatus &status)
{
    JsonLine line;
    line.add("ev", "status").add("status", status.status.toStdString());
    return line.add("message", status.message.toStdString()).text();
}

std::string toRow(const MarketEvent &event, const SymbolTable &symbols)
{
    std::string row;
    std::visit(
        [&](const auto &known) {
            row = easternTextMs(timeOf(known)) + ' ';
            row.append(symbols.name(known.instrument)).append(" ");
            row.append(streamName(event, symbols)).append(" ");
            describe(row, known);
        },
        event);
    return row;
}

std::string toRow(const DepthUpdate &book, const SymbolTable &symbols)
{
    std::string row = easternTextMs(book.time) + ' ';
    row.append(symbols.name(book.instrument)).append(" XL2 ").append(side(book.bids));
    return row.append(" bids / ").append(side(book.asks)).append(" asks");
}

std::string toRow(const StreamStatus &status)
{
    return "status " + status.status.toStdString() + ": " + status.message.toStdString();
}

} // namespace tapeline::eventtext
