#include "validaterun.h"

#include "barcsv.h"
#include "marketcalendar.h"
#include "qualitygrade.h"
#include "symbolrules.h"
#include "symbology.h"
#include "tickcsv.h"
#include "tickvalidator.h"

#include <functional>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

Error inFile(const QString &path, const Error &error)
{
    return { error.code, u"%1: %2"_s.arg(path, error.detail) };
}

QString textOf(const CsvReader &csv, const char *column)
{
    const std::string_view field = csv.field(csv.column(column));
    return QString::fromUtf8(field.data(), qsizetype(field.size()));
}

/// One validator for each symbol, made when the file first names it.
template<typename Validator> class BySymbol
{
public:
    using Make = std::function<Validator(const QString &symbol, AssetClass assetClass)>;

    BySymbol(const ValidateRequest &request, const SymbolTable &symbols, Make make)
        : m_request(request)
        , m_symbols(symbols)
        , m_make(std::move(make))
    {
    }

    /// Null for a symbol that was not asked for.
    Validator *of(InstrumentId id)
    {
        while (m_places.size() <= id.index())
            m_places.push_back(unknown);
        int &place = m_places[id.index()];
        if (place == unknown)
            place = begin(m_symbols.symbol(id));
        return place < 0 ? nullptr : &m_validators[std::size_t(place)].second;
    }

    std::vector<SymbolQuality> results() const
    {
        std::vector<SymbolQuality> results;
        for (const auto &[symbol, validator] : m_validators) {
            SeriesFindings findings = validator.findings();
            const auto issue = isJudged(symbol) ? symbolIssue(symbol) : std::nullopt;
            if (issue) {
                findings.hasBadSymbol = true;
                findings.issues.push_back(*issue);
                sortIssues(findings.issues);
            }
            results.push_back({ symbol, gradeOf(findings) });
        }
        return results;
    }

private:
    static constexpr int unknown = -1;
    static constexpr int unwanted = -2;

    /// A symbol of a class that was named is as that class has it.
    bool isJudged(const QString &symbol) const
    {
        return !symbol.isEmpty() && !m_request.assetClass;
    }
    int begin(const QString &symbol)
    {
        if (!m_request.symbol.isEmpty() && symbol != m_request.symbol)
            return unwanted;
        const AssetClass assetClass = m_request.assetClass.value_or(symbology::classOf(symbol));
        m_validators.emplace_back(symbol, m_make(symbol, assetClass));
        return static_cast<int>(m_validators.size()) - 1;
    }

    const ValidateRequest &m_request;
    const SymbolTable &m_symbols;
    Make m_make;
    std::vector<std::pair<QString, Validator>> m_validators;
    std::vector<int> m_places; // by instrument, among the validators
};

using Qualities = Result<std::vector<SymbolQuality>>;

Qualities validateBars(const ValidateRequest &request, CsvReader csv)
{
    if (!request.timeframe)
        return Error { Error::Code::InvalidArgument, u"--timeframe T is missing."_s };
    SymbolTable symbols;
    Result<BarCsvReader> reader = BarCsvReader::over(std::move(csv), symbols);
    if (!reader)
        return inFile(request.path, reader.error());
    const MarketCalendar calendar;
    BySymbol<BarValidator> all(request, symbols, [&](const QString &symbol, AssetClass assetClass) {
        const auto splits = request.splits.find(symbol);
        BarClaims claims { *request.timeframe, assetClass, request.adjusted };
        if (splits != request.splits.end())
            claims.splits = splits->second;
        claims.now = request.now;
        return BarValidator(std::move(claims), calendar);
    });
    BarCsvReader::Row row;
    while (reader->next(row))
        if (BarValidator *own = all.of(row.instrument))
            own->add(row.record);
    if (const Result<void> status = reader->status(); !status)
        return inFile(request.path, status.error());
    return all.results();
}

using TicksBySymbol = BySymbol<TickValidator>;

TicksBySymbol makeTicks(const ValidateRequest &request, const SymbolTable &symbols)
{
    return { request, symbols, [&request](const QString &, AssetClass assetClass) {
                TickClaims claims;
                claims.assetClass = assetClass;
                if (!request.isInShares)
                    claims.sizeUnit.reset();
                return TickValidator(claims, MarketCalendar());
            } };
}

/// The records of one file, each held until it is passed.
template<typename Reader, typename Tick> class Held
{
public:
    explicit Held(Reader reader)
        : m_reader(std::move(reader))
    {
        pass();
    }
    const Tick *tick() const { return m_isThere ? &m_tick : nullptr; }
    void give(TicksBySymbol &all)
    {
        if (TickValidator *own = all.of(m_tick.instrument)) {
            own->add(m_tick);
            own->addWrittenTime(m_reader.writtenTime());
        }
        pass();
    }
    Result<void> status() const { return m_reader.status(); }

private:
    void pass() { m_isThere = m_reader.next(m_tick); }

    Reader m_reader;
    Tick m_tick;
    bool m_isThere = false;
};

