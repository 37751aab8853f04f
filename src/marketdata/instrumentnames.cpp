#include "instrumentnames.h"

#include "symbology.h"

#include <QString>

namespace tapeline {

void InstrumentNames::Pairs::truncate(std::size_t size)
{
    names.truncate(size);
    instruments.resize(size);
}

InstrumentId InstrumentNames::pair(std::string_view name, AssetClass assetClass)
{
    Pairs &pairs = assetClass == AssetClass::Forex ? m_forex : m_crypto;
    const InstrumentId known = pairs.names.intern(name);
    if (!known.isValid())
        return {};
    if (known.index() == pairs.instruments.size()) {
        const QString text = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
        pairs.instruments.push_back(m_symbols.intern(symbology::fromStream(text, assetClass)));
    }
    return pairs.instruments[known.index()];
}

InstrumentNames::Extent InstrumentNames::extent() const
{
    return { m_symbols.size(), m_forex.names.size(), m_crypto.names.size() };
}

void InstrumentNames::returnTo(const Extent &extent)
{
    m_symbols.truncate(extent.symbols);
    m_forex.truncate(extent.forexPairs);
    m_crypto.truncate(extent.cryptoPairs);
}

} // namespace tapeline
