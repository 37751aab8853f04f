#pragma once

#include "marketevent.h"
#include "sessiontape.h"
#include "walkmodel.h"

namespace tapeline {

/// A simulated pair of currencies.
struct SandboxCurrency
{
    WalkTraits walk;
    QString name; ///< "Euro - United States dollar"
    QString base; ///< "EUR"
    QString baseName;
    QString quote; ///< "USD"
    QString quoteName;
    int decimals = 5;
    int spread = 2; ///< usual distance of bid and ask, ticks
};

/// The euro in dollars and the dollar in yen: the same list on every run.
const std::vector<SandboxCurrency> &sandboxCurrencies();

/// The simulated currencies: quotes from Sunday 17:00 to Friday 17:00 Eastern. Their bids are the
/// prints of a SessionTape, so that its bars are made of bids and their volume counts quotes.
class CurrencyTape
{
public:
    /// firstId: what events call the first of sandboxCurrencies().
    CurrencyTape(quint64 seed, InstrumentId firstId);

    const SessionTape &bars() const { return m_tape; }

    /// Quotes of [from, to), appended. They have no sizes.
    void events(int pair, Timestamp from, Timestamp to, std::vector<MarketEvent> &out) const;
    std::optional<Quote> lastQuote(int pair, Timestamp before) const;

private:
    Quote quoteOf(int pair, const TapePrint &bid) const;

    quint64 m_seed;
    InstrumentId m_firstId;
    SessionTape m_tape;
};

} // namespace tapeline
