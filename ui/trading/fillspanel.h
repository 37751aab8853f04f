#pragma once

#include "tradepanel.h"

namespace tapeline {

/// The fills of the account that is traded on, each with the receipt of its order.
class FillsPanel : public TradePanel
{
    Q_OBJECT

public:
    /// The desk must outlive the panel.
    FillsPanel(const PanelContext &context, TradeDesk &desk, QWidget *parent = nullptr);

protected:
    void fillMenu(QMenu *menu, const QModelIndex &source) override;
    void retranslateButtons() override;

private:
    void openChosen();

    QToolButton *m_receipt;
};

} // namespace tapeline
