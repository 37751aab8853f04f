#pragma once

#include "tradepanel.h"

namespace tapeline {

class ProtectionBar;

/// The positions of the account that is traded on, and which of them have no stop. A position is
/// closed, halved, reversed or taken to break-even from its row.
class PositionsPanel : public TradePanel
{
    Q_OBJECT

public:
    /// The desk must outlive the panel.
    PositionsPanel(const PanelContext &context, TradeDesk &desk, QWidget *parent = nullptr);
    ~PositionsPanel() override;

    ProtectionBar *protection() const { return m_protection; }

protected:
    void fillMenu(QMenu *menu, const QModelIndex &source) override;
    void retranslateButtons() override;

private:
    QString chosen() const;
    void followPositions();

    ProtectionBar *m_protection;
    QToolButton *m_close;
    QToolButton *m_half;
    QToolButton *m_reverse;
    QToolButton *m_even;
    QStringList m_followed; ///< the market of positions, for break-even
};

} // namespace tapeline
