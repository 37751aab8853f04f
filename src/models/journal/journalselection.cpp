#include "journalselection.h"

#include "easterntime.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isSame(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

JournalSelection::JournalSelection(Journal &journal, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
{
    connect(&journal, &Journal::reset, this, [this] {
        search();
        choose();
    });
    connect(&journal, &Journal::tradesChanged, this, [this] {
        search(); // the words may be in what came
        choose();
    });
    connect(&journal, &Journal::notesChanged, this, [this] {
        // The risk counts even where no filter asks for it
        search();
        choose();
    });
    choose();
}

void JournalSelection::setFilter(const JournalFilter &filter)
{
    if (filter == m_filter)
        return;
    const bool isOther = filter.words.simplified() != m_filter.words.simplified();
    m_filter = filter;
    if (isOther)
        search();
    emit filterChanged();
    choose();
}

void JournalSelection::setToday(QDate day)
{
    if (std::exchange(m_today, day) != day && m_filter.period != JournalFilter::Period::All)
        choose();
}

QDate JournalSelection::today() const
{
    if (m_today.isValid() || m_journal.trades().empty())
        return m_today;
    return tradeDay(m_journal.trades().back());
}

/// Until the answer comes, what was found before stays.
void JournalSelection::search()
{
    const quint64 number = ++m_search;
    const QString words = m_filter.words.simplified();
    if (words.isEmpty()) {
        m_isFound = false;
        m_found.clear();
        m_trouble.clear();
        return;
    }
    m_journal.port().search(words, this, [this, number](const auto &answer) {
        if (number != m_search)
            return;
        m_trouble = answer ? QString() : answer.error().detail;
        m_found = answer.value_or({});
        m_isFound = true;
        choose();
    });
}

bool JournalSelection::isOfAccounts(const QString &account) const
{
    if (!m_filter.account.isEmpty())
        return account == m_filter.account;
    return m_filter.market.isEmpty() || account.startsWith(QString(m_filter.market + u'/'));
}

void JournalSelection::choose()
{
    m_trades.clear();
    m_ofAccounts.clear();
    const auto [from, to] = m_filter.days(today());
    const std::pair span { from.isValid() ? easterntime::at(from) : Timestamp::min(),
                           to.isValid() ? easterntime::at(to.addDays(1)) : Timestamp::max() };
    for (const TradeRecord &trade : m_journal.trades()) {
        if (!isOfAccounts(trade.key.account))
            continue;
        m_ofAccounts.push_back(&trade);
        if (passes(trade, span))
            m_trades.push_back(&trade);
    }
    emit changed();
}

bool JournalSelection::passes(const TradeRecord &trade,
                              const std::pair<Timestamp, Timestamp> &span) const
{
    using State = JournalFilter::State;
    using Outcome = JournalFilter::Outcome;
    const Timestamp at = trade.isOpen() ? trade.openedAt : trade.closedAt;
    if (at < span.first || at >= span.second)
        return false;
    if (m_filter.state != State::Any && trade.isOpen() != (m_filter.state == State::Open))
        return false;
    if (m_filter.direction && trade.direction != *m_filter.direction)
        return false;
    if (m_filter.assetClass && trade.assetClass != *m_filter.assetClass)
        return false;
    if (m_filter.outcome != Outcome::Any) {
        const int sign = trade.net() > Money() ? 1 : trade.net() < Money() ? -1 : 0;
        const int wanted = m_filter.outcome == Outcome::Winner ? 1
            : m_filter.outcome == Outcome::Loser               ? -1
                                                               : 0;
        if (trade.isOpen() || sign != wanted)
            return false;
    }
    if (!m_filter.symbol.isEmpty() && !isSame(trade.symbol, m_filter.symbol)
        && !trade.symbols.contains(m_filter.symbol, Qt::CaseInsensitive))
        return false;
    if (m_filter.least || m_filter.most) {
        const std::optional<double> multiple = m_journal.multipleOfRisk(trade);
        if (trade.isOpen() || !multiple || (m_filter.least && *multiple < *m_filter.least)
            || (m_filter.most && *multiple > *m_filter.most))
            return false;
    }
    const std::optional<JournalFilter::Bucket> &bucket = m_filter.bucket;
    if (bucket && (trade.isOpen() || tradeBucket(trade, bucket->breakdown) != bucket->number))
        return false;
    if (m_filter.asksForNotes() && !passesNotes(trade))
        return false;
    return !m_isFound
        || std::binary_search(m_found.begin(), m_found.end(), NoteSubject { .trade = trade.key });
}

bool JournalSelection::passesNotes(const TradeRecord &trade) const
{
    using Notes = JournalFilter::Notes;
    const TradeNotes &notes = m_journal.notes(trade.key);
    if (!m_filter.setup.isEmpty() && !isSame(notes.setup, m_filter.setup))
        return false;
    if (!m_filter.tag.isEmpty() && !notes.tags.contains(m_filter.tag, Qt::CaseInsensitive))
        return false;
    if (!m_filter.mistake.isEmpty()
        && !notes.mistakes.contains(m_filter.mistake, Qt::CaseInsensitive))
        return false;
    if (notes.rating < m_filter.rating)
        return false;
    return m_filter.notes == Notes::Any
        || (notes == TradeNotes()) == (m_filter.notes == Notes::None);
}

} // namespace tapeline
