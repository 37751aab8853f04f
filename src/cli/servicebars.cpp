#include "servicebars.h"

#include "bartext.h"
#include "barwidth.h"
#include "datafolder.h"
#include "easterntime.h"
#include "keptbars.h"
#include "massivebars.h"
#include "serviceclient.h"
#include "symbology.h"
#include "timeframe.h"
#include "timestamp.h"

#include <QSet>

#include <algorithm>

namespace tapeline::servicebars {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int barsPerPage = 50'000; // what the service allows

struct Request
{
    QString symbol;
    AssetClass assetClass = AssetClass::Stocks;
    Timeframe timeframe;
    TimeRange range;
    bool adjusted = true;
};

Error wrong(const QString &sentence)
{
    return { Error::Code::InvalidArgument, sentence };
}

Result<void> checkForm(const QCommandLineParser &arguments)
{
    const QStringList words = arguments.positionalArguments();
    if (words.size() > 1)
        return wrong(u"\"%1\" is one argument too many."_s.arg(words[1]));
    for (const QString &name : { u"conditions"_s, u"symbol"_s, u"session"_s, u"eligible"_s })
        if (arguments.isSet(name))
            return wrong(u"--%1 goes with --trades FILE."_s.arg(name));
    for (const QString &name : { u"timeframe"_s, u"from"_s, u"to"_s })
        if (!arguments.isSet(name))
            return wrong(u"--%1 is missing."_s.arg(name));
    return {};
}

/// A day or a millisecond, and what it covers.
struct Moment
{
    Timestamp begin;
    Timestamp end; ///< exclusive
};

/// Numbers below it are dates without their hyphens, or seconds: 1973-03-03 in milliseconds.
constexpr qint64 firstMs = 100'000'000'000;

Result<Moment> moment(const QCommandLineParser &arguments, const QString &name)
{
    const QString text = arguments.value(name);
    bool isNumber = false;
    const qint64 ms = text.toLongLong(&isNumber);
    constexpr qint64 lastMs = firstMs * 90; // nanoseconds hold it
    if (isNumber && ms >= firstMs && ms < lastMs)
        return Moment { fromMs(ms), fromMs(ms + 1) };
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!isNumber && date.isValid() && date.year() > 1900 && date.year() < 2200)
        return Moment { easterntime::at(date), easterntime::at(date.addDays(1)) };
    return wrong(u"--%1 is a date such as 2026-08-13, or a time in milliseconds such as "
                 "1786622400000."_s.arg(name));
}

Result<void> readRange(const QCommandLineParser &arguments, Request &request)
{
    const Result<Moment> from = moment(arguments, u"from"_s);
    const Result<Moment> to = moment(arguments, u"to"_s);
    if (!from || !to)
        return from ? to.error() : from.error();
    if (to->end <= from->begin)
        return wrong(u"--to is before --from."_s);
    request.range = { from->begin, to->end };
    return {};
}

Result<Request> readRequest(const QCommandLineParser &arguments)
{
    if (const Result<void> form = checkForm(arguments); !form)
        return form.error();
    Request request;
    const QString word = arguments.positionalArguments().constFirst();
    request.symbol = symbology::fromInput(word);
    const Result<AssetClass> assetClass = symbology::classify(request.symbol);
    if (!assetClass)
        return wrong(u"\"%1\" is no symbol."_s.arg(word));
    request.assetClass = *assetClass;
    const Result<Timeframe> timeframe = readBarWidth(arguments.value(u"timeframe"_s));
    if (!timeframe)
        return timeframe.error();
    request.timeframe = *timeframe;
    const QString adjusted = arguments.value(u"adjusted"_s);
    if (adjusted != "true"_L1 && adjusted != "false"_L1)
        return wrong(u"--adjusted is true or false."_s);
    request.adjusted = adjusted == "true"_L1;
    if (const Result<void> range = readRange(arguments, request); !range)
        return range.error();
    return request;
}

/// The bars of a request: what is kept, and the rest page after page.
class Download
{
public:
    Download(const Request &request, ServiceClient &client, KeptBars &kept, Console &console,
             bool json)
        : m_request(request)
        , m_client(client)
        , m_kept(kept)
        , m_console(console)
        , m_json(json)
    {
    }

    ExitCode run();

private:
    BarQuery within(const TimeRange &range) const;
    Result<void> fetch(const BarQuery &portion);
    Result<QString> page(const BarQuery &portion, const BarSource::Question &question,
                         std::vector<Candle> &bars);
    void print(std::span<const Candle> bars);
    ExitCode explainNothing();

    const Request &m_request;
    ServiceClient &m_client;
    KeptBars &m_kept;
    Console &m_console;
    const bool m_json;
    const MassiveBars m_source;
    QSet<QString> m_asked; // pages that lead back to one another would never end
    qint64 m_count = 0;
};

BarQuery Download::within(const TimeRange &range) const
{
    return { m_request.symbol, m_request.timeframe, m_request.adjusted, range };
}

