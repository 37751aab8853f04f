#include "auctionmatcher.h"

#include "amounttext.h"
#include "quotematcher.h"

#include <algorithm>

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

void AuctionMatcher::note(AuctionPrints &prints, Timestamp bell, const Trade &trade,
                          const PrintUse &use, bool opening)
{
    const Auction kind = opening ? Auction::Open : Auction::Close;
    if (use.auction == kind && trade.time >= bell && !use.official && !prints.print)
        prints.print = trade;
    const bool near = trade.time >= bell - (opening ? Duration() : nearBell)
        && trade.time < bell + (opening ? nearBell : Duration());
    if (near && use.last && use.auction == Auction::None && !(opening && prints.regular)) {
        prints.regular = trade;
        prints.regularUsed = {};
    }
}

void AuctionMatcher::noteUsed(InstrumentMarket &market, const Trade &trade, Qty used)
{
    for (const auto &prints : { market.opening.get(), market.closing.get() })
        if (prints && prints->regular == trade)
            prints->regularUsed = used;
}

void AuctionMatcher::onPrint(InstrumentMarket &market, const Trade &trade, const PrintUse &use)
{
    const std::vector<WorkingOrder *> working = market.orders;
    for (WorkingOrder *order : working) {
        if (!order->isOpen() || !order->isAuction() || order->awaitsParent)
            continue;
        const bool opening = order->ticket.tif == TimeInForce::Opg;
        AuctionPrints &prints = printsOf(market, *order);
        note(prints, order->releaseAfter, trade, use, opening);
        const bool official = use.official && trade.time >= order->releaseAfter
            && use.auction == (opening ? Auction::Open : Auction::Close);
        if (official)
            meet(*order, prints, trade);
    }
    if (use.auction == Auction::Open)
        crossLimits(market, trade);
}

void AuctionMatcher::conclude(WorkingOrder &order)
{
    AuctionPrints &prints = printsOf(m_state.market(order.instrument()), order);
    const std::optional<Trade> trade = prints.print ? prints.print : prints.regular;
    if (trade && !order.awaitsParent)
        meet(order, prints, *trade);
    else
        expire(order, nullptr);
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

void AuctionMatcher::crossLimits(InstrumentMarket &market, const Trade &trade)
{
    if (!market.instrument)
        return;
    const Timestamp bell = m_state.clock.sessionFor(*market.instrument, false, m_state.now).open;
    if (trade.time < bell || market.openingPrintAt >= bell)
        return;
    AuctionPrints &prints = printsOf(market.opening, bell);
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
    Qty qty = m_life.reducible(order);
    if (trade.size > Qty()) {
        const qint64 whole = trade.size.units() / Qty::unitsPerOne / auctionShare;
        const Qty unused = prints.regular == trade ? trade.size - prints.regularUsed : trade.size;
        qty = std::min({ qty, Qty::whole(whole) - prints.taken, unused - prints.taken });
    }
    if (qty <= Qty())
        return;
    prints.taken += qty;
    order.strict = std::min(order.ticket.qty, order.strict + qty);
    order.generous = std::min(order.ticket.qty, order.generous + qty);
    FillTerms terms { .qty = qty, .price = trade.price, .maker = true };
    terms.evidence.rule = FillRule::Auction;
    noteQuote(terms.evidence, m_state.market(order.instrument()).quote);
    terms.evidence.printTime = trade.time;
    terms.evidence.printPrice = trade.price;
    terms.evidence.printSize = trade.size;
    terms.evidence.sequence = trade.sequence;
    m_life.fill(order, terms);
}

} // namespace tapeline
