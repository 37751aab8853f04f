#include "scalemenu.h"

#include "chartpanel.h"
#include "chartscale.h"
#include "panelathand.h"
#include "pricechart.h"

#include <QActionGroup>
#include <QEvent>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The command that does what an action of the menu does.
QString commandOf(ScaleMode mode)
{
    return u"chart.scale-"_s + scaleModeKey(mode);
}
const QString invertCommand = u"chart.scale-inverted"_s;
const QString pricesOnlyCommand = u"chart.scale-prices-only"_s;

} // namespace

ScaleMenu::ScaleMenu(ChartScale &scale, QWidget *parent)
    : QMenu(parent)
    , m_scale(scale)
    , m_fit(addAction(QString()))
{
    setObjectName(u"chartScaleMenu"_s);
    const auto addSwitch = [this](const QString &name) {
        QAction *action = addAction(QString());
        action->setObjectName(name);
        action->setCheckable(true);
        return action;
    };
    m_fit->setObjectName(u"chartScaleFit"_s);
    m_fit->setCheckable(true);
    connect(m_fit, &QAction::triggered, this, &ScaleMenu::fitWanted);
    addSeparator();
    auto *group = new QActionGroup(this);
    for (const ScaleMode mode : scaleModes) {
        QAction *action = addSwitch(u"chartScale-"_s + scaleModeKey(mode));
        group->addAction(action);
        m_modes[mode] = action;
        connect(action, &QAction::triggered, this, [this, mode] { m_scale.setMode(mode); });
    }
    addSeparator();
    m_inverted = addSwitch(u"chartScaleInverted"_s);
    m_pricesOnly = addSwitch(u"chartScalePricesOnly"_s);
    connect(m_inverted, &QAction::triggered, &m_scale, &ChartScale::setInverted);
    connect(m_pricesOnly, &QAction::triggered, &m_scale, &ChartScale::setPricesOnly);
    connect(&m_scale, &ChartScale::changed, this, &ScaleMenu::takeScale);
    retranslate();
    takeScale();
}

void ScaleMenu::takeScale()
{
    m_modes.at(m_scale.mode())->setChecked(true);
    m_inverted->setChecked(m_scale.isInverted());
    m_pricesOnly->setChecked(m_scale.isPricesOnly());
}

/// Shown only: the commands have the keys.
void ScaleMenu::showKeys(const CommandRegistry &commands)
{
    const auto show = [&](QAction *action, const QString &command) {
        action->setShortcut(commands.shortcut(command));
        action->setShortcutContext(Qt::WidgetShortcut);
    };
    for (const auto &[mode, action] : m_modes)
        show(action, commandOf(mode));
    show(m_inverted, invertCommand);
    show(m_pricesOnly, pricesOnlyCommand);
}

void ScaleMenu::retranslate()
{
    //: Menu of a chart
    setTitle(tr("Price scale"));
    m_fit->setText(tr("Fit what is in view"));
    m_modes.at(ScaleMode::Linear)->setText(tr("Linear"));
    m_modes.at(ScaleMode::Logarithmic)->setText(tr("Logarithmic"));
    m_modes.at(ScaleMode::Percent)->setText(tr("Percent"));
    m_modes.at(ScaleMode::Indexed)->setText(tr("Indexed to 100"));
    m_inverted->setText(tr("Inverted"));
    //: Of the scale of a chart: other symbols and indicators may leave the view
    m_pricesOnly->setText(tr("Fit prices only"));
}

void ScaleMenu::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMenu::changeEvent(event);
}

void addScaleCommands(CommandRegistry &commands)
{
    const auto add = [&](const QString &id, std::function<QString()> text, QKeySequence key,
                         void (*act)(ChartScale & scale)) {
        commands.add({ id, std::move(text), CommandCategory::Market, key, u"chart"_s, [act] {
                          if (auto *panel = panelAtHand<ChartPanel>())
                              act(panel->chart()->scale());
                      } });
    };
    add(
        commandOf(ScaleMode::Linear), [] { return ScaleMenu::tr("Chart: linear scale"); }, {},
        [](ChartScale &scale) { scale.setMode(ScaleMode::Linear); });
    add(
        commandOf(ScaleMode::Logarithmic),
        [] { return ScaleMenu::tr("Chart: logarithmic scale on or off"); },
        QKeySequence(Qt::ALT | Qt::Key_L),
        [](ChartScale &scale) { scale.toggleMode(ScaleMode::Logarithmic); });
    add(
        commandOf(ScaleMode::Percent),
        [] { return ScaleMenu::tr("Chart: percent scale on or off"); },
        QKeySequence(Qt::ALT | Qt::Key_P),
        [](ChartScale &scale) { scale.toggleMode(ScaleMode::Percent); });
    add(
        commandOf(ScaleMode::Indexed),
        [] { return ScaleMenu::tr("Chart: scale indexed to 100 on or off"); }, {},
        [](ChartScale &scale) { scale.toggleMode(ScaleMode::Indexed); });
    add(
        invertCommand, [] { return ScaleMenu::tr("Chart: inverted scale on or off"); },
        QKeySequence(Qt::ALT | Qt::Key_I),
        [](ChartScale &scale) { scale.setInverted(!scale.isInverted()); });
    add(
        pricesOnlyCommand, [] { return ScaleMenu::tr("Chart: fit prices only on or off"); }, {},
        [](ChartScale &scale) { scale.setPricesOnly(!scale.isPricesOnly()); });
}

} // namespace tapeline
