#pragma once

#include "journalselection.h"
#include "traderesult.h"

#include <map>

namespace tapeline {

/// What the trades of a day, or of several, come to.
struct DaySum
{
    qint64 trades = 0; ///< closed
    qint64 open = 0; ///< opened on these days and open still
    Money net;
    std::optional<double> multiple {}; ///< sum of R; nothing where no trade has a risk

    friend bool operator==(const DaySum &, const DaySum &) = default;
};

/// The trades that are looked at by the days they count for (tradeDay()).
class JournalDays
{
public:
    JournalDays() = default;
    /// The trades belong to the journal: valid until its next change.
    explicit JournalDays(const JournalSelection &selection);

    /// In [from, to].
    DaySum sum(QDate from, QDate to) const;
    DaySum sum(QDate day) const { return sum(day, day); }
    /// Closed ones in the order of their closing, then open ones.
    std::vector<const TradeRecord *> trades(QDate day) const;
    bool isEmpty() const { return m_closed.empty() && m_open.empty(); }

private:
    std::map<QDate, std::vector<StudiedTrade>> m_closed;
    std::map<QDate, std::vector<const TradeRecord *>> m_open;
};

} // namespace tapeline
