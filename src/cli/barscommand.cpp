#include "barscommand.h"

#include "barbuilder.h"
#include "bartext.h"
#include "barwidth.h"
#include "serviceaccess.h"
#include "servicebars.h"
#include "symbology.h"
#include "tickcsv.h"
#include "tradeeligibility.h"

#include <map>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Request
{
    QString file;
    QString symbol; ///< empty: the only one there is
    BarOptions bars;
    Eligibility eligibility = Eligibility::All;
    bool regularOnly = false;
};

Error wrong(const QString &sentence)
{
    return { Error::Code::InvalidArgument, sentence };
}

Result<Request> readRequest(const QCommandLineParser &arguments)
{
    if (!arguments.positionalArguments().isEmpty())
        return wrong(
            u"\"%1\" is one argument too many."_s.arg(arguments.positionalArguments().first()));
    if (!arguments.isSet(u"trades"_s))
        return wrong(u"--trades FILE is missing, or a SYMBOL."_s);
    for (const QString &name : { u"from"_s, u"to"_s, u"adjusted"_s, u"rest-base"_s })
        if (arguments.isSet(name))
            return wrong(u"--%1 goes with a SYMBOL."_s.arg(name));
    if (!arguments.isSet(u"timeframe"_s))
        return wrong(u"--timeframe T is missing."_s);

    const Result<Timeframe> timeframe = readBarWidth(arguments.value(u"timeframe"_s));
    if (!timeframe)
        return timeframe.error();
    const Result<Eligibility> eligibility = parseEligibility(arguments.value(u"eligible"_s));
    if (!eligibility)
        return wrong(u"--eligible is all, volume or clean."_s);
    const QString session = arguments.value(u"session"_s);
    if (session != "all"_L1 && session != "regular"_L1)
        return wrong(u"--session is all or regular."_s);

    Request request;
    request.file = arguments.value(u"trades"_s);
    request.symbol = arguments.value(u"symbol"_s);
    request.bars.timeframe = *timeframe;
    request.bars.rule = arguments.isSet(u"conditions"_s) ? BarRule::Updates : BarRule::EveryTrade;
    request.eligibility = *eligibility;
    request.regularOnly = session == "regular"_L1;
    return request;
}

/// The trades a request asks for, made into bars.
class BarsOfFile
{
public:
    explicit BarsOfFile(const Request &request)
        : m_request(request)
    {
    }

    Result<void> read();
    std::span<const Candle> bars() const
    {
        return m_builder ? m_builder->bars() : std::span<const Candle>();
    }

private:
    Result<void> add(const Trade &trade);
    Result<void> choose(const Trade &trade);

    const Request &m_request;
    SymbolTable m_symbols;
    SessionCursor m_sessions;
    InstrumentId m_instrument;
    std::optional<BarBuilder> m_builder;
};

Result<void> BarsOfFile::read()
{
    Result<TradeCsvReader> reader = TradeCsvReader::open(m_request.file, m_symbols);
    if (!reader)
        return reader.error();
    for (Trade trade; reader->next(trade);) {
        const Result<void> added = add(trade);
        if (!added)
            return added;
    }
    return reader->status();
}

Result<void> BarsOfFile::add(const Trade &trade)
{
    const Result<void> chosen = choose(trade);
    if (!chosen)
        return chosen;
    const bool isWanted = trade.instrument == m_instrument && m_builder
        && (!m_request.regularOnly || m_sessions.isRegular(trade.time))
        && isEligible(trade, m_request.eligibility);
    if (isWanted)
        m_builder->add(trade);
    return {};
}

/// One run makes the bars of one symbol: the one asked for, else the only one in the file.
Result<void> BarsOfFile::choose(const Trade &trade)
{
    const QString symbol = m_symbols.symbol(trade.instrument);
    if (m_builder) {
        if (!m_request.symbol.isEmpty() || trade.instrument == m_instrument)
            return {};
        return wrong(u"it holds trades of %1 and %2; choose one with --symbol"_s.arg(
            m_symbols.symbol(m_instrument), symbol));
    }
    if (!m_request.symbol.isEmpty() && m_request.symbol != symbol)
        return {};
    m_instrument = trade.instrument;
    BarOptions options = m_request.bars;
    options.assetClass = symbology::classOf(symbol);
    m_builder.emplace(options);
    return {};
}

} // namespace

QString BarsCommand::name() const
{
    return u"bars"_s;
}

QString BarsCommand::summary() const
{
    return u"Makes bars from recorded trades, or fetches the service's."_s;
}

QString BarsCommand::synopsis() const
{
    return u"--trades FILE --timeframe T [--conditions] [--symbol S] [--session all|regular] "
           "[--eligible all|volume|clean] [--json]\n"
           "       tapeline-cli bars SYMBOL --timeframe T --from D --to D [--adjusted B] "
           "[--rest-base URL] [--json]"_s;
}

QList<QCommandLineOption> BarsCommand::options() const
{
    QList<QCommandLineOption> all {
        QCommandLineOption(u"trades"_s,
                           u"Trades as CSV, plain, .gz or .zst; - is standard input."_s, u"FILE"_s),
        QCommandLineOption(u"timeframe"_s, u"Width of a bar: 1s, 5m, 1h, 1D, 1W, 1M, 1Q, 1Y."_s,
                           u"T"_s),
        QCommandLineOption(
            u"conditions"_s,
            u"Let each trade update only what its conditions allow; else every trade counts."_s),
        QCommandLineOption(u"symbol"_s, u"Which symbol, where the file holds several."_s, u"S"_s),
        QCommandLineOption(u"session"_s, u"all (default) or regular trading hours only."_s, u"S"_s,
                           u"all"_s),
        QCommandLineOption(
            u"eligible"_s,
            u"Which trades: all (default), volume (those that count in it), clean."_s, u"E"_s,
            u"all"_s),
    };
    return all += servicebars::options();
}

QString BarsCommand::notes() const
{
    return u"With --json a line is {\"t\",\"o\",\"h\",\"l\",\"c\",\"v\",\"vw\",\"n\"}: start of "
           u"the window in ms, "
           "prices, volume,\nvolume-weighted price, trades. Windows without trades are absent; "
           "prices are null "
           "where no trade\nof the window may set them.\n\n"_s
        + serviceaccess::notes();
}

ExitCode BarsCommand::run(const QCommandLineParser &arguments, Console &console)
{
    if (!arguments.isSet(u"trades"_s) && !arguments.positionalArguments().isEmpty())
        return servicebars::run(arguments, console);
    const Result<Request> request = readRequest(arguments);
    if (!request)
        return console.wrongUsage(request.error().detail + u" See `tapeline-cli bars --help`."_s);

    BarsOfFile file(*request);
    const Result<void> read = file.read();
    if (!read)
        return console.fail(
            u"Cannot make bars of %1: %2."_s.arg(request->file, read.error().detail));

    const bool json = arguments.isSet(u"json"_s);
    if (!json)
        console.print(bartext::header());
    for (const Candle &bar : file.bars())
        console.print(json ? bartext::toJson(bar) : bartext::toRow(bar));
    return ExitCode::Success;
}

} // namespace tapeline
