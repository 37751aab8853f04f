#include "crosshairlink.h"

#include "chartpanel.h"
#include "panelathand.h"
#include "pricechart.h"

#include <QAction>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

LinkedInstants::LinkedInstants(LinkGroups &links)
    : QObject(&links)
{
}

LinkedInstants &LinkedInstants::of(LinkGroups &links)
{
    auto *instants = links.findChild<LinkedInstants *>({}, Qt::FindDirectChildrenOnly);
    return instants ? *instants : *new LinkedInstants(links);
}

void LinkedInstants::point(LinkColor color, const std::optional<LinkedInstant> &instant,
                           const QObject *source)
{
    if (color != LinkColor::None)
        emit pointed(color, instant, source);
}

CrosshairLink::CrosshairLink(ChartPanel &panel, LinkGroups &links, QObject *parent)
    : QObject(parent)
    , m_panel(panel)
    , m_instants(LinkedInstants::of(links))
    , m_action(new QAction(this))
{
    m_action->setObjectName(u"chartLinkCrosshair"_s);
    m_action->setCheckable(true);
    m_action->setChecked(true);
    connect(m_action, &QAction::toggled, this, [this](bool on) {
        if (!on) {
            tell(std::nullopt);
            m_panel.chart()->showLinked(std::nullopt);
        }
        emit switched();
    });
    connect(panel.chart(), &PriceChart::pointed, this,
            [this](std::optional<Timestamp> time, std::optional<double> price) {
                if (!isOn())
                    return;
                tell(time ? std::optional(LinkedInstant { *time, m_panel.symbol(), price })
                          : std::nullopt);
            });
    connect(&m_instants, &LinkedInstants::pointed, this, &CrosshairLink::follow);
    connect(&panel, &Panel::linkColorChanged, this,
            [this] { m_panel.chart()->showLinked(std::nullopt); });
    retranslate();
}

bool CrosshairLink::isOn() const
{
    return m_action->isChecked();
}

void CrosshairLink::setOn(bool on)
{
    m_action->setChecked(on);
}

void CrosshairLink::tell(const std::optional<LinkedInstant> &instant)
{
    m_instants.point(m_panel.linkColor(), instant, this);
}

void CrosshairLink::follow(LinkColor color, const std::optional<LinkedInstant> &instant,
                           const QObject *source)
{
    if (source == this || color != m_panel.linkColor() || !isOn())
        return;
    if (!instant)
        return m_panel.chart()->showLinked(std::nullopt);
    const bool sameSymbol = instant->symbol == m_panel.symbol();
    m_panel.chart()->showLinked(instant->time, sameSymbol ? instant->price : std::nullopt);
}

void CrosshairLink::retranslate()
{
    m_action->setText(tr("Linked crosshair"));
    m_action->setToolTip(tr("Charts of the same link colour show the time under the crosshair"));
}

void addCrosshairCommands(CommandRegistry &commands)
{
    addPanelCommand<ChartPanel>(
        commands, u"chart.link-crosshair"_s,
        [] { return CrosshairLink::tr("Chart: linked crosshair on or off"); }, u"link"_s,
        [](ChartPanel &panel) { panel.crosshairLink()->setOn(!panel.crosshairLink()->isOn()); });
}

} // namespace tapeline
