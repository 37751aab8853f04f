#include "deskmenus.h"

#include "panel.h"
#include "panelregistry.h"
#include "workspacearea.h"
#include "workspacetabs.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMenuBar>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

DeskMenus::DeskMenus(const CommandRegistry &commands, const PanelRegistry &panels,
                     WorkspaceArea &area, QWidget *parent)
    : QWidget(parent)
    , m_commands(commands)
    , m_panels(panels)
    , m_area(area)
    , m_bar(new QMenuBar(this))
    , m_add(new QToolButton(this))
{
    setObjectName(u"topBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_bar->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_add->setObjectName(u"addWorkspace"_s);
    m_add->setText(u"+"_s);
    m_add->setPopupMode(QToolButton::InstantPopup);
    m_add->setFocusPolicy(Qt::TabFocus);
    m_add->setMenu(new QMenu(m_add));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4, 0, 8, 0);
    row->setSpacing(0);
    row->addWidget(m_bar);
    row->addSpacing(12);
    row->addWidget(area.tabs());
    row->addWidget(m_add);
    row->addStretch(1);

    connect(&commands, &CommandRegistry::actionAdded, this, &DeskMenus::showTrade);
    connect(area.tabs(), &QWidget::customContextMenuRequested, this, &DeskMenus::showTabMenu);
    rebuild();
}

void DeskMenus::rebuild()
{
    m_bar->clear();
    qDeleteAll(m_bar->findChildren<QMenu *>(Qt::FindDirectChildrenOnly));
    QMenu *file = m_bar->addMenu(tr("&File"));
    fillFile(file);
    connect(file, &QMenu::aboutToShow, this, [this, file] { // downloads are added by the desk
        file->clear();
        fillFile(file);
    });
    fillView(m_bar->addMenu(tr("&View")));
    fillWorkspace(m_bar->addMenu(tr("&Workspace")));
    fillSymbol(m_bar->addMenu(tr("&Symbol")));
    fillMarket(m_bar->addMenu(tr("&Market")));
    m_trade = m_bar->addMenu(tr("&Trade"));
    connect(m_trade, &QMenu::aboutToShow, this, &DeskMenus::fillTrade);
    showTrade();
    fillHelp(m_bar->addMenu(tr("&Help")));

    m_add->menu()->clear();
    addGroup(m_add->menu(), u"workspace.new-"_s);
    m_add->setToolTip(tr("Add a workspace"));
    m_add->setAccessibleName(tr("Add a workspace"));
    m_area.tabs()->setAccessibleName(tr("Workspaces"));
}

void DeskMenus::addCommand(QMenu *menu, const QString &id) const
{
    menu->addAction(m_commands.action(id));
}

void DeskMenus::addGroup(QMenu *menu, const QString &prefix) const
{
    for (const Command &command : m_commands.commands())
        if (command.id.startsWith(prefix))
            addCommand(menu, command.id);
}

void DeskMenus::fillFile(QMenu *menu)
{
    addCommand(menu, u"workspace.export"_s);
    addCommand(menu, u"workspace.import"_s);
    menu->addSeparator();
    addGroup(menu, u"file.data"_s);
    addCommand(menu, u"file.settings"_s);
    menu->addSeparator();
    addCommand(menu, u"file.quit"_s);
}

void DeskMenus::fillView(QMenu *menu)
{
    addCommand(menu, u"view.palette"_s);
    menu->addSeparator();
    m_panelMenu = menu->addMenu(tr("Panels of this workspace"));
    connect(m_panelMenu, &QMenu::aboutToShow, this, [this] { fillPanels(m_panelMenu); });
    addGroup(menu, u"view.add-"_s);
    addCommand(menu, u"view.close-panel"_s);
    addCommand(menu, u"view.reset-layout"_s);
    menu->addSeparator();
    addGroup(menu->addMenu(tr("Theme")), u"view.theme-"_s);
    addCommand(menu, u"view.larger-text"_s);
    addCommand(menu, u"view.smaller-text"_s);
    addCommand(menu, u"view.normal-text"_s);
    menu->addSeparator();
    addCommand(menu, u"view.full-screen"_s);
}

