#include "journal.h"

#include "traderesult.h"

#include <algorithm>
#include <set>

namespace tapeline {

namespace {

constexpr std::chrono::seconds retryAfter(2);

bool isEarlier(const TradeRecord &a, const TradeRecord &b)
{
    return a.openedAt != b.openedAt ? a.openedAt < b.openedAt : a.key < b.key;
}

} // namespace

Journal::Journal(JournalPort &port, QObject *parent)
    : QObject(parent)
    , m_port(port)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryAfter);
    connect(&m_retry, &QTimer::timeout, this, &Journal::writeAgain);
}

const TradeRecord *Journal::trade(const TradeKey &key) const
{
    const auto found = m_places.find(key);
    return found == m_places.end() ? nullptr : &m_trades[found->second];
}

const TradeNotes &Journal::notes(const TradeKey &key) const
{
    static const TradeNotes none;
    const auto found = m_notes.find(key);
    return found == m_notes.end() ? none : found->second;
}

const DayNotes &Journal::day(const NoteSubject &subject) const
{
    static const DayNotes none;
    const auto found = m_days.find(subject);
    return found == m_days.end() ? none : found->second;
}

std::optional<Money> Journal::risk(const TradeRecord &trade) const
{
    return countedRisk(trade, notes(trade.key));
}

std::optional<double> Journal::multipleOfRisk(const TradeRecord &trade) const
{
    const std::optional<Money> planned = risk(trade);
    return planned ? std::optional(trade.net().toDouble() / planned->toDouble()) : std::nullopt;
}

QStringList Journal::setups() const
{
    return used([](const TradeNotes &notes, QStringList &found) {
        if (!notes.setup.isEmpty())
            found.append(notes.setup);
    });
}

QStringList Journal::tags() const
{
    return used([](const TradeNotes &notes, QStringList &found) { found.append(notes.tags); });
}

QStringList Journal::mistakes() const
{
    return used([](const TradeNotes &notes, QStringList &found) { found.append(notes.mistakes); });
}

QStringList
Journal::used(const std::function<void(const TradeNotes &, QStringList &)> &collect) const
{
    QStringList found;
    for (const auto &[key, notes] : m_notes)
        collect(notes, found);
    std::sort(found.begin(), found.end(), [](const QString &a, const QString &b) {
        const int order = QString::localeAwareCompare(a.toCaseFolded(), b.toCaseFolded());
        return order != 0 ? order < 0 : a < b;
    });
    const auto isSame
        = [](const QString &a, const QString &b) { return a.compare(b, Qt::CaseInsensitive) == 0; };
    found.erase(std::unique(found.begin(), found.end(), isSame), found.end());
    return found;
}

QStringList Journal::accounts() const
{
    QStringList names;
    for (const auto &[name, trades] : m_accounts)
        names.append(name);
    return names;
}

void Journal::edit(const NoteEdit &edit)
{
    m_port.edit(edit, this, [this, edit](const Result<void> &done) {
        if (done)
            return;
        if (done.error().code == Error::Code::Storage)
            keepUnwritten(edit);
        emit refused(done.error().detail);
    });
}

/// What the disk refuses is handed over again until it is taken, in its order; of what an edit
/// replaces only the newest.
void Journal::keepUnwritten(const NoteEdit &edit)
{
    const bool replaces
        = edit.kind != NoteEdit::Kind::Attach && edit.kind != NoteEdit::Kind::Detach;
    if (replaces)
        std::erase_if(m_unwritten, [&](const NoteEdit &older) {
            return older.subject == edit.subject && older.kind == edit.kind;
        });
    m_unwritten.push_back(edit);
    m_retry.start();
}

void Journal::writeAgain()
{
    if (m_unwritten.empty())
        return;
    m_port.edit(m_unwritten.front(), this,
                [this, edit = m_unwritten.front()](const Result<void> &done) {
                    const bool isSettled = done || done.error().code != Error::Code::Storage;
                    if (isSettled && !m_unwritten.empty() && m_unwritten.front() == edit)
                        m_unwritten.erase(m_unwritten.begin());
                    if (isSettled)
                        writeAgain();
                    else
                        m_retry.start();
                });
}

void Journal::apply(const JournalUpdate &update)
{
    if (update.trades) {
        m_trades = *update.trades;
        sortTrades();
        m_notes.clear();
        if (update.notes)
            m_notes.insert(update.notes->begin(), update.notes->end());
        m_days = update.days ? *update.days : std::map<NoteSubject, DayNotes>();
        emit reset();
    }
    for (const auto &[key, notes] : update.noted)
        m_notes[key] = notes;
    for (const auto &[subject, notes] : update.dayNoted)
        m_days[subject] = notes;
    takeTrades(update);
    if (!update.changed.empty() || !update.gone.empty())
        emit tradesChanged();
    for (const auto &[key, notes] : update.noted)
        emit notesChanged(key);
    for (const auto &[subject, notes] : update.dayNoted)
        emit dayChanged(subject);
    if (update.isCatchingUp && *update.isCatchingUp != m_isCatchingUp) {
        m_isCatchingUp = *update.isCatchingUp;
        emit catchingUpChanged(m_isCatchingUp);
    }
    if (update.trouble && *update.trouble != m_trouble) {
        m_trouble = *update.trouble;
        emit troubleChanged(m_trouble);
    }
}

/// Most that come are changes of one that is there, or the newest; what else comes may be many at
/// once, and is put in its place together.
void Journal::takeTrades(const JournalUpdate &update)
{
    if (!update.gone.empty()) {
        const std::set<TradeKey> gone(update.gone.begin(), update.gone.end());
        std::erase_if(m_trades, [&](const TradeRecord &trade) { return gone.contains(trade.key); });
        index();
    }
    bool isOutOfOrder = false;
    for (const TradeRecord &record : update.changed) {
        const auto [known, isNew] = m_places.try_emplace(record.key, m_trades.size());
        isOutOfOrder = isOutOfOrder
            || (isNew ? !m_trades.empty() && !isEarlier(m_trades.back(), record)
                      : m_trades[known->second].openedAt != record.openedAt);
        if (!isNew) {
            m_trades[known->second] = record;
            continue;
        }
        ++m_accounts[record.key.account];
        m_trades.push_back(record);
    }
    if (isOutOfOrder)
        sortTrades();
}

/// By pointers: records are large.
void Journal::sortTrades()
{
    std::vector<TradeRecord *> order;
    order.reserve(m_trades.size());
    for (TradeRecord &trade : m_trades)
        order.push_back(&trade);
    std::sort(order.begin(), order.end(),
              [](const TradeRecord *a, const TradeRecord *b) { return isEarlier(*a, *b); });
    std::vector<TradeRecord> sorted;
    sorted.reserve(m_trades.size());
    for (TradeRecord *trade : order)
        sorted.push_back(std::move(*trade));
    m_trades = std::move(sorted);
    index();
}

void Journal::index()
{
    m_places.clear();
    m_places.reserve(m_trades.size());
    m_accounts.clear();
    for (std::size_t i = 0; i < m_trades.size(); ++i) {
        m_places[m_trades[i].key] = i;
        ++m_accounts[m_trades[i].key.account];
    }
}

} // namespace tapeline
