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
}

void FlowMenu::choose(const FlowOptions &options)
{
    setOptions(options);
    emit chosen(options);
}

template<typename Value>
void FlowMenu::addChoices(QMenu *menu, const QList<std::pair<Value, QString>> &choices,
                          Value FlowOptions::*member)
{
    auto *group = new QActionGroup(menu);
    for (const auto &[value, text] : choices) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        group->addAction(action);
        m_checks.emplace_back(action, [member, value = value](const FlowOptions &options) {
            return options.*member == value;
        });
        connect(action, &QAction::triggered, this, [this, member, value = value] {
            FlowOptions options = m_options;
            options.*member = value;
            choose(options);
        });
    }
}

void FlowMenu::addSwitch(const QString &text, const QString &name, bool FlowOptions::*member)
{
    QAction *action = addAction(text);
    action->setObjectName(name);
    action->setCheckable(true);
    m_checks.emplace_back(action, [member](const FlowOptions &options) { return options.*member; });
    connect(action, &QAction::triggered, this, [this, member](bool on) {
        FlowOptions options = m_options;
        options.*member = on;
        choose(options);
    });
}

void FlowMenu::fill()
{
    m_checks.clear();
    clear();
    for (QObject *part : children()) // what clear() leaves: submenus and groups
        if (qobject_cast<QMenu *>(part) || qobject_cast<QActionGroup *>(part))
            delete part;
    //: Menu of a chart
    setTitle(tr("Order flow"));
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
    addSection(tr("Volume by price"));
    addSwitch(tr("Footprint"), u"flowFootprint"_s, &FlowOptions::footprint);
    addChoices<ProfileRange>(this,
                             { { ProfileRange::None, tr("No profile") },
                               { ProfileRange::Visible, tr("Profile of what is in view") },
                               { ProfileRange::Session, tr("Profile of the day") } },
                             &FlowOptions::profile);
    updateChecks();
}

void FlowMenu::changeEvent(QEvent *event)
{
    QMenu::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace tapeline
