#pragma once

#include "timestamp.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QLocale>

#include <span>

namespace tapeline {

/// What the tables of positions, orders, fills and accounts have in common: texts for people
/// (DisplayRole), raw values to sort by, and what a view colours by.
class TradeTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        SortRole = Qt::UserRole, ///< qint64 units where the value is exact, else double or QString
        SymbolRole, ///< QString: of the row; empty for a package
        IdRole, ///< QString: of the row's order, or the account's name
        SignRole, ///< int: +1 gain or buy, -1 loss or sale, 0 neither; of the cell
        StaleRole, ///< bool: the cell rests on an old price
        PendingRole, ///< bool: the cell tells a state that is about to be another
        EndedRole, ///< bool: the row's order has ended
        CurrentRole, ///< bool: the row is what is being worked with
        TimeRole, ///< qint64 ns of the cell's time; invalid where there is none
        IconRole, ///< QString: an icon instead of text, for something to be done by a click
        SearchRole ///< QString: what a quick filter looks into; of the row
    };

    /// How a column likes to be shown.
    struct ColumnLook
    {
        const char *sample; ///< its usual widest text; empty for an icon
        int rank
            = 0; ///< 0: always shown where wanted; else the highest goes first for want of room
        bool isText = false; ///< to the left; figures stand to the right
        bool isStrong = false; ///< names the row
        bool isHidden = false; ///< not shown until it is asked for
        bool takesRest = false; ///< gets what room is left over
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Numbers are written this way.
    void setLocale(const QLocale &locale);
    const QLocale &locale() const { return m_locale; }

    virtual std::span<const ColumnLook> looks() const = 0;
    /// What a saved layout calls a column.
    virtual QString columnName(int column) const = 0;
    /// Whether sort() puts the rows in order, for more of them than a proxy can sort at once.
    virtual bool sortsItself() const { return false; }
    /// Where the text of a column can be changed in a row by typing.
    virtual bool isEditable(const QModelIndex &) const { return false; }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

protected:
    /// A column's heading, translated.
    virtual QString title(int column) const = 0;
    virtual QString text(int row, int column) const = 0;
    /// What all cells of a row, or one of them, say for a role other than DisplayRole.
    virtual QVariant value(int row, int column, int role) const = 0;
    void rowsChanged(int first, int last);

private:
    QLocale m_locale;
};

/// "09:41:30" Eastern, with the day before it where that is not `today`. Empty for no time.
QString tradeTime(Timestamp at, QDate today, const QLocale &locale);

} // namespace tapeline
