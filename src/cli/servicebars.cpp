#include "servicebars.h"

#include "barsdecoder.h"
#include "bartext.h"
#include "easterntime.h"
#include "serviceclient.h"
#include "symbology.h"
#include "timeframe.h"
#include "timestamp.h"

#include <QSet>

namespace tapeline::servicebars {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int barsPerPage = 50'000; // what the service allows

struct Request
{
    QString symbol;
    AssetClass assetClass = AssetClass::Stocks;
    Timeframe timeframe;
    QString from; ///< a date or milliseconds, as the service takes them
    QString to;
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
    QString text; ///< as the service takes it
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
        return Moment { QString::number(ms), fromMs(ms), fromMs(ms + 1) };
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!isNumber && date.isValid() && date.year() > 1900 && date.year() < 2200)
        return Moment { date.toString(Qt::ISODate), easterntime::at(date),
                        easterntime::at(date.addDays(1)) };
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
    request.from = from->text;
    request.to = to->text;
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
    const QString width = arguments.value(u"timeframe"_s);
    const Result<Timeframe> timeframe = Timeframe::parse(width);
    if (!timeframe)
        return wrong(u"\"%1\" is no timeframe; 1s, 5m, 1h, 1D, 1W and 1M are."_s.arg(width));
    request.timeframe = *timeframe;
    const QString adjusted = arguments.value(u"adjusted"_s);
    if (adjusted != "true"_L1 && adjusted != "false"_L1)
        return wrong(u"--adjusted is true or false."_s);
    request.adjusted = adjusted == "true"_L1;
    if (const Result<void> range = readRange(arguments, request); !range)
        return range.error();
    return request;
}

/// The bars of a request, page after page.
class Download
{
public:
    Download(const Request &request, ServiceClient &client, Console &console, bool json)
        : m_request(request)
        , m_client(client)
        , m_console(console)
        , m_json(json)
    {
    }

    ExitCode run();

private:
    Result<QString> page(const QString &path, const QUrlQuery &query = {});
    ExitCode explainNothing();

    const Request &m_request;
    ServiceClient &m_client;
    Console &m_console;
    const bool m_json;
    QSet<QString> m_asked; // pages that lead back to one another would never end
    qint64 m_count = 0;
};

ExitCode Download::run()
{
    const QString path = u"/v2/aggs/ticker/%1/range/%2/%3/%4/%5"_s.arg(
        m_request.symbol, QString::number(m_request.timeframe.count()),
        m_request.timeframe.unitName(), m_request.from, m_request.to);
    const QUrlQuery query { { u"adjusted"_s, m_request.adjusted ? u"true"_s : u"false"_s },
                            { u"sort"_s, u"asc"_s },
                            { u"limit"_s, QString::number(barsPerPage) } };
    Result<QString> next = page(path, query);
    while (next && !next->isEmpty())
        next = page(*next);
    if (!next) {
        const QString reason = failureSentence(next.error());
        return m_console.fail(
            m_count == 0 ? reason : u"Incomplete after %1 bars: %2"_s.arg(m_count).arg(reason));
    }
    return m_count == 0 ? explainNothing() : ExitCode::Success;
}

/// Asks for a page and prints its bars; where the next one is.
Result<QString> Download::page(const QString &path, const QUrlQuery &query)
{
    if (m_asked.contains(path))
        return Error { Error::Code::Rejected, u"The service sends us in a circle."_s };
    m_asked.insert(path);
    const RestReply reply = m_client.ask(path, query);
    if (!reply.ok)
        return Error { reply.error, reply.detail };
    const Result<BarsPage> page = decodeBars(reply.body);
    if (!page)
        return page.error();
    if (m_count == 0 && !page->bars.empty() && !m_json)
        m_console.print(bartext::header());
    for (const Candle &bar : page->bars)
        m_console.print(m_json ? bartext::toJson(bar) : bartext::toRow(bar));
    m_count += static_cast<qint64>(page->bars.size());
    return page->nextUrl;
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
    return Download(*request, client, console, arguments.isSet(u"json"_s)).run();
}

} // namespace tapeline::servicebars
