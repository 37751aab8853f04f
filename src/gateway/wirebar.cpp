#include "wirebar.h"

namespace tapeline {

namespace {

constexpr int averageDecimals = 4; // as the service rounds vw
constexpr int currencyDecimals = 6;

} // namespace

void wirebar::write(JsonWriter &json, const Candle &bar, Timestamp stamp, AssetClass assetClass,
                    const QString &symbol)
{
    const bool hasVolume = assetClass != AssetClass::Indices;
    json.beginObject();
    if (!symbol.isEmpty())
        json.text("T", symbol);
    if (hasVolume)
        json.quantity("v", bar.volume);
    if (hasVolume && bar.vwap > 0)
        json.real("vw", bar.vwap,
                  assetClass == AssetClass::Forex ? currencyDecimals : averageDecimals);
    json.price("o", bar.open);
    json.price("c", bar.close);
    json.price("h", bar.high);
    json.price("l", bar.low);
    json.integer("t", toMs(stamp));
    if (hasVolume && bar.tradeCount > 0)
        json.integer("n", bar.tradeCount);
    json.endObject();
}

Timestamp wirebar::dayStamp(Timestamp sessionEnd, AssetClass assetClass)
{
    const bool isUtc = assetClass == AssetClass::Forex || assetClass == AssetClass::Crypto;
    return isUtc ? sessionEnd - 1ms : sessionEnd;
}

} // namespace tapeline
