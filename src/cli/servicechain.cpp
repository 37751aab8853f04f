#include "servicechain.h"

#include "chaininputs.h"
#include "easterntime.h"
#include "economydecoder.h"

#include <QSet>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The chain snapshot knows an index by its prefixed name.
QUrlQuery firstQuery(const ChainRequest &request)
{
    QUrlQuery query { { u"limit"_s, u"250"_s } };
    if (request.expiry)
        query.addQueryItem(u"expiration_date"_s, request.expiry->toString(Qt::ISODate));
    return query;
}

} // namespace

Result<ChainData> servicechain::fetch(const ChainRequest &request, ServiceClient &client)
{
    ChainData data;
    data.underlying = request.symbol;
    QString path = u"/v3/snapshot/options/"_s + request.symbol;
    QUrlQuery query = firstQuery(request);
    QSet<QString> asked; // pages that lead back to one another would never end
    while (!path.isEmpty()) {
        if (asked.contains(path))
            return Error { Error::Code::Rejected, u"The service sends us in a circle."_s };
        asked.insert(path);
        const RestReply reply = client.ask(path, query);
        if (!reply.ok)
            return Error { reply.error, reply.detail };
        const Result<UniversalSnapshotsPage> page = decodeOptionsChain(reply.body);
        if (!page)
            return page.error();
        chaindata::add(data, page->snapshots);
        path = page->nextUrl;
        query = {};
    }
    chaindata::sort(data);
    if (data.contracts.empty())
        return Error { Error::Code::NotFound,
                       request.expiry
                           ? u"The service has no options on %1 that end on %2."_s.arg(
                               request.symbol, request.expiry->toString(Qt::ISODate))
                           : u"The service has no options on %1."_s.arg(request.symbol) };
    return data;
}

RateCurve servicechain::rates(Timestamp asOf, ServiceClient &client, Console &console)
{
    const RestReply reply
        = client.ask(u"/fed/v1/treasury-yields"_s,
                     { { u"sort"_s, u"date.desc"_s },
                       { u"limit"_s, u"1"_s },
                       { u"date.lte"_s, easterntime::date(asOf).toString(Qt::ISODate) } });
    const Result<TreasuryYieldsPage> page = reply.ok
        ? decodeTreasuryYields(reply.body)
        : Result<TreasuryYieldsPage>(Error { reply.error, reply.detail });
    if (page && !page->days.empty())
        if (const std::optional<RateCurve> curve = ChainInputs::curveOf(page->days.front()))
            return *curve;
    console.say(
        u"Treasury yields cannot be had; a rate of %1 %% stands in for them (--rate)."_s.arg(
            100 * ChainInputs::usualRate));
    return RateCurve(ChainInputs::usualRate);
}

} // namespace tapeline
