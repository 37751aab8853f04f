#include "sandboxinstruments.h"

#include "keyeddraws.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

/// One row of the named cast. Levels are plausible, not real: every price comes from the seed.
struct NamedRow
{
    const char *symbol;
    const char *name;
    const char *sector;
    const char *primaryExchange;
    quint8 tape;
    bool fund;
    int listedYear, listedMonth, listedDay;
    double shares, anchor, volume;
    double beta, ownVolatility, growth;
    double spreadCents, trades, oddLots, extended, opening, closing, depth;
    bool pauses;
};

// clang-format off
constexpr std::array namedRows {
    NamedRow { "AAPL", "Apple Inc.", "Technology", "XNAS", 3, false, 2003, 1, 2, 14.8e9, 250, 50e6, 1.10, 0.0110, 0.17, 1.1, 300e3, 0.42, 0.035, 0.010, 0.085, 5, false },
    NamedRow { "MSFT", "Microsoft Corporation", "Technology", "XNAS", 3, false, 2003, 1, 2, 7.43e9, 480, 22e6, 1.00, 0.0100, 0.13, 2.6, 185e3, 0.50, 0.025, 0.012, 0.090, 3, false },
    NamedRow { "NVDA", "NVIDIA Corporation", "Technology", "XNAS", 3, false, 2003, 1, 2, 24.3e9, 180, 190e6, 1.70, 0.0220, 0.18, 1.1, 430e3, 0.36, 0.050, 0.008, 0.060, 7, false },
    NamedRow { "TSLA", "Tesla, Inc.", "Consumer Cyclical", "XNAS", 3, false, 2010, 6, 29, 3.3e9, 400, 88e6, 1.80, 0.0290, 0.20, 3.2, 400e3, 0.48, 0.060, 0.009, 0.050, 3, true },
    NamedRow { "AMD", "Advanced Micro Devices, Inc.", "Technology", "XNAS", 3, false, 2003, 1, 2, 1.62e9, 200, 45e6, 1.60, 0.0270, 0.12, 1.5, 260e3, 0.40, 0.045, 0.009, 0.060, 4, true },
    NamedRow { "AMZN", "Amazon.com, Inc.", "Consumer Cyclical", "XNAS", 3, false, 2003, 1, 2, 10.6e9, 230, 42e6, 1.20, 0.0140, 0.16, 1.3, 220e3, 0.42, 0.035, 0.010, 0.085, 5, false },
    NamedRow { "META", "Meta Platforms, Inc.", "Communication Services", "XNAS", 3, false, 2012, 5, 18, 2.52e9, 650, 15e6, 1.25, 0.0170, 0.17, 9.0, 150e3, 0.52, 0.030, 0.012, 0.080, 2, false },
    NamedRow { "JPM", "JPMorgan Chase & Co.", "Financial Services", "XNYS", 1, false, 2003, 1, 2, 2.75e9, 300, 9e6, 1.05, 0.0090, 0.09, 3.5, 85e3, 0.45, 0.008, 0.018, 0.110, 3, false },
    NamedRow { "XOM", "Exxon Mobil Corporation", "Energy", "XNYS", 1, false, 2003, 1, 2, 4.26e9, 115, 15e6, 0.75, 0.0110, 0.04, 1.1, 90e3, 0.38, 0.010, 0.015, 0.110, 6, false },
    NamedRow { "KO", "The Coca-Cola Company", "Consumer Defensive", "XNYS", 1, false, 2003, 1, 2, 4.3e9, 70, 15e6, 0.45, 0.0070, 0.04, 1.0, 62e3, 0.32, 0.006, 0.015, 0.130, 12, false },
    NamedRow { "IBM", "International Business Machines Corporation", "Technology", "XNYS", 1, false, 2003, 1, 2, 0.93e9, 280, 4e6, 0.80, 0.0105, 0.05, 6.0, 42e3, 0.46, 0.012, 0.020, 0.120, 2, false },
    NamedRow { "BAC", "Bank of America Corporation", "Financial Services", "XNYS", 1, false, 2003, 1, 2, 7.4e9, 50, 38e6, 1.10, 0.0100, 0.03, 1.0, 130e3, 0.26, 0.012, 0.012, 0.090, 30, false },
    NamedRow { "SPY", "SPDR S&P 500 ETF Trust", "", "ARCX", 2, true, 2003, 1, 2, 0.98e9, 670, 75e6, 1.00, 0.0006, 0.08, 1.2, 430e3, 0.40, 0.045, 0.006, 0.025, 9, false },
    NamedRow { "QQQ", "Invesco QQQ Trust", "", "XNAS", 3, true, 2003, 1, 2, 0.65e9, 600, 55e6, 1.20, 0.0035, 0.11, 1.5, 300e3, 0.42, 0.060, 0.006, 0.020, 6, false },
};
// clang-format on

InstrumentTraits named(const NamedRow &row)
{
    InstrumentTraits traits;
    SandboxInstrument &info = traits.info;
    info.symbol = QString::fromLatin1(row.symbol);
    info.name = QString::fromLatin1(row.name);
    info.type = row.fund ? u"ETF"_s : u"CS"_s;
    info.primaryExchange = QString::fromLatin1(row.primaryExchange);
    info.sector = QString::fromLatin1(row.sector);
    info.description = row.fund
        ? u"A simulated exchange-traded fund. It shares its name with %1; its prices are invented."_s
              .arg(info.name)
        : u"A simulated stock. It shares its name with %1; its prices are invented."_s.arg(
            info.name);
    info.tape = row.tape;
    info.listed = QDate(row.listedYear, row.listedMonth, row.listedDay);
    info.sharesOutstanding = row.shares;
    info.anchorPrice = row.anchor;
    info.averageDailyVolume = row.volume;
    traits.beta = row.beta;
    traits.ownVolatility = row.ownVolatility;
    traits.yearlyGrowth = row.growth;
    traits.relativeSpread = row.spreadCents / 100 / row.anchor;
    traits.tradesPerDay = row.trades * 1.2;
    traits.oddLotShare = row.oddLots;
    traits.extendedShare = row.extended;
    traits.openingShare = row.opening;
    traits.closingShare = row.closing;
    traits.depthLots = row.depth;
    traits.pauses = row.pauses;
    return traits;
}

