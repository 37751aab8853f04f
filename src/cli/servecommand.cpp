#include "servecommand.h"

#include "easterntime.h"
#include "embeddedmarket.h"
#include "faultfields.h"
#include "gatewayserver.h"
#include "jsonline.h"
#include "stopsignal.h"

#include <QDateTime>

#include <limits>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int maxSymbols = 10'000;

Error wrong(const QString &sentence)
{
    return { Error::Code::InvalidArgument, sentence };
}

/// A whole number option within [min, max]; the fallback when it is not given.
Result<quint64> number(const QCommandLineParser &arguments, const QString &option, quint64 fallback,
                       quint64 max)
{
    if (!arguments.isSet(option))
        return fallback;
    bool ok = false;
    const quint64 value = arguments.value(option).toULongLong(&ok);
    if (!ok || value > max)
        return wrong(u"--%1 is a whole number from 0 to %2."_s.arg(option).arg(max));
    return value;
}

/// A time with its offset, or on New York's clock without one.
Result<std::optional<Timestamp>> startTime(const QCommandLineParser &arguments)
{
    if (!arguments.isSet(u"start"_s))
        return std::optional<Timestamp>();
    const QString text = arguments.value(u"start"_s);
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid() || time.date().year() < 2003 || time.date().year() > 2200)
        return wrong(u"\"%1\" is no time from 2003 on; 2026-08-13T10:30:00 (New York) and "
                     "2026-08-13T14:30:00Z are."_s.arg(text));
    if (time.timeSpec() != Qt::LocalTime)
        return std::optional(fromMs(time.toMSecsSinceEpoch()));
    return std::optional(easterntime::at(
        time.date(), std::chrono::milliseconds(time.time().msecsSinceStartOfDay())));
}

Result<void> checkSource(const QString &source)
{
    if (source == "sandbox"_L1)
        return {};
    if (source == "massive"_L1 || source.startsWith("replay:"_L1))
        return wrong(
            u"--source %1 is not available in this version; --source sandbox is."_s.arg(source));
    return wrong(u"\"%1\" is no source; sandbox, replay:FILE and massive are."_s.arg(source));
}

Result<EmbeddedMarket::Options> readOptions(const QCommandLineParser &arguments)
{
    if (!arguments.positionalArguments().isEmpty())
        return wrong(
            u"\"%1\" is one argument too many."_s.arg(arguments.positionalArguments().first()));
    if (const Result<void> source = checkSource(arguments.value(u"source"_s)); !source)
        return source.error();
    const auto port = number(arguments, u"port"_s, 0, 65'535);
    const auto seed = number(arguments, u"seed"_s, 1, std::numeric_limits<quint64>::max());
    const auto symbols = number(arguments, u"symbols"_s, 0, maxSymbols);
    const auto start = startTime(arguments);
    for (const Result<quint64> *each : { &port, &seed, &symbols })
        if (!*each)
            return each->error();
    if (!start)
        return start.error();
    bool ok = false;
    const double speed = arguments.value(u"speed"_s).toDouble(&ok);
    if (!ok || speed < 1 || speed > 100)
        return wrong(u"--speed is a number from 1 to 100."_s);

    EmbeddedMarket::Options options;
    options.seed = *seed;
    options.extraSymbols = static_cast<int>(*symbols);
    options.speed = speed;
    options.start = *start;
    options.port = static_cast<quint16>(*port);
    options.legacy = arguments.isSet(u"legacy"_s);
    return options;
}

Result<Faults> readFaults(const QCommandLineParser &arguments)
{
    Faults faults;
    for (const QString &assignment : arguments.values(u"fault"_s))
        if (const Result<void> set = faultfields::set(faults, assignment); !set)
            return wrong(u"--fault %1: %2"_s.arg(assignment, set.error().detail));
    return faults;
}

} // namespace

QString ServeCommand::name() const
{
    return u"serve"_s;
}

QString ServeCommand::summary() const
{
    return u"Serves a market over REST and WebSocket on this computer until it is stopped."_s;
}

QString ServeCommand::synopsis() const
{
    return u"[--source sandbox] [--port N] [--seed N] [--speed X] [--start TIME] [--symbols N] "
           "[--legacy] [--fault NAME[=VALUE]]..."_s;
}

QList<QCommandLineOption> ServeCommand::options() const
{
    return {
        QCommandLineOption(u"source"_s, u"Where the data comes from: sandbox (default)."_s,
                           u"SOURCE"_s, u"sandbox"_s),
        QCommandLineOption(u"port"_s, u"Port to listen on; 0 (default) picks a free one."_s,
                           u"N"_s),
        QCommandLineOption(u"seed"_s, u"Which simulated market; 1 by default."_s, u"N"_s),
        QCommandLineOption(u"speed"_s, u"Market seconds per second, 1 (default) to 100."_s, u"X"_s,
                           u"1"_s),
        QCommandLineOption(u"start"_s,
                           u"Market time to start at, such as 2026-08-13T09:25:00 (New York); an "
                           "open session by default."_s,
                           u"TIME"_s),
        QCommandLineOption(u"symbols"_s, u"Synthetic stocks besides the named ones, 0 to 10,000."_s,
                           u"N"_s),
        QCommandLineOption(u"legacy"_s,
                           u"Serves what the service has retired: books of crypto as channel XL2 "
                           "and as a snapshot."_s),
        QCommandLineOption(u"fault"_s,
                           u"Something that goes wrong on purpose, such as stall=10; may be given "
                           "several times, see below."_s,
                           u"NAME[=VALUE]"_s),
    };
}

QString ServeCommand::notes() const
{
    return u"The first line says where: {\"rest\",\"ws\",\"ws_delayed\",\"token\"}. Sockets are at "
           "/{market}, such as /stocks. The sandbox's keys are basic, starter, developer, advanced "
           "and noplan.\n\n"
           "Faults, durations in seconds: "_s
        + faultfields::summary()
        + u".\n\n"
          "While it runs: GET and PUT {rest}/tapeline/v1/faults with a JSON object of them (what "
          "it "
          "does not name is off); POST /tapeline/v1/drop cuts all connections, /halfframes after "
          "half a frame, /refuse?seconds=N refuses new ones. Each with the header "
          "\"Authorization: Bearer {token}\"."_s;
}

ExitCode ServeCommand::run(const QCommandLineParser &arguments, Console &console)
{
    const Result<EmbeddedMarket::Options> options = readOptions(arguments);
    if (!options)
        return console.wrongUsage(options.error().detail);
    const Result<Faults> faults = readFaults(arguments);
    if (!faults)
        return console.wrongUsage(faults.error().detail);

    StopSignal stop; // before the server's thread starts
    EmbeddedMarket market(*options);
    if (const Result<void> started = market.start(); !started)
        return console.fail(u"The server did not start: %1."_s.arg(started.error().detail));
    market.server().setFaults(*faults);
    const auto text = [](const QUrl &address) { return address.toString().toStdString(); };
    console.print(JsonLine()
                      .add("rest", text(market.restBase()))
                      .add("ws", text(market.wsBase()))
                      .add("ws_delayed", text(market.wsDelayedBase()))
                      .add("token", market.token().toStdString())
                      .text());
    if (!console.flush())
        return console.fail(u"The addresses could not be written."_s);
    stop.wait();
    return ExitCode::Success;
}

} // namespace tapeline
