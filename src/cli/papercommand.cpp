#include "papercommand.h"

#include "paperorders.h"
#include "paperrun.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

Error wrong(const QString &sentence)
{
    return { Error::Code::InvalidArgument, sentence };
}

Result<PaperInput> readInput(const QCommandLineParser &arguments)
{
    if (!arguments.positionalArguments().isEmpty())
        return wrong(
            u"\"%1\" is one argument too many."_s.arg(arguments.positionalArguments().first()));
    PaperInput input;
    input.orders = arguments.value(u"orders"_s);
    input.quotes = arguments.value(u"quotes"_s);
    input.trades = arguments.value(u"trades"_s);
    input.config = arguments.value(u"config"_s);
    input.journal = arguments.value(u"journal"_s);
    if (input.orders.isEmpty())
        return wrong(u"--orders FILE is missing."_s);
    if (input.quotes.isEmpty() && input.trades.isEmpty())
        return wrong(u"--quotes FILE or --trades FILE is missing."_s);
    const QString tie = arguments.value(u"tie"_s);
    if (tie != "trade-first"_L1 && tie != "quote-first"_L1)
        return wrong(u"--tie is trade-first or quote-first."_s);
    input.quotesFirst = tie == "quote-first"_L1;
    return input;
}

} // namespace

QString PaperCommand::name() const
{
    return u"paper"_s;
}

QString PaperCommand::summary() const
{
    return u"Trades on paper over recorded ticks."_s;
}

QString PaperCommand::synopsis() const
{
    return u"--orders FILE --quotes FILE --trades FILE [--config FILE] [--tie "
           "trade-first|quote-first] [--journal FILE] [--json]"_s;
}

QList<QCommandLineOption> PaperCommand::options() const
{
    return {
        QCommandLineOption(u"orders"_s, u"Orders as JSON lines; - is standard input."_s, u"FILE"_s),
        QCommandLineOption(u"quotes"_s, u"Best bids and offers as CSV, plain, .gz or .zst."_s,
                           u"FILE"_s),
        QCommandLineOption(u"trades"_s, u"Trades as CSV, plain, .gz or .zst."_s, u"FILE"_s),
        QCommandLineOption(u"config"_s,
                           u"How orders are filled and the account is kept, as JSON."_s, u"FILE"_s),
        QCommandLineOption(
            u"tie"_s, u"What comes first of one instant: trade-first (default), quote-first."_s,
            u"T"_s, u"trade-first"_s),
        QCommandLineOption(u"journal"_s,
                           u"Keeps the account in this database; events are printed once they "
                           u"are kept. One that is there is gone on with; a run that was broken "
                           u"off, with the same files."_s,
                           u"FILE"_s),
    };
}

QString PaperCommand::notes() const
{
    return u"An order is a line {\"at\":ns,\"id\",\"symbol\",\"side\":\"buy|sell\",\"qty\":\"100\","
           "\"type\":\"market|limit|stop|\nstop_limit|trailing_stop|trailing_stop_limit\","
           "\"limit\","
           "\"stop\",\"trail\",\"trail_percent\",\"limit_offset\",\n\"tif\":\"day|gtc|gtd|ioc|fok|"
           "opg|"
           "cls\",\"until\":ns,\"extended_hours\",\"reduce_only\",\"take_profit\",\"stop_loss\",\n"
           "\"legs\":[{\"symbol\",\"side\",\"ratio\"}]}, or {\"at\",\"cancel\":id}, or {\"at\","
           "\"replace\":id,...}; decimals as text.\nLines may stand in any order: they are sent by "
           "their times, those of "
           "one time as they stand.\n\n"
           "Rules in place of numbers: \"size\":{\"by\":\"risk|atr|cash|shares\",\"amount\"} for "
           "\"qty\", \"stop_loss_atr\":\n{\"multiple\",\"timeframe\",\"atr\"} for "
           "\"stop_loss\", \"time_stop\":{\"seconds|minutes|bars|at|days_to_expiry\"},\n"
           "\"iv_stop\":{\"entry\",\"relative\",\"points\"}, with lines "
           "{\"at\",\"volatility\":symbol,\"iv\":\"0.25\"}: implied volatility is yours.\n\n"
           "With --json a line is {\"at\",\"id\",\"state\",\"reason\",\"detail\",\"last_qty\","
           "\"last_px\",\"cum_qty\",\"leaves\",\n\"fee\",\"evidence\"}, the last {\"account\":{"
           "\"cash\",\"equity\",\"realized\",\"unrealized\",\"fees\",\"buying_power\",\n\"trades\","
           "\"win_rate\"},\"positions\":[],\"lots\":[]}.\n\n"
           "The configuration is {\"mode\":\"queue|through|touch\",\"latency\":ms,\"refresh\":ms,"
           "\"slippage\":\"none|ticks:K|\nbps:B|spread:F\",\"commission\":\"zero|per_order:X|"
           "per_share:RATE,MIN,CAP_PERCENT|bps:B\",\n\"risk\":{rule:\"off|warn|block\"},"
           "\"starting_cash\":\"100000\",\"margin\":\"reg_t|cash|none\",\n\"lots\":\"fifo|lifo|"
           "average\",\"seed\":N}."_s;
}

ExitCode PaperCommand::run(const QCommandLineParser &arguments, Console &console)
{
    const Result<PaperInput> input = readInput(arguments);
    if (!input)
        return console.wrongUsage(input.error().detail + u" See `tapeline-cli paper --help`."_s);
    PaperRun run(console, arguments.isSet(u"json"_s));
    const Result<void> done = run.run(*input);
    if (!done) {
        QString detail = done.error().detail;
        if (detail.endsWith(u'.'))
            detail.chop(1); // some are sentences
        return console.fail(u"Cannot trade on paper: %1."_s.arg(detail));
    }
    return ExitCode::Success;
}

} // namespace tapeline
