#include "indicatorfile.h"

#include "barcsv.h"
#include "markethours.h"
#include "symbology.h"
#include "utcdate.h"

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

IndicatorBar barOf(const Candle &candle, const MarketSpan &span)
{
    return { .start = candle.start,
             .open = candle.open.toDouble(),
             .high = candle.high.toDouble(),
             .low = candle.low.toDouble(),
             .close = candle.close.toDouble(),
             .volume = candle.volume.toDouble(),
             .vwap = candle.vwap,
             .day = span.day.toJulianDay() - julianDayOf1970,
             .part = span.part };
}

std::vector<IndicatorBar> barsOf(std::span<const Candle> candles, AssetClass assetClass)
{
    std::vector<IndicatorBar> bars;
    bars.reserve(candles.size());
    const MarketCalendar calendar;
    MarketSpan span;
    Timestamp spanFrom {};
    bool areDays = candles.size() > 1;
    for (const Candle &candle : candles) {
        if (bars.empty() || candle.start < spanFrom || candle.start >= span.until) {
            span = markethours::spanAt(calendar, assetClass, candle.start);
            spanFrom = candle.start;
        }
        IndicatorBar bar = barOf(candle, span);
        areDays &= bars.empty() || bar.day != bars.back().day;
        bars.push_back(bar);
    }
    for (IndicatorBar &bar : bars) {
        if (!areDays)
            break;
        // A day's own bar begins before its session
        bar.part = SessionPart::Regular;
        bar.day = markethours::tradingDay(assetClass, bar.start).toJulianDay() - julianDayOf1970;
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
