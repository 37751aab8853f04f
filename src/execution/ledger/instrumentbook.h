#pragma once

#include "instrument.h"

#include <map>

namespace tapeline {

/// What is known of the instruments an account deals in; for others what their symbol tells.
class InstrumentBook
{
public:
    void learn(const Instrument &instrument) { m_instruments[instrument.symbol] = instrument; }
    const Instrument &of(const QString &symbol) const
    {
        const auto found = m_instruments.find(symbol);
        if (found != m_instruments.end())
            return found->second;
        Instrument unknown;
        unknown.symbol = symbol;
        return m_instruments[symbol] = instrumentFromSymbol(symbol).value_or(unknown);
    }

private:
    mutable std::map<QString, Instrument> m_instruments; ///< what symbols told is kept as well
};

/// What limits and requirements are counted by: an option's underlying, else the symbol itself.
inline QString underlyingOf(const Instrument &instrument)
{
    return instrument.option ? instrument.option->underlying : instrument.symbol;
}

} // namespace tapeline
