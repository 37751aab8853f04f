#pragma once

#include "journalselection.h"
#include "tradetablemodel.h"

namespace tapeline {

/// Trades of the journal as rows. Sorts them itself, so that 100,000 are sorted at once.
class JournalTradesModel : public TradeTableModel
{
    Q_OBJECT

public:
    enum Column {
        Date,
        Symbol,
        Direction,
        Size,
        Entry,
        Exit,
        Net,
        Multiple,
        Adverse,
        Favourable,
        Efficiency,
        Holding,
        Fees,
        Setup,
        Tags,
        Rating,
        Noted,
        Account,
        ColumnCount
    };
    Q_ENUM(Column)

    /// The journal must outlive the model.
    explicit JournalTradesModel(Journal &journal, QObject *parent = nullptr);

    /// Shows these, until they are others. The trades must live on in the journal.
    void setTrades(const std::vector<const TradeRecord *> &trades);
    /// What open trades have been held until.
    void setNow(Timestamp now) { m_now = now; }
    const TradeRecord &trade(int row) const { return *m_rows[std::size_t(row)]; }
    /// As trade(), also while the journal has just changed.
    const TradeKey &keyAt(int row) const { return m_keys[std::size_t(row)]; }
    /// -1 where it is not shown.
    int rowOf(const TradeKey &key) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    std::span<const ColumnLook> looks() const override;
    QString columnName(int column) const override;
    bool sortsItself() const override { return true; }
    void sort(int column, Qt::SortOrder order) override;

protected:
    QString title(int column) const override;
    QString text(int row, int column) const override;
    QVariant value(int row, int column, int role) const override;

private:
    void sortRows(std::vector<const TradeRecord *> &rows) const;
    template<typename Key>
    void sortBy(std::vector<const TradeRecord *> &rows, const Key &key) const;
    std::optional<double> multiple(const TradeRecord &trade) const;
    void sortByWords(std::vector<const TradeRecord *> &rows) const;
    QString words(const TradeRecord &trade, int column) const;
    QString excursionText(const TradeRecord &trade, int column) const;
    static QVariant notesIcon(const TradeNotes &notes);

    Journal &m_journal;
    std::vector<const TradeRecord *> m_rows;
    std::vector<TradeKey> m_keys; ///< of the rows: outlive a change of the journal
    Timestamp m_now {};
    int m_sortColumn = Date;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

} // namespace tapeline
