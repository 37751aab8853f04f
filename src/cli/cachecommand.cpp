#include "cachecommand.h"

#include "cachedatabase.h"
#include "clocks.h"
#include "datafolder.h"
#include "jsonline.h"
#include "utcdate.h"

#include <QDir>
#include <QFile>
#include <QLocale>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestAge = 36'500; // days

struct Request
{
    bool clears = false;
    CacheClearing which;
    QString folder;
    bool json = false;

    QString file() const { return QDir(folder).filePath(u"cache.db"_s); }
};

Error wrong(const QString &sentence)
{
    return { Error::Code::InvalidArgument, sentence };
}

Result<CacheClearing> readWhich(const QCommandLineParser &arguments)
{
    CacheClearing which;
    which.symbol = arguments.value(u"symbol"_s);
    if (arguments.isSet(u"symbol"_s) && which.symbol.isEmpty())
        return wrong(u"--symbol wants a symbol."_s);
    if (!arguments.isSet(u"older-than"_s))
        return which;
    const QString text = arguments.value(u"older-than"_s);
    bool isNumber = false;
    const int days = text.toInt(&isNumber);
    if (!isNumber || days < 0 || days > longestAge)
        return wrong(u"--older-than \"%1\": expected days, 0 to %2."_s.arg(text).arg(longestAge));
    which.unusedForDays = days;
    return which;
}

Result<Request> readRequest(const QCommandLineParser &arguments)
{
    const QStringList words = arguments.positionalArguments();
    if (words.isEmpty())
        return wrong(u"stats or clear is missing."_s);
    if (words.first() != "stats"_L1 && words.first() != "clear"_L1)
        return wrong(u"\"%1\" is neither stats nor clear."_s.arg(words.first()));
    if (words.size() > 1)
        return wrong(u"\"%1\" is one argument too many."_s.arg(words[1]));
    const Result<CacheClearing> which = readWhich(arguments);
    if (!which)
        return which.error();
    return Request { words.first() == "clear"_L1, *which,
                     dataFolder(arguments.value(u"data-dir"_s)), arguments.isSet(u"json"_s) };
}

/// Only what is asked about; answers belong to no symbol.
CacheStatistics narrowed(CacheStatistics all, const CacheClearing &which, Timestamp now)
{
    if (which == CacheClearing())
        return all;
    CacheStatistics some;
    some.fileBytes = all.fileBytes;
    const auto latest = now - std::chrono::days(which.unusedForDays.value_or(0));
    std::erase_if(all.bySymbol, [&](const CachedSymbol &own) {
        return (!which.symbol.isEmpty() && own.symbol != which.symbol)
            || (which.unusedForDays && own.used > latest);
    });
    QString last;
    for (const CachedSymbol &own : all.bySymbol) {
        some.symbols += own.symbol == last ? 0 : 1;
        some.bars += own.bars;
        some.bytes += own.bytes;
        last = own.symbol;
    }
    some.bySymbol = std::move(all.bySymbol);
    return some;
}

