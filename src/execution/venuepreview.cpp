#include "papervenue.h"

#include "openorder.h"
#include "wideinteger.h"

#include <algorithm>
#include <limits>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

// What orders would come to: the previews of PaperVenue. They go by the newest events and do not
// move time.

namespace {

/// No order has it.
const QString previewId = u"\x01preview"_s;

/// At the other side, unless its limit or stop stands before it.
Price fillPrice(const OrderTicket &ticket, const MarketPrices &prices)
{
    const bool buys = ticket.side == Side::Buy;
    const bool isQuoted = buys ? prices.quote.hasAsk() : prices.quote.hasBid();
    const Price quote = buys ? prices.quote.ask : prices.quote.bid;
    const bool reaches = ticket.type == OrderType::Limit && isQuoted && ticket.limit
        && (buys ? quote <= *ticket.limit : quote >= *ticket.limit);
    return reaches ? quote : expectedPrice(ticket, prices);
}

/// What has such a fault is not reckoned with: its quantity may be any number.
bool isOfForm(const Reason &refusal)
{
    return refusal.code != ReasonCode::None && refusal.code <= ReasonCode::QtyTooLarge;
}

/// False, and nothing added, when the sum would leave its range.
bool addWithin(Money &sum, Money part)
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    const bool fits
        = part > Money() ? sum.units() <= most - part.units() : sum.units() >= -most - part.units();
    if (fits)
        sum += part;
    return fits;
}

} // namespace

OrderPreview PaperVenue::preview(const OrderTicket &ticket)
{
    const Timestamp at = m_broker.now();
    OrderPreview preview { .ticket = ticket };
    preview.buyingPower = preview.buyingPowerAfter = m_books.figures(at).buyingPower;
    const Reason reason = prepare(preview.ticket, at);
    if (reason.code == ReasonCode::None)
        judge(preview);
    else
        preview.refusals = { reason };
    if (preview.ticket.qty > Qty() && !std::ranges::any_of(preview.refusals, isOfForm))
        price(preview);
    return preview;
}

/// What the venue and the account have against it.
void PaperVenue::judge(OrderPreview &preview)
{
    const OrderTicket &ticket = preview.ticket;
    if (const Reason reason = m_broker.objection(ticket); reason.code != ReasonCode::None) {
        preview.refusals = { reason };
        return; // the account is not asked about what is no order
    }
    std::vector<Instrument> instruments;
    std::vector<Quote> quotes;
    for (const OrderTicket &part : partsOf(ticket)) {
        instruments.push_back(m_books.instrument(part.symbol));
        quotes.push_back(m_prices.prices(part.symbol).quote);
    }
    const AccountOpinion opinion = m_books.opinion(ticket, instruments, quotes, m_broker.now());
    preview.refusals = opinion.reasonsAgainst();
    for (const RiskFinding &finding : opinion.findings)
        if (finding.action == RuleAction::Warn)
            preview.warnings.push_back(finding.reason);
    OrderTicket held = ticket;
    held.id = previewId;
    m_books.hold(held, held.qty, quotes);
    preview.buyingPowerAfter = m_books.figures(m_broker.now()).buyingPower;
    m_books.hold(held, {}, quotes);
}

/// An order alone, or the legs of a package as orders of their own.
std::vector<OrderTicket> PaperVenue::partsOf(const OrderTicket &ticket)
{
    if (!ticket.isPackage())
        return { ticket };
    std::vector<OrderTicket> parts;
    for (const OrderLeg &leg : ticket.legs) {
        OrderTicket &part = parts.emplace_back();
        part.symbol = leg.symbol;
        part.side = ticket.side == Side::Buy ? leg.side : opposite(leg.side);
        part.qty = Qty::fromUnits(multiplyDivide(ticket.qty.units(), leg.ratio, 1).value_or(0));
    }
    return parts;
}

/// Cost, fees and positions; no price, no cost.
void PaperVenue::price(OrderPreview &preview)
{
    Price unit;
    bool isKnown = true;
    qint64 multiplier = 0; ///< of the first part: a package is priced a unit of its options
    for (const OrderTicket &part : partsOf(preview.ticket)) {
        const Instrument &instrument = m_books.instrument(part.symbol);
        const bool buys = part.side == Side::Buy;
        const Qty before = m_books.position(part.symbol);
        preview.positions.push_back(
            { part.symbol, before, buys ? before + part.qty : before - part.qty });
        const Price price = fillPrice(part, m_prices.prices(part.symbol));
        const auto exact = notional(price, part.qty, instrument.multiplier);
        const Money value = exact.value_or(Money());
        isKnown = isKnown && price > Price() && exact
            && addWithin(preview.cost, buys ? value : -value)
            && addWithin(preview.fees, feeEstimate(instrument, part.side, part.qty, value));
        multiplier = multiplier > 0 ? multiplier : instrument.multiplier;
        unit = price;
    }
    if (!isKnown) {
        preview.cost = preview.fees = {};
        return;
    }
    if (preview.ticket.isPackage()) {
        const auto whole
            = multiplyDivide(preview.cost.units(), 1'000'000'000'000, preview.ticket.qty.units());
        unit = Price::fromUnits(divideHalfEven(whole.value_or(0), multiplier));
    }
    preview.price = unit;
}

} // namespace tapeline
