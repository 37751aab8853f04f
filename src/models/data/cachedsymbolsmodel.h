#pragma once

#include "cachecare.h"
#include "tradetablemodel.h"

#include <vector>

namespace tapeline {

class DataDesk;

/// What is kept of each symbol, a row each symbol and origin.
class CachedSymbolsModel : public TradeTableModel
{
    Q_OBJECT

public:
    enum Column { Symbol, Origin, Bars, Size, Range, Used, ColumnCount };
    Q_ENUM(Column)

    /// The desk must outlive the model.
    explicit CachedSymbolsModel(DataDesk &desk, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    std::span<const ColumnLook> looks() const override;
    QString columnName(int column) const override;

protected:
    QString title(int column) const override;
    QString text(int row, int column) const override;
    QVariant value(int row, int column, int role) const override;

private:
    void update();

    DataDesk &m_desk;
    std::vector<CachedSymbol> m_rows;
    Timestamp m_now; ///< when the rows were told
};

} // namespace tapeline
