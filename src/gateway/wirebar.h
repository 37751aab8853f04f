#pragma once

#include "assetclass.h"
#include "candle.h"
#include "jsonwriter.h"

namespace tapeline {

/// Bars as the classic endpoints write them (massive-api.md 3.1).
namespace wirebar {

/// One object; stamp is its `t`. Bars of indices have no volume. symbol is its `T`, none when
/// empty.
void write(JsonWriter &json, const Candle &bar, Timestamp stamp, AssetClass assetClass,
           const QString &symbol = {});
/// The `t` of a whole day: the end of its session; of UTC's days their last millisecond.
Timestamp dayStamp(Timestamp sessionEnd, AssetClass assetClass);

} // namespace wirebar
} // namespace tapeline
