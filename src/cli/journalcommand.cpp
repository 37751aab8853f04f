#include "journalcommand.h"

#include "journalfiles.h"
#include "journalimport.h"
#include "journalrequest.h"
#include "journalstats.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

QString JournalCommand::name() const
{
    return u"journal"_s;
}

QString JournalCommand::summary() const
{
    return u"Says what the trades in the journal come to, writes them out, and takes fills in."_s;
}

QString JournalCommand::synopsis() const
{
    return u"stats|export [--from D] [--to D] [--account A] [--symbol S] [--setup S] [--tag T]\n"
           "    [--mistake M] [--format csv|executions|json|html] [-o FILE] [--data-dir D] "
           "[--json]\n"
           "  import FILE [--preset P] [--map MAP] [--account NAME] [--dry-run] "
           "[--skip-bad-lines]\n"
           "    [--data-dir D] [--json]"_s;
}

QList<QCommandLineOption> JournalCommand::options() const
{
    QList<QCommandLineOption> options {
        QCommandLineOption(
            u"from"_s, u"Only trades closed from this day on, in New York: 2026-01-31."_s, u"D"_s),
        QCommandLineOption(u"to"_s, u"Only trades closed up to this day, which is in it."_s,
                           u"D"_s),
        QCommandLineOption(
            u"account"_s,
            u"Only this account: simulated/Paper, or Paper where that is clear; of import: the name."_s,
            u"A"_s),
        QCommandLineOption(u"symbol"_s, u"Only trades in this symbol."_s, u"S"_s),
        QCommandLineOption(u"setup"_s, u"Only trades of this setup."_s, u"S"_s),
        QCommandLineOption(u"tag"_s, u"Only trades with this tag."_s, u"T"_s),
        QCommandLineOption(u"mistake"_s, u"Only trades with this mistake."_s, u"M"_s),
        QCommandLineOption(u"format"_s,
                           u"Of export: csv (trades), executions (as csv), json (everything), "
                           "html (a report)."_s,
                           u"F"_s, u"csv"_s),
        QCommandLineOption({ u"o"_s, u"output"_s }, u"Of export: the file; - is standard output."_s,
                           u"FILE"_s, u"-"_s),
        QCommandLineOption(
            u"data-dir"_s,
            u"The desk's folder; TAPELINE_DATA_DIR, else the system's place when not given."_s,
            u"D"_s),
    };
    return options + journalimport::options();
}

QString JournalCommand::notes() const
{
    return u"stats and export only read, also while a desk runs. A trade goes from flat to flat "
           u"and counts for "
           "the day of its end in New York;\nall figures are after fees unless their name says "
           "otherwise, and are those of the window.\n\n"
           "With --json stats prints one object: {\"account\",\"from\",\"to\",\"open\",\"trades\","
           "\"wins\",\"losses\",\"break_even\",\"win_rate\",\n\"win_rate_decided\","
           "\"profit_factor\",\"profit_factor_infinite\",\"expectancy\",\"gross_profit\","
           "\"gross_loss\",\"net\",\"gross\",\"fees\",\n\"avg_win\",\"avg_loss\",\"payoff\","
           "\"largest_win\",\"largest_loss\",\"max_drawdown\",\"max_drawdown_pct\","
           "\"drawdown_duration\",\n\"recovery\",\"expectancy_r\",\"without_risk\",\"sqn\","
           "\"sqn_capped\",\"kelly\",\"longest_win_streak\",\"longest_loss_streak\",\n"
           "\"avg_holding\",\"avg_win_holding\",\"avg_loss_holding\",\"exposure\",\"turnover\","
           "\"avg_mae_r\",\"avg_mfe_r\",\"exit_efficiency\",\n\"without_excursion\","
           "\"equity_days\",\"sharpe\",\"sortino\",\"equity_max_drawdown\","
           "\"equity_max_drawdown_pct\",\n\"equity_drawdown_duration\",\"equity_recovery\","
           "\"cagr\",\"calmar\",\"ulcer\"}; what is undefined is null, rates are 0 to 1,\n"
           "_pct and ulcer are per cent, durations are seconds. Figures from \"equity_days\" on "
           "are "
           "of the worth of one account, and\nonly given when nothing else than it and days are "
           "chosen; max_drawdown_pct needs that worth, too.\n\n"
           "export with csv and json is the same in all languages: times in UTC, decimals with a "
           "point. With --json it prints\n{\"file\",\"trades\",\"bytes\"} when it wrote a file.\n\n"_s
        + journalimport::notes();
}

ExitCode JournalCommand::run(const QCommandLineParser &arguments, Console &console)
{
    if (arguments.positionalArguments().value(0) == "import"_L1)
        return journalimport::run(arguments, console);
    for (const QCommandLineOption &option : journalimport::options())
        if (arguments.isSet(option))
            return console.wrongUsage(
                u"--%1 is only for import. See `tapeline-cli journal --help`."_s.arg(
                    option.names().first()));
    const Result<JournalRequest> request = readJournalRequest(arguments);
    if (!request)
        return console.wrongUsage(request.error().detail
                                  + u" See `tapeline-cli journal --help`."_s);
    return request->work == JournalRequest::Work::Stats ? runJournalStats(*request, console)
                                                        : runJournalExport(*request, console);
}

} // namespace tapeline
