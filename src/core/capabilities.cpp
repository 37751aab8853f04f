#include "capabilities.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array planNames { "Basic"_L1, "Starter"_L1, "Developer"_L1, "Advanced"_L1 };

constexpr std::array productWords { "stocks"_L1, "options"_L1, "indices"_L1, "currencies"_L1,
                                    "futures"_L1 };

constexpr std::array fourPlans { Plan::Basic, Plan::Starter, Plan::Developer, Plan::Advanced };
constexpr std::array indexPlans { Plan::Basic, Plan::Starter, Plan::Advanced };
constexpr std::array currencyPlans { Plan::Basic, Plan::Starter };

/// massive-api.md 1.3, "Entitlement by data type".
std::optional<Plan> needed(Product product, DataKind kind)
{
    const bool currencies = product == Product::Currencies;
    switch (kind) {
    case DataKind::MinuteBars:
    case DataKind::Reference:
        return Plan::Basic;
    case DataKind::SecondBars:
    case DataKind::Snapshots:
    case DataKind::StreamBars:
        return Plan::Starter;
    case DataKind::Trades:
    case DataKind::StreamTrades:
        if (product == Product::Indices)
            return std::nullopt;
        return currencies ? Plan::Starter : Plan::Developer;
    case DataKind::Quotes:
    case DataKind::StreamQuotes:
        if (product == Product::Indices)
            return std::nullopt;
        if (currencies)
            return Plan::Starter;
        return product == Product::Futures ? Plan::Developer : Plan::Advanced;
    case DataKind::Financials:
        if (product != Product::Stocks)
            return std::nullopt;
        return Plan::Advanced;
    }
    Q_UNREACHABLE();
}

} // namespace

Product productOf(AssetClass assetClass)
{
    switch (assetClass) {
    case AssetClass::Stocks:
        return Product::Stocks;
    case AssetClass::Options:
        return Product::Options;
    case AssetClass::Indices:
        return Product::Indices;
    case AssetClass::Forex:
    case AssetClass::Crypto:
        return Product::Currencies;
    case AssetClass::Futures:
        return Product::Futures;
    }
    Q_UNREACHABLE();
}

std::span<const Plan> plansFor(Product product)
{
    switch (product) {
    case Product::Indices:
        return indexPlans;
    case Product::Currencies:
        return currencyPlans;
    case Product::Stocks:
    case Product::Options:
    case Product::Futures:
        return fourPlans;
    }
    Q_UNREACHABLE();
}

PlanSet PlanSet::all(Plan plan)
{
    PlanSet set;
    for (const Product product : allProducts) {
        const std::span<const Plan> sold = plansFor(product);
        // The best that is sold and not above the wanted one
        const auto best
            = std::find_if(sold.rbegin(), sold.rend(), [plan](Plan p) { return p <= plan; });
        set.set(product, *best);
    }
    return set;
}

Result<PlanSet> planSetFromText(QStringView text)
{
    if (const std::optional<Plan> everywhere = planFromName(text))
        return PlanSet::all(*everywhere);
    PlanSet set;
    for (const QStringView part : text.split(u',')) {
        const qsizetype sign = part.indexOf(u'=');
        const auto product = productFromWord(sign < 0 ? part : part.first(sign));
        const auto plan = planFromName(sign < 0 ? QStringView() : part.sliced(sign + 1));
        if (!product || !plan)
            return Error { Error::Code::InvalidArgument,
                           u"\"%1\" is no plan (basic, starter, developer, advanced)"_s.arg(
                               part.trimmed()) };
        const std::span<const Plan> sold = plansFor(*product);
        if (std::find(sold.begin(), sold.end(), *plan) == sold.end())
            return Error { Error::Code::InvalidArgument,
                           u"%1 is not sold for %2"_s.arg(planName(*plan), productWord(*product)) };
        set.set(*product, *plan);
    }
    return set;
}

QString planSetText(const PlanSet &plans)
{
    QStringList parts;
    for (const Product product : allProducts)
        parts << productWord(product) + u'=' + planName(plans.of(product)).toLower();
    return parts.join(u',');
}

std::optional<Plan> Capabilities::cheapestFor(Product product, DataKind kind)
{
    return needed(product, kind);
}

Access Capabilities::access(Product product, DataKind kind) const
{
    const std::optional<Plan> plan = needed(product, kind);
    if (!plan || m_plans.of(product) < *plan || isRefused(product, kind))
        return Access::No;
    if (kind == DataKind::Reference || kind == DataKind::Financials)
        return Access::RealTime;
    switch (recency(product)) {
    case Recency::RealTime:
        return Access::RealTime;
    case Recency::Delayed:
        return Access::Delayed;
    case Recency::EndOfDay:
    case Recency::Unknown:
        return Access::EndOfDay;
    }
    Q_UNREACHABLE();
}

bool Capabilities::has(AssetClass assetClass, DataKind kind) const
{
    const bool ofTrades = kind == DataKind::Trades || kind == DataKind::StreamTrades;
    if (assetClass == AssetClass::Forex && ofTrades)
        return false;
    return has(productOf(assetClass), kind);
}

Recency Capabilities::recency(Product product) const
{
    const Plan plan = m_plans.of(product);
    if (plan == Plan::Basic)
        return Recency::EndOfDay;
    if (plan == Plan::Advanced || product == Product::Currencies)
        return Recency::RealTime;
    return Recency::Delayed;
}

Duration Capabilities::delay(Product product)
{
    return product == Product::Futures ? 10min : 15min;
}

int Capabilities::requestsPerMinute(Product product) const
{
    return m_plans.of(product) == Plan::Basic ? 5 : 0;
}

bool Capabilities::refuse(Product product, DataKind kind)
{
    if (isRefused(product, kind))
        return false;
    m_refused[static_cast<std::size_t>(product)] |= quint16(1U << static_cast<unsigned>(kind));
    return true;
}

bool Capabilities::isRefused(Product product, DataKind kind) const
{
    return (m_refused[static_cast<std::size_t>(product)] >> static_cast<unsigned>(kind)) & 1U;
}

QString productWord(Product product)
{
    return productWords[static_cast<std::size_t>(product)];
}

std::optional<Product> productFromWord(QStringView word)
{
    for (std::size_t i = 0; i < productWords.size(); ++i)
        if (word.trimmed().compare(productWords[i], Qt::CaseInsensitive) == 0)
            return static_cast<Product>(i);
    return std::nullopt;
}

QString planName(Plan plan)
{
    return planNames[static_cast<std::size_t>(plan)];
}

std::optional<Plan> planFromName(QStringView name)
{
    for (std::size_t i = 0; i < planNames.size(); ++i)
        if (name.trimmed().compare(planNames[i], Qt::CaseInsensitive) == 0)
            return static_cast<Plan>(i);
    return std::nullopt;
}

} // namespace tapeline
