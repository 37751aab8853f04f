#include "httprouter.h"

#include "barsendpoints.h"
#include "calendarendpoints.h"
#include "contractendpoints.h"
#include "corporateendpoints.h"
#include "cryptoendpoints.h"
#include "futuresendpoints.h"
#include "globalsnapshots.h"
#include "indicatorendpoints.h"
#include "listingendpoints.h"
#include "optionsnapshots.h"
#include "economyendpoints.h"
#include "ownershipendpoints.h"
#include "pairendpoints.h"
#include "referenceendpoints.h"
#include "referencelists.h"
#include "snapshotendpoints.h"
#include "tickendpoints.h"
#include "unifiedsnapshots.h"

#include <array>

namespace tapeline {

namespace {

/// A path with "*" for its variable segments, what it serves, and whose plan counts.
struct Route
{
    std::string_view pattern;
    ServedData data;
    Endpoint endpoint;
    /// Nothing: that of the class of the symbol in the first argument.
    std::optional<AssetClass> plan {};
    bool isRetired = false; ///< there only where the source still has books
};

constexpr auto stocks = AssetClass::Stocks;
constexpr auto indices = AssetClass::Indices;
constexpr auto forex = AssetClass::Forex;
constexpr auto crypto = AssetClass::Crypto;
constexpr auto options = AssetClass::Options;
constexpr auto futures = AssetClass::Futures;

// Fixed segments stand before variable ones: the first match wins
constexpr std::array routes {
    Route { "/v2/aggs/ticker/*/range/*/*/*/*", ServedData::Bars, barsendpoints::customBars },
    Route { "/v2/aggs/ticker/*/prev", ServedData::Bars, barsendpoints::previousDay },
    Route { "/v2/aggs/grouped/locale/us/market/stocks/*", ServedData::Bars,
            barsendpoints::groupedDaily, stocks },
    Route { "/v2/aggs/grouped/locale/global/market/crypto/*", ServedData::Bars,
            barsendpoints::groupedDaily, crypto },
    Route { "/v2/aggs/grouped/locale/global/market/fx/*", ServedData::Bars,
            barsendpoints::groupedDaily, forex },
    Route { "/v1/open-close/crypto/*/*/*", ServedData::Bars, pairendpoints::cryptoOpenClose,
            crypto },
    Route { "/v1/open-close/*/*", ServedData::Bars, barsendpoints::openClose },
    Route { "/v1/indicators/sma/*", ServedData::Bars, indicatorendpoints::sma },
    Route { "/v1/indicators/ema/*", ServedData::Bars, indicatorendpoints::ema },
    Route { "/v1/indicators/rsi/*", ServedData::Bars, indicatorendpoints::rsi },
    Route { "/v1/indicators/macd/*", ServedData::Bars, indicatorendpoints::macd },
    Route { "/v1/last/crypto/*/*", ServedData::Trades, pairendpoints::lastCrypto, crypto },
    Route { "/v1/last_quote/currencies/*/*", ServedData::Quotes, pairendpoints::lastCurrency,
            forex },
    Route { "/v1/conversion/*/*", ServedData::Quotes, pairendpoints::conversion, forex },
    Route { "/v3/trades/*", ServedData::Trades, tickendpoints::trades },
    Route { "/v3/quotes/*", ServedData::Quotes, tickendpoints::quotes },
    Route { "/v2/last/trade/*", ServedData::Trades, tickendpoints::lastTrade },
    Route { "/v2/last/nbbo/*", ServedData::Quotes, tickendpoints::lastQuote },
    Route { "/v2/snapshot/locale/us/markets/stocks/tickers", ServedData::Snapshots,
            snapshotendpoints::all, stocks },
    Route { "/v2/snapshot/locale/us/markets/stocks/tickers/*", ServedData::Snapshots,
            snapshotendpoints::one, stocks },
    Route { "/v2/snapshot/locale/us/markets/stocks/gainers", ServedData::Snapshots,
            snapshotendpoints::gainers, stocks },
    Route { "/v2/snapshot/locale/us/markets/stocks/losers", ServedData::Snapshots,
            snapshotendpoints::losers, stocks },
    Route { "/v2/snapshot/locale/global/markets/crypto/tickers/*/book", ServedData::Snapshots,
            cryptoendpoints::book, crypto, true },
    Route { "/v3/snapshot/options/*", ServedData::Snapshots, optionsnapshots::chain, options },
    Route { "/v3/snapshot/options/*/*", ServedData::Snapshots, optionsnapshots::one, options },
    Route { "/v3/reference/options/contracts", ServedData::Reference, contractendpoints::list,
            options },
    Route { "/v3/reference/options/contracts/*", ServedData::Reference, contractendpoints::one,
            options },
    Route { "/v2/snapshot/locale/global/markets/crypto/tickers", ServedData::Snapshots,
            globalsnapshots::all, crypto },
    Route { "/v2/snapshot/locale/global/markets/crypto/tickers/*", ServedData::Snapshots,
            globalsnapshots::one, crypto },
    Route { "/v2/snapshot/locale/global/markets/crypto/gainers", ServedData::Snapshots,
            globalsnapshots::gainers, crypto },
    Route { "/v2/snapshot/locale/global/markets/crypto/losers", ServedData::Snapshots,
            globalsnapshots::losers, crypto },
    Route { "/v2/snapshot/locale/global/markets/forex/tickers", ServedData::Snapshots,
            globalsnapshots::all, forex },
    Route { "/v2/snapshot/locale/global/markets/forex/tickers/*", ServedData::Snapshots,
            globalsnapshots::one, forex },
    Route { "/v2/snapshot/locale/global/markets/forex/gainers", ServedData::Snapshots,
            globalsnapshots::gainers, forex },
    Route { "/v2/snapshot/locale/global/markets/forex/losers", ServedData::Snapshots,
            globalsnapshots::losers, forex },
    Route { "/v3/snapshot", ServedData::Reference, unifiedsnapshots::universal, stocks },
    Route { "/v3/snapshot/indices", ServedData::Snapshots, unifiedsnapshots::indices, indices },
    Route { "/futures/v1/aggs/*", ServedData::Bars, futuresendpoints::aggs, futures },
    Route { "/futures/v1/trades/*", ServedData::Trades, futuresendpoints::trades, futures },
    Route { "/futures/v1/quotes/*", ServedData::Quotes, futuresendpoints::quotes, futures },
    Route { "/futures/v1/snapshot", ServedData::Snapshots, futuresendpoints::snapshot, futures },
    Route { "/futures/v1/contracts", ServedData::Reference, futureslists::contracts, futures },
    Route { "/futures/v1/products", ServedData::Reference, futureslists::products, futures },
    Route { "/futures/v1/schedules", ServedData::Reference, futureslists::schedules, futures },
    Route { "/futures/v1/market-status", ServedData::Reference, futureslists::marketStatus,
            futures },
    Route { "/futures/v1/exchanges", ServedData::Reference, futureslists::exchanges, futures },
    Route { "/futures/vX/aggs/*", ServedData::Bars, futuresendpoints::aggs, futures },
    Route { "/futures/vX/trades/*", ServedData::Trades, futuresendpoints::trades, futures },
    Route { "/futures/vX/quotes/*", ServedData::Quotes, futuresendpoints::quotes, futures },
    Route { "/futures/vX/snapshot", ServedData::Snapshots, futuresendpoints::snapshot, futures },
    Route { "/futures/vX/contracts", ServedData::Reference, futureslists::contracts, futures },
    Route { "/futures/vX/products", ServedData::Reference, futureslists::products, futures },
    Route { "/futures/vX/schedules", ServedData::Reference, futureslists::schedules, futures },
    Route { "/futures/vX/market-status", ServedData::Reference, futureslists::marketStatus,
            futures },
    Route { "/futures/vX/exchanges", ServedData::Reference, futureslists::exchanges, futures },
    Route { "/v3/reference/tickers", ServedData::Reference, referenceendpoints::tickers, stocks },
    Route { "/v3/reference/tickers/types", ServedData::Reference, referencelists::tickerTypes,
            stocks },
    Route { "/v3/reference/tickers/*", ServedData::Reference, referenceendpoints::details },
    Route { "/v3/reference/exchanges", ServedData::Reference, referencelists::exchanges, stocks },
    Route { "/v3/reference/conditions", ServedData::Reference, referencelists::conditions, stocks },
    Route { "/v1/marketstatus/now", ServedData::Reference, calendarendpoints::now, stocks },
    Route { "/v1/marketstatus/upcoming", ServedData::Reference, calendarendpoints::upcoming,
            stocks },
    Route { "/stocks/v1/splits", ServedData::Reference, corporateendpoints::splits, stocks },
    Route { "/v3/reference/splits", ServedData::Reference, corporateendpoints::oldSplits, stocks },
    Route { "/stocks/v1/dividends", ServedData::Reference, corporateendpoints::dividends, stocks },
    Route { "/v3/reference/dividends", ServedData::Reference, corporateendpoints::oldDividends,
            stocks },
    Route { "/v2/reference/news", ServedData::Reference, corporateendpoints::news, stocks },
    Route { "/benzinga/v1/earnings", ServedData::PartnerData, corporateendpoints::earnings,
            stocks },
    Route { "/vX/reference/ipos", ServedData::Reference, listingendpoints::ipos, stocks },
    Route { "/vX/reference/tickers/*/events", ServedData::Reference, listingendpoints::events },
    Route { "/stocks/v1/short-interest", ServedData::Reference, ownershipendpoints::shortInterest,
            stocks },
    Route { "/stocks/v1/short-volume", ServedData::Reference, ownershipendpoints::shortVolume,
            stocks },
    Route { "/fed/v1/treasury-yields", ServedData::Reference, economyendpoints::treasuryYields,
            stocks },
    Route { "/stocks/vX/float", ServedData::Reference, ownershipendpoints::freeFloat, stocks },
    Route { "/v1/related-companies/*", ServedData::Reference, corporateendpoints::related },
};

/// Whether a path is of the endpoints that word refusals the newer way (massive-api.md 1.5).
bool isNewGeneration(std::string_view path)
{
    return !path.starts_with("/v");
}

/// The next segment of a path, cut off its front.
std::string_view takeSegment(std::string_view &path)
{
    path.remove_prefix(std::min<std::size_t>(1, path.size())); // the slash
    const std::string_view segment = path.substr(0, path.find('/'));
    path.remove_prefix(segment.size());
    return segment;
}

/// Whether a path fits a pattern; its variable segments, decoded.
bool matches(std::string_view pattern, std::string_view path, std::vector<QString> &arguments)
{
    arguments.clear();
    while (!pattern.empty() && !path.empty()) {
        const std::string_view wanted = takeSegment(pattern);
        const std::string_view given = takeSegment(path);
        if (wanted != "*") {
            if (wanted != given)
                return false;
            continue;
        }
        const std::optional<std::string> decoded = percentDecoded(given);
        if (!decoded || decoded->empty())
            return false;
        arguments.push_back(QString::fromStdString(*decoded));
    }
    return pattern.empty() && path.empty();
}

const Route *findRoute(std::string_view path, std::vector<QString> &arguments)
{
    if (!path.starts_with('/'))
        return nullptr;
    for (const Route &route : routes)
        if (matches(route.pattern, path, arguments))
            return &route;
    return nullptr;
}

/// Second bars need more than other bars do.
ServedData dataOf(const Route &route, const EndpointCall &call)
{
    const bool isSeconds = route.endpoint == barsendpoints::customBars
        ? call.arguments[2] == QLatin1String("second")
        : route.endpoint == futuresendpoints::aggs && futuresendpoints::isSeconds(call.query);
    return isSeconds ? ServedData::SecondBars : route.data;
}

QString keyOf(const HttpCall &call, const QueryParameters &query)
{
    constexpr std::string_view scheme = "Bearer ";
    const std::string_view header = call.authorization;
    const std::string_view key
        = header.starts_with(scheme) ? header.substr(scheme.size()) : query.value("apiKey");
    return QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
}

} // namespace

HttpRouter::HttpRouter(const MarketSource &source, const WallClock &wall)
    : m_source(source)
    , m_wall(wall)
{
}

HttpReply HttpRouter::answer(const HttpCall &request)
{
    const std::string_view target = request.target;
    const std::string_view path = target.substr(0, target.find('?'));
    std::vector<QString> arguments;
    const Route *route = findRoute(path, arguments);
    if (!route || (route->isRetired && !m_source.books()))
        return httpreply::plainNotFound();
    if (request.method != "GET")
        return { .status = 405, .body = "405 method not allowed", .contentType = "text/plain" };

    QueryParameters query(target.substr(std::min(target.size(), path.size() + 1)));
    const QString key = keyOf(request, query);
    if (key.isEmpty())
        return httpreply::keyMissing(request.requestId);
    const std::optional<KeyGrant> grant = m_source.grantOf(key);
    if (!grant)
        return httpreply::keyUnknown(request.requestId);

    EndpointCall call { .source = m_source,
                        .query = std::move(query),
                        .arguments = std::move(arguments),
                        .path = std::string(path),
                        .base = m_foreignBase.empty() ? m_base : m_foreignBase,
                        .requestId = request.requestId,
                        .serverTime = m_source.now() + m_clockSkew,
                        .grant = *grant };
    call.assetClass = route->plan ? *route->plan : entitlements::classOf(call.arguments.front());
    const ServedPlan plan = entitlements::planFor(*grant, call.assetClass);
    if (plan == ServedPlan::Basic && !m_rate.admit(key, m_wall.monotonic()))
        return httpreply::tooManyRequests(request.requestId);
    if (!call.allows(dataOf(*route, call)))
        return httpreply::notEntitled(request.requestId, isNewGeneration(path));
    call.view = entitlements::viewOf(plan, call.assetClass, m_source.now(), m_source.calendar());
    return route->endpoint(call);
}

} // namespace tapeline
