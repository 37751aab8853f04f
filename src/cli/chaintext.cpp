#include "chaintext.h"

#include "easterntext.h"
#include "jsonline.h"

#include <set>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t columnWidth = 11;

const char *wordOf(OptionRight right)
{
    return right == OptionRight::Call ? "call" : "put";
}

const char *wordOf(VolatilityStatus status)
{
    switch (status) {
    case VolatilityStatus::Ok:
        return "ok";
    case VolatilityStatus::LowVega:
        return "low_vega";
    case VolatilityStatus::BelowIntrinsic:
        return "below_intrinsic";
    case VolatilityStatus::AboveBound:
        return "above_bound";
    case VolatilityStatus::NoQuote:
        return "no_quote";
    case VolatilityStatus::Expired:
        return "expired";
    case VolatilityStatus::Waiting:
        return "no_underlying_price";
    }
    Q_UNREACHABLE();
}

bool isFound(VolatilityStatus status)
{
    return status == VolatilityStatus::Ok || status == VolatilityStatus::LowVega;
}

void addNumber(JsonLine &line, std::string_view name, const std::optional<double> &value)
{
    if (value)
        line.addNumber(name, *value);
    else
        line.addNull(name);
}

void addPrice(JsonLine &line, std::string_view name, Price price)
{
    if (price.isZero())
        line.addNull(name);
    else
        line.add(name, price);
}

JsonLine serviceLine(const ContractGreeks &greeks)
{
    JsonLine line;
    line.addNumber("iv", greeks.volatility).addNumber("delta", greeks.delta);
    line.addNumber("gamma", greeks.gamma).addNumber("theta", greeks.theta);
    line.addNumber("vega", greeks.vega);
    return line;
}

/// How expirations are called: by their day, and by their root where a day has several.
std::vector<std::string> namesOf(const ChainMeasures &measures)
{
    std::multiset<QDate> days;
    for (const ExpiryMeasures &expiry : measures.expiries)
        days.insert(expiry.expiry.day);
    std::vector<std::string> names;
    for (const ExpiryMeasures &expiry : measures.expiries) {
        QString name = expiry.expiry.day.toString(Qt::ISODate);
        if (days.count(expiry.expiry.day) > 1)
            name += u' ' + expiry.expiry.root;
        names.push_back(name.toStdString());
    }
    return names;
}

/// One figure of each expiration that has it.
template<typename Figure> JsonLine byExpiry(const ChainMeasures &measures, const Figure &figure)
{
    const std::vector<std::string> names = namesOf(measures);
    JsonLine line;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (const std::optional<double> value = figure(measures.expiries[i]))
            line.addNumber(names[i], *value);
    return line;
}

JsonLine moveLine(const ChainMeasures &measures)
{
    const std::vector<std::string> names = namesOf(measures);
    JsonLine line;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const ExpectedMove &move = measures.expiries[i].move;
        if (!move.ofVolatility && !move.ofStraddle)
            continue;
        JsonLine one;
        addNumber(one, "volatility", move.ofVolatility);
        addNumber(one, "straddle", move.ofStraddle);
        addNumber(one, "strangles", move.ofStrangles);
        line.add(names[i], one);
    }
    return line;
}

void appendColumn(std::string &row, const std::string &text, std::size_t width = columnWidth)
{
    row.append(text.size() < width ? width - text.size() : 1, ' ');
    row += text;
}

std::string decimal(const std::optional<double> &value, int digits)
{
    return value ? QString::number(*value, 'f', digits).toStdString() : "-";
}

std::string percent(const std::optional<double> &fraction)
{
    return fraction ? decimal(*fraction * 100, 1) + '%' : "-";
}

std::string priceText(Price price)
{
    return price.isZero() ? "-" : price.toString(2).toStdString();
}

} // namespace

std::string chaintext::toJson(const ChainContract &contract)
{
    JsonLine line;
    line.addText("ticker", contract.symbol).add("type", wordOf(contract.terms.right));
    line.addText("expiration", contract.terms.expiry.toString(Qt::ISODate));
    line.add("strike", contract.terms.strike);
    line.add("style", contract.terms.american ? "american" : "european");
    addPrice(line, "bid", contract.bid);
    addPrice(line, "ask", contract.ask);
    addNumber(line, "mid", contract.hasQuote() ? std::optional(contract.mid()) : std::nullopt);
    line.add("bid_size", contract.bidSize).add("ask_size", contract.askSize);
    addPrice(line, "last", contract.last);
    line.add("volume", contract.volume).addNumber("open_interest", contract.openInterest);
    const ContractGreeks *own = contract.own && isFound(contract.status) ? &*contract.own : nullptr;
    const auto add = [&](std::string_view name, double ContractGreeks::*greek) {
        addNumber(line, name, own ? std::optional(own->*greek) : std::nullopt);
    };
    add("iv", &ContractGreeks::volatility);
    line.add("iv_status", wordOf(contract.status));
    add("delta", &ContractGreeks::delta);
    add("gamma", &ContractGreeks::gamma);
    add("theta", &ContractGreeks::theta);
    add("vega", &ContractGreeks::vega);
    add("rho", &ContractGreeks::rho);
    if (contract.service)
        line.add("service", serviceLine(*contract.service));
    return line.text();
}

