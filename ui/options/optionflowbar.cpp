#include "optionflowbar.h"

#include "flowlayout.h"
#include "optionflowtext.h"
#include "theme.h"

#include <QEvent>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array premiums { 0.0,       10'000.0,  25'000.0,  50'000.0,
                                100'000.0, 250'000.0, 500'000.0, 1'000'000.0 };
constexpr std::array expiries { -1, 0, 7, 30, 90 }; // days; below 0: any

/// An action that is on while its choice is the one that holds.
QAction *addTo(QMenu *menu, const QString &text, bool on)
{
    QAction *action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(on);
    return action;
}

} // namespace

OptionFlowBar::OptionFlowBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_flow(new FlowLayout(this))
{
    setObjectName(u"optionFlowBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    addToggle(u"flowCalls"_s, &OptionFlowFilter::calls);
    addToggle(u"flowPuts"_s, &OptionFlowFilter::puts);
    addGap();
    addToggle(u"flowBought"_s, &OptionFlowFilter::bought);
    addToggle(u"flowSold"_s, &OptionFlowFilter::sold);
    addToggle(u"flowOthers"_s, &OptionFlowFilter::others);
    addGap();
    addToggle(u"flowSweeps"_s, &OptionFlowFilter::sweeps);
    addToggle(u"flowBlocks"_s, &OptionFlowFilter::blocks);
    addToggle(u"flowPackages"_s, &OptionFlowFilter::packages);
    addToggle(u"flowPlain"_s, &OptionFlowFilter::plain);
    addGap();
    m_premium = addChoice(u"flowPremium"_s);
    m_expiry = addChoice(u"flowExpiry"_s);
    m_moneyness = addChoice(u"flowMoneyness"_s);
    addToggle(u"flowOpenInterest"_s, &OptionFlowFilter::aboveOpenInterest);
    m_reset = addButton(u"flowReset"_s);
    m_reset->setIcon(m_theme.icon(u"reset"_s));
    connect(m_reset, &QToolButton::clicked, this, [this] { emit filterChosen({}); });
    m_bell = addChoice(u"flowAlerts"_s);
    m_bell->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(&theme, &Theme::changed, this, &OptionFlowBar::restyle);
    retranslate();
    restyle();
}

QToolButton *OptionFlowBar::addButton(const QString &name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setFocusPolicy(Qt::TabFocus);
    m_flow->addWidget(button);
    return button;
}

void OptionFlowBar::addToggle(const QString &name, bool OptionFlowFilter::*shown)
{
    QToolButton *button = addButton(name);
    button->setCheckable(true);
    button->setProperty("segment", true);
    if (OptionFlowFilter().*shown) // else it is off as a rule
        button->setProperty("shows", true);
    m_toggles.push_back({ button, shown });
    connect(button, &QToolButton::clicked, this, [this, shown](bool on) {
        OptionFlowFilter filter = m_filter;
        filter.*shown = on;
        emit filterChosen(filter);
    });
}

/// A button that opens a menu of what can be chosen.
QToolButton *OptionFlowBar::addChoice(const QString &name)
{
    QToolButton *button = addButton(name);
    button->setProperty("segment", true);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(new QMenu(button));
    return button;
}

void OptionFlowBar::addGap()
{
    auto *gap = new QWidget(this);
    m_gaps.push_back(gap);
    m_flow->addWidget(gap);
}

void OptionFlowBar::setFilter(const OptionFlowFilter &filter)
{
    m_filter = filter;
    retranslate();
}

void OptionFlowBar::setAlerts(const std::vector<OptionFlowFilter> &rules, bool hasSound)
{
    m_rules = rules;
    m_hasSound = hasSound;
    fillAlerts();
}

QSize OptionFlowBar::sizeHint() const
{
    const int usual = m_theme.scaled(640);
    return { usual, m_flow->heightForWidth(usual) };
}

QSize OptionFlowBar::minimumSizeHint() const
{
    return { m_theme.scaled(160), m_reset->sizeHint().height() + 2 * m_theme.scaled(3) };
}

// --- texts -----------------------------------------------------------------------------------

void OptionFlowBar::retranslate()
{
    nameToggles();
    fillPremiums();
    fillExpiries();
    fillMoneyness();
    fillAlerts();
    m_reset->setToolTip(tr("Show all prints"));
    m_reset->setAccessibleName(tr("Show all prints"));
    m_reset->setEnabled(!m_filter.isEmpty());
    m_flow->invalidate();
}

void OptionFlowBar::nameToggles()
{
    struct Name
    {
        QString text;
        QString tip;
    };
    const std::array names {
        Name { tr("Calls"), tr("Show calls") },
        Name { tr("Puts"), tr("Show puts") },
        Name { tr("Bought"), tr("Show prints at the ask or above") },
        Name { tr("Sold"), tr("Show prints at the bid or below") },
        //: Prints whose side is not known or says little
        Name { tr("No side"),
               tr("Show prints inside the quote, legs of packages, and prints of "
                  "which no quote is known") },
        Name { tr("Sweeps"),
               tr("Show sweeps: intermarket sweep orders, and three prints of one "
                  "side or more within 50 ms at several prices or exchanges") },
        Name { tr("Blocks"),
               tr("Show blocks: single prints of 500 contracts or $200,000 and "
                  "more") },
        Name { tr("Multi-leg"), tr("Show legs of packages, and options traded with stock") },
        //: Prints that are neither sweep nor block nor a leg of several
        Name { tr("Single"), tr("Show all other prints") },
        Name { tr("Size ≥ OI"),
               tr("Only prints of as many contracts as were open the day "
                  "before, or more") },
    };
    for (std::size_t i = 0; i < m_toggles.size(); ++i) {
        QToolButton *button = m_toggles[i].button;
        button->setText(names[i].text);
        button->setToolTip(names[i].tip);
        button->setAccessibleName(names[i].tip);
        const bool on = m_filter.*m_toggles[i].shown;
        button->setChecked(on);
        QFont font = m_theme.font(FontRole::Small);
        font.setStrikeOut(!on && button->property("shows").toBool());
        button->setFont(font);
    }
}

void OptionFlowBar::fillPremiums()
{
    //: Which prints are shown, by premium: all
    m_premium->setText(m_filter.premium > 0 ? tr("From %1").arg(shortDollars(m_filter.premium))
                                            : tr("Any premium"));
    m_premium->setToolTip(tr("Premium of a print, at least"));
    m_premium->setAccessibleName(m_premium->toolTip() + u": "_s + m_premium->text());
    QMenu *menu = m_premium->menu();
    menu->clear();
    for (const double premium : premiums)
        connect(addTo(menu,
                      premium > 0 ? tr("From %1").arg(shortDollars(premium)) : tr("Any premium"),
                      premium == m_filter.premium),
                &QAction::triggered, this, [this, premium] {
                    OptionFlowFilter filter = m_filter;
                    filter.premium = premium;
                    emit filterChosen(filter);
                });
}

void OptionFlowBar::fillExpiries()
{
    const auto name = [](int days) {
        return days < 0 ? tr("Any expiry")
            : days == 0 ? tr("Expiring today")
                        : tr("Within %n day(s)", nullptr, days);
    };
    m_expiry->setText(name(m_filter.mostDays));
    m_expiry->setToolTip(tr("Days to expiry, at most"));
    m_expiry->setAccessibleName(m_expiry->toolTip() + u": "_s + m_expiry->text());
    QMenu *menu = m_expiry->menu();
    menu->clear();
    for (const int days : expiries)
        connect(addTo(menu, name(days), days == m_filter.mostDays), &QAction::triggered, this,
                [this, days] {
                    OptionFlowFilter filter = m_filter;
                    filter.mostDays = days;
                    emit filterChosen(filter);
                });
}

void OptionFlowBar::fillMoneyness()
{
    const auto name = [](Moneyness moneyness) {
        switch (moneyness) {
        case Moneyness::InTheMoney:
            return tr("In the money");
        case Moneyness::OutOfTheMoney:
            return tr("Out of the money");
        case Moneyness::Unknown:
            break;
        }
        return tr("Any strike");
    };
    m_moneyness->setText(name(m_filter.moneyness));
    m_moneyness->setToolTip(tr("Where the strike stands to the price of the underlying"));
    m_moneyness->setAccessibleName(m_moneyness->toolTip() + u": "_s + m_moneyness->text());
    QMenu *menu = m_moneyness->menu();
    menu->clear();
    for (const Moneyness moneyness :
         { Moneyness::Unknown, Moneyness::OutOfTheMoney, Moneyness::InTheMoney })
        connect(addTo(menu, name(moneyness), moneyness == m_filter.moneyness), &QAction::triggered,
                this, [this, moneyness] {
                    OptionFlowFilter filter = m_filter;
                    filter.moneyness = moneyness;
                    emit filterChosen(filter);
                });
}

void OptionFlowBar::fillAlerts()
{
    const int count = static_cast<int>(m_rules.size());
    m_bell->setIcon(
        m_theme.icon(u"bell"_s, m_rules.empty() ? ColorRole::MutedText : ColorRole::Accent));
    m_bell->setText(count == 0 ? tr("Alerts") : tr("%n alert(s)", nullptr, count));
    m_bell->setToolTip(tr("What calls for attention when it is traded"));
    m_bell->setAccessibleName(m_bell->text());
    QMenu *menu = m_bell->menu();
    menu->clear();
    QAction *add = menu->addAction(
        //: %1 is what the filter lets through: "calls · from $100K"
        tr("Alert on: %1").arg(optionFlowFilterText(m_filter)), this, [this] {
            std::vector<OptionFlowFilter> rules = m_rules;
            rules.push_back(m_filter);
            emit alertsChosen(rules);
        });
    add->setEnabled(!m_filter.isEmpty() && std::ranges::count(m_rules, m_filter) == 0);
    add->setToolTip(tr("Prints that the filter as it is now lets through"));
    for (const OptionFlowFilter &rule : m_rules)
        //: Takes an alert away; %1 is what it is about: "calls · from $100K"
        menu->addAction(tr("Remove: %1").arg(optionFlowFilterText(rule)), this, [this, rule] {
            std::vector<OptionFlowFilter> rules = m_rules;
            std::erase(rules, rule);
            emit alertsChosen(rules);
        });
    menu->addSeparator();
    connect(addTo(menu, tr("Sound"), m_hasSound), &QAction::triggered, this,
            &OptionFlowBar::soundChosen);
}

void OptionFlowBar::restyle()
{
    m_flow->setContentsMargins(m_theme.scaled(4), m_theme.scaled(3), m_theme.scaled(6),
                               m_theme.scaled(3));
    m_flow->setSpacing(m_theme.scaled(2));
    const int side = m_theme.scaled(14);
    const QList<QToolButton *> buttons = findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        button->setFont(m_theme.font(FontRole::Small));
        button->setIconSize({ side, side });
    }
    for (QWidget *gap : m_gaps)
        gap->setFixedSize(m_theme.scaled(6), side);
    m_reset->setIcon(m_theme.icon(u"reset"_s));
    nameToggles();
    fillAlerts();
}

void OptionFlowBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tapeline
