#include "sessionview.h"

#include "chartpanel.h"
#include "panelathand.h"

#include <QEvent>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto hideKey = "hideExtended"_L1;
constexpr auto shadeKey = "shadeExtended"_L1;

} // namespace

SessionView::SessionView(QWidget *parent)
    : QMenu(parent)
    , m_hide(addAction(QString()))
    , m_shade(addAction(QString()))
{
    setObjectName(u"chartSessionMenu"_s);
    setToolTipsVisible(true);
    m_hide->setObjectName(u"chartHideExtended"_s);
    m_hide->setCheckable(true);
    m_shade->setObjectName(u"chartShadeExtended"_s);
    m_shade->setCheckable(true);
    m_shade->setChecked(true);
    connect(m_hide, &QAction::toggled, this, &SessionView::hidingChanged);
    connect(m_shade, &QAction::toggled, this, &SessionView::shadingChanged);
    retranslate();
}

void SessionView::setHidesExtended(bool hides)
{
    m_hide->setChecked(hides);
}

void SessionView::setShadesExtended(bool shades)
{
    m_shade->setChecked(shades);
}

QJsonObject SessionView::toJson() const
{
    return { { hideKey, hidesExtended() }, { shadeKey, shadesExtended() } };
}

void SessionView::fromJson(const QJsonObject &json)
{
    setHidesExtended(json.value(hideKey).toBool());
    setShadesExtended(json.value(shadeKey).toBool(true));
}

void SessionView::retranslate()
{
    //: Menu of a chart
    setTitle(tr("Extended hours"));
    m_hide->setText(tr("Hide extended hours"));
    m_hide->setToolTip(tr("Bars before the opening and after the close of the exchange are left "
                          "out; one that reaches into the session stays."));
    m_shade->setText(tr("Shade extended hours"));
}

void SessionView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMenu::changeEvent(event);
}

void addSessionCommands(CommandRegistry &commands)
{
    addPanelCommand<ChartPanel>(
        commands, u"chart.hide-extended"_s,
        [] { return SessionView::tr("Chart: hide extended hours on or off"); }, u"clock"_s,
        [](ChartPanel &panel) {
            panel.sessions()->setHidesExtended(!panel.sessions()->hidesExtended());
        });
    addPanelCommand<ChartPanel>(
        commands, u"chart.shade-extended"_s,
        [] { return SessionView::tr("Chart: shade extended hours on or off"); }, u"clock"_s,
        [](ChartPanel &panel) {
            panel.sessions()->setShadesExtended(!panel.sessions()->shadesExtended());
        });
}

} // namespace tapeline
