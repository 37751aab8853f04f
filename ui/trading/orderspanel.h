#pragma once

#include "tradefilter.h"
#include "tradepanel.h"

namespace tapeline {

/// The orders of the account that is traded on: all, those that work, or those that ended. They are
/// changed in their row, cancelled, and explained by a receipt.
class OrdersPanel : public TradePanel
{
    Q_OBJECT

public:
    /// The desk must outlive the panel.
    OrdersPanel(const PanelContext &context, TradeDesk &desk, QWidget *parent = nullptr);

    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

protected:
    void fillMenu(QMenu *menu, const QModelIndex &source) override;
    void retranslateButtons() override;
    void showChoice() override;

private:
    QString chosen() const;
    void setScope(TradeFilter::Scope scope);
    QString change(const QModelIndex &source, const QString &text);

    std::array<QToolButton *, 3> m_scopes {};
    QToolButton *m_modify;
    QToolButton *m_cancel;
    QToolButton *m_cancelAll;
};

} // namespace tapeline
