#pragma once

#include "marketsnapshot.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QHash>
#include <QLocale>
#include <QStringList>

#include <span>
#include <vector>

namespace tapeline {

/// A list of symbols with their newest figures, in the order the user gave them or sorted by a
/// column. Fed in batches; answers with text for people (DisplayRole) and raw values (SortRole).
class WatchlistModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Symbol, Spark, Last, Change, ChangePercent, Bid, Ask, Volume, ColumnCount };

    enum Role {
        SortRole = Qt::UserRole,
        DirectionRole, ///< int: +1, -1, 0 against the previous close
        FlashRole, ///< Flash of the cell
        SparkRole, ///< QList<double>: the day's course so far, oldest first
        HaltedRole, ///< bool
        StaleRole ///< bool
    };

    /// When and which way a cell last changed.
    struct Flash
    {
        int direction = 0; ///< +1, -1; 0 never
        qint64 ageMs = -1; ///< -1 never
    };

    explicit WatchlistModel(QObject *parent = nullptr);

    QStringList symbols() const;
    /// Replaces the list; symbols that stay keep their figures.
    void setSymbols(const QStringList &symbols);
    /// At the end. False when it is in the list already.
    bool addSymbol(const QString &symbol);
    void removeSymbol(const QString &symbol);
    /// Puts the row before another one (rowCount() puts it last). Ends sorting: the order is the
    /// user's again.
    void moveSymbol(int row, int before);
    int rowOf(const QString &symbol) const;

    void apply(std::span<const InstrumentSnapshot> snapshots);

    /// Orders by a column as long as asked; Qt::SortOrder as in a header. column -1 is the user's
    /// order.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    int sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }
    /// Puts rows where their newest values belong; the view calls it a few times a second.
    void resort();

    /// Numbers are written this way.
    void setLocale(const QLocale &locale);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// The symbols or their order, as the user has them, are different now.
    void symbolsChanged(const QStringList &symbols);

private:
    struct Row
    {
        InstrumentSnapshot snapshot;
        bool known = false;
        QList<double> spark;
        Timestamp sparkUntil {};
        std::array<qint8, ColumnCount> flashDirection {};
        std::array<qint64, ColumnCount> flashAt {};
    };

    void update(Row &row, const InstrumentSnapshot &snapshot);
    void addSpark(Row &row, const InstrumentSnapshot &snapshot);
    void order();
    void reindex();
    bool isBefore(int a, int b) const;
    QString text(const Row &row, int column) const;
    double value(const Row &row, int column) const;

    std::vector<Row> m_rows; // in the user's order
    std::vector<int> m_shown; // row of the view -> m_rows
    QHash<QString, int> m_index; // symbol -> m_rows
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    QElapsedTimer m_clock;
    QLocale m_locale;
};

/// Decimals of a US stock's price: four below a dollar, two else.
int stockDecimals(Price price);

} // namespace tapeline

Q_DECLARE_METATYPE(tapeline::WatchlistModel::Flash)
