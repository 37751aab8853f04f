#include "brokersymbol.h"

#include "futuresproducts.h"
#include "symbology.h"

#include <algorithm>

namespace tapeline::brokersymbol {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 optionMultiplier = 100;
constexpr qsizetype longestSymbol = 64;
constexpr qsizetype osiTail = 15; // yymmdd, C or P, eight digits

enum class Kind : quint8 { Unsaid, Stock, Option, Future, FutureOption, Forex, Crypto, Other };

/// "OPT" of Interactive Brokers, "Equity Option" of tastytrade, "CALL" of thinkorswim.
Kind kindOf(const QString &text)
{
    const QString kind = text.trimmed().toUpper();
    const auto isOneOf = [&kind](std::initializer_list<QLatin1StringView> words) {
        return std::ranges::find(words, kind) != words.end();
    };
    if (kind.isEmpty())
        return Kind::Unsaid;
    if (kind == "FOP"_L1 || (kind.contains("FUTURE"_L1) && kind.contains("OPTION"_L1)))
        return Kind::FutureOption;
    if (isOneOf({ "OPT"_L1, "CALL"_L1, "PUT"_L1, "CASH-SETTLED"_L1 }) || kind.contains("OPTION"_L1))
        return Kind::Option;
    if (kind.startsWith("FUT"_L1))
        return Kind::Future;
    if (kind.startsWith("CRYPTO"_L1))
        return Kind::Crypto;
    if (isOneOf({ "CASH"_L1, "FX"_L1 }) || kind.startsWith("FOREX"_L1))
        return Kind::Forex;
    if (isOneOf({ "STK"_L1, "STOCK"_L1, "STOCKS"_L1, "EQUITY"_L1, "ETF"_L1, "COMMON"_L1 }))
        return Kind::Stock;
    if (kind.startsWith("BOND"_L1) || kind.startsWith("FUND"_L1) || kind == "BILL"_L1
        || kind.startsWith("WARRANT"_L1) || kind == "WAR"_L1)
        return Kind::Other;
    return Kind::Unsaid;
}

std::optional<bool> isCall(QStringView right)
{
    if (right.compare("C"_L1, Qt::CaseInsensitive) == 0
        || right.compare("CALL"_L1, Qt::CaseInsensitive) == 0)
        return true;
    if (right.compare("P"_L1, Qt::CaseInsensitive) == 0
        || right.compare("PUT"_L1, Qt::CaseInsensitive) == 0)
        return false;
    return std::nullopt;
}

std::optional<MappedSymbol> option(const QString &root, QDate expiry, bool call, Price strike)
{
    symbology::OptionContract contract;
    contract.root = root.toUpper().remove(u'.').remove(u'/').remove(u' ');
    contract.expiration = expiry;
    contract.call = call;
    contract.strike = strike;
    const Result<QString> symbol = symbology::formatOption(contract);
    return symbol ? std::optional(MappedSymbol { *symbol, optionMultiplier }) : std::nullopt;
}

/// "SPY   261218C00700000", "O:SPY261218C00700000"
std::optional<MappedSymbol> fromOsi(const QString &written)
{
    QString bare = written.startsWith("O:"_L1) ? written.sliced(2) : written;
    bare.remove(u' ');
    if (bare.size() <= osiTail)
        return std::nullopt;
    const QString symbol = u"O:"_s + bare.toUpper();
    return symbology::parseOption(symbol) ? std::optional(MappedSymbol { symbol, optionMultiplier })
                                          : std::nullopt;
}

/// thinkorswim's ".SPY261218C700" or ".SPXW261218P6542.5"
std::optional<MappedSymbol> fromDotted(QStringView written)
{
    if (!written.startsWith(u'.') || written.startsWith("./"_L1))
        return std::nullopt;
    const QStringView name = written.sliced(1);
    qsizetype right = name.size() - 1;
    while (right > 0 && name[right] != u'C' && name[right] != u'P')
        --right;
    if (right < 7)
        return std::nullopt;
    const QByteArray date = "20" + name.sliced(right - 6, 6).toLatin1();
    std::string_view dateText(date.data(), std::size_t(date.size()));
    const std::optional<QDate> expiry = FillClock::takeDate(dateText, DateOrder::MonthFirst);
    const Result<Price> strike = Price::parse(name.sliced(right + 1));
    if (!expiry || !dateText.empty() || !strike)
        return std::nullopt;
    return option(name.first(right - 6).toString(), *expiry, name[right] == u'C', *strike);
}

/// "SPY 18DEC26 700 C", "SPY 12/18/2026 700.00 Call", "SPY DEC 18 2026 700C"
std::optional<MappedSymbol> fromWords(const QString &written, DateOrder order)
{
    QStringList words = written.split(u' ', Qt::SkipEmptyParts);
    if (words.size() < 3)
        return std::nullopt;
    QString right = words.takeLast();
    std::optional<bool> call = isCall(right);
    if (!call && right.size() > 1) { // "700C"
        call = isCall(QStringView(right).last(1));
        words.append(right.chopped(1));
    }
    if (!call || words.size() < 3)
        return std::nullopt;
    const Result<Price> strike = Price::parse(words.takeLast().remove(u'$').remove(u','));
    const QString root = words.takeFirst();
    const QByteArray date = words.join(u' ').toLatin1();
    std::string_view dateText(date.data(), std::size_t(date.size()));
    const std::optional<QDate> expiry = FillClock::takeDate(dateText, order);
    if (!strike || !expiry || !dateText.empty())
        return std::nullopt;
    return option(root, *expiry, *call, *strike);
}

/// By the columns of the line.
std::optional<MappedSymbol> fromColumns(const BrokerSymbol &written)
{
    const std::optional<bool> call
        = isCall(written.right) ? isCall(written.right) : isCall(written.kind);
    if (!call || !written.expiry || !written.strike)
        return std::nullopt;
    const QString first = written.symbol.section(u' ', 0, 0, QString::SectionSkipEmpty);
    // The symbol tells the series where the underlying does not: SPXW of SPX
    for (const QString &root : { first, written.underlying }) {
        if (const auto mapped = option(root, *written.expiry, *call, *written.strike))
            return mapped;
    }
    return std::nullopt;
}

/// "/ESZ6", "/ESZ26:XCME", "ESZ6"
std::optional<MappedSymbol> future(QString written)
{
    written = written.section(u':', 0, 0).remove(u' ').toUpper();
    if (written.startsWith(u'/'))
        written.remove(0, 1);
    const Result<symbology::FutureContract> contract = symbology::parseFuture(written);
    if (!contract)
        return std::nullopt;
    const std::optional<FuturesProduct> product = futuresProduct(contract->root);
    return MappedSymbol { written, product ? product->multiplier : 0 };
}

/// "EUR.USD", "BTC/USD", "BTCUSD"; a coin alone is quoted in dollars.
std::optional<MappedSymbol> pair(const QString &written, AssetClass assetClass)
{
    const bool isCoin = assetClass == AssetClass::Crypto;
    QString name = written.section(isCoin ? u'@' : u' ', 0, 0).toUpper();
    if (name.startsWith("C:"_L1) || name.startsWith("X:"_L1))
        name.remove(0, 2);
    if (const qsizetype venue = name.indexOf(u'-'); name.contains(u'.') && venue > 0)
        name.truncate(venue); // "BTC.USD-PAXOS"
    const bool isPair = name.contains(u'.') || name.contains(u'/') || name.contains(u'-');
    name.remove(u'.').remove(u'/').remove(u'-');
    if (isCoin && !isPair && !name.endsWith("USD"_L1))
        name += u"USD"_s;
    const QString symbol = (isCoin ? u"X:"_s : u"C:"_s) + name;
    const Result<AssetClass> known = symbology::classify(symbol);
    return known && *known == assetClass ? std::optional(MappedSymbol { symbol, 1 }) : std::nullopt;
}

/// "BRK B", "BRK/B" and "BRK.B" are one share.
std::optional<MappedSymbol> stock(const QString &written)
{
    QString symbol = written;
    symbol.replace(u' ', u'.').replace(u'/', u'.');
    if (symbol == symbol.toLower())
        symbol = symbol.toUpper();
    const Result<AssetClass> known = symbology::classify(symbol);
    if (!known || *known != AssetClass::Stocks)
        return std::nullopt;
    return MappedSymbol { symbol, 1 };
}

/// What the line says it is decides; where it does not, the notation.
std::optional<MappedSymbol> find(const BrokerSymbol &written, DateOrder order)
{
    const QString &symbol = written.symbol;
    const Kind kind = kindOf(written.kind);
    const bool mayBeOption = kind == Kind::Unsaid || kind == Kind::Option;
    if (mayBeOption) {
        if (const auto osi = fromOsi(symbol))
            return osi;
        if (const auto columns = fromColumns(written))
            return columns;
        if (const auto dotted = fromDotted(symbol))
            return dotted;
        if (const auto words = fromWords(symbol, order))
            return words;
    }
    switch (kind) {
    case Kind::Future:
        return future(symbol);
    case Kind::Forex:
        return pair(symbol, AssetClass::Forex);
    case Kind::Crypto:
        return pair(symbol, AssetClass::Crypto);
    case Kind::Stock:
        return stock(symbol);
    case Kind::Unsaid:
        break;
    case Kind::Option:
    case Kind::FutureOption:
    case Kind::Other:
        return std::nullopt;
    }
    if (symbol.startsWith(u'/'))
        return future(symbol);
    const QString typed = symbology::fromInput(symbol);
    const Result<AssetClass> known = symbology::classify(typed);
    if (!known)
        return stock(symbol);
    if (*known == AssetClass::Futures)
        return future(typed);
    return MappedSymbol { typed, *known == AssetClass::Options ? optionMultiplier : 1 };
}

bool isPlain(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isPrint(); });
}

} // namespace

Result<MappedSymbol> map(const BrokerSymbol &written, DateOrder order)
{
    BrokerSymbol trimmed = written;
    trimmed.symbol = trimmed.symbol.trimmed();
    if (trimmed.symbol.isEmpty() || trimmed.symbol.size() > longestSymbol
        || !isPlain(trimmed.symbol))
        return Error { Error::Code::Malformed, trimmed.symbol };
    if (const std::optional<MappedSymbol> mapped = find(trimmed, order))
        return *mapped;
    const Kind kind = kindOf(trimmed.kind);
    const bool isUnit = kind == Kind::Unsaid || kind == Kind::Stock || kind == Kind::Other
        || kind == Kind::Forex || kind == Kind::Crypto;
    return MappedSymbol { trimmed.symbol, isUnit ? 1 : 0, false };
}

} // namespace tapeline::brokersymbol
