#pragma once

#include "assetclass.h"
#include "datastatus.h"
#include "result.h"
#include "timestamp.h"

#include <QString>

#include <array>
#include <optional>
#include <span>

namespace tapeline {

/// The service's individual plans, each including the ones before it (massive-api.md 1.3).
enum class Plan : quint8 { Basic, Starter, Developer, Advanced };

/// What plans are bought for: the asset classes, with forex and crypto sold as one.
enum class Product : quint8 { Stocks, Options, Indices, Currencies, Futures };

inline constexpr std::array allProducts { Product::Stocks, Product::Options, Product::Indices,
                                          Product::Currencies, Product::Futures };

Product productOf(AssetClass assetClass);
/// The plans that are sold for a product, cheapest first (indices have no Developer plan,
/// currencies only two).
std::span<const Plan> plansFor(Product product);

/// Kinds of data whose access differs by plan.
enum class DataKind : quint8 {
    MinuteBars, ///< minute bars and longer by REST; also previous day, grouped, open/close,
                ///< indicators
    SecondBars, ///< by REST
    Snapshots,
    Trades, ///< by REST, and last trade
    Quotes, ///< by REST, and last quote
    StreamBars,
    StreamTrades,
    StreamQuotes,
    Reference, ///< lists, calendar, news, splits, dividends
    Financials
};

inline constexpr int dataKindCount = 10;

enum class Access : quint8 {
    No, ///< the plan lacks it, or the service refused it
    Delayed, ///< 15 minutes late (futures 10)
    EndOfDay, ///< completed sessions only
    RealTime
};

/// The plans a person has, one a product.
struct PlanSet
{
    std::array<Plan, allProducts.size()> plans {}; ///< Basic

    Plan of(Product product) const { return plans[static_cast<std::size_t>(product)]; }
    void set(Product product, Plan plan) { plans[static_cast<std::size_t>(product)] = plan; }
    static PlanSet all(Plan plan);

    friend bool operator==(const PlanSet &, const PlanSet &) = default;
};

/// Reads "advanced" (every product) or "stocks=starter,options=basic" (the others stay Basic), in
/// any case; as MASSIVE_TIER is written. InvalidArgument names the word that is no plan or product,
/// or a plan that is not sold for the product.
Result<PlanSet> planSetFromText(QStringView text);
/// "stocks=starter,options=basic,indices=basic,currencies=basic,futures=basic".
QString planSetText(const PlanSet &plans);

/// What can be asked for: from the plans as chosen or detected, corrected by what the service
/// refused since. The one value that decides what is offered, everywhere.
class Capabilities
{
public:
    Capabilities() = default; ///< Basic everywhere
    explicit Capabilities(const PlanSet &plans)
        : m_plans(plans)
    {
    }

    const PlanSet &plans() const { return m_plans; }

    Access access(Product product, DataKind kind) const;
    bool has(Product product, DataKind kind) const { return access(product, kind) != Access::No; }
    /// Whether there is such data of an asset class, too: currencies have no trades.
    bool has(AssetClass assetClass, DataKind kind) const;
    /// The cheapest plan that gives it; nothing when no plan of that product does.
    static std::optional<Plan> cheapestFor(Product product, DataKind kind);

    Recency recency(Product product) const;
    /// How late data is on a delayed plan.
    static Duration delay(Product product);
    /// Requests a minute for this product; 0 is unlimited.
    int requestsPerMinute(Product product) const;
    bool hasStream(Product product) const { return has(product, DataKind::StreamBars); }

    /// The service refused it (403, "not authorized"): not offered again until the plans change.
    /// True when that is news.
    bool refuse(Product product, DataKind kind);
    bool isRefused(Product product, DataKind kind) const;

    friend bool operator==(const Capabilities &, const Capabilities &) = default;

private:
    PlanSet m_plans;
    std::array<quint16, allProducts.size()> m_refused {}; // a bit per DataKind
};

/// "stocks", "options", "indices", "currencies", "futures": as settings and files write it.
QString productWord(Product product);
/// Nothing when unknown; any case.
std::optional<Product> productFromWord(QStringView word);

/// "Developer". Names of things that are sold are not translated.
QString planName(Plan plan);
/// Nothing when unknown; any case.
std::optional<Plan> planFromName(QStringView name);

} // namespace tapeline
