#include "symbology.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace tapeline::symbology {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestStock = 10;
constexpr qsizetype longestSuffix = 4;
constexpr qsizetype longestOptionRoot = 6;
constexpr qsizetype optionTail = 15; // yymmdd, C or P, eight digits
constexpr qsizetype longestFutureRoot = 4;
constexpr qsizetype longestBase = 20;
constexpr qint64 strikeUnit = Price::unitsPerOne / 1'000;
constexpr qint64 strikeLimit = 100'000'000;
constexpr QStringView monthLetters = u"FGHJKMNQUVXZ";

/// ISO 4217 codes that trade against others; what is not among them is a coin.
constexpr std::array currencies {
    "AED"_L1, "ARS"_L1, "AUD"_L1, "BRL"_L1, "CAD"_L1, "CHF"_L1, "CLP"_L1, "CNH"_L1,
    "CNY"_L1, "COP"_L1, "CZK"_L1, "DKK"_L1, "EUR"_L1, "GBP"_L1, "HKD"_L1, "HUF"_L1,
    "IDR"_L1, "ILS"_L1, "INR"_L1, "ISK"_L1, "JPY"_L1, "KRW"_L1, "KWD"_L1, "MXN"_L1,
    "MYR"_L1, "NGN"_L1, "NOK"_L1, "NZD"_L1, "PEN"_L1, "PHP"_L1, "PLN"_L1, "QAR"_L1,
    "RON"_L1, "RUB"_L1, "SAR"_L1, "SEK"_L1, "SGD"_L1, "THB"_L1, "TRY"_L1, "TWD"_L1,
    "UAH"_L1, "USD"_L1, "VND"_L1, "XAG"_L1, "XAU"_L1, "XPD"_L1, "XPT"_L1, "ZAR"_L1,
};

constexpr std::array coinsQuotedIn { "BTC"_L1, "ETH"_L1, "USDC"_L1, "USDT"_L1 };

Error malformed(QStringView symbol)
{
    return { Error::Code::Malformed, symbol.toString() };
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isUpper(QChar c)
{
    return c >= u'A' && c <= u'Z';
}

bool isLetter(QChar c)
{
    return isUpper(c) || (c >= u'a' && c <= u'z');
}

bool isUpperOrDigit(QChar c)
{
    return isUpper(c) || isDigit(c);
}

template<typename Predicate> bool allOf(QStringView text, Predicate predicate)
{
    return std::all_of(text.begin(), text.end(), predicate);
}

template<std::size_t Size>
bool isOneOf(const std::array<QLatin1String, Size> &list, QStringView text)
{
    return std::find(list.begin(), list.end(), text) != list.end();
}

bool isCurrency(QStringView text)
{
    return isOneOf(currencies, text);
}

/// V-01.
bool isStock(QStringView symbol)
{
    if (symbol.isEmpty() || symbol.size() > longestStock || !isUpper(symbol.front()))
        return false;
    const auto isSeparator = [](QChar c) { return c == u'.' || c == u'-'; };
    const auto separator = std::find_if(symbol.begin(), symbol.end(), isSeparator);
    const qsizetype rootLength = std::distance(symbol.begin(), separator);
    if (!allOf(symbol.first(rootLength), [](QChar c) { return isLetter(c) || isDigit(c); }))
        return false;
    if (separator == symbol.end())
        return true;
    const QStringView suffix = symbol.mid(rootLength + 1);
    return !suffix.isEmpty() && suffix.size() <= longestSuffix && allOf(suffix, isLetter);
}

bool isIndex(QStringView name)
{
    return !name.isEmpty() && name.size() <= longestBase && allOf(name, [](QChar c) {
        return isLetter(c) || isDigit(c) || c == u'.' || c == u'_' || c == u'-';
    });
}

/// The two sides of a pair written with a separator; empty views when it has none.
struct Pair
{
    QStringView base;
    QStringView quote;
};

Pair splitPair(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'-' || text[i] == u'/')
            return { text.first(i), text.mid(i + 1) };
    }
    return {};
}

