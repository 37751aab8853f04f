#include "journalrequest.h"

#include "datafolder.h"
#include "performancefigures.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

Error wrong(const QString &sentence)
{
    return { Error::Code::InvalidArgument, sentence };
}

Result<QDate> readDay(const QCommandLineParser &arguments, const QString &option)
{
    if (!arguments.isSet(option))
        return QDate();
    const QString text = arguments.value(option);
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!day.isValid() || text.size() != 10)
        return wrong(u"--%1 \"%2\": expected a day such as 2026-01-31."_s.arg(option, text));
    return day;
}

Result<JournalRequest::Format> readFormat(const QString &text)
{
    if (text == "csv"_L1)
        return JournalRequest::Format::Trades;
    if (text == "executions"_L1)
        return JournalRequest::Format::Executions;
    if (text == "json"_L1)
        return JournalRequest::Format::Everything;
    if (text == "html"_L1)
        return JournalRequest::Format::Report;
    return wrong(u"--format \"%1\": csv, executions, json or html are there."_s.arg(text));
}

bool hasWord(const QStringList &words, const QString &word)
{
    return word.isEmpty() || words.contains(word, Qt::CaseInsensitive);
}

bool isAsked(const TradeRecord &trade, const TradeNotes &notes, const JournalRequest &request)
{
    const QDate day = tradeDay(trade);
    return (!request.from.isValid() || day >= request.from)
        && (!request.to.isValid() || day <= request.to)
        && (hasWord(trade.symbols, request.symbol) || hasWord({ trade.symbol }, request.symbol))
        && hasWord({ notes.setup }, request.setup) && hasWord(notes.tags, request.tag)
        && hasWord(notes.mistakes, request.mistake);
}

/// All accounts that have trades or were worth something.
QStringList accountsOf(const LoadedJournal &journal)
{
    QStringList accounts;
    for (const TradeRecord &trade : journal.trades)
        if (!accounts.contains(trade.key.account))
            accounts.append(trade.key.account);
    for (const auto &[account, points] : journal.equity)
        if (!accounts.contains(account))
            accounts.append(account);
    accounts.sort();
    return accounts;
}

/// "Paper" is "simulated/Paper" where no other account ends so.
Result<QString> accountCalled(const QString &name, const QStringList &accounts)
{
    if (accounts.contains(name))
        return name;
    const QStringList called
        = accounts.filter(QRegularExpression(u"/%1$"_s.arg(QRegularExpression::escape(name)),
                                             QRegularExpression::CaseInsensitiveOption));
    if (called.size() == 1)
        return called.first();
    if (called.isEmpty())
        return Error { Error::Code::NotFound,
                       accounts.isEmpty() ? u"there is no account in the journal"_s
                                          : u"no account is called \"%1\": there are %2"_s.arg(
                                              name, accounts.join(u", ")) };
    return wrong(u"\"%1\" may be one of %2"_s.arg(name, called.join(u", ")));
}

} // namespace

QString JournalRequest::file() const
{
    return QDir(folder).filePath(u"journal.db"_s);
}

Result<JournalRequest> readJournalRequest(const QCommandLineParser &arguments)
{
    const QStringList words = arguments.positionalArguments();
    if (words.isEmpty())
        return wrong(u"stats, export or import is missing."_s);
    if (words.first() != "stats"_L1 && words.first() != "export"_L1)
        return wrong(u"\"%1\" is neither stats nor export nor import."_s.arg(words.first()));
    if (words.size() > 1)
        return wrong(u"\"%1\" is one argument too many."_s.arg(words[1]));
    const bool isExport = words.first() == "export"_L1;
    for (const QString &option : { u"format"_s, u"output"_s })
        if (!isExport && arguments.isSet(option))
            return wrong(u"--%1 is only for export."_s.arg(option));
    const Result<QDate> from = readDay(arguments, u"from"_s);
    if (!from)
        return from.error();
    const Result<QDate> to = readDay(arguments, u"to"_s);
    if (!to)
        return to.error();
    if (from->isValid() && to->isValid() && *from > *to)
        return wrong(u"--from is after --to."_s);
    const Result<JournalRequest::Format> format = readFormat(arguments.value(u"format"_s));
    if (!format)
        return format.error();
    JournalRequest request;
    request.work = isExport ? JournalRequest::Work::Export : JournalRequest::Work::Stats;
    request.folder = dataFolder(arguments.value(u"data-dir"_s));
    request.from = *from;
    request.to = *to;
    request.account = arguments.value(u"account"_s);
    request.symbol = arguments.value(u"symbol"_s);
    request.setup = arguments.value(u"setup"_s);
    request.tag = arguments.value(u"tag"_s);
    request.mistake = arguments.value(u"mistake"_s);
    request.format = *format;
    request.output = arguments.value(u"output"_s);
    request.json = arguments.isSet(u"json"_s);
    return request;
}

Result<JournalChoice> JournalChoice::choose(LoadedJournal &&journal, const JournalRequest &request)
{
    JournalChoice choice;
    choice.m_journal = std::make_shared<const LoadedJournal>(std::move(journal));
    const QStringList accounts = accountsOf(choice.journal());
    if (!request.account.isEmpty()) {
        const Result<QString> account = accountCalled(request.account, accounts);
        if (!account)
            return account.error();
        choice.m_account = *account;
    } else if (accounts.size() == 1) {
        choice.m_account = accounts.first();
    }
    for (const TradeRecord &trade : choice.journal().trades) {
        const bool isOfAccount
            = choice.m_account.isEmpty() || trade.key.account == choice.m_account;
        if (isOfAccount && isAsked(trade, choice.notes(trade.key), request))
            choice.m_trades.push_back(&trade);
    }
    const auto equity = choice.journal().equity.find(choice.m_account);
    if (equity != choice.journal().equity.end())
        choice.m_equity = equityWithin(equity->second, request.from, request.to);
    return choice;
}

std::vector<StudiedTrade> JournalChoice::studied() const
{
    return studiedTrades(std::span(m_trades),
                         [this](const TradeKey &key) -> const TradeNotes & { return notes(key); });
}

const TradeNotes &JournalChoice::notes(const TradeKey &key) const
{
    static const TradeNotes none;
    const auto found = m_journal->notes.find(key);
    return found == m_journal->notes.end() ? none : found->second;
}

Result<JournalChoice> loadChoice(const JournalRequest &request, bool withExecutions)
{
    JournalWish wish;
    wish.executions = withExecutions;
    if (request.account.contains(u'/'))
        wish.accountPrefix = request.account;
    Result<LoadedJournal> journal = loadJournal(request.file(), wish);
    if (!journal && journal.error().code == Error::Code::NotFound)
        journal = LoadedJournal();
    if (!journal)
        return journal.error();
    if (!journal->troubles.isEmpty())
        return Error { Error::Code::Storage, journal->troubles.join(u"; ") };
    return JournalChoice::choose(*std::move(journal), request);
}

} // namespace tapeline