void DeskMenus::fillPanels(QMenu *menu)
{
    menu->clear();
    Workspace *workspace = m_area.current();
    for (Panel *panel : workspace->panels()) {
        QAction *action = menu->addAction(panel->fullTitle().replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(workspace->isPanelOpen(panel));
        connect(action, &QAction::triggered, panel,
                [workspace, panel](bool open) { workspace->setPanelOpen(panel, open); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("There is no panel yet."))->setEnabled(false);
}

void DeskMenus::fillWorkspace(QMenu *menu)
{
    addGroup(menu, u"workspace.new-"_s);
    menu->addSeparator();
    addCommand(menu, u"workspace.rename"_s);
    addCommand(menu, u"workspace.close"_s);
    addCommand(menu, u"workspace.reopen"_s);
    menu->addSeparator();
    addCommand(menu, u"workspace.next"_s);
    addCommand(menu, u"workspace.previous"_s);
}

void DeskMenus::fillSymbol(QMenu *menu)
{
    addCommand(menu, u"symbol.enter"_s);
    addGroup(menu->addMenu(tr("Timeframe")), u"symbol.timeframe-"_s);
    addGroup(menu->addMenu(tr("Bars of trades, volume and range")), u"symbol.bars-"_s);
    addCommand(menu, u"symbol.interval"_s);
    addGroup(menu->addMenu(tr("Link group")), u"symbol.link-"_s);
}

void DeskMenus::fillMarket(QMenu *menu)
{
    addCommand(menu, u"market.play"_s);
    addGroup(menu->addMenu(tr("Speed")), u"market.speed-"_s);
    addLateGroup(menu->addMenu(tr("Recording")), u"replay."_s);
    addLateGroup(menu->addMenu(tr("Time && sales")), u"tape."_s);
}

/// Of commands that are added when there is something that does them.
void DeskMenus::addLateGroup(QMenu *menu, const QString &prefix)
{
    connect(menu, &QMenu::aboutToShow, this, [this, menu, prefix] {
        menu->clear();
        addGroup(menu, prefix);
    });
}

/// They are added behind the window, where there is something to trade with.
void DeskMenus::showTrade()
{
    m_trade->menuAction()->setVisible(
        std::ranges::any_of(m_commands.commands(), [](const Command &command) {
            return command.category == CommandCategory::Trade;
        }));
}

/// Sizes below each other, orders, positions, cancels, and the rest.
void DeskMenus::fillTrade()
{
    m_trade->clear();
    QString group;
    for (const Command &command : m_commands.commands()) {
        if (command.category != CommandCategory::Trade)
            continue;
        if (const QString next = command.id.section(u'-', 0, 0); next != group) {
            m_trade->addSeparator();
            group = next;
        }
        addCommand(m_trade, command.id);
    }
}

void DeskMenus::fillHelp(QMenu *menu)
{
    addCommand(menu, u"help.open"_s);
    addCommand(menu, u"help.shortcuts"_s);
    menu->addSeparator();
    addCommand(menu, u"help.about"_s);
}

void DeskMenus::showTabMenu(const QPoint &position)
{
    const int tab = m_area.tabs()->tabAt(position);
    if (tab < 0)
        return;
    m_area.tabs()->setCurrentIndex(tab); // the commands act on the current one
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addCommand(menu, u"workspace.rename"_s);
    addCommand(menu, u"workspace.export"_s);
    addCommand(menu, u"view.reset-layout"_s);
    menu->addSeparator();
    addCommand(menu, u"workspace.close"_s);
    menu->popup(m_area.tabs()->mapToGlobal(position));
}

void DeskMenus::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QWidget::changeEvent(event);
}

} // namespace tapeline