QString sizeText(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString dateText(Timestamp time)
{
    return utcDate(time).toString(Qt::ISODate);
}

void printTable(const CacheStatistics &statistics, const QString &file, Console &console)
{
    for (const CachedSymbol &own : statistics.bySymbol)
        console.print(u"%1 %2 %3 bars %4  %5 to %6  used %7"_s.arg(own.symbol, -12)
                          .arg(own.origin, -12)
                          .arg(own.bars, 10)
                          .arg(sizeText(own.bytes), 9)
                          .arg(dateText(own.first), dateText(own.last), dateText(own.used)));
    console.print(u"%1 symbols, %2 bars, %3 answers: %4 in a file of %5"_s.arg(statistics.symbols)
                      .arg(statistics.bars)
                      .arg(statistics.answers)
                      .arg(sizeText(statistics.bytes), sizeText(statistics.fileBytes)));
    console.print(file);
}

JsonLine jsonOf(const CachedSymbol &own)
{
    JsonLine line;
    line.addText("symbol", own.symbol).addText("origin", own.origin);
    line.add("series", own.series).add("bars", own.bars).add("bytes", own.bytes);
    line.add("first", toMs(own.first)).add("last", toMs(own.last)).add("used", toMs(own.used));
    return line;
}

void printJson(const CacheStatistics &statistics, Console &console)
{
    std::vector<JsonLine> symbols;
    for (const CachedSymbol &own : statistics.bySymbol)
        symbols.push_back(jsonOf(own));
    JsonLine line;
    line.add("symbols", statistics.symbols).add("bars", statistics.bars);
    line.add("bytes", statistics.bytes).add("file_bytes", statistics.fileBytes);
    line.add("answers", statistics.answers).add("by_symbol", std::span<const JsonLine>(symbols));
    console.print(line.text());
}

/// Nothing is kept as long as there is no file.
Result<CacheStatistics> statisticsOf(const QString &file)
{
    if (!QFile::exists(file))
        return CacheStatistics {};
    CacheDatabase cache;
    if (const Result<void> opened = cache.open(file, CacheDatabase::Access::ReadOnly); !opened)
        return opened.error();
    return cache.statistics();
}

Result<qint64> clear(const Request &request, Console &console)
{
    if (!QFile::exists(request.file()))
        return qint64(0);
    CacheDatabase cache;
    if (const Result<void> opened = cache.open(request.file()); !opened)
        return opened.error();
    const Result<qint64> freed = cache.clear(request.which, SystemWallClock().utc());
    if (!cache.repaired().isEmpty())
        console.say(cache.repaired() + u'.');
    return freed;
}

ExitCode runStatistics(const Request &request, Console &console)
{
    const Result<CacheStatistics> all = statisticsOf(request.file());
    if (!all)
        return console.fail(u"The cache cannot be read: %1."_s.arg(all.error().detail));
    const CacheStatistics some = narrowed(*all, request.which, SystemWallClock().utc());
    if (request.json)
        printJson(some, console);
    else
        printTable(some, request.file(), console);
    return ExitCode::Success;
}

ExitCode runClear(const Request &request, Console &console)
{
    const Result<qint64> freed = clear(request, console);
    if (!freed)
        return console.fail(u"The cache cannot be cleared: %1."_s.arg(freed.error().detail));
    if (request.json)
        console.print(JsonLine().add("bytes_freed", *freed).text());
    else
        console.print(QString(sizeText(*freed) + u" were freed."));
    return ExitCode::Success;
}

} // namespace

QString CacheCommand::name() const
{
    return u"cache"_s;
}

QString CacheCommand::summary() const
{
    return u"Shows or forgets what is kept of the history that was asked for."_s;
}

QString CacheCommand::synopsis() const
{
    return u"stats|clear [--symbol S] [--older-than DAYS] [--data-dir D] [--json]"_s;
}

QList<QCommandLineOption> CacheCommand::options() const
{
    return {
        QCommandLineOption(u"symbol"_s, u"Only this symbol, as it is written; case matters."_s,
                           u"S"_s),
        QCommandLineOption(u"older-than"_s, u"Only what was not used for so many days."_s,
                           u"DAYS"_s),
        QCommandLineOption(
            u"data-dir"_s,
            u"The desk's folder; TAPELINE_DATA_DIR, else the system's place when not given."_s,
            u"D"_s),
    };
}

QString CacheCommand::notes() const
{
    return u"Nothing in the cache (cache.db) is needed: what is forgotten is asked for again when "
           u"it "
           "is shown.\nclear without a symbol also forgets lists, calendars and splits. It works "
           "while a desk runs.\n\n"
           "With --json stats prints {\"symbols\",\"bars\",\"bytes\",\"file_bytes\",\"answers\","
           "\"by_symbol\":[{\"symbol\",\n\"origin\",\"series\",\"bars\",\"bytes\",\"first\","
           "\"last\",\"used\"}]}, times in ms since 1970; bytes are those of compressed\nbars and "
           "of answers, without what the file adds. clear prints {\"bytes_freed\"}."_s;
}

ExitCode CacheCommand::run(const QCommandLineParser &arguments, Console &console)
{
    const Result<Request> request = readRequest(arguments);
    if (!request)
        return console.wrongUsage(request.error().detail + u" See `tapeline-cli cache --help`."_s);
    if (arguments.isSet(u"data-dir"_s) && !QDir(request->folder).exists())
        return console.fail(u"There is no folder %1."_s.arg(request->folder));
    return request->clears ? runClear(*request, console) : runStatistics(*request, console);
}

} // namespace tapeline
