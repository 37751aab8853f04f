#pragma once

#include "journalupdate.h"

#include <QPixmap>
#include <QTabWidget>

class QTextBrowser;

namespace tapeline {

class ExecutionsModel;
class KeptPicture;
class MomentView;
class Theme;
class TradeTable;

/// What is known of a trade beside its figures: the market at both of its ends, its executions,
/// the life of its orders and the pictures that were taken.
class TradeFacts : public QTabWidget
{
    Q_OBJECT

public:
    /// The theme must outlive it.
    explicit TradeFacts(const Theme &theme, QWidget *parent = nullptr);

    void showTrade(const TradeRecord &trade);
    /// Of the trade that is shown.
    void showDetail(const TradeDetail &detail);
    TradeTable *executions() const { return m_executions; }
    const MomentView &moments() const { return *m_moments; }
    /// All that is told of the orders, as plain text.
    QString ordersText() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void showOrders();
    void retranslate();
    void restyle();

    const Theme &m_theme;
    MomentView *m_moments;
    ExecutionsModel *m_model;
    TradeTable *m_executions;
    QTextBrowser *m_orders;
    KeptPicture *m_entry;
    KeptPicture *m_exit;
    std::vector<OrderEvent> m_events;
};

} // namespace tapeline
