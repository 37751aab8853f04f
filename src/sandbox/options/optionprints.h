#pragma once

#include "optionactivity.h"
#include "optionquotes.h"

#include <vector>

namespace tapeline {

/// One trade of a contract, and where in the quote it takes place.
struct OptionPrint
{
    enum class Side : qint8 { Sold = -1, Between = 0, Bought = 1 };

    qint32 millisecond = 0; ///< of the day; no two of a contract alike
    qint32 size = 0; ///< contracts
    qint32 price = 0; ///< cents; 0: not priced yet
    quint16 venue = 0;
    quint16 condition = 0;
    Side side = Side::Between;

    int second() const { return millisecond / 1'000; }
};

/// The prints of contracts: as many and as large as the day's volume says, more at the open and the
/// close, priced at or within the quote of their moment.
class OptionPrints
{
public:
    OptionPrints(quint64 seed, const TradingDays &days, const OptionActivity &activity,
                 OptionQuotes &quotes);

    /// All of a day, ascending, without prices. Their sizes add up to the day's volume.
    std::vector<OptionPrint> plan(const SandboxOption &option, const OptionSession &session) const;
    /// What a print costs, cents.
    qint32 priceOf(const OptionPrint &print, const SandboxOption &option,
                   const OptionSession &session) const;

private:
    quint64 m_seed;
    const TradingDays &m_days;
    const OptionActivity &m_activity;
    OptionQuotes &m_quotes;
};

} // namespace tapeline
