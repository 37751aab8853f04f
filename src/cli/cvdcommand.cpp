#include "cvdcommand.h"

#include "cumulativedelta.h"
#include "flowfiles.h"
#include "flowtext.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int maxRing = 100'000'000;

/// Adds the flow up, and prints each trade where asked.
class CvdRun : public FlowSink
{
public:
    CvdRun(ClassifierRule rule, const CvdOptions &options)
        : m_classifier(rule)
        , m_delta(options)
    {
    }
    void printSeries(Console &console, bool json)
    {
        m_console = &console;
        m_json = json;
    }

    void begin(const Instrument &, Price) override { }
    void addQuote(const Quote &quote) override { m_classifier.addQuote(quote); }
    bool addTrade(const Trade &trade) override
    {
        if (isBeyondFlow(trade.size))
            return false;
        const std::optional<FlowPrint> print = m_classifier.classify(trade);
        if (!print)
            return true;
        if (!m_delta.add(*print))
            return false;
        if (m_console)
            m_console->print(m_json ? flowtext::toJson(*print, m_delta.value())
                                    : flowtext::toRow(*print, m_delta.value()));
        return true;
    }

    flowtext::CvdTotals totals() const
    {
        return { m_delta.statistics(), m_classifier.skipped(), m_classifier.rule() };
    }

private:
    TradeClassifier m_classifier;
    CumulativeDelta m_delta;
    Console *m_console = nullptr;
    bool m_json = false;
};

Result<CvdOptions> readOptions(const QCommandLineParser &arguments)
{
    bool isNumber = false;
    const int ring = arguments.value(u"ring"_s).toInt(&isNumber);
    if (!isNumber || ring < 1 || ring > maxRing)
        return Error { Error::Code::InvalidArgument,
                       u"--ring is a whole number of trades from 1 to 100000000."_s };
    return CvdOptions { static_cast<std::size_t>(ring), false };
}

} // namespace

QString CvdCommand::name() const
{
    return u"cvd"_s;
}

QString CvdCommand::summary() const
{
    return u"Adds up who crossed the spread in recorded ticks."_s;
}

QString CvdCommand::synopsis() const
{
    return u"--trades FILE --quotes FILE [--rule R] [--ring N] [--series] [--symbol S] "
           "[--session all|regular] [--tie trade-first|quote-first] [--eligible all|volume|clean] "
           "[--json]"_s;
}

QList<QCommandLineOption> CvdCommand::options() const
{
    return flowrequest::options(flowrequest::Use::Classified)
        << QCommandLineOption(u"ring"_s,
                              u"How many of the last trades the statistics look at (default "
                              "10000)."_s,
                              u"N"_s, u"10000"_s)
        << QCommandLineOption(u"series"_s, u"Print every trade before the totals."_s);
}

QString CvdCommand::notes() const
{
    return u"With --json the result is {\"cvd\",\"total_ticks\",\"lifetime_ticks\",\"skipped\","
           "\"buy\",\"sell\",\"buy_neutral\",\n\"sell_neutral\",\"buy_volume\",\"sell_volume\","
           "\"ratio\",\"ratio_infinite\",\"slope\",\"divergence\",\"net_delta\"}.\n"
           "Of the last --ring trades: total_ticks, buy_volume, sell_volume, ratio, net_delta; "
           "slope "
           "is of the last 100,\ndivergence (none, bullish, bearish) of the last 50. The counts of "
           "sides and lifetime_ticks are of all trades;\nskipped are those before the first quote. "
           "ratio is null and ratio_infinite true when nothing was sold.\n\n"
           "With --series there is a line {\"t\",\"price\",\"size\",\"bid\",\"ask\",\"side\","
           "\"delta\",\"cvd\"} for each trade, t in ns.\n\n"
           "The sides are estimates: trades do not say who crossed the spread. --rule venue reads "
           "the flag of crypto trades\n(condition 2 the buyer, 1 the seller); conditions of stocks "
           "mean other things."_s;
}

ExitCode CvdCommand::run(const QCommandLineParser &arguments, Console &console)
{
    const Result<FlowRequest> request = flowrequest::read(arguments, flowrequest::Use::Classified);
    if (!request)
        return console.wrongUsage(request.error().detail + u" See `tapeline-cli cvd --help`."_s);
    const Result<CvdOptions> options = readOptions(arguments);
    if (!options)
        return console.wrongUsage(options.error().detail + u" See `tapeline-cli cvd --help`."_s);

    const bool json = arguments.isSet(u"json"_s);
    CvdRun run(request->rule, *options);
    if (arguments.isSet(u"series"_s))
        run.printSeries(console, json);
    const Result<void> done = readFlow(*request, run);
    if (!done)
        return console.fail(u"Cannot add up the flow: %1."_s.arg(done.error().detail));
    console.print(json ? flowtext::toJson(run.totals()) : flowtext::toText(run.totals()));
    return ExitCode::Success;
}

} // namespace tapeline
