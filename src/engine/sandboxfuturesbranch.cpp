#include "sandboxfuturesbranch.h"

#include "futuresproducts.h"
#include "symbology.h"

#include <QDate>
#include <QLocale>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

QString text(std::string_view latin)
{
    return QString::fromLatin1(latin.data(), static_cast<qsizetype>(latin.size()));
}

/// "E-mini S&P 500 Dec 2026".
QString contractName(const SandboxContract &contract)
{
    const auto about
        = futuresProduct(sandboxProducts()[static_cast<std::size_t>(contract.product)].code);
    return text(about->name) + u' ' + QLocale::c().toString(contract.lastTrade, u"MMM yyyy"_s);
}

} // namespace

std::vector<ServedProduct> servedProducts()
{
    std::vector<ServedProduct> rows;
    for (const SandboxProduct &product : sandboxProducts()) {
        const std::optional<FuturesProduct> about = futuresProduct(product.code);
        const bool isMetal = product.venue == "XCEC"_L1;
        rows.push_back(
            { .code = product.code,
              .name = text(about->name),
              .venue = product.venue,
              .assetClass = isMetal ? u"commodity"_s : u"financials"_s,
              .assetSubClass = isMetal ? u"metals"_s : u"equity"_s,
              .sector = isMetal ? u"precious"_s : u"us_index"_s,
              .subSector = isMetal ? u"gold"_s : u"large_cap_index"_s,
              .priceQuotation = isMetal ? u"U.S. dollars and cents per troy ounce"_s
                                        : u"U.S. dollars and cents per index point"_s,
              .unitOfMeasure = isMetal ? u"TRY_OZ"_s : u"IPNT"_s,
              .multiplier = static_cast<double>(about->multiplier),
              .tick = about->tick,
              .settlementMethod = isMetal ? u"deliverable"_s : u"financially_settled"_s });
    }
    return rows;
}

std::vector<ServedInstrument> SandboxFuturesBranch::instruments() const
{
    std::vector<ServedInstrument> rows;
    for (const SandboxContract &contract : m_tape->contracts()) {
        const auto product = static_cast<std::size_t>(contract.product);
        rows.push_back({ .symbol = contract.symbol,
                         .assetClass = AssetClass::Futures,
                         .name = contractName(contract),
                         .market = u"futures"_s,
                         .primaryExchange = sandboxProducts()[product].venue,
                         .listed = contract.firstTrade,
                         .priceDecimals = contract.product == 0 ? 2 : 1,
                         .product = contract.product,
                         .lastTrade = contract.lastTrade });
    }
    return rows;
}

std::vector<Candle> SandboxFuturesBranch::bars(int number, TimeUnit unit, Timestamp from,
                                               Timestamp to, Timestamp asOf) const
{
    return m_tape->bars().bars(number, unit, from, to, asOf);
}

std::optional<ServedDay> SandboxFuturesBranch::day(int number, QDate date, Timestamp asOf) const
{
    std::optional<ServedDay> day = servedDay(m_tape->bars(), number, date, asOf);
    if (day)
        day->settlement = m_tape->settlement(number, date, asOf);
    return day;
}

void SandboxFuturesBranch::events(int number, Timestamp from, Timestamp to,
                                  std::vector<MarketEvent> &out) const
{
    m_tape->events(number, from, to, out);
}

std::optional<Trade> SandboxFuturesBranch::lastTrade(int number, Timestamp asOf) const
{
    return m_tape->lastTrade(number, asOf);
}

std::optional<Quote> SandboxFuturesBranch::lastQuote(int number, Timestamp asOf) const
{
    return m_tape->lastQuote(number, asOf);
}

} // namespace tapeline
