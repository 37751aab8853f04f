#include "deskoptions.h"

#include "datafolder.h"
#include "keysafety.h"

#include <QCommandLineParser>
#include <QRegularExpression>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

Error wrong(const QString &option, const QString &text, const QString &wanted)
{
    return { Error::Code::InvalidArgument,
             u"--%1 \"%2\": expected %3"_s.arg(option, text, wanted) };
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"The Tapeline desk."_s);
    parser.addOptions({
        { { u"h"_s, u"help"_s }, u"Shows this help."_s },
        { { u"v"_s, u"version"_s }, u"Shows the version."_s },
        { u"data-dir"_s, u"Keeps everything the desk stores in this folder."_s, u"folder"_s },
        { u"symbol"_s, u"Opens with this symbol."_s, u"symbol"_s },
        { u"workspace"_s, u"Opens this workspace."_s, u"name"_s },
        { u"theme"_s, u"dark or light; the system's when not given."_s, u"theme"_s },
        { u"language"_s, u"en or de; the system's when not given."_s, u"code"_s },
        { u"replay"_s,
          u"Plays recorded frames (plain, .gz or .zst) instead of the simulated market."_s,
          u"file"_s },
        { u"speed"_s,
          u"Speed of the replay or the simulated market, 1 to 1000. This and the next two choose "
          "the simulated market for this run, whatever key there is."_s,
          u"factor"_s },
        { u"seed"_s, u"Seed of the simulated market."_s, u"number"_s },
        { u"symbols"_s,
          u"Synthetic stocks of the simulated market besides the named ones, 0 to 10000."_s,
          u"number"_s },
        { u"rest-base"_s, u"Asks the service here; https://api.massive.com when not given."_s,
          u"url"_s },
        { u"ws-base"_s, u"Streams from here; wss://socket.massive.com when not given."_s,
          u"url"_s },
        { u"ws-delayed-base"_s,
          u"Streams from here on a delayed plan; wss://delayed.massive.com when not given."_s,
          u"url"_s },
        { u"screenshot"_s, u"Saves a picture of the window to this file and exits."_s, u"file"_s },
        { u"after"_s, u"Seconds before the picture is taken; 5 when not given."_s, u"seconds"_s },
        { u"size"_s, u"Size of the window for the picture, as 1280x800."_s, u"WxH"_s },
    });
    QCommandLineOption measureStart(u"measure-start"_s);
    measureStart.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(measureStart);
}

Result<void> readTheme(const QCommandLineParser &parser, DeskOptions &options)
{
    const QString text = parser.value(u"theme"_s);
    if (text == "dark"_L1)
        options.theme = ThemeChoice::Dark;
    else if (text == "light"_L1)
        options.theme = ThemeChoice::Light;
    else if (parser.isSet(u"theme"_s))
        return wrong(u"theme"_s, text, u"dark or light"_s);
    return {};
}

/// An address that a key may be sent to.
Result<void> readAddress(const QCommandLineParser &parser, const QString &option, QUrl &address)
{
    if (!parser.isSet(option))
        return {};
    const Result<QUrl> url = serviceaddresses::read(parser.value(option), address);
    if (!url)
        return Error { url.error().code, u"--%1 %2"_s.arg(option, url.error().detail) };
    if (!keysafety::mayCarryKey(*url))
        return Error { Error::Code::InvalidArgument,
                       u"--%1: %2"_s.arg(option, keysafety::refusal(*url)) };
    address = *url;
    return {};
}

Result<void> readAddresses(const QCommandLineParser &parser, ServiceAddresses &addresses)
{
    if (const auto rest = readAddress(parser, u"rest-base"_s, addresses.rest); !rest)
        return rest;
    if (const auto stream = readAddress(parser, u"ws-base"_s, addresses.stream); !stream)
        return stream;
    return readAddress(parser, u"ws-delayed-base"_s, addresses.delayedStream);
}

Result<void> readNumbers(const QCommandLineParser &parser, DeskOptions &options)
{
    bool ok = true;
    if (parser.isSet(u"speed"_s)) {
        options.speed = parser.value(u"speed"_s).toDouble(&ok);
        if (!ok || !(options.speed >= 1 && options.speed <= 1'000))
            return wrong(u"speed"_s, parser.value(u"speed"_s), u"a number from 1 to 1000"_s);
    }
    if (parser.isSet(u"seed"_s)) {
        options.seed = parser.value(u"seed"_s).toULongLong(&ok);
        if (!ok)
            return wrong(u"seed"_s, parser.value(u"seed"_s), u"a whole number"_s);
    }
    if (parser.isSet(u"symbols"_s)) {
        options.extraSymbols = parser.value(u"symbols"_s).toInt(&ok);
        if (!ok || options.extraSymbols < 0 || options.extraSymbols > 10'000)
            return wrong(u"symbols"_s, parser.value(u"symbols"_s), u"a number from 0 to 10000"_s);
    }
    if (parser.isSet(u"after"_s)) {
        options.screenshotAfterSeconds = parser.value(u"after"_s).toDouble(&ok);
        if (!ok
            || !(options.screenshotAfterSeconds >= 0 && options.screenshotAfterSeconds <= 3'600))
            return wrong(u"after"_s, parser.value(u"after"_s), u"seconds from 0 to 3600"_s);
    }
    if (parser.isSet(u"size"_s)) {
        static const QRegularExpression form(u"^(\\d{3,5})x(\\d{3,5})$"_s);
        const QRegularExpressionMatch match = form.match(parser.value(u"size"_s));
        if (!match.hasMatch())
            return wrong(u"size"_s, parser.value(u"size"_s), u"a size such as 1280x800"_s);
        options.screenshotSize = { match.captured(1).toInt(), match.captured(2).toInt() };
    }
    return {};
}

} // namespace

Result<DeskOptions> parseDeskOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return Error { Error::Code::InvalidArgument, parser.errorText() };
    if (!parser.positionalArguments().isEmpty())
        return Error { Error::Code::InvalidArgument,
                       u"\"%1\" is not an option of tapeline"_s.arg(
                           parser.positionalArguments().first()) };
    DeskOptions options;
    options.measureStart = parser.isSet(u"measure-start"_s);
    options.showHelp = parser.isSet(u"help"_s);
    options.showVersion = parser.isSet(u"version"_s);
    options.dataDir = dataFolder(parser.value(u"data-dir"_s));
    options.symbol = parser.value(u"symbol"_s);
    options.workspace = parser.value(u"workspace"_s);
    options.language = parser.value(u"language"_s);
    options.replayFile = parser.value(u"replay"_s);
    options.screenshotFile = parser.value(u"screenshot"_s);
    if (const Result<void> theme = readTheme(parser, options); !theme)
        return theme.error();
    if (const Result<void> numbers = readNumbers(parser, options); !numbers)
        return numbers.error();
    if (const Result<void> addresses = readAddresses(parser, options.addresses); !addresses)
        return addresses.error();
    options.simulated
        = parser.isSet(u"speed"_s) || parser.isSet(u"seed"_s) || parser.isSet(u"symbols"_s);
    if (!options.language.isEmpty() && options.language != "en"_L1 && options.language != "de"_L1)
        return wrong(u"language"_s, options.language, u"en or de"_s);
    return options;
}

QString deskHelp()
{
    QCommandLineParser parser;
    addOptions(parser);
    return parser.helpText();
}

} // namespace tapeline
