#pragma once

#include "assetclass.h"
#include "symboltable.h"

#include <string_view>
#include <vector>

namespace tapeline {

/// The names by which stream objects speak of instruments: symbols, and pairs of currencies as the
/// stream writes them ("BTC-USD" is X:BTCUSD, "EUR/USD" is C:EURUSD).
class InstrumentNames
{
public:
    /// How many names are known.
    struct Extent
    {
        std::size_t symbols = 0;
        std::size_t forexPairs = 0;
        std::size_t cryptoPairs = 0;
    };

    /// symbols must live longer.
    explicit InstrumentNames(SymbolTable &symbols)
        : m_symbols(symbols)
    {
    }

    SymbolTable &symbols() { return m_symbols; }
    /// Interns the pair's symbol; an invalid id when the name is no SymbolTable's.
    InstrumentId pair(std::string_view name, AssetClass assetClass);

    Extent extent() const;
    /// Forgets what was learnt since.
    void returnTo(const Extent &extent);

private:
    struct Pairs
    {
        SymbolTable names;
        std::vector<InstrumentId> instruments; // by the name's id

        void truncate(std::size_t size);
    };

    SymbolTable &m_symbols;
    Pairs m_forex;
    Pairs m_crypto;
};

} // namespace tapeline
