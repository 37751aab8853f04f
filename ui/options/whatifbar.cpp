#include "whatifbar.h"

#include "easterntime.h"
#include "theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int spotSteps = 60; ///< of half a percent, both ways
constexpr double spotStep = 0.005;
constexpr int volatilityDown = 40; ///< half points
constexpr int volatilityUp = 80;
constexpr double volatilityStep = 0.005;
constexpr int stepsPerDay = 4;

QString withSign(double value, int decimals)
{
    const QLocale here;
    const QString text = here.toString(std::abs(value), 'f', decimals);
    return value > 0 ? here.positiveSign() + text : value < 0 ? u"\u2212"_s + text : text;
}

} // namespace

WhatIfBar::WhatIfBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_reset(new QToolButton(this))
{
    setObjectName(u"whatIfBar"_s);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    const std::array names { u"whatIfSpot"_s, u"whatIfDays"_s, u"whatIfVolatility"_s };
    for (std::size_t axis = 0; axis < axisCount; ++axis) {
        m_names[axis] = new QLabel(this);
        m_names[axis]->setProperty("muted", true);
        m_sliders[axis] = new QSlider(Qt::Horizontal, this);
        m_sliders[axis]->setObjectName(names[axis]);
        m_texts[axis] = new QLabel(this);
        m_names[axis]->setBuddy(m_sliders[axis]);
        grid->addWidget(m_names[axis], 0, int(axis) * 2);
        grid->addWidget(m_texts[axis], 0, int(axis) * 2 + 1, Qt::AlignRight);
        grid->addWidget(m_sliders[axis], 1, int(axis) * 2, 1, 2);
        grid->setColumnStretch(int(axis) * 2 + 1, 1);
        connect(m_sliders[axis], &QSlider::valueChanged, this, &WhatIfBar::take);
    }
    m_sliders[Spot]->setRange(-spotSteps, spotSteps);
    m_sliders[Spot]->setPageStep(4);
    m_sliders[Volatility]->setRange(-volatilityDown, volatilityUp);
    m_sliders[Volatility]->setPageStep(4);
    m_sliders[Days]->setRange(0, 0);
    m_sliders[Days]->setPageStep(stepsPerDay);
    m_reset->setObjectName(u"whatIfReset"_s);
    grid->addWidget(m_reset, 1, axisCount * 2);
    connect(m_reset, &QToolButton::clicked, this, [this] {
        setWhatIf({});
        emit changed(m_whatIf);
    });
    connect(&theme, &Theme::changed, this, &WhatIfBar::restyle);
    restyle();
    retranslate();
}

void WhatIfBar::setWhatIf(const WhatIf &whatIf)
{
    m_whatIf = whatIf;
    const std::array values { qRound(whatIf.spotShift / spotStep),
                              qRound(whatIf.days * stepsPerDay),
                              qRound(whatIf.volatilityShift / volatilityStep) };
    for (std::size_t axis = 0; axis < axisCount; ++axis) {
        const QSignalBlocker quiet(m_sliders[axis]);
        m_sliders[axis]->setValue(values[axis]);
    }
    showTexts();
}

void WhatIfBar::setDays(double days, Timestamp now)
{
    m_now = now;
    if (std::exchange(m_days, days) == days)
        return;
    {
        const QSignalBlocker quiet(m_sliders[Days]);
        m_sliders[Days]->setRange(0, std::max(0, int(std::ceil(days * stepsPerDay))));
    }
    m_sliders[Days]->setEnabled(days > 0);
    take();
}

void WhatIfBar::setSpot(double spot)
{
    m_spot = spot;
    showTexts();
}

void WhatIfBar::take()
{
    WhatIf wanted;
    wanted.spotShift = m_sliders[Spot]->value() * spotStep;
    wanted.volatilityShift = m_sliders[Volatility]->value() * volatilityStep;
    // The last step is the end itself
    wanted.days = std::min(double(m_sliders[Days]->value()) / stepsPerDay, m_days);
    const bool isOther = wanted != m_whatIf;
    m_whatIf = wanted;
    showTexts();
    if (isOther)
        emit changed(m_whatIf);
}

void WhatIfBar::showTexts()
{
    const QLocale here;
    const double spot = m_spot * (1 + m_whatIf.spotShift);
    //: A move in percent, and the price it leads to
    m_texts[Spot]->setText(
        m_spot > 0 ? tr("%1 %  (%2)")
                         .arg(withSign(m_whatIf.spotShift * 100, 1), here.toString(spot, 'f', 2))
                   : tr("%1 %").arg(withSign(m_whatIf.spotShift * 100, 1)));
    const Timestamp then = m_now + Duration(qint64(m_whatIf.days * 24 * 3600 * 1e9));
    m_texts[Days]->setText(m_whatIf.days == 0
                               ? tr("now")
                               : tr("in %1 d  (%2)")
                                     .arg(here.toString(m_whatIf.days, 'f', m_days < 3 ? 2 : 0),
                                          here.toString(easterntime::date(then), u"d MMM"_s)));
    //: Points of volatility
    m_texts[Volatility]->setText(tr("%1 pts").arg(withSign(m_whatIf.volatilityShift * 100, 1)));
    m_reset->setEnabled(m_whatIf != WhatIf());
}

void WhatIfBar::retranslate()
{
    m_names[Spot]->setText(tr("Price"));
    m_names[Days]->setText(tr("Time"));
    m_names[Volatility]->setText(tr("Volatility"));
    for (std::size_t axis = 0; axis < axisCount; ++axis)
        m_sliders[axis]->setAccessibleName(m_names[axis]->text());
    m_sliders[Volatility]->setToolTip(
        tr("Moves the volatility of every option by so many points."));
    m_reset->setToolTip(tr("Back to the market as it is"));
    m_reset->setAccessibleName(m_reset->toolTip());
    showTexts();
}

void WhatIfBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void WhatIfBar::restyle()
{
    m_reset->setIcon(m_theme.icon(u"reset"_s));
    for (std::size_t axis = 0; axis < axisCount; ++axis) {
        m_names[axis]->setFont(m_theme.font(FontRole::Small));
        m_texts[axis]->setFont(m_theme.font(FontRole::Small));
    }
}

} // namespace tapeline
