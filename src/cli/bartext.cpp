#include "bartext.h"

#include "easterntime.h"

#include <QTime>

namespace tapeline::bartext {

namespace {

constexpr std::size_t columnWidth = 14;

void appendPrice(std::string &out, Price price, bool exists)
{
    if (exists)
        price.appendTo(out);
    else
        out += "null";
}

/// A mean is no exact decimal; ten digits are what prices have.
Price meanPrice(double value)
{
    return Price::fromDouble(value);
}

std::string easternText(Timestamp time)
{
    const qint64 ms
        = std::chrono::floor<std::chrono::milliseconds>(easterntime::timeOfDay(time)).count();
    const QTime clock = QTime::fromMSecsSinceStartOfDay(static_cast<int>(ms));
    return easterntime::date(time).toString(Qt::ISODate).toStdString() + ' '
        + clock.toString(Qt::ISODate).toStdString();
}

void appendColumn(std::string &row, const std::string &text)
{
    row.append(text.size() < columnWidth ? columnWidth - text.size() : 1, ' ');
    row += text;
}

} // namespace

std::string toJson(const Candle &bar)
{
    std::string line = "{\"t\":" + std::to_string(toMs(bar.start));
    line += ",\"o\":";
    appendPrice(line, bar.open, bar.hasPrices);
    line += ",\"h\":";
    appendPrice(line, bar.high, bar.hasPrices);
    line += ",\"l\":";
    appendPrice(line, bar.low, bar.hasPrices);
    line += ",\"c\":";
    appendPrice(line, bar.close, bar.hasPrices);
    line += ",\"v\":";
    bar.volume.appendTo(line);
    line += ",\"vw\":";
    appendPrice(line, meanPrice(bar.vwap), !bar.volume.isZero());
    line += ",\"n\":" + std::to_string(bar.tradeCount) + '}';
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
    appendColumn(row, bar.volume.isZero() ? "-" : QString::number(bar.vwap, 'f', 4).toStdString());
    appendColumn(row, std::to_string(bar.tradeCount));
    return row;
}

} // namespace tapeline::bartext
