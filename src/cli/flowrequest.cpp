#include "flowrequest.h"

namespace tapeline::flowrequest {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int maxRowTicks = 1'000'000'000;

Error wrong(const QString &sentence)
{
    return { Error::Code::InvalidArgument, sentence };
}

/// One of two words: which.
Result<bool> readChoice(const QCommandLineParser &arguments, const QString &name,
                        QLatin1StringView first, QLatin1StringView second)
{
    const QString value = arguments.value(name);
    if (value == second)
        return true;
    if (value == first)
        return false;
    return wrong(u"--%1 is %2 or %3."_s.arg(name, first, second));
}

Result<void> readFiles(const QCommandLineParser &arguments, Use use, FlowRequest &request)
{
    if (!arguments.positionalArguments().isEmpty())
        return wrong(
            u"\"%1\" is one argument too many."_s.arg(arguments.positionalArguments().first()));
    request.trades = arguments.value(u"trades"_s);
    request.symbol = arguments.value(u"symbol"_s);
    if (request.trades.isEmpty())
        return wrong(u"--trades FILE is missing."_s);
    if (use == Use::TradesOnly)
        return {};
    request.quotes = arguments.value(u"quotes"_s);
    if (request.quotes == "-"_L1 && request.trades == "-"_L1)
        return wrong(u"Only one file can be standard input."_s);
    return {};
}

Result<void> readRule(const QCommandLineParser &arguments, FlowRequest &request)
{
    const Result<ClassifierRule> rule = parseClassifierRule(arguments.value(u"rule"_s));
    if (!rule)
        return wrong(u"--rule is weighted, quote, tick, lee-ready, emo, clnv or venue."_s);
    request.rule = *rule;
    const bool goesWithout = *rule == ClassifierRule::Tick || *rule == ClassifierRule::Venue;
    if (request.quotes.isEmpty() && !goesWithout)
        return wrong(
            u"--quotes FILE is missing; without quotes there are --rule tick and venue."_s);
    return {};
}

} // namespace

QList<QCommandLineOption> options(Use use)
{
    QList<QCommandLineOption> all {
        QCommandLineOption(u"trades"_s,
                           u"Trades as CSV, plain, .gz or .zst; - is standard input."_s, u"FILE"_s),
        QCommandLineOption(u"symbol"_s, u"Which symbol, where the file holds several."_s, u"S"_s),
        QCommandLineOption(u"session"_s, u"all (default) or regular trading hours only."_s, u"S"_s,
                           u"all"_s),
        QCommandLineOption(
            u"eligible"_s,
            u"Which trades: all (default), volume (those that count in it), clean."_s, u"E"_s,
            u"all"_s),
        QCommandLineOption(
            u"tie"_s, u"What comes first of one instant: trade-first (default), quote-first."_s,
            u"T"_s, u"trade-first"_s),
    };
    if (use == Use::TradesOnly)
        return all;
    all.insert(
        1,
        QCommandLineOption(u"quotes"_s, u"Best bids and offers, in the same forms."_s, u"FILE"_s));
    all += QCommandLineOption(
        u"rule"_s,
        u"Who crossed the spread: weighted (default), quote, tick, lee-ready, "
        "emo, clnv, venue."_s,
        u"R"_s, u"weighted"_s);
    return all;
}

Result<FlowRequest> read(const QCommandLineParser &arguments, Use use)
{
    FlowRequest request;
    if (const Result<void> files = readFiles(arguments, use, request); !files)
        return files.error();
    if (use == Use::Classified)
        if (const Result<void> rule = readRule(arguments, request); !rule)
            return rule.error();
    const Result<Eligibility> eligibility = parseEligibility(arguments.value(u"eligible"_s));
    if (!eligibility)
        return wrong(u"--eligible is all, volume or clean."_s);
    const Result<bool> regular = readChoice(arguments, u"session"_s, "all"_L1, "regular"_L1);
    if (!regular)
        return regular.error();
    const Result<bool> quotesFirst
        = readChoice(arguments, u"tie"_s, "trade-first"_L1, "quote-first"_L1);
    if (!quotesFirst)
        return quotesFirst.error();
    request.eligibility = *eligibility;
    request.regularOnly = *regular;
    request.quotesFirst = *quotesFirst;
    return request;
}

QCommandLineOption rowOption()
{
    return QCommandLineOption(u"row"_s,
                              u"Height of a row of prices in ticks (default 1); a tick is 0.01, "
                              "below 1.00 0.0001, of crypto 0.00000001."_s,
                              u"TICKS"_s, u"1"_s);
}

Result<int> readRow(const QCommandLineParser &arguments)
{
    bool isNumber = false;
    const int ticks = arguments.value(u"row"_s).toInt(&isNumber);
    if (!isNumber || ticks < 1 || ticks > maxRowTicks)
        return wrong(u"--row is a whole number of ticks from 1 to 1000000000."_s);
    return ticks;
}

} // namespace tapeline::flowrequest
