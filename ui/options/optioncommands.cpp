#include "optioncommands.h"

#include "commandregistry.h"
#include "optiondesk.h"
#include "symbolathand.h"

#include <QAction>
#include <QCoreApplication>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OptionCommands)
};

} // namespace

void addOptionCommands(CommandRegistry &commands, OptionDesk &options)
{
    const auto add = [&](const QString &id, std::function<QString()> text, Qt::Key key,
                         void (OptionDesk::*act)(const QString &)) {
        const QKeySequence keys(QKeyCombination(Qt::ControlModifier | Qt::ShiftModifier, key));
        commands
            .add({ id,
                   std::move(text),
                   CommandCategory::Trade,
                   keys,
                   {},
                   [&options, act] { (options.*act)(symbolAtHand()); },
                   false })
            ->setAutoRepeat(false);
    };
    add(
        u"trade.structure-close"_s, [] { return Text::tr("Close the option strategy together"); },
        Qt::Key_G, &OptionDesk::close);
    add(
        u"trade.structure-roll"_s, [] { return Text::tr("Roll the option strategy"); }, Qt::Key_M,
        &OptionDesk::roll);
    add(
        u"trade.structure-adjust"_s, [] { return Text::tr("Adjust the option strategy"); },
        Qt::Key_J, &OptionDesk::adjust);
}

} // namespace tapeline
