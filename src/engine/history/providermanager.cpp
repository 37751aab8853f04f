#include "providermanager.h"

#include "symbology.h"

#include <algorithm>

namespace tapeline {

namespace {

DataKind kindOf(Timeframe timeframe)
{
    return timeframe.unit() == TimeUnit::Second ? DataKind::SecondBars : DataKind::MinuteBars;
}

} // namespace

void ProviderManager::setChosen(std::shared_ptr<const BarSource> source, RequestBook &requests,
                                const QString &origin)
{
    std::erase_if(m_providers, [](const Provider &provider) { return provider.chosen; });
    m_providers.insert(m_providers.begin(), { std::move(source), &requests, origin, true });
}

void ProviderManager::add(std::shared_ptr<const BarSource> source, RequestBook &requests)
{
    const QString origin = source->id();
    m_providers.push_back({ std::move(source), &requests, origin, false });
}

void ProviderManager::forgetOthers()
{
    std::erase_if(m_providers, [](const Provider &provider) { return !provider.chosen; });
}

std::vector<ProviderManager::Provider> ProviderManager::candidates(const BarQuery &query,
                                                                   const Capabilities &capabilities,
                                                                   Timestamp now) const
{
    const AssetClass assetClass = symbology::classOf(query.symbol);
    std::vector<Provider> found;
    for (const QString &id : m_order.of(assetClass, SourceData::Bars))
        for (const Provider &provider : m_providers)
            if (provider.source->id() == id)
                found.push_back(provider);
    const bool refused = capabilities.isRefused(productOf(assetClass), kindOf(query.timeframe));
    const bool others = std::ranges::any_of(found, [&](const Provider &provider) {
        return !provider.chosen && !provider.source->coverage(query, now).isEmpty();
    });
    if (refused && others)
        std::erase_if(found, [](const Provider &provider) { return provider.chosen; });
    return found;
}

bool ProviderManager::has(const Provider &provider) const
{
    return std::ranges::any_of(m_providers, [&](const Provider &own) {
        return own.requests == provider.requests && own.origin == provider.origin;
    });
}

bool ProviderManager::mayStandIn(Error::Code failure)
{
    switch (failure) {
    case Error::Code::Network:
    case Error::Code::Unauthorized:
    case Error::Code::NotEntitled:
    case Error::Code::Malformed:
    case Error::Code::Rejected:
        return true;
    case Error::Code::InvalidArgument:
    case Error::Code::Overflow:
    case Error::Code::NotFound:
    case Error::Code::RateLimited:
    case Error::Code::Storage:
    case Error::Code::Cancelled:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace tapeline
