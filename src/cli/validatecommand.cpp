#include "validatecommand.h"

#include "barwidth.h"
#include "validaterun.h"
#include "validatetext.h"

#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array classNames { "stocks"_L1, "options"_L1, "indices"_L1,
                                  "forex"_L1,  "crypto"_L1,  "futures"_L1 };

Error wrong(const QString &sentence)
{
    return { Error::Code::InvalidArgument, sentence };
}

Result<void> readFiles(const QCommandLineParser &arguments, ValidateRequest &request)
{
    const QStringList files = arguments.positionalArguments();
    if (files.isEmpty())
        return wrong(u"FILE is missing."_s);
    if (files.size() > 1)
        return wrong(u"\"%1\" is one argument too many."_s.arg(files[1]));
    request.path = files[0];
    request.quotes = arguments.value(u"quotes"_s);
    request.symbol = arguments.value(u"symbol"_s);
    int inputs = request.path == "-"_L1 ? 1 : 0;
    inputs += request.quotes == "-"_L1 ? 1 : 0;
    inputs += arguments.value(u"splits"_s) == "-"_L1 ? 1 : 0;
    if (inputs > 1)
        return wrong(u"Only one file can be standard input."_s);
    return {};
}

Result<void> readClaims(const QCommandLineParser &arguments, ValidateRequest &request)
{
    request.adjusted = !arguments.isSet(u"unadjusted"_s);
    request.isInShares = arguments.isSet(u"shares"_s);
    if (arguments.isSet(u"timeframe"_s)) {
        const Result<Timeframe> timeframe = readBarWidth(arguments.value(u"timeframe"_s));
        if (!timeframe)
            return wrong(u"--timeframe: "_s + timeframe.error().detail);
        request.timeframe = *timeframe;
    }
    if (!arguments.isSet(u"class"_s))
        return {};
    const auto name = std::ranges::find(classNames, arguments.value(u"class"_s));
    if (name == classNames.end())
        return wrong(u"--class is stocks, options, indices, forex, crypto or futures."_s);
    request.assetClass = allAssetClasses[std::size_t(name - classNames.begin())];
    return {};
}

Timestamp systemNow()
{
    return std::chrono::floor<Duration>(std::chrono::system_clock::now());
}

} // namespace

QString ValidateCommand::name() const
{
    return u"validate"_s;
}

QString ValidateCommand::summary() const
{
    return u"Grades recorded bars, trades or quotes, and tells what is wrong with them."_s;
}

QString ValidateCommand::synopsis() const
{
    return u"FILE [--timeframe T] [--symbol S] [--quotes FILE] [--splits FILE] [--unadjusted] "
           "[--shares] [--class C] [--json]"_s;
}

QList<QCommandLineOption> ValidateCommand::options() const
{
    return {
        QCommandLineOption(u"timeframe"_s,
                           u"Width of the bars, such as 1m, 1h or 1D; needed for "
                           "bars."_s,
                           u"T"_s),
        QCommandLineOption(u"symbol"_s, u"Only this symbol; else all, one result each."_s, u"S"_s),
        QCommandLineOption(u"quotes"_s, u"Best bids and offers to judge a file of trades by."_s,
                           u"FILE"_s),
        QCommandLineOption(
            u"splits"_s, u"Known splits: ticker,execution_date,split_from,split_to."_s, u"FILE"_s),
        QCommandLineOption(u"unadjusted"_s, u"The bars are raw: splits must show in them."_s),
        QCommandLineOption(u"shares"_s,
                           u"Sizes of stock quotes count shares on any date; else round lots "
                           "before 2025-11-03, as the live service has them."_s),
        QCommandLineOption(u"class"_s,
                           u"stocks, options, indices, forex, crypto or futures; else as the "
                           "symbols read."_s,
                           u"C"_s),
    };
}

QString ValidateCommand::notes() const
{
    return u"FILE is CSV, plain, .gz or .zst; - is standard input. Its columns tell what it holds: "
           "bars (open, high, low, close,\nvolume, window_start), trades (price, size, "
           "sip_timestamp) or quotes (bid_price, ask_price, ...).\nWith --json the result is "
           "{\"grade\",\"score\",\"records\",...,\"issues\":[{\"id\",\"severity\",\"count\","
           "\"first\",\"detail\"}]}\nfor each symbol: A to F or insufficient (fewer than 20 "
           "records), 0 to 100, and what the score is made of:\ncompleteness 30 %, validity 30 %, "
           "freshness 20 % (as of the last record: 100), consistency 10 %,\nanomalies 10 %. "
           "\"first\" is in milliseconds, null of a symbol. Nothing is left out or changed; what "
           "is found is no\nfailure of the command: the exit code is 0."_s;
}

ExitCode ValidateCommand::run(const QCommandLineParser &arguments, Console &console)
{
    const QString hint = u" See `tapeline-cli validate --help`."_s;
    ValidateRequest request;
    request.now = systemNow();
    if (const Result<void> files = readFiles(arguments, request); !files)
        return console.wrongUsage(files.error().detail + hint);
    if (const Result<void> claims = readClaims(arguments, request); !claims)
        return console.wrongUsage(claims.error().detail + hint);
    if (arguments.isSet(u"splits"_s)) {
        auto splits = readSplits(arguments.value(u"splits"_s));
        if (!splits)
            return console.fail(u"Cannot read the splits: %1."_s.arg(splits.error().detail));
        request.splits = *std::move(splits);
    }
    const Result<std::vector<SymbolQuality>> results = validateFile(request);
    if (!results && results.error().code == Error::Code::InvalidArgument)
        return console.wrongUsage(results.error().detail + hint);
    if (!results)
        return console.fail(u"Cannot validate: %1."_s.arg(results.error().detail));
    for (const SymbolQuality &result : *results)
        console.print(arguments.isSet(u"json"_s) ? validatetext::toJson(result)
                                                 : validatetext::toText(result));
    return ExitCode::Success;
}

} // namespace tapeline