/// Pronounceable and unique: consonant and vowel in turn, four letters, then five. The multipliers
/// have no factor in common with the number of combinations, so that counting visits each of them
/// once.
QString syntheticSymbol(int number)
{
    static constexpr std::string_view consonants = "BCDFGHJKLMNPQRSTVWXYZ";
    static constexpr std::string_view vowels = "AEIOU";
    constexpr int fourLetterNames = 5'000;
    const bool isShort = number < fourLetterNames;
    const int pairs = 105 * 105;
    int code = isShort ? (number * 4'001 + 17) % pairs
                       : static_cast<int>((qint64(number) * 100'003 + 17) % (pairs * 21));
    QString symbol;
    for (int letter = 0; letter < (isShort ? 4 : 5); ++letter) {
        const std::string_view letters = letter % 2 == 0 ? consonants : vowels;
        symbol += QLatin1Char(letters[std::size_t(code) % letters.size()]);
        code /= static_cast<int>(letters.size());
    }
    return symbol;
}

QString syntheticName(const QString &symbol, SplitMix64 &draws)
{
    static constexpr std::array endings {
        "Systems", "Industries", "Holdings",  "Energy",   "Therapeutics", "Materials",
        "Foods",   "Networks",   "Financial", "Robotics", "Logistics",    "Semiconductor"
    };
    static constexpr std::array legalForms { "Inc.", "Corp.", "Group", "Co." };
    const QString stem = symbol.left(1) + symbol.mid(1).toLower();
    const QLatin1String ending(endings[draws.below(endings.size())]);
    const QLatin1String legalForm(legalForms[draws.below(legalForms.size())]);
    return u"%1 %2 %3"_s.arg(stem, ending, legalForm);
}

/// A square of a uniform leans to the small end, as sizes of companies do.
double leaning(SplitMix64 &draws, double low, double high)
{
    const double u = draws.uniform();
    return low + (high - low) * u * u;
}

InstrumentTraits synthetic(const QString &symbol)
{
    static constexpr std::array sectors { "Technology", "Healthcare",         "Industrials",
                                          "Energy",     "Financial Services", "Consumer Cyclical" };
    InstrumentTraits traits;
    SandboxInstrument &info = traits.info;
    info.symbol = symbol;
    SplitMix64 draws(stableHash(symbol.toStdString()));
    info.name = syntheticName(info.symbol, draws);
    info.type = u"CS"_s;
    info.sector = QLatin1String(sectors[draws.below(sectors.size())]);
    info.description = u"A simulated company that does not exist."_s;
    const bool nasdaq = chance(draws, 0.6);
    info.primaryExchange = nasdaq ? u"XNAS"_s : u"XNYS"_s;
    info.tape = nasdaq ? 3 : 1;
    info.listed = chance(draws, 0.5)
        ? SandboxMarket::firstDate()
        : SandboxMarket::firstDate().addDays(qint64(draws.below(18 * 365)));
    info.anchorPrice = leaning(draws, 8, 320);
    info.averageDailyVolume = leaning(draws, 400e3, 6e6);
    info.sharesOutstanding = info.averageDailyVolume * between(draws, 40, 300);
    traits.beta = between(draws, 0.4, 1.7);
    traits.ownVolatility = leaning(draws, 0.011, 0.035);
    traits.yearlyGrowth = between(draws, -0.01, 0.07);
    // Thinner means wider: from about 2 basis points to about 20
    const double thinness = std::sqrt(3e6 / info.averageDailyVolume);
    traits.relativeSpread = between(draws, 2.0e-4, 3.5e-4) * thinness + 0.004 / info.anchorPrice;
    traits.tradesPerDay = info.averageDailyVolume / between(draws, 110, 170);
    traits.oddLotShare = std::min(0.25 + info.anchorPrice / 1'000, 0.5);
    traits.extendedShare = between(draws, 0.002, 0.01);
    traits.openingShare = between(draws, 0.01, 0.025);
    traits.closingShare = between(draws, 0.07, 0.14);
    traits.depthLots = 2 + 60 / info.anchorPrice;
    traits.pauses = traits.ownVolatility > 0.022;
    return traits;
}

} // namespace

std::vector<InstrumentTraits> sandboxCast(int extraSymbols)
{
    std::vector<InstrumentTraits> cast;
    cast.reserve(namedRows.size() + std::size_t(extraSymbols));
    for (const NamedRow &row : namedRows)
        cast.push_back(named(row));
    const auto isNamed = [](const QString &symbol) {
        return std::any_of(namedRows.begin(), namedRows.end(), [&](const NamedRow &row) {
            return symbol == QLatin1String(row.symbol);
        });
    };
    for (int number = 0; int(cast.size() - namedRows.size()) < extraSymbols; ++number) {
        const QString symbol = syntheticSymbol(number);
        if (!isNamed(symbol)) // META reads as a generated one
            cast.push_back(synthetic(symbol));
    }
    for (InstrumentTraits &traits : cast) {
        traits.key = stableHash(traits.info.symbol.toStdString());
        const double market = traits.beta * marketVolatility;
        traits.info.dailyVolatility
            = std::sqrt(market * market + traits.ownVolatility * traits.ownVolatility);
    }
    return cast;
}

} // namespace tapeline
