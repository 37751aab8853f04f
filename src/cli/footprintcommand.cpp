#include "footprintcommand.h"

#include "barwidth.h"
#include "flowfiles.h"
#include "flowtext.h"
#include "footprint.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

class FootprintRun : public FlowSink
{
public:
    FootprintRun(ClassifierRule rule, Timeframe timeframe, int rowTicks)
        : m_classifier(rule)
        , m_timeframe(timeframe)
        , m_rowTicks(rowTicks)
    {
    }

    void begin(const Instrument &instrument, Price firstPrice) override
    {
        const PriceGrid grid(rowHeight(instrument, firstPrice, m_rowTicks));
        m_footprint.emplace(FootprintOptions { m_timeframe, instrument.assetClass, grid });
    }
    void addQuote(const Quote &quote) override { m_classifier.addQuote(quote); }
    bool addTrade(const Trade &trade) override
    {
        if (isBeyondFlow(trade.size))
            return false;
        const std::optional<FlowPrint> print = m_classifier.classify(trade);
        return !print || m_footprint->add(*print);
    }

    /// Null without trades.
    const Footprint *footprint() const { return m_footprint ? &*m_footprint : nullptr; }

private:
    TradeClassifier m_classifier;
    Timeframe m_timeframe;
    int m_rowTicks;
    std::optional<Footprint> m_footprint;
};

Result<Timeframe> readTimeframe(const QCommandLineParser &arguments)
{
    if (!arguments.isSet(u"timeframe"_s))
        return Error { Error::Code::InvalidArgument, u"--timeframe T is missing."_s };
    return readBarWidth(arguments.value(u"timeframe"_s));
}

Result<FootprintRun> readRun(const QCommandLineParser &arguments, ClassifierRule rule)
{
    const Result<Timeframe> timeframe = readTimeframe(arguments);
    if (!timeframe)
        return timeframe.error();
    const Result<int> row = flowrequest::readRow(arguments);
    if (!row)
        return row.error();
    return FootprintRun(rule, *timeframe, *row);
}

} // namespace

QString FootprintCommand::name() const
{
    return u"footprint"_s;
}

QString FootprintCommand::summary() const
{
    return u"Shows what was bought and sold at each price, bar by bar."_s;
}

QString FootprintCommand::synopsis() const
{
    return u"--trades FILE --quotes FILE --timeframe T [--row TICKS] [--rule R] [--symbol S] "
           "[--session all|regular] [--tie trade-first|quote-first] [--eligible all|volume|clean] "
           "[--json]"_s;
}

QList<QCommandLineOption> FootprintCommand::options() const
{
    return flowrequest::options(flowrequest::Use::Classified) << QCommandLineOption(
               u"timeframe"_s, u"Width of a bar: 1s, 5m, 1h, 1D, 1W, 1M, 1Q, 1Y."_s, u"T"_s)
                                                              << flowrequest::rowOption();
}

QString FootprintCommand::notes() const
{
    return u"With --json a line is {\"t\",\"rows\":[[price,sell,buy],...],\"delta\",\"max_delta\","
           "\"min_delta\",\"poc\"}: start of the\nwindow in ms, what was sold and bought in each "
           "row "
           "of prices (lowest first, named by its lower end), bought less\nsold, the extremes of "
           "that inside the bar, and the row with the most volume. buy + sell is the volume: a "
           "trade\n"
           "inside the spread counts 3/4 for its side, one without a side 1/2 for both. Windows "
           "and "
           "rows without trades are\nabsent."_s;
}

ExitCode FootprintCommand::run(const QCommandLineParser &arguments, Console &console)
{
    const QString hint = u" See `tapeline-cli footprint --help`."_s;
    const Result<FlowRequest> request = flowrequest::read(arguments, flowrequest::Use::Classified);
    if (!request)
        return console.wrongUsage(request.error().detail + hint);
    Result<FootprintRun> run = readRun(arguments, request->rule);
    if (!run)
        return console.wrongUsage(run.error().detail + hint);

    const Result<void> done = readFlow(*request, *run);
    if (!done)
        return console.fail(u"Cannot make the footprint: %1."_s.arg(done.error().detail));
    if (const Footprint *footprint = run->footprint())
        for (const FootprintBar &bar : footprint->bars())
            console.print(arguments.isSet(u"json"_s)
                              ? flowtext::toJson(bar, footprint->options().grid)
                              : flowtext::toText(bar, footprint->options().grid));
    return ExitCode::Success;
}

} // namespace tapeline