bool isForex(QStringView name)
{
    const Pair pair = splitPair(name);
    if (!pair.base.isEmpty()) {
        return pair.base.size() == 3 && pair.quote.size() == 3 && allOf(pair.base, isUpper)
            && allOf(pair.quote, isUpper);
    }
    return name.size() == 6 && allOf(name, isUpper);
}

bool isCrypto(QStringView name)
{
    const Pair pair = splitPair(name);
    if (!pair.base.isEmpty()) {
        return pair.base.size() <= longestBase && allOf(pair.base, isUpperOrDigit)
            && (pair.quote.size() == 3 || pair.quote.size() == 4) && allOf(pair.quote, isUpper);
    }
    return name.size() > 3 && name.size() <= longestBase + 4 && allOf(name, isUpperOrDigit)
        && allOf(name.last(3), isUpper);
}

bool isFutureCombo(QStringView symbol)
{
    const Pair legs = splitPair(symbol);
    return !legs.base.isEmpty() && parseFuture(legs.base) && parseFuture(legs.quote);
}

bool isFuture(QStringView symbol)
{
    return parseFuture(symbol).has_value() || isFutureCombo(symbol);
}

AssetClass pairClass(QStringView base)
{
    return isCurrency(base) ? AssetClass::Forex : AssetClass::Crypto;
}

bool isPairAsTyped(const Pair &pair)
{
    if (pair.base.isEmpty() || pair.base.size() > longestBase || !allOf(pair.base, isUpperOrDigit))
        return false;
    return isCurrency(pair.quote) || isOneOf(coinsQuotedIn, pair.quote);
}

/// "USDT" and "USDC" end in no currency, so their four letters are taken together.
qsizetype quoteLength(QStringView crypto)
{
    return crypto.size() > 4 && (crypto.endsWith("USDT"_L1) || crypto.endsWith("USDC"_L1)) ? 4 : 3;
}

QDate expirationOf(QStringView digits)
{
    return { 2000 + digits.first(2).toInt(), digits.mid(2, 2).toInt(), digits.mid(4, 2).toInt() };
}

} // namespace

bool isCryptoPair(QStringView symbol)
{
    return symbol.startsWith("X:"_L1);
}

Result<AssetClass> classify(QStringView symbol)
{
    const auto fits = [symbol](bool valid, AssetClass assetClass) -> Result<AssetClass> {
        if (!valid)
            return malformed(symbol);
        return assetClass;
    };
    if (symbol.startsWith("O:"_L1))
        return fits(parseOption(symbol).has_value(), AssetClass::Options);
    if (symbol.startsWith("I:"_L1))
        return fits(isIndex(symbol.mid(2)), AssetClass::Indices);
    if (symbol.startsWith("C:"_L1))
        return fits(isForex(symbol.mid(2)), AssetClass::Forex);
    if (isCryptoPair(symbol))
        return fits(isCrypto(symbol.mid(2)), AssetClass::Crypto);
    if (isFuture(symbol))
        return AssetClass::Futures;
    return fits(isStock(symbol), AssetClass::Stocks);
}

AssetClass classOf(QStringView symbol)
{
    return classify(symbol).value_or(AssetClass::Stocks);
}

Result<OptionContract> parseOption(QStringView symbol)
{
    const QStringView osi = symbol.mid(2);
    const qsizetype rootLength = osi.size() - optionTail;
    if (!symbol.startsWith("O:"_L1) || rootLength < 1 || rootLength > longestOptionRoot)
        return malformed(symbol);

    const QStringView root = osi.first(rootLength);
    const QStringView date = osi.mid(rootLength, 6);
    const QChar type = osi[rootLength + 6];
    const QStringView strike = osi.last(8);
    if (!allOf(root, isUpperOrDigit) || !allOf(date, isDigit) || !allOf(strike, isDigit)
        || (type != u'C' && type != u'P'))
        return malformed(symbol);

    OptionContract contract;
    contract.root = root.toString();
    contract.expiration = expirationOf(date);
    contract.call = type == u'C';
    contract.strike = Price::fromUnits(strike.toLongLong() * strikeUnit);
    if (!contract.expiration.isValid() || contract.strike.isZero())
        return malformed(symbol);
    return contract;
}

