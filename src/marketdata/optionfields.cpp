#include "optionfields.h"

#include "restbody.h"

namespace tapeline::optionfields {

using namespace Qt::Literals::StringLiterals;
using jsonread::firstOf;

namespace {

ContractType typeOf(JsonValue value)
{
    if (value.text() == "call")
        return ContractType::Call;
    return value.text() == "put" ? ContractType::Put : ContractType::Other;
}

} // namespace

std::optional<OptionDetails> details(JsonValue row, FeedNumbers &numbers)
{
    const std::optional<Price> strike = numbers.price(row["strike_price"]);
    OptionDetails details;
    details.expiration = jsonread::date(row["expiration_date"]);
    if (!strike || !details.expiration.isValid())
        return {};
    details.strike = *strike;
    details.symbol = jsonread::text(row["ticker"]);
    details.underlying = jsonread::text(row["underlying_ticker"]);
    details.type = typeOf(row["contract_type"]);
    details.exerciseStyle = jsonread::text(row["exercise_style"]);
    details.sharesPerContract = FeedNumbers::realOr(row["shares_per_contract"], 100);
    details.primaryExchange = jsonread::text(row["primary_exchange"]);
    details.cfi = jsonread::text(row["cfi"]);
    return details;
}

std::optional<OptionFigures> figures(JsonValue row, FeedNumbers &numbers)
{
    const std::optional<OptionDetails> contract
        = details(firstOf(row, { "details", "options" }), numbers);
    if (!contract)
        return {};

    const JsonValue greeks = row["greeks"];
    const JsonValue underlying = row["underlying_asset"];
    OptionFigures figures;
    figures.details = *contract;
    figures.delta = FeedNumbers::real(greeks["delta"]);
    figures.gamma = FeedNumbers::real(greeks["gamma"]);
    figures.theta = FeedNumbers::real(greeks["theta"]);
    figures.vega = FeedNumbers::real(greeks["vega"]);
    figures.impliedVolatility = FeedNumbers::real(row["implied_volatility"]);
    figures.openInterest = FeedNumbers::realOr(row["open_interest"], 0);
    figures.breakEven = numbers.price(row["break_even_price"]).value_or(Price());
    figures.underlying
        = underlying.isPresent() ? jsonread::text(underlying["ticker"]) : contract->underlying;
    figures.underlyingPrice
        = numbers.price(firstOf(underlying, { "price", "value" })).value_or(Price());
    figures.underlyingUpdated = FeedNumbers::timeOrEpoch(underlying["last_updated"]);
    return figures;
}

} // namespace tapeline::optionfields
