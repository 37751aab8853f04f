#include "tradecommands.h"

#include "commandregistry.h"
#include "fileprompt.h"
#include "keycard.h"
#include "tradedesk.h"
#include "tradehand.h"
#include "tradetext.h"

#include <QAction>
#include <QCoreApplication>
#include <QWidget>

#include <memory>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TradeCommands)
};

constexpr Qt::KeyboardModifiers deliberate = Qt::ControlModifier | Qt::ShiftModifier;

QKeySequence keys(Qt::Key key)
{
    return QKeySequence(QKeyCombination(deliberate, key));
}

/// A held key sends one order, not many.
QAction *addOnce(CommandRegistry &commands, const QString &id, std::function<QString()> text,
                 const QKeySequence &shortcut, std::function<void()> run, bool checkable = false)
{
    QAction *action = commands.add(
        { id, std::move(text), CommandCategory::Trade, shortcut, {}, std::move(run), checkable });
    action->setAutoRepeat(false);
    return action;
}

void chooseSize(TradeDesk &desk, std::size_t at)
{
    TradeSettings settings = desk.settings();
    if (at >= settings.sizes.size())
        return;
    settings.size = settings.sizes[at];
    desk.setSettings(settings);
}

QString sizeText(const TradeDesk &desk, std::size_t at)
{
    const std::vector<Qty> &sizes = desk.settings().sizes;
    //: Command; %1 is which of the sizes to choose from, %2 a quantity
    return at < sizes.size() ? Text::tr("Size %1: %2").arg(at + 1).arg(tradetext::qty(sizes[at]))
                             : Text::tr("Size %1").arg(at + 1);
}

QString sizeId(std::size_t at)
{
    return u"trade.size-%1"_s.arg(at + 1);
}

void addSizes(CommandRegistry &commands, TradeDesk &desk, QObject &owner)
{
    for (std::size_t at = 0; at < TradeSettings::mostSizes; ++at)
        addOnce(
            commands, sizeId(at), [&desk, at] { return sizeText(desk, at); },
            QKeySequence(QKeyCombination(Qt::AltModifier, Qt::Key(Qt::Key_1 + int(at)))),
            [&desk, at] { chooseSize(desk, at); });
    const auto show = [&commands, &desk] {
        for (std::size_t at = 0; at < TradeSettings::mostSizes; ++at) {
            commands.action(sizeId(at))->setText(sizeText(desk, at));
            commands.action(sizeId(at))->setEnabled(at < desk.settings().sizes.size());
        }
    };
    QObject::connect(&desk, &TradeDesk::settingsChanged, &owner, show);
    show();
}

void addOrders(CommandRegistry &commands, TradeHand &hand)
{
    const auto add = [&](const QString &id, std::function<QString()> text, Qt::Key key,
                         TradeHand::Wish wish) {
        addOnce(commands, id, std::move(text), keys(key), [&hand, wish] { hand.actOnQuote(wish); });
    };
    add(
        u"trade.order-join-bid"_s, [] { return Text::tr("Buy at the bid"); }, Qt::Key_B,
        [](TradeDesk &desk, const QString &symbol) { desk.join(symbol, Side::Buy); });
    add(
        u"trade.order-take-ask"_s, [] { return Text::tr("Buy at the ask (lift)"); }, Qt::Key_L,
        [](TradeDesk &desk, const QString &symbol) { desk.take(symbol, Side::Buy); });
    add(
        u"trade.order-join-ask"_s, [] { return Text::tr("Sell at the ask"); }, Qt::Key_A,
        [](TradeDesk &desk, const QString &symbol) { desk.join(symbol, Side::Sell); });
    add(
        u"trade.order-take-bid"_s, [] { return Text::tr("Sell at the bid (hit)"); }, Qt::Key_H,
        [](TradeDesk &desk, const QString &symbol) { desk.take(symbol, Side::Sell); });
}

void addPositions(CommandRegistry &commands, TradeHand &hand, TradeDesk &desk)
{
    const auto add
        = [&](const QString &id, std::function<QString()> text, Qt::Key key, TradeHand::Wish wish) {
              addOnce(commands, id, std::move(text), keys(key), [&hand, wish] { hand.act(wish); });
          };
    add(
        u"trade.position-halve"_s, [] { return Text::tr("Halve the position"); }, Qt::Key_D,
        [](TradeDesk &own, const QString &symbol) { own.halve(symbol); });
    add(
        u"trade.position-flatten"_s, [] { return Text::tr("Flatten the position"); }, Qt::Key_F,
        [](TradeDesk &own, const QString &symbol) { own.flatten(symbol); });
    add(
        u"trade.position-reverse"_s, [] { return Text::tr("Reverse the position"); }, Qt::Key_R,
        [](TradeDesk &own, const QString &symbol) { own.reverse(symbol); });
    addOnce(
        commands, u"trade.position-break-even"_s, [] { return Text::tr("Stop to break-even"); },
        keys(Qt::Key_E),
        [&hand] {
            hand.actOnQuote([](TradeDesk &own, const QString &symbol) { own.breakEven(symbol); });
        });
    addOnce(
        commands, u"trade.position-flatten-all"_s, [] { return Text::tr("Flatten everything"); },
        keys(Qt::Key_K), [&desk] { desk.flattenAll(); });
    add(
        u"trade.cancel-symbol"_s, [] { return Text::tr("Cancel the orders of the symbol"); },
        Qt::Key_C, [](TradeDesk &own, const QString &symbol) { own.cancelAll(symbol); });
    addOnce(
        commands, u"trade.cancel-all"_s, [] { return Text::tr("Cancel all orders"); },
        keys(Qt::Key_X), [&desk] { desk.cancelAll(); });
}

void addArming(CommandRegistry &commands, TradeDesk &desk)
{
    const QString id = u"trade.more-one-click"_s;
    QAction *action = addOnce(
        commands, id, [] { return Text::tr("One-click trading"); }, keys(Qt::Key_O),
        [&desk, &commands, id] { desk.setArmed(commands.action(id)->isChecked()); }, true);
    action->setChecked(desk.isArmed());
    QObject::connect(&desk, &TradeDesk::armedChanged, action, &QAction::setChecked);
}

void addCard(const TradeCommandParts &parts)
{
    auto own = std::make_shared<FilePrompt>();
    addOnce(
        parts.commands, u"trade.more-card"_s, [] { return Text::tr("Card of the trade keys…"); },
        {},
        [parts, own] {
            auto *card = new KeyCard(parts.theme, parts.commands, parts.files ? *parts.files : *own,
                                     &parts.window);
            card->setAttribute(Qt::WA_DeleteOnClose);
            card->open();
        });
}

} // namespace

void addTradeCommands(const TradeCommandParts &parts)
{
    auto *hand = new TradeHand(parts.desk, &parts.window);
    addSizes(parts.commands, parts.desk, *hand);
    addOrders(parts.commands, *hand);
    addPositions(parts.commands, *hand, parts.desk);
    addArming(parts.commands, parts.desk);
    addCard(parts);
}

} // namespace tapeline
