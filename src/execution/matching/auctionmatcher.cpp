#include "auctionmatcher.h"

#include "amounttext.h"
#include "quotematcher.h"

#include <algorithm>
#include <utility>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// First and last prints this near the bell stand in for an auction's.
constexpr Duration nearBell = 60s;
constexpr qint64 auctionShare = 10; ///< we take a tenth of its size at most

/// What is known of the auction at this bell.
AuctionPrints &printsOf(std::unique_ptr<AuctionPrints> &prints, Timestamp bell)
{
    if (!prints || prints->at != bell) {
        prints = std::make_unique<AuctionPrints>();
        prints->at = bell;
    }
    return *prints;
}

AuctionPrints &printsOf(InstrumentMarket &market, const WorkingOrder &order)
{
    const bool opening = order.ticket.tif == TimeInForce::Opg;
    return printsOf(opening ? market.opening : market.closing, order.releaseAfter);
}

} // namespace

void AuctionMatcher::note(AuctionPrints &prints, const Trade &trade, const PrintUse &use,
                          bool opening)
{
    const bool listed = use.origin == PrintOrigin::Listing;
    prints.isListed = prints.isListed || use.origin != PrintOrigin::Unknown;
    if (use.isAuction(opening ? Auction::Open : Auction::Close) && trade.time >= prints.at) {
        std::optional<Trade> &known = use.official ? prints.statement : prints.cross;
        if (!known || (!listed && trade.size > known->size))
            known = trade;
    }
    if (use.auction != Auction::None)
        return;
    if (opening && listed && use.queue && trade.time >= prints.at)
        prints.isOver = true;
    if (use.last)
        noteNear(prints, trade, opening);
}

void AuctionMatcher::noteNear(AuctionPrints &prints, const Trade &trade, bool opening)
{
    const Timestamp from = opening ? prints.at : prints.at - nearBell;
    const bool isNear = trade.time >= from && trade.time < from + nearBell;
    if (!isNear || (opening && prints.regular))
        return;
    prints.regular = trade;
    prints.regularUsed = {};
}

void AuctionMatcher::noteUsed(InstrumentMarket &market, const Trade &trade, Qty used)
{
    for (const auto &prints : { market.opening.get(), market.closing.get() })
        if (prints && prints->regular == trade)
            prints->regularUsed = used;
}

void AuctionMatcher::onPrint(InstrumentMarket &market, const Trade &trade, const PrintUse &use)
{
    m_working.assign(market.orders.begin(), market.orders.end()); // fills change the list
    for (WorkingOrder *order : m_working) {
        if (!order->isOpen() || !order->isAuction() || order->awaitsParent)
            continue;
        const bool opening = order->ticket.tif == TimeInForce::Opg;
        AuctionPrints &prints = printsOf(market, *order);
        note(prints, trade, use, opening);
        const bool official = use.official && use.origin == PrintOrigin::Listing
            && use.auction == (opening ? Auction::Open : Auction::Close) && trade.time >= prints.at;
        if (official)
            meet(*order, prints, trade);
    }
    if (use.isAuction(Auction::Open) && (use.origin == PrintOrigin::Listing || !use.official))
        crossLimits(market, trade, use);
}

void AuctionMatcher::conclude(WorkingOrder &order)
{
    AuctionPrints &prints = printsOf(m_state.market(order.instrument()), order);
    const bool awaited = prints.isListed && !prints.isOver && !prints.cross;
    if (const Timestamp last = deadline(order); awaited && m_state.now < last) {
        m_state.queue.push({ .at = std::min(m_state.now + nearBell, last),
                             .rank = EventRank::Timer,
                             .kind = QueuedEvent::Kind::EndAuction,
                             .order = &order });
        return;
    }
    const std::optional<Trade> trade = prints.cross ? prints.cross
        : prints.statement                          ? prints.statement
                                                    : prints.regular;
    if (trade && !order.awaitsParent)
        meet(order, prints, *trade);
    else
        expire(order, nullptr);
}

/// The auction of a bell can be late (news, imbalances), but not later than the session it opens,
/// or the hours after the one it closes.
Timestamp AuctionMatcher::deadline(const WorkingOrder &order)
{
    const bool opening = order.ticket.tif == TimeInForce::Opg;
    const TradingSession session
        = m_state.clock.sessionFor(m_state.instrumentOf(order), !opening, order.releaseAfter);
    return opening ? session.close : session.postClose;
}

void AuctionMatcher::meet(WorkingOrder &order, AuctionPrints &prints, const Trade &trade)
{
    if (order.accepts(trade.price))
        fill(order, prints, trade);
    if (order.isOpen())
        expire(order, &trade);
}

void AuctionMatcher::expire(WorkingOrder &order, const Trade *trade)
{
    const QString numbers = trade ? u"auction price %1"_s.arg(amountText(trade->price))
                                  : u"no auction price was seen"_s;
    m_life.end(order, OrderAction::Expire, { ReasonCode::AuctionMissed, numbers });
}

void AuctionMatcher::crossLimits(InstrumentMarket &market, const Trade &trade, const PrintUse &use)
{
    if (!market.instrument)
        return;
    const Timestamp bell = m_state.clock.sessionFor(*market.instrument, false, m_state.now).open;
    if (trade.time < bell)
        return;
    AuctionPrints &prints = printsOf(market.opening, bell);
    if (std::exchange(prints.isJoined, true))
        return;
    note(prints, trade, use, true);
    const std::vector<WorkingOrder *> working = market.orders;
    for (WorkingOrder *order : working) {
        const bool joins = order->isOpen() && order->ticket.type == OrderType::Limit
            && !order->ticket.isPackage() && !order->isAuction() && !order->awaitsParent
            && order->acceptedAt < bell && order->accepts(trade.price)
            && market.halt == InstrumentMarket::Halt::None;
        if (joins)
            fill(*order, prints, trade);
    }
}

void AuctionMatcher::fill(WorkingOrder &order, AuctionPrints &prints, const Trade &trade)
{
    // A statement may give any size: that of the cross counts, where it is known
    const Trade evidence = prints.cross.value_or(trade);
    Qty qty = m_life.reducible(order);
    if (evidence.size > Qty()) {
        const qint64 whole = evidence.size.units() / Qty::unitsPerOne / auctionShare;
        const Qty used = prints.regular == evidence ? prints.regularUsed : Qty();
        qty = std::min(
            { qty, Qty::whole(whole) - prints.taken, evidence.size - used - prints.taken });
    }
    if (qty <= Qty())
        return;
    prints.taken += qty;
    order.strict = std::min(order.ticket.qty, order.strict + qty);
    order.generous = std::min(order.ticket.qty, order.generous + qty);
    FillTerms terms { .qty = qty, .price = trade.price, .maker = true };
    terms.evidence.rule = FillRule::Auction;
    noteQuote(terms.evidence, m_state.market(order.instrument()).quote);
    terms.evidence.printTime = evidence.time;
    terms.evidence.printPrice = evidence.price;
    terms.evidence.printSize = evidence.size;
    terms.evidence.sequence = evidence.sequence;
    m_life.fill(order, terms);
}

} // namespace tapeline
