#include "chainfilterform.h"

#include "theme.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>

#include <algorithm>
#include <utility>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

ChainFilterForm::ChainFilterForm(const Theme &theme, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_theme(theme)
    , m_form(new QFormLayout(this))
{
    setObjectName(u"chainFilterForm"_s);
    m_leastDelta = addBox(u"chainLeastDelta"_s, 1, 0.05, 2);
    m_mostDelta = addBox(u"chainMostDelta"_s, 1, 0.05, 2);
    m_mostAway = addBox(u"chainMostAway"_s, 500, 5, 1);
    m_leastVolume = addBox(u"chainLeastVolume"_s, 1e7, 100, 0);
    m_leastInterest = addBox(u"chainLeastInterest"_s, 1e7, 100, 0);
    m_mostSpread = addBox(u"chainMostSpread"_s, 500, 5, 1);
    m_clear = new QPushButton(this);
    m_clear->setObjectName(u"chainFilterClear"_s);
    m_form->addRow(m_clear);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        ChainFilter cleared;
        cleared.around = m_filter.around;
        setFilter(cleared);
        emit filterChosen(m_filter);
    });
    connect(&theme, &Theme::changed, this, &ChainFilterForm::restyle);
    retranslate();
    restyle();
    showFilter();
}

QDoubleSpinBox *ChainFilterForm::addBox(const QString &name, double most, double step, int decimals)
{
    auto *box = new QDoubleSpinBox(this);
    box->setObjectName(name);
    box->setRange(0, most);
    box->setSingleStep(step);
    box->setDecimals(decimals);
    box->setGroupSeparatorShown(true);
    auto *label = new QLabel(this);
    label->setBuddy(box);
    m_form->addRow(label, box);
    connect(box, &QDoubleSpinBox::valueChanged, this, &ChainFilterForm::readForm);
    return box;
}

void ChainFilterForm::retranslate()
{
    const auto name = [this](QDoubleSpinBox *box, const QString &text) {
        qobject_cast<QLabel *>(m_form->labelForField(box))->setText(text);
        box->setAccessibleName(text);
    };
    name(m_leastDelta, tr("Delta from"));
    name(m_mostDelta, tr("Delta to"));
    name(m_mostAway, tr("From the price, at most"));
    name(m_leastVolume, tr("Volume, at least"));
    name(m_leastInterest, tr("Open interest, at least"));
    name(m_mostSpread, tr("Spread, at most"));
    for (QDoubleSpinBox *box : { m_mostAway, m_mostSpread }) {
        //: A limit that is not set
        box->setSpecialValueText(tr("any"));
        box->setSuffix(tr(" %"));
    }
    m_clear->setText(tr("Show all contracts"));
    setAccessibleName(tr("Filter of the option chain"));
}

void ChainFilterForm::restyle()
{
    setFont(m_theme.font());
    const int gap = m_theme.scaled(12);
    m_form->setContentsMargins(gap, gap, gap, gap);
    m_form->setSpacing(m_theme.scaled(8));
}

void ChainFilterForm::setFilter(const ChainFilter &filter)
{
    m_filter = filter;
    showFilter();
}

void ChainFilterForm::showFilter()
{
    m_showing = true;
    m_leastDelta->setValue(m_filter.leastDelta);
    m_mostDelta->setValue(m_filter.mostDelta);
    m_mostAway->setValue(m_filter.mostAway);
    m_leastVolume->setValue(m_filter.leastVolume);
    m_leastInterest->setValue(m_filter.leastInterest);
    m_mostSpread->setValue(m_filter.mostSpread);
    m_showing = false;
}

void ChainFilterForm::readForm()
{
    if (m_showing)
        return;
    m_filter.leastDelta = m_leastDelta->value();
    m_filter.mostDelta = m_mostDelta->value();
    m_filter.mostAway = m_mostAway->value();
    m_filter.leastVolume = m_leastVolume->value();
    m_filter.leastInterest = m_leastInterest->value();
    m_filter.mostSpread = m_mostSpread->value();
    emit filterChosen(m_filter);
}

void ChainFilterForm::openAt(const QWidget &button)
{
    adjustSize();
    const QRect room = button.screen()->availableGeometry();
    QPoint at = button.mapToGlobal(QPoint(0, button.height()));
    at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())));
    at.setY(std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    move(at);
    show();
    m_leastDelta->setFocus();
}

void ChainFilterForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace tapeline
