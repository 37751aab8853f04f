#include "journal.h"

#include "traderesult.h"

#include <algorithm>

namespace tapeline {

namespace {

bool isEarlier(const TradeRecord &a, const TradeRecord &b)
{
    return a.openedAt != b.openedAt ? a.openedAt < b.openedAt : a.key < b.key;
}

} // namespace

Journal::Journal(JournalPort &port, QObject *parent)
    : QObject(parent)
    , m_port(port)
{
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
    for (const auto &[key, place] : m_places) // by account, then number
        if (names.isEmpty() || names.last() != key.account)
            names.append(key.account);
    return names;
}

void Journal::edit(const NoteEdit &edit)
{
    m_port.edit(edit, this, [this](const Result<void> &done) {
        if (!done)
            emit refused(done.error().detail);
    });
}

void Journal::apply(const JournalUpdate &update)
{
    if (update.trades) {
        m_trades = *update.trades;
        std::sort(m_trades.begin(), m_trades.end(), isEarlier);
        index();
        m_notes = update.notes ? *update.notes : std::map<TradeKey, TradeNotes>();
        m_days = update.days ? *update.days : std::map<NoteSubject, DayNotes>();
        emit reset();
    }
    for (const auto &[key, notes] : update.noted)
        m_notes[key] = notes;
    for (const auto &[subject, notes] : update.dayNoted)
        m_days[subject] = notes;
    if (!update.gone.empty()) {
        std::erase_if(m_trades, [&](const TradeRecord &trade) {
            return std::find(update.gone.begin(), update.gone.end(), trade.key)
                != update.gone.end();
        });
        index();
    }
    for (const TradeRecord &record : update.changed)
        place(record);
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

/// Most that come are the newest, or changes of one that is there.
void Journal::place(const TradeRecord &record)
{
    const auto known = m_places.find(record.key);
    if (known != m_places.end() && m_trades[known->second].openedAt == record.openedAt) {
        m_trades[known->second] = record;
        return;
    }
    if (known == m_places.end() && (m_trades.empty() || isEarlier(m_trades.back(), record))) {
        m_places[record.key] = m_trades.size();
        m_trades.push_back(record);
        return;
    }
    if (known != m_places.end())
        m_trades.erase(m_trades.begin() + std::ptrdiff_t(known->second));
    m_trades.insert(std::upper_bound(m_trades.begin(), m_trades.end(), record, isEarlier), record);
    index();
}

void Journal::index()
{
    m_places.clear();
    for (std::size_t i = 0; i < m_trades.size(); ++i)
        m_places[m_trades[i].key] = i;
}

} // namespace tapeline
