#pragma once

#include <QAbstractTableModel>
#include <QDate>
#include <QStringList>
#include <QVariant>

#include <vector>

namespace tapeline {

/// What a cell of a table of facts says.
struct FactCell
{
    /// What it means for the price of a share, or how far off it is.
    enum class Tone : quint8 { Plain, Good, Bad, Muted };

    QString text;
    QVariant sortKey {}; ///< the text where it is not set
    Tone tone = Tone::Plain;
    bool isNumber = false; ///< stands at the right
    QString hint {}; ///< longer words, shown on hover
};

/// Facts about companies as a table: splits, dividends, news, the calendar. Filled whole; a row may
/// carry its symbol and what it was made of.
class FactsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        SortRole = Qt::UserRole,
        ToneRole, ///< FactCell::Tone as int
        SymbolRole,
        IndexRole ///< of what the row was made of, -1 when of nothing
    };
    struct Row
    {
        std::vector<FactCell> cells;
        QString symbol {};
        int index = -1;
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setHeaders(const QStringList &headers);
    /// Rows of as many cells as there are headers; the same ones change nothing on screen.
    void setRows(std::vector<Row> rows);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_headers;
    std::vector<Row> m_rows;
};

} // namespace tapeline
