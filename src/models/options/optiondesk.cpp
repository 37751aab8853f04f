#include "optiondesk.h"

#include "chainstore.h"
#include "optionreminders.h"
#include "strategydesk.h"
#include "symboltext.h"
#include "tradedesk.h"
#include "tradetext.h"

namespace tapeline {

namespace {

bool isComing(const ChainBook &book)
{
    return book.state() == ChainState::Loading;
}

} // namespace

OptionDesk::OptionDesk(TradeDesk &trading, ChainStore &chains, StrategyDesk &strategies,
                       QObject *parent)
    : QObject(parent)
    , m_trading(trading)
    , m_chains(chains)
    , m_strategies(strategies)
{
    connect(&trading, &TradeDesk::accountAnswered, this, &OptionDesk::takeAnswer);
}

OptionDesk::~OptionDesk() = default;

std::optional<HeldStructure> OptionDesk::structureOf(const QString &symbol) const
{
    const PaperAccountView *account = m_trading.account();
    return account ? heldstructures::with(*account, symbol) : std::nullopt;
}

void OptionDesk::close(const QString &symbol)
{
    const std::optional<HeldStructure> structure = structureOf(symbol);
    m_trading.carryOut(structure ? heldstructures::closing(*m_trading.account(), *structure)
                                 : TradePlan(),
                       tr("%1 is part of no position in options.").arg(symbol));
}

void OptionDesk::adjust(const QString &symbol)
{
    if (const std::optional<HeldStructure> structure = structureOf(symbol))
        m_strategies.load(heldstructures::adjusting(*structure));
    else
        emit said(tr("%1 is part of no position in options.").arg(symbol));
}

void OptionDesk::roll(const QString &symbol)
{
    const std::optional<HeldStructure> structure = structureOf(symbol);
    if (!structure) {
        emit said(tr("%1 is part of no position in options.").arg(symbol));
        return;
    }
    const QString underlying = structure->underlying;
    m_rolls[underlying] = symbol;
    std::unique_ptr<ChainView> &view = m_fetched[underlying];
    if (view)
        return; // it is on its way
    view = m_chains.open(underlying);
    ChainBook &book = view->book();
    if (!isComing(book))
        return rollNow(underlying);
    connect(&book, &ChainBook::statusChanged, this, [this, &book, underlying] {
        if (!isComing(book))
            rollNow(underlying);
    });
}

/// By what of the chain has come.
void OptionDesk::rollNow(const QString &underlying)
{
    const auto view = m_fetched.extract(underlying);
    if (view.empty())
        return;
    ChainBook &book = view.mapped()->book();
    disconnect(&book, nullptr, this, nullptr);
    const std::optional<HeldStructure> structure = structureOf(m_rolls[underlying]);
    m_rolls.erase(underlying);
    if (!structure)
        return; // closed meanwhile
    if (const std::optional<StrategyDraft> draft = heldstructures::rolling(*structure, book))
        m_strategies.load(*draft);
    else if (2 * structure->options.size() > StrategyDraft::mostLegs)
        emit said(tr("The options on %1 are too many to be rolled in one order.").arg(underlying));
    else
        emit said(tr("The chain of %1 does not have a later contract for each option: nothing is "
                     "rolled.")
                      .arg(underlying));
}

void OptionDesk::exercise(const QString &symbol, Qty contracts)
{
    const AccountCommand command { .kind = AccountCommand::Kind::Exercise,
                                   .symbol = symbol,
                                   .qty = contracts };
    m_asked[m_trading.command(m_trading.accountName(), command)] = command;
}

void OptionDesk::setDeclined(const QString &symbol, bool declined)
{
    const AccountCommand command { .kind = declined ? AccountCommand::Kind::DeclineExercise
                                                    : AccountCommand::Kind::AllowExercise,
                                   .symbol = symbol };
    m_asked[m_trading.command(m_trading.accountName(), command)] = command;
}

void OptionDesk::takeAnswer(const AccountAnswer &answer)
{
    const auto asked = m_asked.extract(answer.request);
    if (asked.empty())
        return;
    const AccountCommand &command = asked.mapped();
    if (answer.reason.code != ReasonCode::None)
        emit said(
            tr("%1 is left as it is: %2")
                .arg(shortSymbolText(command.symbol, QLocale()), tradetext::reason(answer.reason)));
    else if (command.kind == AccountCommand::Kind::Exercise)
        emit said(tr("%1 exercised: %2")
                      .arg(shortSymbolText(command.symbol, QLocale()),
                           optionreminders::delivery(command.symbol, command.qty)));
    else if (command.kind == AccountCommand::Kind::DeclineExercise)
        emit said(tr("%1 will not be exercised.").arg(shortSymbolText(command.symbol, QLocale())));
    else
        emit said(tr("%1 will be exercised if it ends in the money.")
                      .arg(shortSymbolText(command.symbol, QLocale())));
}

} // namespace tapeline