Qualities validateQuotes(const ValidateRequest &request, CsvReader csv)
{
    SymbolTable symbols;
    Result<QuoteCsvReader> reader = QuoteCsvReader::over(std::move(csv), symbols);
    if (!reader)
        return inFile(request.path, reader.error());
    TicksBySymbol all = makeTicks(request, symbols);
    Held<QuoteCsvReader, Quote> quotes(*std::move(reader));
    while (quotes.tick())
        quotes.give(all);
    if (const Result<void> status = quotes.status(); !status)
        return inFile(request.path, status.error());
    return all.results();
}

Qualities validateTrades(const ValidateRequest &request, CsvReader csv)
{
    SymbolTable symbols;
    Result<TradeCsvReader> reader = TradeCsvReader::over(std::move(csv), symbols);
    if (!reader)
        return inFile(request.path, reader.error());
    std::optional<Held<QuoteCsvReader, Quote>> quotes;
    if (!request.quotes.isEmpty()) {
        Result<QuoteCsvReader> more = QuoteCsvReader::open(request.quotes, symbols);
        if (!more)
            return inFile(request.quotes, more.error());
        quotes.emplace(*std::move(more));
    }
    TicksBySymbol all = makeTicks(request, symbols);
    Held<TradeCsvReader, Trade> trades(*std::move(reader));
    // Of one instant the trade is first: the quote before it is the one in force
    while (trades.tick() || (quotes && quotes->tick())) {
        const bool isQuote = quotes && quotes->tick()
            && (!trades.tick() || quotes->tick()->time < trades.tick()->time);
        isQuote ? quotes->give(all) : trades.give(all);
    }
    if (const Result<void> status = trades.status(); !status)
        return inFile(request.path, status.error());
    if (quotes && !quotes->status())
        return inFile(request.quotes, quotes->status().error());
    return all.results();
}

bool hasColumns(const CsvReader &csv, std::initializer_list<std::string_view> names)
{
    return std::ranges::all_of(names,
                               [&csv](std::string_view name) { return csv.column(name) >= 0; });
}

Qualities validateAny(const ValidateRequest &request, CsvReader csv)
{
    if (hasColumns(csv, { "open", "high", "low", "close" }))
        return validateBars(request, std::move(csv));
    if (hasColumns(csv, { "bid_price", "ask_price" }))
        return validateQuotes(request, std::move(csv));
    if (hasColumns(csv, { "price", "size" }))
        return validateTrades(request, std::move(csv));
    return Error { Error::Code::Malformed,
                   u"%1: its columns are neither those of bars (open, high, low, close, volume, "
                   "window_start), nor of trades (price, size, sip_timestamp), nor of quotes "
                   "(bid_price, ask_price, ...)"_s.arg(request.path) };
}

} // namespace

Result<std::map<QString, std::vector<ShareSplit>>> readSplits(const QString &path)
{
    Result<CsvReader> csv = CsvReader::open(path);
    if (!csv)
        return inFile(path, csv.error());
    if (!hasColumns(*csv, { "ticker", "execution_date", "split_from", "split_to" }))
        return inFile(path,
                      { Error::Code::Malformed,
                        u"a file of splits needs the columns ticker, execution_date, split_from "
                        "and split_to"_s });
    std::map<QString, std::vector<ShareSplit>> result;
    while (csv->next()) {
        const ShareSplit split { QDate::fromString(textOf(*csv, "execution_date"), Qt::ISODate),
                                 textOf(*csv, "split_from").toDouble(),
                                 textOf(*csv, "split_to").toDouble() };
        if (!split.date.isValid() || split.from <= 0 || split.to <= 0)
            return inFile(
                path, { Error::Code::Malformed, u"line %1: no split"_s.arg(csv->lineNumber()) });
        result[textOf(*csv, "ticker")].push_back(split);
    }
    if (!csv->status())
        return inFile(path, csv->status().error());
    return result;
}

Result<std::vector<SymbolQuality>> validateFile(const ValidateRequest &request)
{
    Result<CsvReader> csv = CsvReader::open(request.path);
    if (!csv)
        return inFile(request.path, csv.error());
    Qualities qualities = validateAny(request, *std::move(csv));
    if (!qualities || !qualities->empty())
        return qualities;
    if (!request.symbol.isEmpty())
        return Error { Error::Code::NotFound,
                       u"%1 holds nothing of %2"_s.arg(request.path, request.symbol) };
    return std::vector { SymbolQuality {} };
}

} // namespace tapeline
