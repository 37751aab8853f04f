#include "indicatorfile.h"

#include "barcsv.h"
#include "barsessions.h"
#include "symbology.h"
#include "utcdate.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

Error wrong(const QString &sentence)
{
    return { Error::Code::Malformed, sentence };
}

/// The candles of the symbol that was asked for, which is filled in where none was.
Result<std::vector<Candle>> readCandles(const QString &path, QString &symbol)
{
    SymbolTable symbols;
    Result<BarCsvReader> reader = BarCsvReader::open(path, symbols);
    if (!reader)
        return reader.error();
    std::vector<Candle> candles;
    std::optional<InstrumentId> chosen;
    for (BarCsvReader::Row row; reader->next(row);) {
        const QString name = symbols.symbol(row.instrument);
        if (!symbol.isEmpty() && name != symbol)
            continue;
        if (chosen && row.instrument != *chosen)
            return wrong(u"it holds bars of %1 and %2; choose one with --symbol"_s.arg(
                symbols.symbol(*chosen), name));
        chosen = row.instrument;
        if (row.record.isUnreadable || row.record.bar.volume < Qty())
            return wrong(u"line %1 has a value that is no number"_s.arg(reader->lineNumber()));
        if (!candles.empty() && row.record.bar.start <= candles.back().start)
            return wrong(u"line %1: its time does not lie after that of the bar before"_s.arg(
                reader->lineNumber()));
        candles.push_back(row.record.bar);
    }
    if (const Result<void> status = reader->status(); !status)
        return status.error();
    if (!chosen && !symbol.isEmpty())
        return wrong(u"it holds no bars of %1"_s.arg(symbol));
    if (chosen)
        symbol = symbols.symbol(*chosen);
    return candles;
}

bool areDays(std::span<const Candle> candles, AssetClass assetClass)
{
    const auto dayOf = [assetClass](const Candle &candle) {
        return markethours::tradingDay(assetClass, candle.start);
    };
    if (candles.size() == 1) {
        const Timestamp start = candles.front().start;
        return start == markethours::dayStart(assetClass, dayOf(candles.front()));
    }
    return std::ranges::adjacent_find(candles, {}, dayOf) == candles.end();
}

/// By the smallest distance of two bars; a second where there is one only.
Timeframe timeframeOf(std::span<const Candle> candles, AssetClass assetClass)
{
    if (areDays(candles, assetClass))
        return { 1, TimeUnit::Day };
    Duration least = candles.size() > 1 ? Duration::max() : Duration(1s);
    for (std::size_t i = 1; i < candles.size(); ++i)
        least = std::min(least, candles[i].start - candles[i - 1].start);
    const auto seconds = std::chrono::floor<std::chrono::seconds>(least).count();
    return seconds > 0 ? Timeframe(int(seconds), TimeUnit::Second) : Timeframe(BarKind::Trades, 1);
}

std::vector<IndicatorBar> barsOf(std::span<const Candle> candles, AssetClass assetClass)
{
    std::vector<IndicatorBar> bars;
    bars.reserve(candles.size());
    BarSessions sessions({}, assetClass, timeframeOf(candles, assetClass));
    for (const Candle &candle : candles) {
        const BarSession &session = sessions.at(candle.start);
        bars.push_back({ .start = candle.start,
                         .open = candle.open.toDouble(),
                         .high = candle.high.toDouble(),
                         .low = candle.low.toDouble(),
                         .close = candle.close.toDouble(),
                         .volume = candle.volume.toDouble(),
                         .vwap = candle.vwap,
                         .day = session.day.toJulianDay() - julianDayOf1970,
                         .part = session.part,
                         .dayStart = session.dayStart,
                         .sessionStart = session.sessionStart });
    }
    return bars;
}

} // namespace

Result<IndicatorFile> readIndicatorFile(const QString &path, const QString &symbol)
{
    QString found = symbol;
    Result<std::vector<Candle>> candles = readCandles(path, found);
    if (!candles)
        return candles.error();
    IndicatorFile file { *std::move(candles), {} };
    file.bars = barsOf(file.candles, symbology::classOf(found));
    return file;
}

} // namespace tapeline
