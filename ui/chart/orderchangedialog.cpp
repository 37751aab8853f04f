#include "orderchangedialog.h"

#include "tradelines.h"
#include "tradetext.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// As typed here or with a plain point.
QString plain(const QString &typed, const QLocale &locale)
{
    QString text = typed.trimmed();
    text.remove(locale.groupSeparator());
    return text.replace(locale.decimalPoint(), u"."_s);
}

} // namespace

OrderChangeDialog::OrderChangeDialog(const OrderRow &order, const Instrument &instrument,
                                     QWidget *parent)
    : QDialog(parent)
    , m_order(order)
    , m_instrument(instrument)
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

/// On a tick; nothing for what is no price.
std::optional<Price> OrderChangeDialog::typedPrice(const QLineEdit *field) const
{
    const Result<Price> price = Price::parse(plain(field->text(), QLocale()));
    return price && *price > Price() ? std::optional(onTick(*price, m_instrument)) : std::nullopt;
}

std::optional<OrderReplace> OrderChangeDialog::change() const
{
    OrderReplace wanted { .id = m_order.ticket.id };
    const Result<Qty> qty = Qty::parse(plain(m_qty->text(), QLocale()));
    if (!qty || *qty <= m_order.filled)
        return std::nullopt;
    if (*qty != m_order.ticket.qty)
        wanted.qty = *qty;
    for (const auto &[field, price, to] :
         { std::tuple(m_stop, &OrderTicket::stop, &OrderReplace::stop),
           std::tuple(m_limit, &OrderTicket::limit, &OrderReplace::limit) }) {
        if (!field)
            continue;
        const auto typed = typedPrice(field);
        if (!typed)
            return std::nullopt;
        if (typed != m_order.ticket.*price)
            wanted.*to = typed;
    }
    const bool changes = wanted.qty || wanted.limit || wanted.stop;
    return changes ? std::optional(wanted) : std::nullopt;
}

void OrderChangeDialog::updateButton()
{
    if (m_button)
        m_button->setEnabled(change().has_value());
}

} // namespace tapeline
