#pragma once

#include "barcsv.h"
#include "shared.h"

#include <map>

namespace tapeline::test {

/// The bars of a recorded file, by symbol.
inline std::map<QString, std::vector<Candle>> recordedBars(const QString &path)
{
    std::map<QString, std::vector<Candle>> result;
    SymbolTable symbols;
    Result<BarCsvReader> reader = BarCsvReader::open(sharedFile(path), symbols);
    if (!reader)
        qFatal("%s cannot be read", qPrintable(path));
    BarCsvReader::Row row;
    while (reader->next(row))
        result[symbols.symbol(row.instrument)].push_back(row.record.bar);
    return result;
}

} // namespace tapeline::test
