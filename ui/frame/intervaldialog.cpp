#include "intervaldialog.h"

#include "timeframetext.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

IntervalDialog::IntervalDialog(const QString &typed, QWidget *parent)
    : QDialog(parent)
    , m_field(new QLineEdit(typed, this))
    , m_meaning(new QLabel(this))
{
    setObjectName(u"intervalDialog"_s);
    setWindowTitle(tr("Change the interval"));
    m_field->setObjectName(u"interval"_s);
    m_field->setMaxLength(12);
    m_field->setAccessibleName(tr("Interval"));
    m_field->setPlaceholderText(tr("5, 1h, 500T, 10000V, 25R, 10B"));
    m_meaning->setObjectName(u"intervalMeaning"_s);
    m_meaning->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_take = buttons->button(QDialogButtonBox::Ok);
    m_take->setText(tr("Change"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_field);
    column->addWidget(m_meaning);
    column->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 52);

    connect(m_field, &QLineEdit::textChanged, this, &IntervalDialog::updateMeaning);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        const std::optional<Timeframe> wanted = interval();
        if (!wanted)
            return;
        accept();
        emit chosen(*wanted);
    });
    updateMeaning();
    m_field->setFocus();
}

std::optional<Timeframe> IntervalDialog::interval() const
{
    return timeframeFromTyped(m_field->text());
}

/// Dialogs select what is in their first field as they open: what is typed next goes on with it.
void IntervalDialog::setVisible(bool visible)
{
    QDialog::setVisible(visible);
    if (visible)
        m_field->end(false);
}

void IntervalDialog::updateMeaning()
{
    const std::optional<Timeframe> wanted = interval();
    m_take->setEnabled(wanted.has_value());
    if (wanted)
        m_meaning->setText(timeframeName(*wanted));
    else if (m_field->text().trimmed().isEmpty())
        m_meaning->setText(tr("A number is minutes; s, m, h, D, W and M are times. T ends bars "
                              "after so many trades, V after so much volume, R after a range and "
                              "B makes Renko bricks, both in the smallest steps of the price."));
    else
        //: %1 is what was typed
        m_meaning->setText(tr("“%1” is no interval.").arg(m_field->text().trimmed()));
}

} // namespace tapeline
