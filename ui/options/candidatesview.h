#pragma once

#include "strategyoptimiser.h"

#include <QJsonObject>
#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace tapeline {

class CandidatesModel;
class StrategyBuilder;
class Theme;
class TradeTable;

/// The optimiser: its rules in fields, what it found in a table, what it left out in a sentence. A
/// double click, or Enter, takes a candidate into the builder.
class CandidatesView : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the view.
    CandidatesView(const Theme &theme, StrategyBuilder &builder, QWidget *parent = nullptr);

    OptimiserRules rules() const;
    void setRules(const OptimiserRules &rules);
    QString outcome() const;
    TradeTable *table() const { return m_table; }

    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

public slots:
    void search();

signals:
    /// A candidate is in the builder now.
    void taken();
    void stateChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeRules();
    void clear();
    void retranslate();

    StrategyBuilder &m_builder;
    CandidatesModel *m_model;
    TradeTable *m_table;
    QComboBox *m_view;
    QDoubleSpinBox *m_leastDelta;
    QDoubleSpinBox *m_mostDelta;
    QDoubleSpinBox *m_ratio;
    QSpinBox *m_fewestDays;
    QSpinBox *m_mostDays;
    QSpinBox *m_interest;
    QSpinBox *m_spread;
    QSpinBox *m_rank; ///< -1: not known
    QPushButton *m_search;
    QLabel *m_outcome;
};

} // namespace tapeline