std::string chaintext::toJson(const ChainData &data, const ChainMeasures &measures)
{
    JsonLine line;
    line.addText("underlying", data.underlying);
    addNumber(line, "price", data.spot > 0 ? std::optional(data.spot) : std::nullopt);
    line.add("as_of", toMs(data.asOf)).add("contracts", data.contracts.size());
    const auto field = [&](std::string_view name, std::optional<double> ExpiryMeasures::*figure) {
        line.add(name, byExpiry(measures, [&](const ExpiryMeasures &m) { return m.*figure; }));
    };
    field("max_pain", &ExpiryMeasures::maxPain);
    addNumber(line, "put_call_volume", measures.totals.putCallVolume());
    addNumber(line, "put_call_oi", measures.totals.putCallInterest());
    line.addNumber("gamma_exposure", measures.totals.gamma);
    line.add("expected_move", moveLine(measures));
    field("atm_strike", &ExpiryMeasures::atTheMoneyStrike);
    field("atm_iv", &ExpiryMeasures::volatility);
    return line.text();
}

std::string chaintext::header()
{
    std::string row = "contract             ";
    for (const char *name : { "strike", "bid", "ask", "last", "volume", "OI", "IV", "delta",
                              "gamma", "theta", "vega" })
        appendColumn(row, name);
    return row;
}

std::string chaintext::toRow(const ChainContract &contract)
{
    std::string row = contract.symbol.leftJustified(21).toStdString();
    appendColumn(row, contract.terms.strike.toString(2).toStdString());
    for (const Price price : { contract.bid, contract.ask, contract.last })
        appendColumn(row, priceText(price));
    appendColumn(row, contract.volume.toString().toStdString());
    appendColumn(row, decimal(contract.openInterest, 0));
    const ContractGreeks *own = contract.own && isFound(contract.status) ? &*contract.own : nullptr;
    const auto of = [&](double ContractGreeks::*greek) {
        return own ? std::optional(own->*greek) : std::nullopt;
    };
    appendColumn(row, percent(of(&ContractGreeks::volatility)));
    appendColumn(row, decimal(of(&ContractGreeks::delta), 4));
    appendColumn(row, decimal(of(&ContractGreeks::gamma), 5));
    appendColumn(row, decimal(of(&ContractGreeks::theta), 4));
    appendColumn(row, decimal(of(&ContractGreeks::vega), 4));
    return row;
}

std::vector<std::string> chaintext::toRows(const ChainData &data, const ChainMeasures &measures)
{
    std::vector<std::string> rows;
    rows.push_back(data.underlying.toStdString() + ' ' + decimal(data.spot, 2) + " at "
                   + easternText(data.asOf) + " (Eastern)");
    std::string head = "expiration     ";
    for (const char *name : { "days", "ATM strike", "ATM IV", "max pain", "move (IV)", "(straddle)",
                              "(strangles)", "p/c volume", "p/c OI" })
        appendColumn(head, name, 13);
    rows.push_back(head);
    const std::vector<std::string> names = namesOf(measures);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const ExpiryMeasures &expiry = measures.expiries[i];
        std::string row = names[i];
        row.resize(std::max<std::size_t>(15, row.size()), ' ');
        const std::pair<std::optional<double>, int> columns[] = {
            { expiry.days, 1 },
            { expiry.atTheMoneyStrike, 2 },
        };
        for (const auto &[value, digits] : columns)
            appendColumn(row, decimal(value, digits), 13);
        appendColumn(row, percent(expiry.volatility), 13);
        for (const auto &value : { expiry.maxPain, expiry.move.ofVolatility, expiry.move.ofStraddle,
                                   expiry.move.ofStrangles, expiry.totals.putCallVolume(),
                                   expiry.totals.putCallInterest() })
            appendColumn(row, decimal(value, 2), 13);
        rows.push_back(row);
    }
    rows.push_back("put/call ratio by volume " + decimal(measures.totals.putCallVolume(), 2)
                   + ", by open interest " + decimal(measures.totals.putCallInterest(), 2));
    rows.push_back("gamma exposure per 1 % " + decimal(measures.totals.gamma, 0)
                   + " (calls counted as bought by dealers, puts as written)");
    return rows;
}

} // namespace tapeline
