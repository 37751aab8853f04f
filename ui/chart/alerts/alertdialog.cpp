#include "alertdialog.h"

#include "alertform.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

AlertDialog::AlertDialog(AlertBook &book, const AlertChoices &choices, const ChartAlert &alert,
                         QWidget *parent)
    : QDialog(parent)
    , m_book(book)
    , m_drawingName(choices.drawingName)
    , m_isNew(alert.id.isEmpty())
    , m_form(new AlertForm(choices, alert, book.now(), this))
    , m_sentence(new QLabel(this))
    , m_complaint(new QLabel(this))
{
    setObjectName(u"alertDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(m_isNew ? tr("New alert on %1").arg(alert.symbol)
                           : tr("Alert on %1").arg(alert.symbol));
    m_sentence->setObjectName(u"alertSentence"_s);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_complaint->setObjectName(u"alertComplaint"_s);
    m_complaint->setProperty("complaint", true);
    m_complaint->setWordWrap(true);
    m_complaint->setTextFormat(Qt::PlainText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = buttons->addButton(m_isNew ? tr("Create") : tr("Save"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(u"alertSave"_s);
    m_save->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_form);
    column->addWidget(m_sentence);
    column->addWidget(m_complaint);
    column->addStretch(1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &AlertDialog::save);
    connect(m_form, &AlertForm::changed, this, &AlertDialog::update);
    update();
    m_form->focusLevel();
}

QString AlertDialog::sentence() const
{
    return m_sentence->text();
}

QString AlertDialog::complaint() const
{
    return m_complaint->text();
}

void AlertDialog::update()
{
    const Result<ChartAlert> alert = m_form->alert();
    m_sentence->setText(alert ? alerttext::sentence(*alert, QLocale(), m_drawingName) + u'.'
                              : QString());
    m_complaint->setText(alert ? QString() : alert.error().detail);
    m_complaint->setVisible(!alert);
    m_sentence->setVisible(bool(alert));
    m_save->setEnabled(bool(alert));
}

/// Stays open where the book does not take it.
void AlertDialog::save()
{
    const Result<ChartAlert> alert = m_form->alert();
    if (!alert)
        return;
    QString why;
    if (m_isNew) {
        if (const Result<QString> added = m_book.add(*alert); !added)
            why = added.error().detail;
    } else if (const Result<void> changed = m_book.change(*alert); !changed) {
        why = changed.error().detail;
    }
    if (why.isEmpty())
        return accept();
    m_complaint->setText(why);
    m_complaint->show();
}

} // namespace tapeline
