#pragma once

#include "strategyevaluation.h"
#include "strategylegsview.h"

#include <QObject>

class QComboBox;
class QLabel;
class QToolButton;

namespace tapeline {

class ChainBook;
class StepEdit;

/// One line of the legs: its cells stand in the view's grid.
class StrategyLegRow : public QObject
{
    Q_OBJECT

public:
    /// index: of the leg in the draft.
    StrategyLegRow(const Theme &theme, StrategyBuilder &builder, std::size_t index,
                   QWidget *parent);
    ~StrategyLegRow() override;

    QWidget *cell(int column) const { return m_cells[std::size_t(column)]; }
    void show(const DraftLeg &leg, const LegEvaluation *seen, const ChainBook *book);
    void retranslate();
    void restyle();

private:
    template<typename Change> void change(Change change);
    void make(QWidget *parent);
    void connectCells();
    void showContract(const LegEvaluation *seen, const ChainBook *book);
    void fillExpiries(const ChainBook &book);
    void fillStrikes(const ChainBook &book, const ChainExpiry &expiry);
    void showMarket(const LegEvaluation *seen);
    void set(int column, const QString &text);
    void chooseContract();
    void takeQty();
    void takePrice();

    const Theme &m_theme;
    StrategyBuilder &m_builder;
    const std::size_t m_index;
    std::array<QWidget *, StrategyLegsView::columnCount> m_cells {};
    QToolButton *m_side;
    StepEdit *m_qty;
    QLabel *m_name; ///< of the underlying, in place of an expiration
    QComboBox *m_expiry;
    QComboBox *m_strike;
    QComboBox *m_right;
    StepEdit *m_price;
    QToolButton *m_remove;
    DraftLeg m_leg;
    Side m_styledSide = Side::Buy;
    std::vector<ChainExpiry> m_expiries; ///< as the box lists them
    std::vector<Price> m_strikes;
};

} // namespace tapeline
