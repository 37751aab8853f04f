#pragma once

#include "commandregistry.h"

#include <QList>
#include <QWidget>

class QMenu;
class QMenuBar;
class QToolButton;

namespace tapeline {

class PanelRegistry;
class WorkspaceArea;

/// The top row: the menus, made of the registry's commands, and the tabs of the workspaces.
class DeskMenus : public QWidget
{
    Q_OBJECT

public:
    DeskMenus(const CommandRegistry &commands, const PanelRegistry &panels, WorkspaceArea &area,
              QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void fillFile(QMenu *menu);
    void fillView(QMenu *menu);
    void fillPanels(QMenu *menu);
    void fillWorkspace(QMenu *menu);
    void fillSymbol(QMenu *menu);
    void fillMarket(QMenu *menu);
    void fillTrade();
    void showTrade();
    void fillHelp(QMenu *menu);
    void addGroup(QMenu *menu, const QString &prefix) const;
    void addLateGroup(QMenu *menu, const QString &prefix);
    void addCommand(QMenu *menu, const QString &id) const;
    void showTabMenu(const QPoint &position);

    const CommandRegistry &m_commands;
    const PanelRegistry &m_panels;
    WorkspaceArea &m_area;
    QMenuBar *m_bar;
    QToolButton *m_add;
    QMenu *m_panelMenu = nullptr;
    QMenu *m_trade = nullptr;
};

} // namespace tapeline