ExitCode Download::run()
{
    const CacheDatabase::Kept kept = m_kept.read(within(m_request.range));
    Timestamp printed = m_request.range.from;
    const auto printKept = [&](Timestamp until) {
        const auto first = std::ranges::lower_bound(kept.bars, printed, {}, &Candle::start);
        const auto last = std::ranges::lower_bound(kept.bars, until, {}, &Candle::start);
        print({ first, last });
    };
    for (const TimeRange &hole : kept.known.missing(m_request.range)) {
        printKept(hole.from);
        for (const BarQuery &portion : m_source.portions(within(hole)))
            if (const Result<void> done = fetch(portion); !done) {
                const QString reason = failureSentence(done.error());
                return m_console.fail(
                    m_count == 0 ? reason
                                 : u"Incomplete after %1 bars: %2"_s.arg(m_count).arg(reason));
            }
        printed = hole.to;
    }
    printKept(m_request.range.to);
    return m_count == 0 ? explainNothing() : ExitCode::Success;
}

/// Asks for a portion, prints its bars as they come and keeps them.
Result<void> Download::fetch(const BarQuery &portion)
{
    const std::optional<Timestamp> now = m_kept.now(m_client);
    std::vector<Candle> bars;
    Result<QString> next = page(portion, m_source.question(portion), bars);
    while (next && !next->isEmpty())
        next = page(portion, { *next, {} }, bars);
    if (!next)
        return next.error();
    if (now) // a delayed plan's newest bars may change for as long as any
        m_kept.write(m_source, portion, bars, *now - Capabilities::delay(Product::Stocks));
    return {};
}

/// Asks for a page and prints its bars; where the next one is.
Result<QString> Download::page(const BarQuery &portion, const BarSource::Question &question,
                               std::vector<Candle> &bars)
{
    if (m_asked.contains(question.path))
        return Error { Error::Code::Rejected, u"The service sends us in a circle."_s };
    m_asked.insert(question.path);
    const RestReply reply = m_client.ask(question.path, question.query);
    if (!reply.ok)
        return Error { reply.error, reply.detail };
    const Result<BarsPage> page = m_source.decode(portion, reply.body);
    if (!page)
        return page.error();
    print(page->bars);
    bars.insert(bars.end(), page->bars.begin(), page->bars.end());
    return page->nextUrl;
}

void Download::print(std::span<const Candle> bars)
{
    if (m_count == 0 && !bars.empty() && !m_json)
        m_console.print(bartext::header());
    for (const Candle &bar : bars)
        m_console.print(m_json ? bartext::toJson(bar) : bartext::toRow(bar));
    m_count += static_cast<qint64>(bars.size());
}

/// The service answers with no bars both for a symbol it does not know and for a quiet range.
ExitCode Download::explainNothing()
{
    if (m_request.assetClass != AssetClass::Options) { // contracts are not in that list
        const RestReply reply = m_client.ask(u"/v3/reference/tickers/"_s + m_request.symbol);
        if (reply.error == Error::Code::NotFound && !reply.ok)
            return m_console.fail(u"The service knows no symbol %1."_s.arg(m_request.symbol));
    }
    m_console.say(u"There are no bars of %1 in this range."_s.arg(m_request.symbol));
    return ExitCode::Success;
}

} // namespace

QList<QCommandLineOption> options()
{
    return {
        QCommandLineOption(u"from"_s, u"First day (or millisecond) of bars of the service."_s,
                           u"D"_s),
        QCommandLineOption(u"to"_s, u"Last day (or millisecond), included."_s, u"D"_s),
        QCommandLineOption(u"adjusted"_s,
                           u"true (default) or false: bars of the service, adjusted to splits."_s,
                           u"B"_s, u"true"_s),
        QCommandLineOption(u"data-dir"_s,
                           u"The desk's folder, whose cache has what was asked for before."_s,
                           u"D"_s),
        QCommandLineOption(u"fresh"_s, u"Asks the service for everything, and keeps nothing."_s),
        serviceaccess::restOption(),
    };
}

ExitCode run(const QCommandLineParser &arguments, Console &console)
{
    const Result<Request> request = readRequest(arguments);
    if (!request)
        return console.wrongUsage(request.error().detail + u" See `tapeline-cli bars --help`."_s);
    const Result<ServiceAccess> access = serviceaccess::read(arguments, console);
    if (!access)
        return serviceaccess::refuse(access.error(), console);
    const int limit = Capabilities(access->plans).requestsPerMinute(productOf(request->assetClass));
    ServiceClient client(*access, limit, console);
    const QString folder
        = arguments.isSet(u"fresh"_s) ? QString() : dataFolder(arguments.value(u"data-dir"_s));
    KeptBars kept(folder, access->rest, console);
    return Download(*request, client, kept, console, arguments.isSet(u"json"_s)).run();
}

} // namespace tapeline::servicebars
