#pragma once

#include "candle.h"
#include "indicator.h"
#include "result.h"

#include <QString>

#include <vector>

namespace tapeline {

/// The bars of one symbol of a file, as they are and as indicators see them.
struct IndicatorFile
{
    std::vector<Candle> candles;
    std::vector<IndicatorBar> bars;
};

/// symbol: empty for the only one there is. Bars of which no two are of one trading day are whole
/// days (or longer), and one alone that begins with its day. The file is taken to hold all there
/// is: its first session is whole. Malformed where a bar cannot be read or its time does not lie
/// after that of the bar before.
Result<IndicatorFile> readIndicatorFile(const QString &path, const QString &symbol);

} // namespace tapeline
