#include "chainlisting.h"

#include "chainbook.h"
#include "easterntime.h"

namespace tapeline::chainlisting {

ListedChain chain(const ChainBook &book)
{
    ListedChain chain {
        book.underlying(), book.spot().toDouble(), book.asOf(), {}, GreeksSource::Own
    };
    for (const ChainExpiry &own : book.expiries())
        chain.expiries.push_back(expiry(book, own));
    return chain;
}

ListedExpiry expiry(const ChainBook &book, const ChainExpiry &expiry)
{
    ListedExpiry listed { expiry, {}, book.strikes(expiry) };
    if (const ExpiryAssumptions *known = book.assumptions(expiry)) {
        listed.assumptions = *known;
    } else {
        listed.assumptions.expiry = expiry;
        listed.assumptions.ends = easterntime::at(expiry.day, 16h);
    }
    return listed;
}

const ChainContract *nearest(const ChainBook &book, const ChainExpiry &expiry, OptionRight right,
                             Price strike)
{
    const ChainContract *best = nullptr;
    const auto distance = [strike](const ChainContract &contract) {
        const Price apart = contract.terms.strike - strike;
        return apart < Price() ? -apart : apart;
    };
    for (const ChainStrike &listed : book.strikes(expiry))
        if (const ChainContract *own = listedchains::contract(listed, right);
            own && (!best || distance(*own) < distance(*best)))
            best = own;
    return best;
}

} // namespace tapeline::chainlisting
