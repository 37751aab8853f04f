#include "symbolcatalog.h"

#include "fuzzymatch.h"
#include "symbology.h"
#include "tradetext.h"

#include <algorithm>

namespace tapeline {

namespace {

/// A symbol that begins with what was typed comes before every other.
constexpr int prefixPoints = 1'000'000;

int prefixScore(const KnownSymbol &known, const QString &text)
{
    const bool begins = bareSymbol(known).startsWith(text, Qt::CaseInsensitive)
        || known.symbol.startsWith(text, Qt::CaseInsensitive);
    return begins ? prefixPoints - static_cast<int>(bareSymbol(known).size()) : -1;
}

int fuzzyScoreOf(const KnownSymbol &known, const QString &text)
{
    return std::max(fuzzyScore(text, known.symbol), fuzzyScore(text, known.name));
}

} // namespace

QStringView bareSymbol(const KnownSymbol &known)
{
    const QStringView symbol = known.symbol;
    return symbol.size() > 2 && symbol[1] == u':' ? symbol.mid(2) : symbol;
}

QString knownSymbolDetail(const KnownSymbol &known)
{
    if (known.assetClass == AssetClass::Stocks)
        return known.name;
    const QString what = tradetext::assetClass(known.assetClass);
    return known.name.isEmpty() ? what : QString(known.name % u" \u00b7 " % what);
}

void SymbolCatalog::setSymbols(QList<KnownSymbol> symbols)
{
    m_symbols = std::move(symbols);
    emit changed();
}

QList<KnownSymbol> SymbolCatalog::matches(const QString &text, int most) const
{
    std::vector<std::pair<int, qsizetype>> found;
    const auto add = [&](auto score) {
        for (qsizetype i = 0; i < m_symbols.size(); ++i)
            if (const int points = score(m_symbols[i], text); points >= 0)
                found.emplace_back(-points, i); // equal ones stay in the catalog's order
    };
    add(prefixScore);
    // Of tens of thousands the dear way is gone only where the cheap one finds too few
    if (found.size() < static_cast<std::size_t>(most)) {
        found.clear();
        add([](const KnownSymbol &known, const QString &wanted) {
            const int begins = prefixScore(known, wanted);
            return begins >= 0 ? begins : fuzzyScoreOf(known, wanted);
        });
    }
    const auto count = std::min<std::size_t>(found.size(), static_cast<std::size_t>(most));
    const auto middle = found.begin() + static_cast<std::ptrdiff_t>(count);
    std::partial_sort(found.begin(), middle, found.end());

    QList<KnownSymbol> best;
    for (auto it = found.cbegin(); it != middle; ++it)
        best.append(m_symbols[it->second]);
    return best;
}

QString SymbolCatalog::resolved(const QString &text) const
{
    const QString symbol = symbology::fromInput(text);
    const KnownSymbol *meant = nullptr;
    for (const KnownSymbol &known : m_symbols) {
        if (known.symbol == symbol)
            return symbol;
        if (!meant && bareSymbol(known) == symbol)
            meant = &known;
    }
    return meant ? meant->symbol : symbol;
}

QString SymbolCatalog::nameOf(const QString &symbol) const
{
    for (const KnownSymbol &known : m_symbols)
        if (known.symbol == symbol)
            return known.name;
    return {};
}

} // namespace tapeline
