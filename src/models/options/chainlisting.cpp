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

} // namespace tapeline::chainlisting
