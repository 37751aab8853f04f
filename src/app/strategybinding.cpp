#include "strategybinding.h"

#include "mainwindow.h"
#include "optionsbinding.h"
#include "panelregistry.h"
#include "strategybuilder.h"
#include "strategypanel.h"
#include "workspacearea.h"

namespace tapeline::strategybinding {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString panelType = u"strategy"_s;

/// The builder of the workspace that is shown; one that has the underlying already before others.
StrategyPanel *builderOf(MainWindow &window, const QString &underlying)
{
    StrategyPanel *any = nullptr;
    Workspace *workspace = window.workspaces().current();
    for (Panel *panel : workspace->panels())
        if (auto *own = qobject_cast<StrategyPanel *>(panel)) {
            if (workspace->isPanelOpen(own) && own->builder().underlying() == underlying)
                return own;
            if (!any || workspace->isPanelOpen(own))
                any = own;
        }
    return any;
}

} // namespace

void registerPanel(PanelRegistry &panels, OptionsBinding &options, TradeDesk &trading)
{
    panels.add({ panelType, [] { return StrategyPanel::tr("Strategy builder"); }, u"strategy"_s,
                 [&options, &trading](const PanelContext &context) {
                     return new StrategyPanel(context, options.chains(), trading,
                                              options.strategies());
                 } });
}

void bringUp(StrategyDesk &strategies, MainWindow &window)
{
    QObject::connect(
        &strategies, &StrategyDesk::wanted, &window, [&window](const QString &underlying) {
            StrategyPanel *builder = builderOf(window, underlying);
            Workspace *workspace = window.workspaces().current();
            if (builder)
                workspace->setPanelOpen(builder, true);
            else
                builder = qobject_cast<StrategyPanel *>(workspace->openPanel(panelType));
            if (builder && builder->builder().underlying() != underlying)
                builder->setSymbol(underlying);
        });
}

} // namespace tapeline::strategybinding
