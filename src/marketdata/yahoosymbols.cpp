#include "yahoosymbols.h"

#include "symbology.h"

#include <algorithm>
#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

struct IndexName
{
    QLatin1StringView ours;
    QLatin1StringView theirs;
};

constexpr std::array indices {
    IndexName { "I:SPX"_L1, "^GSPC"_L1 }, IndexName { "I:NDX"_L1, "^NDX"_L1 },
    IndexName { "I:DJI"_L1, "^DJI"_L1 },  IndexName { "I:COMP"_L1, "^IXIC"_L1 },
    IndexName { "I:RUT"_L1, "^RUT"_L1 },  IndexName { "I:VIX"_L1, "^VIX"_L1 },
    IndexName { "I:OEX"_L1, "^OEX"_L1 },  IndexName { "I:NYA"_L1, "^NYA"_L1 },
};

std::optional<QString> indexName(const QString &symbol)
{
    for (const IndexName &index : indices)
        if (symbol == index.ours)
            return index.theirs;
    return {};
}

bool isUpper(QStringView text)
{
    return std::ranges::none_of(text, [](QChar c) { return c.isLower(); });
}

/// Warrants and units have endings of their own there; a small p marks preferred stock here. Other
/// small letters (rights, when issued) have no counterpart.
std::optional<QString> stockName(QString symbol)
{
    const qsizetype preferred = symbol.indexOf(u'p');
    if (preferred > 0)
        symbol.replace(preferred, 1, u"-P"_s);
    if (!isUpper(symbol))
        return {};
    if (symbol.endsWith(".WS"_L1))
        return symbol.chopped(3) + u"-WT"_s;
    if (symbol.endsWith(".U"_L1))
        return symbol.chopped(2) + u"-UN"_s;
    return symbol.replace(u'.', u'-');
}

} // namespace

std::optional<QString> yahooSymbol(const QString &symbol)
{
    const Result<AssetClass> assetClass = symbology::classify(symbol);
    if (!assetClass)
        return {};
    switch (*assetClass) {
    case AssetClass::Stocks:
        return stockName(symbol);
    case AssetClass::Indices:
        return indexName(symbol);
    case AssetClass::Crypto:
        return symbology::toStream(symbol);
    case AssetClass::Forex:
        return symbol.mid(2) + u"=X"_s;
    case AssetClass::Options:
    case AssetClass::Futures:
        break;
    }
    return {};
}

} // namespace tapeline
