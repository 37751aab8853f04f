#pragma once

#include "clocks.h"
#include "marketsnapshot.h"
#include "sparkline.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QLocale>
#include <QStringList>
#include <QTimer>

#include <array>
#include <span>
#include <vector>

namespace tapeline {

/// A list of symbols with their newest figures, in the order the user gave them or sorted by a
/// column. Fed in batches; answers with text for people (DisplayRole) and raw values (SortRole).
class WatchlistModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Symbol,
        Spark,
        Last,
        Change,
        ChangePercent,
        Bid,
        Ask,
        Sizes,
        Volume,
        ColumnCount
    };
    Q_ENUM(Column)

    enum Role {
        SortRole = Qt::UserRole, ///< QString of the symbol, else double; invalid when not known
        DirectionRole, ///< int: +1, -1, 0 against the previous close
        FlashRole, ///< Flash of the cell
        SparkRole, ///< QList<double>: the course since the list was opened, oldest first
        HaltedRole, ///< bool
        StaleRole ///< bool
    };

    /// When and which way a figure last changed.
    struct Flash
    {
        int direction = 0; ///< +1, -1; 0 never
        qint64 ageMs = -1; ///< -1 never
        int firstChanged = 0; ///< first character of the text that is another than before
    };

    /// While sorted, rows move at most this often.
    static constexpr int resortMs = 250;

    explicit WatchlistModel(QObject *parent = nullptr);
    /// The clock tells the age of changes; it must outlive the model.
    explicit WatchlistModel(const WallClock &clock, QObject *parent = nullptr);

    /// As the user ordered them, whatever the sorting.
    QStringList symbols() const;
    /// Replaces the list; symbols that stay keep their figures. Empty ones and repeats are left
    /// out.
    void setSymbols(const QStringList &symbols);
    /// At the end of the user's order. False when it is in the list already, or empty.
    bool addSymbol(const QString &symbol);
    void removeSymbol(const QString &symbol);
    /// Puts a row before another one (rowCount() puts it last). Ends sorting: what is seen becomes
    /// the user's order.
    void moveSymbol(int row, int before);
    /// -1 when it is not in the list.
    int rowOf(const QString &symbol) const;
    /// Empty outside the rows.
    QString symbolAt(int row) const;

    /// Symbols that are not in the list are passed over. Rows that changed are reported each with
    /// its narrowest range of columns; all at once when they are more than half.
    void apply(std::span<const InstrumentSnapshot> snapshots);

    /// Orders by a column from now on; values that are not known stay last. Column -1 is the user's
    /// order.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    int sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }

    /// Puts the rows where their newest values belong, now; while sorted the model does so itself,
    /// a quarter of a second after a value in that column changed.
    void resort();

    /// Numbers are written this way.
    void setLocale(const QLocale &locale);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    // What a delegate paints, without the way over QVariant. row and column are valid.
    const QString &text(int row, int column) const;
    Flash flash(int row, int column) const;
    int direction(int row) const;
    const SparkLine &spark(int row) const { return rowAt(row).spark; }
    const InstrumentSnapshot &snapshot(int row) const { return rowAt(row).snapshot; }

signals:
    /// The symbols or their order, as the user has them, are different now.
    void symbolsChanged(const QStringList &symbols);

private:
    struct Cell
    {
        QString text; ///< what was asked for last
        QString before; ///< the text when the figure last changed
        bool isFresh = false; ///< text is of the newest figure
        qint8 flashDirection = 0;
        qint64 flashAt = -1; ///< ms of the clock
    };
    struct Row
    {
        InstrumentSnapshot snapshot;
        SparkLine spark;
        mutable std::array<Cell, ColumnCount> cells;
    };
    struct ColumnRange
    {
        int first = ColumnCount;
        int last = -1;
        bool isEmpty() const { return last < first; }
        bool holds(int column) const { return column >= first && column <= last; }
        void add(int from, int to);
    };

    ColumnRange update(Row &row, const InstrumentSnapshot &snapshot);
    void touch(Cell &cell, double before, double after);
    void report(const std::vector<std::pair<int, ColumnRange>> &changes);
    const Row &rowAt(int row) const { return m_rows[std::size_t(m_shown[std::size_t(row)])]; }
    Row makeRow(const QString &symbol) const;
    static void forgetTexts(Row &row);
    std::vector<int> sorted() const;
    void reindex();
    void adoptShownOrder();
    bool isBefore(int a, int b) const;
    QVariant sortValue(const Row &row, int column) const;
    QString format(const Row &row, int column) const;
    qint64 nowMs() const;

    const WallClock &m_clock;
    std::vector<Row> m_rows; // in the user's order
    std::vector<int> m_shown; // row of the view -> m_rows
    std::vector<int> m_place; // m_rows -> row of the view
    QHash<QString, int> m_index; // symbol -> m_rows
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    QTimer m_resort;
    QLocale m_locale;
};

/// Decimals of a US stock's price: four below a dollar, two else.
int stockDecimals(Price price);
/// Decimals of an instrument's prices: of crypto as many as show its newest ones exactly.
int priceDecimals(const InstrumentSnapshot &snapshot);

} // namespace tapeline

Q_DECLARE_METATYPE(tapeline::WatchlistModel::Flash)
