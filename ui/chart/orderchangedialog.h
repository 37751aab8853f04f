#pragma once

#include "accountview.h"
#include "instrument.h"

#include <QDialog>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tapeline {

/// Quantity and prices of a working order, to be typed anew.
class OrderChangeDialog : public QDialog
{
    Q_OBJECT

public:
    OrderChangeDialog(const OrderRow &order, const Instrument &instrument,
                      QWidget *parent = nullptr);

    /// What was typed, as far as it is something else; nothing while it cannot be asked for.
    std::optional<OrderReplace> change() const;
    /// What is wrong with what was typed, in a sentence; empty when nothing is.
    QString complaint() const;

signals:
    void chosen(const tapeline::OrderReplace &change);

private:
    QLineEdit *addField(QFormLayout *form, const QString &label, const QString &name,
                        const QString &value);
    void takeQty(OrderReplace &wanted, QString &why) const;
    std::optional<Price> typedPrice(const QLineEdit *field, QString &why) const;
    OrderReplace read(QString &why) const;
    void updateButton();

    const OrderRow m_order;
    const Instrument m_instrument;
    QLineEdit *m_qty = nullptr;
    QLineEdit *m_limit = nullptr; ///< null where the order has none
    QLineEdit *m_stop = nullptr; ///< the same
    QLabel *m_complaint;
    QPushButton *m_button = nullptr;
};

} // namespace tapeline
