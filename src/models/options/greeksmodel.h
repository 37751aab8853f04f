#pragma once

#include "portfoliogreeks.h"
#include "tradetablemodel.h"

namespace tapeline {

/// Greeks by underlying, each with its positions under it.
class GreeksModel : public TradeTableModel
{
    Q_OBJECT

public:
    enum Column {
        Name, ///< the underlying, or the position
        Quantity,
        Days, ///< to expiry
        Volatility,
        Delta, ///< units of the underlying
        DeltaMoney,
        BetaValue,
        IndexDelta,
        Gamma,
        Theta,
        Vega,
        OpenProfit,
        ColumnCount
    };
    Q_ENUM(Column)

    using TradeTableModel::TradeTableModel;

    void setPortfolio(const PortfolioGreeks &portfolio, Timestamp now);
    /// Positions are listed as well; else underlyings alone.
    void setDetailed(bool detailed);
    bool isDetailed() const { return m_detailed; }

    int rowCount(const QModelIndex &parent = {}) const override;
    std::span<const ColumnLook> looks() const override;
    QString columnName(int column) const override;

protected:
    QString title(int column) const override;
    QString text(int row, int column) const override;
    QVariant value(int row, int column, int role) const override;

private:
    struct Row
    {
        QString symbol; ///< of the underlying, or of the position
        bool isPosition = false;
        bool isKnown = true; ///< all of it
        Qty qty {};
        std::optional<int> days {};
        double volatility = 0;
        Beta beta {};
        GreekSum greeks {};
        Money unrealized {};
        QString place; ///< orders positions behind their underlying

        friend bool operator==(const Row &, const Row &) = default;
    };

    std::vector<Row> wanted() const;
    void update();
    double figure(const Row &row, int column) const;

    PortfolioGreeks m_portfolio;
    QDate m_today;
    bool m_detailed = true;
    std::vector<Row> m_rows;
};

} // namespace tapeline
