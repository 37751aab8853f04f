#include "symbolcatalog.h"

#include "fuzzymatch.h"

#include <algorithm>

namespace tapeline {

namespace {

/// A symbol that begins with what was typed comes before every other.
constexpr int prefixPoints = 1'000'000;

int scoreOf(const KnownSymbol &known, const QString &text)
{
    if (known.symbol.startsWith(text, Qt::CaseInsensitive))
        return prefixPoints - static_cast<int>(known.symbol.size());
    const int bySymbol = fuzzyScore(text, known.symbol);
    const int byName = fuzzyScore(text, known.name);
    return std::max(bySymbol, byName);
}

} // namespace

void SymbolCatalog::setSymbols(QList<KnownSymbol> symbols)
{
    m_symbols = std::move(symbols);
    emit changed();
}

QList<KnownSymbol> SymbolCatalog::matches(const QString &text, int most) const
{
    std::vector<std::pair<int, qsizetype>> found;
    for (qsizetype i = 0; i < m_symbols.size(); ++i)
        if (const int score = scoreOf(m_symbols[i], text); score >= 0)
            found.emplace_back(-score, i); // equal ones stay in the catalog's order
    const auto count = std::min<std::size_t>(found.size(), static_cast<std::size_t>(most));
    const auto middle = found.begin() + static_cast<std::ptrdiff_t>(count);
    std::partial_sort(found.begin(), middle, found.end());

    QList<KnownSymbol> best;
    for (auto it = found.cbegin(); it != middle; ++it)
        best.append(m_symbols[it->second]);
    return best;
}

QString SymbolCatalog::nameOf(const QString &symbol) const
{
    for (const KnownSymbol &known : m_symbols)
        if (known.symbol == symbol)
            return known.name;
    return {};
}

} // namespace tapeline