Result<QString> formatOption(const OptionContract &contract)
{
    const qint64 strike = contract.strike.units() / strikeUnit;
    const QDate date = contract.expiration;
    const bool isStrikeExact = contract.strike.units() % strikeUnit == 0;
    if (!isStrikeExact || strike <= 0 || strike >= strikeLimit || !date.isValid()
        || date.year() < 2000 || date.year() > 2099 || contract.root.isEmpty()
        || contract.root.size() > longestOptionRoot || !allOf(contract.root, isUpperOrDigit))
        return Error { Error::Code::InvalidArgument, u"no option symbol can say this contract"_s };

    return QString(u"O:"_s + contract.root + date.toString(u"yyMMdd")
                   + QChar(contract.call ? u'C' : u'P')
                   + QString::number(strike).rightJustified(8, u'0'));
}

Result<FutureContract> parseFuture(QStringView symbol)
{
    const QStringView name = symbol.startsWith("F:"_L1) ? symbol.mid(2) : symbol;
    qsizetype digits = 0;
    while (digits < name.size() && digits < 2 && isDigit(name[name.size() - 1 - digits]))
        ++digits;
    const qsizetype rootLength = name.size() - digits - 1;
    if (digits == 0 || rootLength < 1 || rootLength > longestFutureRoot)
        return malformed(symbol);

    const QStringView root = name.first(rootLength);
    const qsizetype month = monthLetters.indexOf(name[rootLength]);
    if (month < 0 || !allOf(root, isUpperOrDigit))
        return malformed(symbol);

    FutureContract contract;
    contract.root = root.toString();
    contract.month = static_cast<int>(month) + 1;
    contract.yearDigits = name.last(digits).toInt();
    contract.twoDigitYear = digits == 2;
    return contract;
}

QString fromInput(QStringView text)
{
    QString symbol = text.trimmed().toString();
    if (symbol == symbol.toLower())
        symbol = symbol.toUpper();
    if (symbol.startsWith("F:"_L1))
        symbol.remove(0, 2);

    const bool isPrefixed = isCryptoPair(symbol) || symbol.startsWith("C:"_L1);
    const Pair pair = splitPair(isPrefixed ? QStringView(symbol).mid(2) : QStringView(symbol));
    if (isPrefixed && !pair.base.isEmpty())
        return symbol.first(2) + pair.base + pair.quote;
    if (isPairAsTyped(pair)) {
        const QStringView prefix = pairClass(pair.base) == AssetClass::Forex ? u"C:" : u"X:";
        return prefix + pair.base + pair.quote;
    }
    return symbol;
}

QString toStream(QStringView symbol)
{
    const QStringView name = symbol.mid(2);
    if (!splitPair(name).base.isEmpty())
        return symbol.toString();
    if (isCryptoPair(symbol) && isCrypto(name)) {
        const qsizetype quote = quoteLength(name);
        return name.chopped(quote) + QChar(u'-') + name.last(quote);
    }
    if (symbol.startsWith("C:"_L1) && isForex(name))
        return name.first(3) + QChar(u'/') + name.last(3);
    return symbol.toString();
}

QString fromStream(QStringView symbol, AssetClass assetClass)
{
    const bool isCoin = assetClass == AssetClass::Crypto;
    if (!isCoin && assetClass != AssetClass::Forex)
        return symbol.toString();
    const QStringView prefix = isCoin ? u"X:" : u"C:";
    const QStringView name = symbol.startsWith(prefix) ? symbol.mid(2) : symbol;
    const Pair pair = splitPair(name);
    return pair.base.isEmpty() ? QString(prefix + name) : QString(prefix + pair.base + pair.quote);
}

} // namespace tapeline::symbology
