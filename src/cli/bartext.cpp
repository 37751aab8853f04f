#include "bartext.h"

#include "easterntext.h"

namespace tapeline::bartext {

namespace {

constexpr std::size_t columnWidth = 14;

void appendColumn(std::string &row, const std::string &text)
{
    row.append(text.size() < columnWidth ? columnWidth - text.size() : 1, ' ');
    row += text;
}

void addPrices(JsonLine &line, const Candle &bar)
{
    if (bar.hasPrices)
        line.add("o", bar.open).add("h", bar.high).add("l", bar.low).add("c", bar.close);
    else
        line.addNull("o").addNull("h").addNull("l").addNull("c");
}

/// Files need not say it.
bool hasAverage(const Candle &bar)
{
    return !bar.volume.isZero() && bar.vwap != 0;
}

void addVolume(JsonLine &line, const Candle &bar)
{
    line.add("v", bar.volume);
    if (!hasAverage(bar))
        line.addNull("vw");
    else
        line.add(
            "vw",
            Price::fromDouble(bar.vwap)); // a mean is no exact decimal; a price's digits will do
    line.add("n", bar.tradeCount);
}

} // namespace

std::string toJson(const Candle &bar)
{
    return jsonOf(bar).text();
}

JsonLine jsonOf(const Candle &bar)
{
    JsonLine line;
    line.add("t", toMs(bar.start));
    addPrices(line, bar);
    addVolume(line, bar);
    return line;
}

std::string header()
{
    std::string row = "start (Eastern)    ";
    for (const char *name : { "open", "high", "low", "close", "volume", "vwap", "trades" })
        appendColumn(row, name);
    return row;
}

std::string toRow(const Candle &bar)
{
    std::string row = easternText(bar.start);
    for (const Price price : { bar.open, bar.high, bar.low, bar.close })
        appendColumn(row, bar.hasPrices ? price.toString(2).toStdString() : "-");
    appendColumn(row, bar.volume.toString().toStdString());
    appendColumn(row, !hasAverage(bar) ? "-" : QString::number(bar.vwap, 'f', 4).toStdString());
    appendColumn(row, std::to_string(bar.tradeCount));
    return row;
}

} // namespace tapeline::bartext
