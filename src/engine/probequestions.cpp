#include "probequestions.h"

#include "restbody.h"
#include "resterror.h"

#include <algorithm>

namespace tapeline::probequestions {

using namespace Qt::Literals::StringLiterals;

namespace {

using Verdict = ProbeFinding::Verdict;

const QUrlQuery oneRow { { u"limit"_s, u"1"_s } };

Question stocksQuestion(Plan plan)
{
    switch (plan) {
    case Plan::Basic:
        return { u"/v2/aggs/ticker/AAPL/prev"_s, {} };
    case Plan::Starter:
        return { u"/v2/snapshot/locale/us/markets/stocks/tickers/AAPL"_s, {} };
    case Plan::Developer:
        return { u"/v3/trades/AAPL"_s, oneRow };
    case Plan::Advanced:
        return { u"/v3/quotes/AAPL"_s, oneRow };
    }
    Q_UNREACHABLE();
}

std::optional<Question> optionsQuestion(Plan plan, const QString &contract)
{
    if (plan == Plan::Basic) // bars need a contract, which would be a second request
        return Question { u"/v3/reference/options/contracts"_s,
                          { { u"underlying_ticker"_s, u"SPY"_s }, { u"limit"_s, u"1"_s } } };
    if (plan == Plan::Starter)
        return Question { u"/v3/snapshot/options/SPY"_s, oneRow };
    if (contract.isEmpty())
        return std::nullopt;
    const bool quotes = plan == Plan::Advanced;
    return Question { (quotes ? u"/v3/quotes/"_s : u"/v3/trades/"_s) + contract, oneRow };
}

std::optional<Question> indicesQuestion(Plan plan)
{
    if (plan == Plan::Basic)
        return Question { u"/v2/aggs/ticker/I:SPX/prev"_s, {} };
    if (plan == Plan::Starter)
        return Question { u"/v3/snapshot/indices"_s, { { u"ticker.any_of"_s, u"I:SPX"_s } } };
    return std::nullopt; // its answer says whether it is real time
}

std::optional<Question> currenciesQuestion(Plan plan)
{
    if (plan == Plan::Basic)
        return Question { u"/v2/aggs/ticker/X:BTCUSD/prev"_s, {} };
    if (plan == Plan::Starter)
        return Question { u"/v3/trades/X:BTC-USD"_s, oneRow };
    return std::nullopt;
}

std::optional<Question> futuresQuestion(Plan plan, const QString &contract)
{
    if (plan == Plan::Basic)
        return Question { u"/futures/v1/contracts"_s, oneRow };
    if (plan == Plan::Starter) // several rows: not every contract trades
        return Question { u"/futures/v1/snapshot"_s,
                          { { u"product_code"_s, u"ES"_s }, { u"limit"_s, u"10"_s } } };
    if (plan == Plan::Developer && !contract.isEmpty())
        return Question { u"/futures/v1/trades/"_s + contract, oneRow };
    return std::nullopt; // the snapshot says whether it is real time
}

bool hasRealTime(JsonValue value)
{
    if (value.key() == "timeframe" && value.text() == "REAL-TIME")
        return true;
    if (!value.isObject() && !value.isArray())
        return false;
    return std::any_of(value.begin(), value.end(), hasRealTime);
}

JsonValue firstRow(JsonValue results)
{
    return results.isArray() && results.size() > 0 ? *results.begin() : JsonValue();
}

Answer opened(const RestBody &body)
{
    const JsonValue results = body.root()["results"];
    const JsonValue row = firstRow(results);
    // A list answers for each row: one that may not be seen holds the reason in its place
    if (jsonread::text(row["error"]) == "NOT_ENTITLED"_L1)
        return { .verdict = Verdict::PlanLacks, .detail = jsonread::text(row["message"]) };
    Answer answer;
    answer.realTime = hasRealTime(results);
    const QString inDetails = jsonread::text(row["details"]["ticker"]);
    answer.symbol = inDetails.isEmpty() ? jsonread::text(row["ticker"]) : inDetails;
    return answer;
}

Answer readBody(const RestReply &reply)
{
    RestBody body;
    if (const Result<void> read = body.read(reply.body); !read)
        return { .verdict = Verdict::ServiceFailed,
                 .detail = read.error().code == Error::Code::Malformed
                     ? u"The service's answer cannot be read."_s
                     : read.error().detail };
    if (!body.root().isObject())
        return { .verdict = Verdict::ServiceFailed,
                 .detail = u"The service's answer cannot be read."_s };
    return opened(body);
}

Verdict verdictOf(const RestReply &reply)
{
    switch (reply.error) {
    case Error::Code::Unauthorized:
        return Verdict::KeyRefused;
    case Error::Code::NotEntitled:
        return Verdict::PlanLacks;
    case Error::Code::RateLimited:
        return Verdict::RateLimited;
    case Error::Code::NotFound:
        // The service looks for a symbol after it has looked at the plan
        return resterror::isMissingRoute(reply.httpStatus, reply.body) ? Verdict::NotOffered
                                                                       : Verdict::Works;
    case Error::Code::Network:
        return reply.httpStatus == 0 ? Verdict::NoNetwork : Verdict::ServiceFailed;
    case Error::Code::InvalidArgument: // the address, or a key that must not go there
    case Error::Code::Cancelled:
        return Verdict::NoNetwork;
    case Error::Code::Malformed:
    case Error::Code::Overflow:
    case Error::Code::Rejected:
    case Error::Code::Storage:
        return Verdict::ServiceFailed;
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<Question> questionFor(Product product, Plan plan, const QString &symbol)
{
    switch (product) {
    case Product::Stocks:
        return stocksQuestion(plan);
    case Product::Options:
        return optionsQuestion(plan, symbol);
    case Product::Indices:
        return indicesQuestion(plan);
    case Product::Currencies:
        return currenciesQuestion(plan);
    case Product::Futures:
        return futuresQuestion(plan, symbol);
    }
    Q_UNREACHABLE();
}

Answer read(const RestReply &reply)
{
    if (reply.ok)
        return readBody(reply);
    return { .verdict = verdictOf(reply), .detail = reply.detail };
}

} // namespace tapeline::probequestions
