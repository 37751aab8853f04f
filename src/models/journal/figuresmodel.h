#pragma once

#include "tradetablemodel.h"

#include <vector>

namespace tapeline {

/// Named figures side by side, a row each: what was, what would have been; one set of trades and
/// another. The texts are their owner's.
class FiguresModel : public TradeTableModel
{
    Q_OBJECT

public:
    struct Row
    {
        QStringList texts {}; ///< one a column
        QString definition {}; ///< of the figure, for a hover
        int sign = 0; ///< of the last column
    };

    enum class Width : quint8 {
        Figures,
        Intervals ///< figures with their intervals
    };

    explicit FiguresModel(Width width, QObject *parent = nullptr);

    /// One title a column, at most four; the first column names the figures.
    void show(const QStringList &titles, std::vector<Row> rows);
    const std::vector<Row> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    std::span<const ColumnLook> looks() const override;
    QString columnName(int column) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    QString title(int column) const override;
    QString text(int row, int column) const override;
    QVariant value(int row, int column, int role) const override;

private:
    const Width m_width;
    QStringList m_titles;
    std::vector<Row> m_rows;
};

} // namespace tapeline
