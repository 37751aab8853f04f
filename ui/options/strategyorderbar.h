#pragma once

#include "orderpreview.h"
#include "strategyorders.h"

#include <QTimer>
#include <QWidget>

#include <map>

class QBoxLayout;
class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace tapeline {

class StepEdit;
class StrategyBuilder;
class Theme;
class TradeDesk;
struct OrderAnswer;

/// How many packages are sent at which price, what the account says of it, and the button that
/// sends them as one order.
class StrategyOrderBar : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive the bar.
    StrategyOrderBar(const Theme &theme, StrategyBuilder &builder, TradeDesk &desk,
                     QWidget *parent = nullptr);
    ~StrategyOrderBar() override;

    /// What the button would send; a plain sentence where it cannot.
    const Result<StrategyOrders> &orders() const { return m_orders; }
    QString note() const;

public slots:
    void send();

signals:
    /// What the account says of the orders; empty while it is not known.
    void previewed(const std::vector<tapeline::OrderPreview> &previews);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void make();
    void connectParts();
    void showDraft();
    void showNote();
    void takePackages();
    void takePrice();
    void stepPrice(int cents);
    void setOwnPrice(Price price);
    void flip();
    void follow();
    void look();
    void takeAnswer(const OrderAnswer &answer);
    void retranslate();
    void restyle();

    const Theme &m_theme;
    StrategyBuilder &m_builder;
    TradeDesk &m_desk;
    QLabel *m_packagesName;
    StepEdit *m_packages;
    QComboBox *m_choice;
    StepEdit *m_price;
    QToolButton *m_direction; ///< "debit" or "credit"
    QComboBox *m_tif;
    QLabel *m_note;
    QPushButton *m_send;
    QBoxLayout *m_row = nullptr; ///< fields, and the button beside or below them
    QTimer m_lookSoon;
    QTimer m_lookAgain;
    QStringList m_followed;
    StrategyDraft m_shown; ///< with its figures
    Result<StrategyOrders> m_orders;
    std::map<quint64, std::optional<OrderPreview>> m_asked; ///< by request
    std::vector<OrderPreview> m_previews;
    QString m_objection; ///< why no account could say
};

} // namespace tapeline
