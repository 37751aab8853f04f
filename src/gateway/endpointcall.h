#pragma once

#include "entitlements.h"
#include "httpreply.h"
#include "jsonwriter.h"
#include "marketsource.h"
#include "queryparameters.h"

#include <QString>

#include <string>
#include <vector>

namespace tapeline {

/// One admitted request on its way to its endpoint: the route is known, the key has paid and may
/// read the kind of data. What is left to check are the parameters and whether the thing exists.
struct EndpointCall
{
    const MarketSource &source;
    QueryParameters query;
    std::vector<QString> arguments; ///< the variable segments of the path, decoded
    std::string path; ///< as it was asked, without the query
    std::string base; ///< "http://127.0.0.1:8080": what absolute addresses begin with
    std::string requestId;
    Timestamp serverTime; ///< what the server takes the time to be
    KeyGrant grant;
    AssetClass assetClass = AssetClass::Stocks;
    DataView view {};

    /// "OK", or "DELAYED" where the plan is (massive-api.md 1.6).
    std::string_view status() const { return view.delayed ? "DELAYED" : "OK"; }
    bool allows(ServedData data) const { return entitlements::allows(grant, assetClass, data); }
    /// The id of the symbol in an argument, or -1.
    int instrument(std::size_t argument) const;
    /// The same, -1 also when the symbol is of another class.
    int instrumentOf(AssetClass wanted, std::size_t argument) const;
};

using Endpoint = HttpReply (*)(const EndpointCall &);

/// Reading parameters as the service does.
namespace endpointcall {

/// A symbol as sources have it, however older clients write it: "F:ESZ6" is "ESZ6", "X:BTC-USD" is
/// "X:BTCUSD".
QString plainSymbol(const QString &symbol);
/// A whole number without sign tricks or blanks; nothing for anything else.
std::optional<qint64> wholeNumber(std::string_view text);
/// YYYY-MM-DD of 1900 to 2200.
std::optional<QDate> date(std::string_view text);
/// `limit`: the fallback when absent; nothing, and *rule set, when it breaks a rule.
std::optional<int> limit(const QueryParameters &query, int fallback, int max,
                         std::string_view *rule);
/// `order` or `sort`, asc or desc. True is ascending; nothing when it is neither.
std::optional<bool> ascending(const QueryParameters &query, std::string_view parameter,
                              bool fallback);
/// The refusal of a range the plan does not include, or nothing. [from, to).
std::optional<HttpReply> refusedRange(const EndpointCall &call, Timestamp from, Timestamp to);
/// The answer 400 to a cursor that belongs elsewhere.
HttpReply unknownCursor(const EndpointCall &call);

} // namespace endpointcall
} // namespace tapeline
