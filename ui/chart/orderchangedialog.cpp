#include "orderchangedialog.h"

#include "tradeinput.h"
#include "tradetext.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

OrderChangeDialog::OrderChangeDialog(const OrderRow &order, const Instrument &instrument,
                                     QWidget *parent)
    : QDialog(parent)
    , m_order(order)
    , m_instrument(instrument)
    , m_complaint(new QLabel(this))
{
    setObjectName(u"orderChangeDialog"_s);
    setWindowTitle(tr("Change the order"));
    auto *form = new QFormLayout(this);
    const OrderTicket &ticket = order.ticket;
    form->addRow(new QLabel(tradetext::order(ticket, QLocale()), this));
    m_qty = addField(form, tr("Quantity"), u"changeQty"_s, tradetext::qty(ticket.qty, QLocale()));
    if (ticket.stop && !ticket.isTrailing())
        m_stop = addField(form, tr("Stop"), u"changeStop"_s,
                          tradetext::price(*ticket.stop, QLocale()));
    if (ticket.limit)
        m_limit = addField(form, tr("Limit"), u"changeLimit"_s,
                           tradetext::price(*ticket.limit, QLocale()));
    m_complaint->setObjectName(u"changeComplaint"_s);
    m_complaint->setProperty("complaint", true);
    m_complaint->setWordWrap(true);
    form->addRow(m_complaint);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_button = buttons->addButton(tr("Change"), QDialogButtonBox::AcceptRole);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        if (const auto wanted = change())
            emit chosen(*wanted);
        accept();
    });
    updateButton();
}

QLineEdit *OrderChangeDialog::addField(QFormLayout *form, const QString &label, const QString &name,
                                       const QString &value)
{
    auto *field = new QLineEdit(value, this);
    field->setObjectName(name);
    field->setAlignment(Qt::AlignRight);
    form->addRow(label, field);
    connect(field, &QLineEdit::textChanged, this, &OrderChangeDialog::updateButton);
    return field;
}

/// Nothing for what is no price; it is taken as it was typed, or not at all.
std::optional<Price> OrderChangeDialog::typedPrice(const QLineEdit *field, QString &why) const
{
    const std::optional<Price> price = tradeinput::price(field->text(), QLocale());
    if (!price || *price <= Price()) {
        why = tr("“%1” is no price: a number above 0 is needed.").arg(field->text());
        return std::nullopt;
    }
    const Price tick = m_instrument.tickAt(*price);
    if (tick > Price() && price->units() % tick.units() != 0) {
        why = tr("%1 lies between two ticks: prices are multiples of %2 here.")
                  .arg(field->text(), tradetext::price(tick, QLocale()));
        return std::nullopt;
    }
    return price;
}

void OrderChangeDialog::takeQty(OrderReplace &wanted, QString &why) const
{
    const std::optional<Qty> qty = tradeinput::qty(m_qty->text(), QLocale());
    if (!qty || *qty <= Qty())
        why = tr("“%1” is no quantity: a number above 0 is needed.").arg(m_qty->text());
    else if (*qty <= m_order.filled)
        why = tr("%1 are filled already: the quantity must be above that.")
                  .arg(tradetext::qty(m_order.filled, QLocale()));
    else if (*qty != m_order.ticket.qty)
        wanted.qty = qty;
}

/// What differs; why says what cannot be read.
OrderReplace OrderChangeDialog::read(QString &why) const
{
    OrderReplace wanted { .id = m_order.ticket.id };
    takeQty(wanted, why);
    for (const auto &[field, price, to] :
         { std::tuple(m_stop, &OrderTicket::stop, &OrderReplace::stop),
           std::tuple(m_limit, &OrderTicket::limit, &OrderReplace::limit) }) {
        if (!field || !why.isEmpty())
            continue;
        const auto typed = field->text() == tradetext::price(*(m_order.ticket.*price), QLocale())
            ? m_order.ticket.*price
            : typedPrice(field, why);
        if (typed && typed != m_order.ticket.*price)
            wanted.*to = typed;
    }
    return wanted;
}

std::optional<OrderReplace> OrderChangeDialog::change() const
{
    QString why;
    const OrderReplace wanted = read(why);
    const bool changes = why.isEmpty() && (wanted.qty || wanted.limit || wanted.stop);
    return changes ? std::optional(wanted) : std::nullopt;
}

QString OrderChangeDialog::complaint() const
{
    QString why;
    read(why);
    return why;
}

void OrderChangeDialog::updateButton()
{
    if (!m_button)
        return;
    m_complaint->setText(complaint());
    m_button->setEnabled(change().has_value());
}

} // namespace tapeline
