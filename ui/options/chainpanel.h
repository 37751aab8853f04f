#pragma once

#include "chainsheet.h"
#include "chainstore.h"
#include "panel.h"

#include <memory>

namespace tapeline {

class ChainBar;
class ChainFilterForm;
class ChainTable;
class ElidedLabel;
class ExpiryBar;
class StrategyDesk;

/// The option chain of the symbol, or of the underlying of an option: expirations as tabs, calls,
/// strikes and puts, and what they add up to. A click on a price adds a leg to the strategy
/// builder.
class ChainPanel : public Panel
{
    Q_OBJECT

public:
    /// Both desks must outlive the panel.
    ChainPanel(const PanelContext &context, ChainStore &chains, StrategyDesk &strategies,
               QWidget *parent = nullptr);
    ~ChainPanel() override;

    ChainSheet &sheet() { return m_sheet; }
    ChainTable *table() const { return m_table; }
    ExpiryBar *expiries() const { return m_expiries; }
    QString totalsText() const;

    /// The underlying whose options belong to a symbol; empty where there are none (futures,
    /// currencies).
    static QString underlyingOf(const QString &symbol);

    QString symbolAtHand() const override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setUp();
    void connectParts();
    void follow();
    void showStatus();
    void showTotals();
    void tellView();
    void openFilter();
    void openColumns(const QPoint &globalPosition);
    void openMenu(const QString &contract, const QPoint &globalPosition);
    QString stateText() const;
    QString planText() const;

    ChainStore &m_chains;
    StrategyDesk &m_strategies;
    ChainSheet m_sheet;
    std::unique_ptr<ChainView> m_chain; ///< while it can be seen
    ChainBar *m_bar;
    ExpiryBar *m_expiries;
    ChainTable *m_table;
    ElidedLabel *m_totals;
    ChainFilterForm *m_form = nullptr; ///< until it is first opened
};

} // namespace tapeline
