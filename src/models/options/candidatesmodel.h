#pragma once

#include "strategyoptimiser.h"
#include "tradetablemodel.h"

namespace tapeline {

/// What the optimiser found, best first.
class CandidatesModel : public TradeTableModel
{
    Q_OBJECT

public:
    enum Column {
        Form,
        Expiry,
        Legs,
        Cost,
        Reward,
        Risk,
        Ratio,
        Probability,
        Expected,
        Delta,
        Spread,
        Interest,
        ColumnCount
    };
    Q_ENUM(Column)

    using TradeTableModel::TradeTableModel;

    void setResult(const OptimiserResult &result, const OptimiserRules &rules);
    const Candidate &candidate(int row) const { return m_candidates[std::size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    std::span<const ColumnLook> looks() const override;
    QString columnName(int column) const override;
    /// The tool tip of a row: why it was taken.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    QString title(int column) const override;
    QString text(int row, int column) const override;
    QVariant value(int row, int column, int role) const override;

private:
    std::vector<Candidate> m_candidates;
    OptimiserRules m_rules;
};

} // namespace tapeline
