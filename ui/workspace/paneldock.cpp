#include "paneldock.h"

#include "panel.h"
#include "panelheader.h"

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

PanelDock::PanelDock(Panel *panel, QWidget *parent)
    : QDockWidget(parent)
    , m_panel(panel)
{
    setObjectName(panel->id());
    showTitle(panel->fullTitle());
    setTitleBarWidget(panel->header());
    setWidget(panel);

    PanelHeader *header = panel->header();
    connect(panel, &Panel::titleChanged, this, &PanelDock::showTitle);
    connect(header, &PanelHeader::closeRequested, this, &PanelDock::close);
    connect(header, &PanelHeader::floatRequested, this, [this] { setFloating(!isFloating()); });
    connect(this, &PanelDock::topLevelChanged, header, &PanelHeader::setFloating);
}

void PanelDock::showTitle(QString title)
{
    setWindowTitle(title.replace(u'&', u"&&"_s)); // tabs take a single one for a shortcut
}

void PanelDock::closeEvent(QCloseEvent *event)
{
    QDockWidget::closeEvent(event);
    emit closed();
}

} // namespace tapeline
