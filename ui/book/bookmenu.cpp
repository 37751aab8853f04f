#include "bookmenu.h"

#include <QActionGroup>
#include <QLocale>

#include <chrono>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

QString groupText(int prices)
{
    if (prices == BookOptions::suitingGroup)
        return BookMenu::tr("As suits the price");
    return BookMenu::tr("%n price step(s)", nullptr, prices);
}

QString columnText(Duration length)
{
    const double seconds = std::chrono::duration<double>(length).count();
    //: Length of a column of the heat map in seconds
    return BookMenu::tr("%1 s").arg(QLocale().toString(seconds));
}

} // namespace

/// Filled when it opens: options and language may have changed.
BookMenu::BookMenu(QWidget *parent)
    : QMenu(parent)
{
    setObjectName(u"bookMenu"_s);
    connect(this, &QMenu::aboutToShow, this, &BookMenu::fill);
}

void BookMenu::setOptions(const BookOptions &options)
{
    m_options = options;
}

void BookMenu::fill()
{
    clear();
    qDeleteAll(findChildren<QMenu *>(Qt::FindDirectChildrenOnly)); // clear() leaves them
    addSwitch(tr("Heat map of sizes at rest"), u"bookHeatMap"_s, &BookOptions::heatMap);
    addSwitch(tr("Trades as bubbles"), u"bookBubbles"_s, &BookOptions::bubbles);
    addSwitch(tr("Microprice"), u"bookMicroprice"_s, &BookOptions::microprice);
    addSwitch(tr("Order-flow imbalance"), u"bookImbalance"_s, &BookOptions::imbalance);
    addSwitch(tr("Traded volume in the ladder"), u"bookTraded"_s, &BookOptions::traded);
    addSeparator();
    QList<int> groups { BookOptions::suitingGroup };
    for (const int prices : BookOptions::groups)
        groups << prices;
    addChoices(addMenu(tr("A row is")), groups, &BookOptions::group, groupText);
    addChoices(addMenu(tr("A column is")), BookOptions::columns, &BookOptions::column, columnText);
}

void BookMenu::addSwitch(const QString &text, const QString &name, bool BookOptions::*member)
{
    QAction *action = addAction(text);
    action->setObjectName(name);
    action->setCheckable(true);
    action->setChecked(m_options.*member);
    connect(action, &QAction::toggled, this, [this, member](bool on) {
        BookOptions options = m_options;
        options.*member = on;
        choose(options);
    });
}

template<typename Values, typename Value>
void BookMenu::addChoices(QMenu *menu, const Values &values, Value BookOptions::*member,
                          QString (*textOf)(Value))
{
    auto *group = new QActionGroup(menu);
    for (const Value &value : values) {
        QAction *action = menu->addAction(textOf(value));
        action->setCheckable(true);
        action->setChecked(m_options.*member == value);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, member, value] {
            BookOptions options = m_options;
            options.*member = value;
            choose(options);
        });
    }
}

void BookMenu::choose(const BookOptions &options)
{
    if (std::exchange(m_options, options) != options)
        emit chosen(options);
}

} // namespace tapeline
