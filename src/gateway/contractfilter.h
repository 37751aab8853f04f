#pragma once

#include "endpointcall.h"
#include "optionssource.h"

#include <array>

namespace tapeline {

/// The filters that contract lists and chain snapshots share: strike_price and expiration_date with
/// their suffixes, and contract_type.
struct ContractFilter
{
    std::optional<OptionRight> right; ///< nothing: both
    bool excludesAll = false; ///< contract_type "other": no source of ours has adjusted contracts
    Price lowestStrike = Price::fromUnits(0);
    Price highestStrike = Price::fromUnits(std::numeric_limits<qint64>::max());
    QDate firstExpiration; ///< null: open
    QDate lastExpiration;

    bool admits(const ServedContract &contract) const
    {
        return !excludesAll && (!right || contract.right == *right)
            && contract.strike >= lowestStrike && contract.strike <= highestStrike;
    }
    /// A span's expirations, narrowed to what the filter lets through.
    ContractSpan narrowed(ContractSpan span) const;

    /// The parameters it reads.
    static constexpr std::array<std::string_view, 11> keys {
        "contract_type",       "strike_price",       "strike_price.gt",     "strike_price.gte",
        "strike_price.lt",     "strike_price.lte",   "expiration_date",     "expiration_date.gt",
        "expiration_date.gte", "expiration_date.lt", "expiration_date.lte",
    };
};

namespace contractfilter {

/// Fills the filter; the refusal of the first parameter that is wrong.
std::optional<HttpReply> read(const EndpointCall &call, const QueryParameters &query,
                              ContractFilter &filter);

/// What contracts can be sorted by.
enum class Order : quint8 { Ticker, Underlying, Expiration, Strike };
std::optional<Order> orderOf(std::string_view text);
/// Sorts rows that are in the order of symbols; equal ones keep it. Descending is its reverse.
void sort(std::vector<ServedContract> &rows, Order order, bool ascending);

} // namespace contractfilter
} // namespace tapeline
