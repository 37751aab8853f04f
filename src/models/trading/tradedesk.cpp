#include "tradedesk.h"

#include "instrument.h"
#include "tradetext.h"

#include <QDateTime>

#include <algorithm>

namespace tapeline {

/// A plan whose orders are being looked at before they are sent.
struct TradeDesk::Proposal
{
    struct Look
    {
        quint64 request;
        std::optional<OrderAnswer> answer {};
    };

    QString account;
    TradePlan plan;
    std::vector<Look> looks {}; ///< one an order

    bool isComplete() const
    {
        return std::ranges::all_of(looks, [](const Look &look) { return look.answer.has_value(); });
    }
    /// A limit that only warns is broken.
    bool isWarned() const
    {
        return std::ranges::any_of(looks, [](const Look &look) {
            return look.answer->preview && !look.answer->preview->warnings.empty();
        });
    }
    std::vector<OrderAnswer> answers() const
    {
        std::vector<OrderAnswer> all;
        for (const Look &look : looks)
            all.push_back(*look.answer);
        return all;
    }
};

namespace {

Price offset(Price from, qint64 ticks, const Instrument &instrument)
{
    return Price::fromUnits(from.units() + ticks * instrument.tickAt(from).units());
}

std::optional<TradeNews::Kind> newsKind(const OrderEvent &event)
{
    using enum OrderAction;
    switch (event.action) {
    case FillPart:
        return TradeNews::Kind::PartlyFilled;
    case FillAll:
        return TradeNews::Kind::Filled;
    case Trigger:
        return TradeNews::Kind::Triggered;
    case Deny:
    case Reject:
    case RejectReplace:
    case RejectCancel:
        return TradeNews::Kind::Refused;
    case Cancel:
    case Expire:
        return TradeNews::Kind::Ended;
    default:
        return std::nullopt;
    }
}

/// What the trader did, or what follows from it by itself, is no news.
bool isExpected(const OrderEvent &event)
{
    return event.action == OrderAction::Cancel
        && (event.reason.code == ReasonCode::UserCancel || event.reason.code == ReasonCode::Oco
            || event.reason.code == ReasonCode::Parent
            || event.reason.code == ReasonCode::PositionClosed);
}

} // namespace

TradeDesk::TradeDesk(TradePort &port, QObject *parent)
    : QObject(parent)
    , m_port(port)
{
}

TradeDesk::~TradeDesk() = default;

// --- the accounts
// ---------------------------------------------------------------------------------

const PaperAccountView *TradeDesk::account(const QString &name) const
{
    const auto found = std::ranges::find(m_accounts, name, &PaperAccountView::name);
    return found == m_accounts.end() ? nullptr : &*found;
}

void TradeDesk::setAccount(const QString &name)
{
    if (name == m_account || !account(name))
        return;
    dismiss();
    m_account = name;
    TradeSettings settings = m_settings;
    settings.account = name;
    setSettings(settings);
    emit accountChosen();
    emit accountsChanged();
}

OrderLog &TradeDesk::log(const QString &account)
{
    std::unique_ptr<OrderLog> &log = m_logs[account];
    if (!log)
        log = std::make_unique<OrderLog>();
    return *log;
}

const std::vector<EquityPoint> &TradeDesk::equity(const QString &account) const
{
    static const std::vector<EquityPoint> none;
    const auto found = m_equity.find(account);
    return found == m_equity.end() ? none : found->second;
}

// --- the market
// -----------------------------------------------------------------------------------

const InstrumentSnapshot *TradeDesk::market(const QString &symbol) const
{
    const auto found = m_market.find(symbol);
    return found == m_market.end() ? nullptr : &found->second;
}

void TradeDesk::follow(const QString &symbol)
{
    if (!symbol.isEmpty() && ++m_followed[symbol] == 1)
        m_port.watch(symbol);
}

void TradeDesk::unfollow(const QString &symbol)
{
    const auto found = m_followed.find(symbol);
    if (found == m_followed.end() || --found->second > 0)
        return;
    m_followed.erase(found);
    m_market.erase(symbol);
    m_port.unwatch(symbol);
}

void TradeDesk::applyMarket(const std::vector<InstrumentSnapshot> &snapshots)
{
    QStringList changed;
    for (const InstrumentSnapshot &snapshot : snapshots) {
        if (!m_followed.contains(snapshot.symbol))
            continue;
        m_market[snapshot.symbol] = snapshot;
        changed.append(snapshot.symbol);
    }
    if (!changed.isEmpty())
        emit marketChanged(changed);
}

void TradeDesk::setSource(DataSource source)
{
    if (std::exchange(m_source, source) == source)
        return;
    m_market.clear();
    setArmed(false); // another market, another look
    emit sourceChanged();
}

// --- how orders are sent
// ----------------------------------------------------------------------------

void TradeDesk::setArmed(bool armed)
{
    if (std::exchange(m_armed, armed) != armed)
        emit armedChanged(armed);
}

void TradeDesk::setSettings(const TradeSettings &settings)
{
    if (m_settings == settings)
        return;
    m_settings = settings;
    emit settingsChanged();
}

OrderTicket TradeDesk::clickOrder(const QString &symbol, Side side, std::optional<Price> price,
                                  bool stop) const
{
    OrderTicket ticket;
    ticket.symbol = symbol;
    ticket.side = side;
    ticket.qty = m_settings.size;
    ticket.tif = m_settings.tif;
    if (price && stop) {
        ticket.type = OrderType::Stop;
        ticket.stop = price;
    } else if (price) {
        ticket.type = OrderType::Limit;
        ticket.limit = price;
        ticket.extendedHours = m_settings.extendedHours;
    } else {
        ticket.tif = TimeInForce::Day;
    }
    const PaperAccountView *own = account();
    const PositionRow *position = own ? own->position(symbol) : nullptr;
    const Qty against = !position ? Qty() : side == Side::Sell ? position->qty : -position->qty;
    ticket.reduceOnly = against >= ticket.qty;
    if (ticket.reduceOnly)
        return ticket;
    const InstrumentSnapshot *seen = market(symbol);
    const Price quoted = !seen ? Price() : side == Side::Buy ? seen->ask : seen->bid;
    const Price from = price.value_or(quoted);
    const Instrument instrument = instrumentFromSymbol(symbol).value_or(Instrument());
    const int up = side == Side::Buy ? 1 : -1;
    if (m_settings.stopTicks && from > Price())
        ticket.stopLoss = offset(from, -up * *m_settings.stopTicks, instrument);
    if (m_settings.targetTicks && from > Price())
        ticket.takeProfit = offset(from, up * *m_settings.targetTicks, instrument);
    return ticket;
}

// --- wishes
// -----------------------------------------------------------------------------------------

void TradeDesk::send(const std::vector<OrderTicket> &tickets)
{
    carryOut({ .orders = tickets }, {});
}

void TradeDesk::change(const std::vector<OrderReplace> &changes)
{
    carryOut({ .changes = changes }, {});
}

void TradeDesk::cancel(const QString &id)
{
    carryOut({ .cancels = { id } }, {});
}

void TradeDesk::cancelAll(const QString &symbol)
{
    const PaperAccountView *own = account();
    carryOut(own ? tradeplans::cancelAll(*own, symbol) : TradePlan(),
             symbol.isEmpty() ? tr("There is no working order.")
                              : tr("There is no working order in %1.").arg(symbol));
}

void TradeDesk::flatten(const QString &symbol)
{
    const PaperAccountView *own = account();
    carryOut(own ? tradeplans::flatten(*own, symbol) : TradePlan(),
             tr("There is no position in %1.").arg(symbol));
}

void TradeDesk::flattenAll()
{
    const PaperAccountView *own = account();
    carryOut(own ? tradeplans::flattenAll(*own) : TradePlan(),
             tr("There is neither a position nor a working order."));
}

void TradeDesk::reverse(const QString &symbol)
{
    const PaperAccountView *own = account();
    carryOut(own ? tradeplans::reverse(*own, symbol) : TradePlan(),
             tr("There is no position in %1.").arg(symbol));
}

void TradeDesk::halve(const QString &symbol)
{
    const PaperAccountView *own = account();
    carryOut(own ? tradeplans::halve(*own, symbol) : TradePlan(),
             tr("There is no position in %1.").arg(symbol));
}

void TradeDesk::breakEven(const QString &symbol)
{
    const PaperAccountView *own = account();
    const InstrumentSnapshot *seen = market(symbol);
    const bool held = own && own->position(symbol);
    carryOut(held && seen ? tradeplans::breakEven(*own, symbol, *seen) : TradePlan(),
             held ? tr("The stop of %1 is there already, or the market is not beyond the average "
                       "price yet.")
                        .arg(symbol)
                  : tr("There is no position in %1.").arg(symbol));
}

void TradeDesk::join(const QString &symbol, Side side)
{
    limitAtQuote(symbol, side,
                 side == Side::Buy ? &InstrumentSnapshot::bid : &InstrumentSnapshot::ask);
}

void TradeDesk::take(const QString &symbol, Side side)
{
    limitAtQuote(symbol, side,
                 side == Side::Buy ? &InstrumentSnapshot::ask : &InstrumentSnapshot::bid);
}

void TradeDesk::limitAtQuote(const QString &symbol, Side side, Price InstrumentSnapshot::*price)
{
    const InstrumentSnapshot *seen = market(symbol);
    if (!seen || (seen->*price).isZero())
        emit nothingToDo(tr("There is no quote of %1.").arg(symbol));
    else
        send(clickOrder(symbol, side, seen->*price));
}

/// Orders that get no number, and are asked about where that is due.
void TradeDesk::carryOut(TradePlan plan, const QString &orElse)
{
    if (!account()) {
        emit nothingToDo(m_trouble.isEmpty() ? tr("There is no paper account yet.") : m_trouble);
    } else if (plan.isEmpty()) {
        emit nothingToDo(orElse);
    } else if (plan.onlyCancels()) {
        perform(m_account, plan);
    } else {
        propose(std::move(plan));
    }
}

// --- questions
// --------------------------------------------------------------------------------------

/// With one click every wish is looked at for itself, however quickly they follow each other; else
/// the newest wish is the one that is asked about.
void TradeDesk::propose(TradePlan plan)
{
    if (!m_armed)
        dismiss();
    for (OrderTicket &ticket : plan.orders)
        if (ticket.id.isEmpty())
            ticket.id = freshId();
    Proposal proposal { m_account, std::move(plan) };
    for (const OrderTicket &ticket : proposal.plan.orders)
        proposal.looks.push_back({ m_port.preview(m_account, ticket) });
    if (proposal.isComplete())
        settle(std::move(proposal));
    else
        m_proposals.push_back(std::make_unique<Proposal>(std::move(proposal)));
}

/// The answers to what is proposed; false for others.
bool TradeDesk::takeProposed(const OrderAnswer &answer)
{
    for (auto own = m_proposals.begin(); own != m_proposals.end(); ++own) {
        Proposal &proposal = **own;
        const auto look
            = std::ranges::find(proposal.looks, answer.request, &Proposal::Look::request);
        if (look == proposal.looks.end())
            continue;
        look->answer = answer;
        if (proposal.isComplete()) {
            Proposal settled = std::move(proposal);
            m_proposals.erase(own);
            settle(std::move(settled));
        }
        return true;
    }
    return false;
}

void TradeDesk::settle(Proposal settled)
{
    // What no account can be asked about now is not half done: its cancels wait as well
    for (const Proposal::Look &look : settled.looks)
        if (!look.answer->preview) {
            emit nothingToDo(tradetext::reason(look.answer->reason));
            return;
        }
    if (m_armed && !settled.isWarned())
        perform(settled.account, settled.plan);
    else
        ask(settled.account, std::move(settled.plan), settled.answers());
}

void TradeDesk::ask(const QString &account, TradePlan plan, std::vector<OrderAnswer> previews)
{
    m_questions.push_back({ m_nextQuestion++, account, std::move(plan), std::move(previews) });
    emit questionChanged();
}

void TradeDesk::confirm(quint64 number)
{
    if (!question() || question()->number != number)
        return;
    const TradeQuestion confirmed = std::move(m_questions.front());
    m_questions.pop_front();
    perform(confirmed.account, confirmed.plan);
    emit questionChanged();
}

void TradeDesk::dismiss()
{
    m_proposals.clear();
    if (!std::exchange(m_questions, {}).empty())
        emit questionChanged();
}

void TradeDesk::perform(const QString &account, const TradePlan &plan)
{
    for (const QString &id : plan.cancels)
        m_port.cancel(account, id);
    for (const OrderReplace &change : plan.changes)
        m_port.replace(account, change);
    for (const OrderTicket &ticket : plan.orders) {
        const InstrumentSnapshot *seen = market(ticket.symbol);
        log(account).addSent(ticket, seen ? seen->time : Timestamp());
        m_port.submit(account, ticket);
    }
    emit sent(account, plan);
}

/// Never given twice: it grows with the clock.
QString TradeDesk::freshId()
{
    m_lastId = std::max(m_lastId + 1, quint64(QDateTime::currentMSecsSinceEpoch()));
    return u'd' + QString::number(m_lastId, 36);
}

// --- what is told
// -----------------------------------------------------------------------------------

void TradeDesk::apply(const PaperUpdate &update)
{
    if (update.history)
        takeHistory(*update.history);
    for (const PaperReport &report : update.reports)
        takeReport(report);
    for (const EquityReport &report : update.equity) {
        std::vector<EquityPoint> &curve = m_equity[report.account];
        if (report.begins)
            curve.clear();
        curve.push_back(report.point);
    }
    if (!update.equity.empty())
        emit equityChanged();
    if (update.trouble && std::exchange(m_trouble, *update.trouble) != *update.trouble)
        emit troubleChanged(m_trouble);
    if (update.accounts) {
        m_accounts = *update.accounts;
        chooseAnAccount();
        emit accountsChanged();
    }
    for (const PaperReport &report : update.reports)
        tell(report);
    for (const AccountAnswer &answer : update.answers)
        emit accountAnswered(answer);
    for (const OrderAnswer &answer : update.orderAnswers)
        if (!takeProposed(answer))
            emit orderAnswered(answer);
}

void TradeDesk::takeHistory(const std::vector<PaperHistory> &history)
{
    dismiss();
    setArmed(false); // other accounts, another look
    m_equity.clear();
    for (const auto &[name, log] : m_logs)
        log->restart({});
    for (const PaperHistory &own : history) {
        log(own.account).restart(own.events);
        m_equity[own.account] = own.equity;
    }
    emit equityChanged();
}

void TradeDesk::takeReport(const PaperReport &report)
{
    log(report.account).apply(report.event);
}

void TradeDesk::tell(const PaperReport &report)
{
    const std::optional<TradeNews::Kind> kind = newsKind(report.event);
    if (!kind || isExpected(report.event))
        return;
    TradeNews news { .kind = *kind, .account = report.account, .reason = report.event.reason };
    if (const OrderLine *order = log(report.account).find(report.event.id))
        news.ticket = order->ticket;
    news.qty = report.event.lastQty;
    news.price = report.event.lastPrice;
    emit happened(news);
}

/// The one that was chosen where it is there, else the first.
void TradeDesk::chooseAnAccount()
{
    const QString first = m_accounts.empty() ? QString() : m_accounts.front().name;
    const QString &chosen = m_settings.account;
    const QString name = account(chosen) ? chosen : account(m_account) ? m_account : first;
    if (std::exchange(m_account, name) == name)
        return;
    emit accountChosen();
}

} // namespace tapeline
