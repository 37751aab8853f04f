#include "marketsource.h"

#include "easterntime.h"
#include "optionssource.h"

namespace tapeline {

std::vector<int> MarketSource::listed(AssetClass assetClass, Timestamp asOf) const
{
    const QDate today = easterntime::date(asOf);
    std::vector<int> ids;
    const std::vector<ServedInstrument> &all = instruments();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool isOver = all[i].lastTrade.isValid() && all[i].lastTrade < today;
        if (all[i].assetClass == assetClass && !isOver)
            ids.push_back(static_cast<int>(i));
    }
    return ids;
}

std::vector<int> MarketSource::active(AssetClass assetClass, Timestamp from, Timestamp to) const
{
    if (assetClass == AssetClass::Options)
        return options() ? options()->tradedIn(from, to) : std::vector<int>();
    return listed(assetClass, to);
}

const std::vector<ServedProduct> &MarketSource::products() const
{
    static const std::vector<ServedProduct> none;
    return none;
}

double MarketSource::dollarVolume(int id, const Candle &bar) const
{
    const int product = instrument(id).product;
    const double multiplier
        = product < 0 ? 1 : products()[static_cast<std::size_t>(product)].multiplier;
    return bar.vwap * bar.volume.toDouble() * multiplier;
}

} // namespace tapeline
