#pragma once

#include "journal.h"
#include "journalfilter.h"

namespace tapeline {

/// The trades that are looked at: one filter for all pages of a journal, so that every one of them
/// speaks of the same trades.
class JournalSelection : public QObject
{
    Q_OBJECT

public:
    /// The journal must outlive it.
    explicit JournalSelection(Journal &journal, QObject *parent = nullptr);

    Journal &journal() const { return m_journal; }
    const JournalFilter &filter() const { return m_filter; }
    void setFilter(const JournalFilter &filter);
    /// Those that pass, by their openings, oldest first. Valid until the next change of the
    /// journal.
    const std::vector<const TradeRecord *> &trades() const { return m_trades; }
    /// All of the chosen accounts, whatever else is wanted of them.
    const std::vector<const TradeRecord *> &ofAccounts() const { return m_ofAccounts; }
    bool isOfAccounts(const QString &account) const;
    /// What periods such as "this week" are reckoned from; that of the newest trade until it is
    /// told.
    QDate today() const;
    void setToday(QDate day);
    /// Why the words could not be looked for; empty when they could.
    QString trouble() const { return m_trouble; }

signals:
    /// The filter is another one; the trades follow by changed().
    void filterChanged();
    /// The trades that pass are others, or different now.
    void changed();

private:
    void search();
    void choose();
    bool passes(const TradeRecord &trade, const std::pair<Timestamp, Timestamp> &span) const;
    bool passesNotes(const TradeRecord &trade) const;

    Journal &m_journal;
    JournalFilter m_filter;
    QDate m_today;
    std::vector<NoteSubject> m_found; ///< where the words are, ascending
    bool m_isFound = false; ///< m_found is the answer to the words
    quint64 m_search = 0; ///< of the search that counts
    QString m_trouble;
    std::vector<const TradeRecord *> m_trades;
    std::vector<const TradeRecord *> m_ofAccounts;
};

} // namespace tapeline
