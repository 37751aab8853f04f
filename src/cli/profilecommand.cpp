#include "profilecommand.h"

#include "flowfiles.h"
#include "flowtext.h"
#include "volumeprofile.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

class ProfileRun : public FlowSink
{
public:
    explicit ProfileRun(int rowTicks)
        : m_rowTicks(rowTicks)
    {
    }

    void begin(const Instrument &instrument, Price firstPrice) override
    {
        m_profile = VolumeProfile(PriceGrid(rowHeight(instrument, firstPrice, m_rowTicks)));
    }
    bool addTrade(const Trade &trade) override
    {
        return trade.size <= Qty() || m_profile.add(trade.time, trade.price, trade.size);
    }

    const VolumeProfile &profile() const { return m_profile; }

private:
    int m_rowTicks;
    VolumeProfile m_profile;
};

Result<ValueAreaMethod> readMethod(const QCommandLineParser &arguments)
{
    const QString method = arguments.value(u"method"_s);
    if (method == "single"_L1)
        return ValueAreaMethod::Single;
    if (method == "pairs"_L1)
        return ValueAreaMethod::Pairs;
    return Error { Error::Code::InvalidArgument, u"--method is single or pairs."_s };
}

} // namespace

QString ProfileCommand::name() const
{
    return u"profile"_s;
}

QString ProfileCommand::summary() const
{
    return u"Adds up the volume at each price of recorded trades."_s;
}

QString ProfileCommand::synopsis() const
{
    return u"--trades FILE [--row TICKS] [--method single|pairs] [--symbol S] "
           "[--session all|regular] [--eligible all|volume|clean] [--json]"_s;
}

QList<QCommandLineOption> ProfileCommand::options() const
{
    return flowrequest::options(flowrequest::Use::TradesOnly)
        << flowrequest::rowOption()
        << QCommandLineOption(u"method"_s,
                              u"How the value area grows: single (default), row by row; pairs, two "
                              "rows at a time."_s,
                              u"M"_s, u"single"_s);
}

QString ProfileCommand::notes() const
{
    return u"With --json the result is {\"poc\",\"vah\",\"val\",\"total\",\"rows\":[[price,volume],"
           "...]}: the row with the most volume, the\nhighest and the lowest row of the value area "
           "(at least 70 % of the volume, grown from the poc by the larger\nneighbour, the upper "
           "on "
           "a tie), the volume, and every row with trades, lowest first. A row is named by its\n"
           "lower end; prices are text. Without trades poc, vah and val are null. --tie changes "
           "nothing here."_s;
}

ExitCode ProfileCommand::run(const QCommandLineParser &arguments, Console &console)
{
    const QString hint = u" See `tapeline-cli profile --help`."_s;
    const Result<FlowRequest> request = flowrequest::read(arguments, flowrequest::Use::TradesOnly);
    if (!request)
        return console.wrongUsage(request.error().detail + hint);
    const Result<int> row = flowrequest::readRow(arguments);
    if (!row)
        return console.wrongUsage(row.error().detail + hint);
    const Result<ValueAreaMethod> method = readMethod(arguments);
    if (!method)
        return console.wrongUsage(method.error().detail + hint);

    ProfileRun run(*row);
    const Result<void> done = readFlow(*request, run);
    if (!done)
        return console.fail(u"Cannot make the profile: %1."_s.arg(done.error().detail));
    const ValueAreaRules rules { *method };
    console.print(arguments.isSet(u"json"_s) ? flowtext::toJson(run.profile(), rules)
                                             : flowtext::toText(run.profile(), rules));
    return ExitCode::Success;
}

} // namespace tapeline
