#include "typemenu.h"

#include "chartlook.h"
#include "chartpanel.h"
#include "panelathand.h"
#include "pricechart.h"
#include "theme.h"

#include <QActionGroup>
#include <QEvent>

#include <utility>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

TypeMenu::TypeMenu(ChartLook &look, const Theme &theme, QWidget *parent)
    : QMenu(parent)
    , m_look(look)
    , m_theme(theme)
{
    setObjectName(u"chartTypeMenu"_s);
    menuAction()->setObjectName(u"chartType"_s);
    auto *group = new QActionGroup(this);
    for (const ChartType type : chartTypes) {
        QAction *choice = addAction(QString());
        choice->setObjectName(u"chartType-"_s + chartTypeKey(type));
        choice->setCheckable(true);
        group->addAction(choice);
        m_choices.append(choice);
        connect(choice, &QAction::triggered, this, [this, type] { m_look.setType(type); });
        if (type == ChartType::HeikinAshi || type == ChartType::StepLine)
            addSeparator();
    }
    connect(&look, &ChartLook::chosen, this, &TypeMenu::takeType);
    connect(&theme, &Theme::changed, this, &TypeMenu::restyle);
    retranslate();
    restyle();
    takeType();
}

void TypeMenu::takeType()
{
    const ChartType type = m_look.type();
    if (std::exchange(m_shown, type) == type)
        return;
    m_choices.at(qsizetype(type))->setChecked(true);
    retranslate();
    restyle();
}

void TypeMenu::restyle()
{
    for (const ChartType type : chartTypes)
        m_choices.at(qsizetype(type))->setIcon(m_theme.icon(chartTypeIcon(type)));
    menuAction()->setIcon(m_theme.icon(chartTypeIcon(m_look.type())));
}

void TypeMenu::retranslate()
{
    for (const ChartType type : chartTypes)
        m_choices.at(qsizetype(type))->setText(chartTypeName(type));
    menuAction()->setText(chartTypeName(m_look.type()));
    menuAction()->setToolTip(tr("How the bars are painted"));
}

void TypeMenu::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMenu::changeEvent(event);
}

void addTypeCommands(CommandRegistry &commands)
{
    for (const ChartType type : chartTypes)
        commands.add({ u"chart.type-"_s + chartTypeKey(type),
                       //: Command; %1 is a kind of painting such as candles or line
                       [type] { return TypeMenu::tr("Chart: %1").arg(chartTypeName(type)); },
                       CommandCategory::Market,
                       {},
                       chartTypeIcon(type),
                       [type] {
                           if (auto *panel = panelAtHand<ChartPanel>())
                               panel->chart()->look().setType(type);
                       } });
}

} // namespace tapeline
