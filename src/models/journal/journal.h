#pragma once

#include "journalport.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <unordered_map>
#include <vector>

namespace tapeline {

/// The journal as views see it: all trades with what was written about them, newest state. Lives on
/// the window's thread; views filter and reckon from here, so that all of them show one number.
class Journal : public QObject
{
    Q_OBJECT

public:
    /// The port must outlive it.
    explicit Journal(JournalPort &port, QObject *parent = nullptr);

    /// By their openings, oldest first; of one instant by their keys. Valid until the next change.
    const std::vector<TradeRecord> &trades() const { return m_trades; }
    /// Null when there is none of this key.
    const TradeRecord *trade(const TradeKey &key) const;
    /// Empty ones where nothing was written.
    const TradeNotes &notes(const TradeKey &key) const;
    const DayNotes &day(const NoteSubject &subject) const;
    const std::map<NoteSubject, DayNotes> &days() const { return m_days; }
    /// The risk that counts: the user's, else the one from the stop; nothing without one.
    std::optional<Money> risk(const TradeRecord &trade) const;
    /// Net in units of it.
    std::optional<double> multipleOfRisk(const TradeRecord &trade) const;

    QString trouble() const { return m_trouble; }
    bool isCatchingUp() const { return m_isCatchingUp; }
    /// All that were ever used, without regard to case, sorted for people.
    QStringList setups() const;
    QStringList tags() const;
    QStringList mistakes() const;
    /// As journal.db names them, sorted.
    QStringList accounts() const;

    JournalPort &port() const { return m_port; }
    /// Written once it is on the disk; a refusal is told by refused(). What the disk refuses is
    /// tried again every two seconds.
    void edit(const NoteEdit &edit);

public slots:
    void apply(const tapeline::JournalUpdate &update);

signals:
    /// All is different.
    void reset();
    /// Trades came, changed or went; their order may be another.
    void tradesChanged();
    void notesChanged(const tapeline::TradeKey &key);
    void dayChanged(const tapeline::NoteSubject &subject);
    void troubleChanged(const QString &trouble);
    void catchingUpChanged(bool isCatchingUp);
    /// What was to be written was not: a plain sentence.
    void refused(const QString &why);

private:
    void keepUnwritten(const NoteEdit &edit);
    void writeAgain();
    void takeTrades(const JournalUpdate &update);
    void sortTrades();
    void index();
    QStringList used(const std::function<void(const TradeNotes &, QStringList &)> &collect) const;

    JournalPort &m_port;
    std::vector<TradeRecord> m_trades;
    struct KeyHash
    {
        std::size_t operator()(const TradeKey &key) const
        {
            return qHashMulti(0, key.account, key.number);
        }
    };
    // Asked for every row of a list that is filtered or sorted
    std::unordered_map<TradeKey, std::size_t, KeyHash> m_places; ///< in m_trades
    std::unordered_map<TradeKey, TradeNotes, KeyHash> m_notes;
    std::map<QString, std::size_t> m_accounts; ///< how many trades each has
    std::map<NoteSubject, DayNotes> m_days;
    std::vector<NoteEdit> m_unwritten; ///< that the disk has refused, oldest first
    QTimer m_retry;
    QString m_trouble;
    bool m_isCatchingUp = false;
};

} // namespace tapeline
