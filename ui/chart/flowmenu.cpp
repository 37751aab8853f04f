#include "flowmenu.h"

#include "flowtext.h"

#include <QActionGroup>
#include <QEvent>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

FlowMenu::FlowMenu(QWidget *parent)
    : QMenu(parent)
{
    setObjectName(u"flowMenu"_s);
    setToolTipsVisible(true);
    fill();
}

void FlowMenu::setOptions(const FlowOptions &options)
{
    m_options = options;
    updateChecks();
}

void FlowMenu::updateChecks()
{
    for (const auto &[action, isChosen] : m_checks)
        action->setChecked(isChosen(m_options));
    m_removeRange->setVisible(m_options.profile == ProfileRange::Fixed);
}

void FlowMenu::choose(const FlowOptions &options)
{
    setOptions(options);
    emit chosen(options);
}

QAction *FlowMenu::addOption(QMenu *menu, const QString &text, Test isChosen, Change change)
{
    QAction *action = menu->addAction(text);
    action->setCheckable(true);
    m_checks.emplace_back(action, std::move(isChosen));
    connect(action, &QAction::triggered, this, [this, change = std::move(change)] {
        FlowOptions options = m_options;
        change(options);
        choose(options);
    });
    return action;
}

template<typename Value>
void FlowMenu::addChoices(QMenu *menu, const QList<std::pair<Value, QString>> &choices,
                          Value FlowOptions::*member)
{
    auto *group = new QActionGroup(menu);
    for (const auto &[value, text] : choices)
        group->addAction(addOption(
            menu, text,
            [member, value = value](const FlowOptions &options) {
                return options.*member == value;
            },
            [member, value = value](FlowOptions &options) { options.*member = value; }));
}

void FlowMenu::addSwitch(const QString &text, const QString &name, bool FlowOptions::*member)
{
    addOption(
        this, text, [member](const FlowOptions &options) { return options.*member; },
        [member](FlowOptions &options) { options.*member = !(options.*member); })
        ->setObjectName(name);
}

void FlowMenu::fill()
{
    m_checks.clear();
    clear();
    const QObjectList parts = children(); // its own list changes as they go
    for (QObject *part : parts) // what clear() leaves: submenus and groups
        if (qobject_cast<QMenu *>(part) || qobject_cast<QActionGroup *>(part))
            delete part;
    //: Menu of a chart
    setTitle(tr("Order flow"));
    addDelta();
    addProfiles();
    updateChecks();
}

void FlowMenu::addDelta()
{
    addSection(tr("Cumulative delta"));
    addChoices<FlowStyle>(this,
                          { { FlowStyle::Candles, tr("Candles") },
                            { FlowStyle::Line, tr("Line") },
                            { FlowStyle::Delta, tr("Delta of each bar") },
                            { FlowStyle::Hidden, tr("Hidden") } },
                          &FlowOptions::style);
    addSeparator();
    addChoices<CvdReset>(
        this,
        { { CvdReset::Session, tr("From 0 every day") }, { CvdReset::Never, tr("Continuous") } },
        &FlowOptions::reset);
    addSwitch(tr("Divergence marks"), u"flowDivergences"_s, &FlowOptions::divergences);
    actions().back()->setToolTip(tr(
        "Where the price makes a lower low and the cumulative delta a higher one, or the mirror, "
        "between swings of three bars on either side"));
    //: Submenu: how prints are told to be buys or sells
    QMenu *rules = addMenu(tr("Rule"));
    rules->setObjectName(u"flowRules"_s);
    rules->setToolTipsVisible(true);
    QList<std::pair<ClassifierRule, QString>> choices;
    for (int rule = 0; rule < stockRuleCount; ++rule)
        choices.append({ ClassifierRule(rule), ruleText(ClassifierRule(rule)) });
    addChoices<ClassifierRule>(rules, choices, &FlowOptions::rule);
    for (int rule = 0; rule < stockRuleCount; ++rule)
        rules->actions().at(rule)->setToolTip(ruleExplanation(ClassifierRule(rule)));
}

void FlowMenu::addProfiles()
{
    addSection(tr("Volume by price"));
    addSwitch(tr("Footprint"), u"flowFootprint"_s, &FlowOptions::footprint);
    addChoices<ProfileRange>(this,
                             { { ProfileRange::None, tr("No profile") },
                               { ProfileRange::Visible, tr("Profile of what is in view") },
                               { ProfileRange::Session, tr("Profile of the day") } },
                             &FlowOptions::profile);
    //: Submenu: a volume profile of the last days added up
    QMenu *days = addMenu(tr("Profile of several days"));
    days->setObjectName(u"flowDays"_s);
    for (int count = FlowOptions::fewestDays; count <= FlowOptions::mostDays; ++count)
        addOption(
            days, tr("The last %n days", nullptr, count),
            [count](const FlowOptions &options) {
                return options.profile == ProfileRange::Composite && options.compositeDays == count;
            },
            [count](FlowOptions &options) {
                options.profile = ProfileRange::Composite;
                options.compositeDays = count;
            });
    //: Menu of a chart; the person then drags over the bars
    connect(addAction(tr("Profile of a range…")), &QAction::triggered, this,
            &FlowMenu::rangeWanted);
    m_removeRange = addAction(tr("Remove the range"));
    m_removeRange->setShortcut(QKeySequence(Qt::Key_Delete)); // shown only: the chart has the key
    m_removeRange->setShortcutContext(Qt::WidgetShortcut);
    connect(m_removeRange, &QAction::triggered, this, &FlowMenu::rangeUnwanted);
    addSeparator();
    addSwitch(tr("Developing levels"), u"flowDeveloping"_s, &FlowOptions::developing);
    actions().back()->setToolTip(
        tr("Point of control and value area of each day as they stood bar by bar"));
    addSwitch(tr("Naked points of control"), u"flowNaked"_s, &FlowOptions::nakedPocs);
    actions().back()->setToolTip(tr("Of earlier days, where the price has not been again since"));
}

void FlowMenu::changeEvent(QEvent *event)
{
    QMenu::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace tapeline
