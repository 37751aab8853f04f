#include "bookbar.h"

#include "bookmenu.h"
#include "booktext.h"
#include "elidedlabel.h"
#include "quotepressure.h"
#include "theme.h"
#include "valuemarks.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int figuresMs = 100; // as fast as figures can be read

} // namespace

BookBar::BookBar(BookModel &model, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_theme(theme)
    , m_text(new ElidedLabel(this))
    , m_menu(new BookMenu(this))
{
    setObjectName(u"bookBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_text, 1);
    m_text->setObjectName(u"bookText"_s);
    m_centre = addButton(u"bookCentreButton"_s, u"centre"_s);
    m_heatMap = addButton(u"bookHeatMapButton"_s, u"heatmap"_s);
    m_heatMap->setCheckable(true);
    m_more = addButton(u"bookMoreButton"_s, u"more"_s);
    m_more->setMenu(m_menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    connect(m_centre, &QToolButton::clicked, this, &BookBar::centreRequested);
    connect(m_heatMap, &QToolButton::clicked, this, &BookBar::heatMapToggled);
    m_timer.setSingleShot(true);
    m_timer.setInterval(figuresMs);
    connect(&m_timer, &QTimer::timeout, this, &BookBar::showFigures);
    connect(&model, &BookModel::changed, this, [this] {
        if (!m_timer.isActive())
            m_timer.start();
    });
    connect(&theme, &Theme::changed, this, &BookBar::restyle);
    retranslate();
    restyle();
}

QToolButton *BookBar::addButton(const QString &name, const QString &icon)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(m_theme.icon(icon));
    button->setFocusPolicy(Qt::TabFocus);
    layout()->addWidget(button);
    return button;
}

void BookBar::setHeatMapShown(bool shown)
{
    m_heatMap->setChecked(shown);
}

void BookBar::setHeatMapRoom(bool room)
{
    if (m_heatMap->isEnabled() == room)
        return;
    m_heatMap->setEnabled(room);
    tellHeatMap();
}

void BookBar::tellHeatMap()
{
    m_heatMap->setToolTip(m_heatMap->isEnabled() ? tr("Sizes at rest over time, with the trades")
                                                 : tr("The panel is too narrow for the heat map"));
}

/// In the accent while somebody has scrolled away.
void BookBar::setFollowing(bool following)
{
    m_centre->setIcon(
        m_theme.icon(u"centre"_s, following ? ColorRole::MutedText : ColorRole::Accent));
}

QString BookBar::text() const
{
    return m_text->text();
}

QString BookBar::figures() const
{
    const Quote &best = m_model.best();
    const QLocale locale;
    const int decimals = priceDecimals(m_model.fineGrid());
    QStringList parts { bookKindName(m_model.kind()) };
    if (m_model.isBroken())
        parts << tr("incomplete");
    if (best.hasBid() && best.hasAsk())
        //: %1 is the difference between the best ask and the best bid
        parts << tr("spread %1").arg(priceText((best.ask - best.bid).toDouble(), decimals, locale));
    if (const auto imbalance = bookImbalance(best))
        //: %1 is from -1 (all is offered) to +1 (all is bid)
        parts << tr("imbalance %1").arg(changeText(*imbalance, 2, locale));
    if (const auto micro = microprice(best))
        //: %1 is the microprice
        parts << tr("micro %1").arg(priceText(*micro, decimals + 1, locale));
    if (const Qty volume = m_model.tradedVolume(); volume > Qty())
        //: %1 is what was traded today
        parts << tr("volume %1").arg(volumeText(volume.toDouble(), locale));
    return parts.join(u" · "_s);
}

void BookBar::showFigures()
{
    m_text->setText(figures());
    const QString explanation = bookKindText(m_model);
    m_text->setToolTip(explanation.isEmpty() ? figures() : figures() + u'\n' + explanation);
    m_text->setAccessibleName(figures());
    m_text->setAccessibleDescription(explanation);
}

void BookBar::retranslate()
{
    m_centre->setToolTip(tr("Bring the market to the middle and follow it (Space)"));
    m_centre->setAccessibleName(tr("Centre"));
    tellHeatMap();
    m_heatMap->setAccessibleName(tr("Heat map"));
    m_more->setToolTip(tr("What the order book shows"));
    m_more->setAccessibleName(tr("Options of the order book"));
    showFigures();
}

void BookBar::restyle()
{
    layout()->setContentsMargins(m_theme.scaled(6), m_theme.scaled(3), m_theme.scaled(4),
                                 m_theme.scaled(3));
    layout()->setSpacing(m_theme.scaled(2));
    m_text->setFont(m_theme.font(FontRole::Small));
    const int side = m_theme.scaled(14);
    for (QToolButton *button : { m_centre, m_heatMap, m_more })
        button->setIconSize({ side, side });
}

void BookBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tapeline
