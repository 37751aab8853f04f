#include "journalimport.h"

#include "clocks.h"
#include "datafolder.h"
#include "fillfile.h"
#include "filltext.h"
#include "importedtrades.h"
#include "jsonline.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace tapeline::journalimport {

using namespace Qt::Literals::StringLiterals;

namespace {

/// So many bad lines are listed for people; JSON has them all.
constexpr std::size_t listedProblems = 50;

struct Request
{
    QString file;
    QString journal;
    QString preset;
    QString map;
    QString account;
    bool isTrial = false;
    bool skipsBad = false;
    bool json = false;
};

/// A file that was read, and what is to become of it.
struct Work
{
    OpenedFillFile opened;
    FillFile file;
    QString account;
};

Error wrong(const QString &sentence)
{
    return { Error::Code::InvalidArgument, sentence };
}

Result<Request> readRequest(const QCommandLineParser &arguments)
{
    const QStringList words = arguments.positionalArguments();
    if (words.size() < 2)
        return wrong(u"the FILE to import is missing."_s);
    if (words.size() > 2)
        return wrong(u"\"%1\" is one argument too many."_s.arg(words[2]));
    for (const QString &other : { u"from"_s, u"to"_s, u"symbol"_s, u"setup"_s, u"tag"_s,
                                  u"mistake"_s, u"format"_s, u"output"_s })
        if (arguments.isSet(other))
            return wrong(u"--%1 is not for import."_s.arg(other));
    Request request;
    request.file = words[1];
    request.journal = QDir(dataFolder(arguments.value(u"data-dir"_s))).filePath(u"journal.db"_s);
    request.preset = arguments.value(u"preset"_s);
    request.map = arguments.value(u"map"_s);
    request.account = arguments.value(u"account"_s);
    request.isTrial = arguments.isSet(u"dry-run"_s);
    request.skipsBad = arguments.isSet(u"skip-bad-lines"_s);
    request.json = arguments.isSet(u"json"_s);
    if (!request.preset.isEmpty() && !fillPresetKeys().contains(request.preset))
        return wrong(
            u"--preset \"%1\": %2 are there."_s.arg(request.preset, fillPresetKeys().join(u", ")));
    if (const Result<FillMapping> mapping = FillMapping::parse(request.map); !mapping)
        return wrong(u"--map: %1."_s.arg(mapping.error().detail));
    return request;
}

Result<Work> readFile(const Request &request)
{
    const Result<QByteArray> bytes = fillfile::load(request.file);
    if (!bytes)
        return bytes.error();
    Result<OpenedFillFile> opened = fillfile::open(*bytes, request.preset);
    if (!opened)
        return opened.error();
    const Result<FillMapping> mapping = opened->mapping.changed(request.map);
    if (!mapping)
        return mapping.error();
    if (!mapping->missing().isEmpty())
        return wrong(u"its form is not known; say its columns with --map (%1 missing)"_s.arg(
            mapping->missing().join(u", "_s)));
    const Result<FillFile> file = fillfile::read(*opened, *mapping, SystemWallClock().utc());
    if (!file)
        return file.error();
    QString account = request.account;
    if (account.isEmpty() && opened->preset)
        account = opened->preset->broker;
    if (account.isEmpty())
        return wrong(u"--account NAME is needed: the form does not tell the broker"_s);
    return Work { *std::move(opened), *file, account };
}

/// On the journal that is there; a trial needs none, and hinders no desk.
Result<ImportOutcome> tryOut(const Request &request, const Work &work)
{
    const bool isThere = QFile::exists(request.journal);
    const QTemporaryDir empty;
    JournalDatabase journal;
    const Result<void> opened = isThere
        ? journal.open(request.journal, JournalDatabase::Access::ReadOnly)
        : journal.open(empty.filePath(u"journal.db"_s));
    if (!opened)
        return opened.error();
    return importedtrades::take(journal, work.account, work.file.fills, {});
}

Result<ImportOutcome> takeIn(const Request &request, const Work &work)
{
    JournalDatabase journal;
    if (const Result<void> opened = journal.open(request.journal); !opened) {
        if (journal.isInUse())
            return Error { Error::Code::Storage,
                           u"a desk writes to this journal: import in its window, or close it"_s };
        return opened.error();
    }
    return importedtrades::take(
        journal, work.account, work.file.fills,
        [&journal](std::span<const JournalLine> lines) { return journal.append(lines); });
}

JsonLine jsonOf(const FillFileProblem &problem)
{
    JsonLine line;
    line.add("line", problem.line).addText("column", problem.column);
    line.addText("value", problem.value).addText("reason", FillText::fault(problem.fault));
    return line;
}

void printJson(const Request &request, const Work &work, const ImportOutcome *outcome,
               Console &console)
{
    const FillFile &file = work.file;
    const FillPreset *preset = work.opened.preset;
    std::vector<JsonLine> problems;
    for (const FillFileProblem &problem : file.problems)
        problems.push_back(jsonOf(problem));
    JsonLine line;
    line.addText("file", QFileInfo(request.file).fileName());
    line.addText("preset", preset ? preset->key : QString());
    line.addText("account", QString(importedtrades::accountPrefix + work.account));
    line.addText("encoding", textencoding::name(work.opened.text.encoding));
    line.add("fills", qint64(file.fills.size())).add("bad_lines", file.badLines);
    line.add("other_lines", file.otherLines).add("repeated", file.repeated);
    line.add("imported", outcome && !request.isTrial);
    if (outcome) {
        line.add("new", outcome->fresh).add("duplicates", outcome->duplicates);
        line.add("trades", outcome->trades).add("open", outcome->open);
        line.add("net", outcome->net);
    } else {
        for (const char *name : { "new", "duplicates", "trades", "open", "net" })
            line.addNull(name);
    }
    line.add("problems", std::span<const JsonLine>(problems));
    console.print(line.text());
}

void printText(const Request &request, const Work &work, const ImportOutcome &outcome,
               Console &console)
{
    const QString account = importedtrades::accountPrefix + work.account;
    console.print(request.isTrial
                      ? u"%1 fills would be new in %2, %3 are known already."_s.arg(outcome.fresh)
                            .arg(account)
                            .arg(outcome.duplicates)
                      : u"%1 fills were taken into %2, %3 were known already."_s.arg(outcome.fresh)
                            .arg(account)
                            .arg(outcome.duplicates));
    console.print(
        u"The account has %1 closed trades, net %2, and %3 open ones."_s.arg(outcome.trades)
            .arg(outcome.net.toString(2))
            .arg(outcome.open));
    if (work.file.otherLines > 0)
        console.print(u"%1 lines are no fills."_s.arg(work.file.otherLines));
}

void sayProblems(const FillFile &file, Console &console)
{
    for (std::size_t place = 0; place < std::min(file.problems.size(), listedProblems); ++place)
        console.say(FillText::problem(file.problems[place]));
    if (file.problems.size() > listedProblems)
        console.say(u"And more: --json lists them."_s);
}

/// Why the file is not taken in as it is; empty when it can be.
QString hindrance(const Request &request, const FillFile &file)
{
    if (const QString question = FillText::question(file); !question.isEmpty())
        return u"%1 Say it with --map, such as \"dates=day-first\" or \"decimal=comma\"."_s.arg(
            question);
    if (file.badLines > 0 && !request.skipsBad)
        return u"Nothing was taken in: %1 lines are bad. With --skip-bad-lines the others are."_s
            .arg(file.badLines);
    return file.fills.empty() ? u"Nothing was taken in: no line of the file is a fill."_s
                              : QString();
}

} // namespace

