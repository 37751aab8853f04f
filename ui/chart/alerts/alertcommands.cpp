#include "alertcommands.h"

#include "chartalerts.h"
#include "chartpanel.h"
#include "panelathand.h"

#include <QCoreApplication>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

void addAlertCommands(CommandRegistry &commands)
{
    const QString id = u"chart.alert"_s;
    if (commands.find(id))
        return;
    commands.add(
        { id,
          [] { return QCoreApplication::translate("tapeline::ChartAlerts", "Chart: new alert…"); },
          CommandCategory::Market, QKeySequence(Qt::ALT | Qt::Key_A), u"bell"_s,
          [] {
              auto *panel = panelAtHand<ChartPanel>();
              if (panel && panel->alerts())
                  panel->alerts()->ask();
          } });
}

} // namespace tapeline