QList<QCommandLineOption> options()
{
    return {
        QCommandLineOption(u"preset"_s,
                           u"Of import: the form of the file: %1; found by its header when not "
                           "given."_s.arg(fillPresetKeys().join(u", ")),
                           u"P"_s),
        QCommandLineOption(u"map"_s,
                           u"Of import: its columns and notation: \"at=Trade Date;symbol=Ticker;"
                           "qty=Size;price=Price;zone=UTC\"."_s,
                           u"MAP"_s),
        QCommandLineOption(u"dry-run"_s, u"Of import: says what would come of it, and stops."_s),
        QCommandLineOption(u"skip-bad-lines"_s,
                           u"Of import: takes in the good lines of a file that has bad ones."_s),
    };
}

QString notes()
{
    return u"import reads fills of another broker's file (CSV, plain, .gz or .zst) into the "
           u"account "
           "import/NAME, --account NAME or the\nbroker's. Fills that are in it are not taken in "
           "again. A file with a bad line is not taken in. --map names the columns at (or\ndate "
           "and "
           "time), symbol, side, qty, price, fee (several are summed), multiplier, kind, currency, "
           "execution, order, underlying,\nexpiry, strike, right by their headers or as #3, and "
           "dates=month-first|day-first, decimal=point|comma, fees=negative,\nprices=contract, "
           "zone=America/New_York|UTC|local|...; what it does not name is as the form has it.\n"
           "With --json it prints {\"file\",\"preset\",\"account\",\"encoding\",\"fills\","
           "\"bad_lines\",\"other_lines\",\"repeated\",\"imported\",\n\"new\",\"duplicates\","
           "\"trades\",\"open\",\"net\",\"problems\":[{\"line\",\"column\",\"value\",\"reason\"}]};"
           " "
           "trades, open and net are those of\nthe whole account. It needs the journal for itself "
           "unless it is a --dry-run."_s;
}

ExitCode run(const QCommandLineParser &arguments, Console &console)
{
    const Result<Request> request = readRequest(arguments);
    if (!request)
        return console.wrongUsage(request.error().detail
                                  + u" See `tapeline-cli journal --help`."_s);
    const Result<Work> work = readFile(*request);
    if (!work)
        return console.fail(
            u"%1 cannot be imported: %2."_s.arg(request->file, work.error().detail));
    sayProblems(work->file, console);
    for (const QString &notice : FillText::notices(work->file, work->opened))
        console.say(notice);
    if (const QString why = hindrance(*request, work->file); !why.isEmpty()) {
        if (request->json)
            printJson(*request, *work, nullptr, console);
        return console.fail(why);
    }
    const Result<ImportOutcome> outcome
        = request->isTrial ? tryOut(*request, *work) : takeIn(*request, *work);
    if (!outcome)
        return console.fail(u"Nothing was taken in: %1."_s.arg(outcome.error().detail));
    if (request->json)
        printJson(*request, *work, &*outcome, console);
    else
        printText(*request, *work, *outcome, console);
    return ExitCode::Success;
}

} // namespace tapeline::journalimport
