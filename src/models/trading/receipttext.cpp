#include "receipttext.h"

#include "easterntime.h"
#include "tradetext.h"

#include <QCoreApplication>

namespace tapeline::receipttext {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::ReceiptText)
};

QString dayText(Timestamp at, const QLocale &locale)
{
    return locale.toString(easterntime::date(at), u"d MMM yyyy"_s);
}

/// "09:41:30.125", with the day before it where that is not the order's.
QString moment(Timestamp at, Timestamp day, const QLocale &locale)
{
    if (at == Timestamp {})
        return Text::tr("Just now");
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(easterntime::timeOfDay(at));
    const QString clock
        = QTime::fromMSecsSinceStartOfDay(int(ms.count())).toString(u"HH:mm:ss.zzz"_s);
    const bool isSameDay = easterntime::date(at) == easterntime::date(day);
    return isSameDay ? clock : dayText(at, locale) + u' ' + clock;
}

QString because(const QString &what, const Reason &reason)
{
    const QString why = tradetext::reason(reason);
    //: %1 is what happened to an order, %2 why
    return why.isEmpty() ? what + u'.' : Text::tr("%1: %2.").arg(what, why);
}

QString filled(const FillLine &fill, const QLocale &locale)
{
    return Text::tr("%1 at %2")
        .arg(tradetext::qty(fill.qty, locale), tradetext::price(fill.price, locale));
}

/// What an order did by itself or the market to it.
QString marketStep(const OrderStep &step, const OrderLog &log, const QLocale &locale)
{
    const QString fill = step.fill ? filled(log.fills()[*step.fill], locale) : QString();
    switch (step.action) {
    case OrderAction::Deny:
        return because(Text::tr("Refused before it was sent"), step.reason);
    case OrderAction::Reject:
        return because(Text::tr("Refused"), step.reason);
    case OrderAction::Accept:
        return because(Text::tr("Accepted"), step.reason);
    case OrderAction::Trigger:
        return because(Text::tr("The stop was triggered"), step.reason);
    case OrderAction::FillPart:
        return because(Text::tr("Partly filled, %1").arg(fill), step.reason);
    case OrderAction::FillAll:
        return because(Text::tr("Filled, %1").arg(fill), step.reason);
    case OrderAction::Expire:
        return because(Text::tr("Expired"), step.reason);
    default:
        return {};
    }
}

/// What was asked of it, and what came of that.
QString askedStep(const OrderStep &step, const QLocale &locale)
{
    const QString ticket = step.ticket ? tradetext::order(*step.ticket, locale) : QString();
    switch (step.action) {
    case OrderAction::Submit:
        return because(Text::tr("Sent: %1").arg(ticket), step.reason);
    case OrderAction::RequestReplace:
        return because(Text::tr("A change was asked for"), step.reason);
    case OrderAction::Replace:
        return because(Text::tr("Changed to: %1").arg(ticket), step.reason);
    case OrderAction::RejectReplace:
        return because(Text::tr("The change was refused"), step.reason);
    case OrderAction::RequestCancel:
        return because(Text::tr("Cancelling was asked for"), step.reason);
    case OrderAction::Cancel:
        return because(Text::tr("Cancelled"), step.reason);
    case OrderAction::RejectCancel:
        return because(Text::tr("Cancelling was refused"), step.reason);
    default:
        return {};
    }
}

QString quoteLine(const FillEvidence &evidence, Timestamp day, const QLocale &locale)
{
    return Text::tr("Quote of %1: bid %2 × %3, ask %4 × %5")
        .arg(moment(evidence.quoteTime, day, locale), tradetext::price(evidence.bid, locale),
             tradetext::qty(evidence.bidSize, locale), tradetext::price(evidence.ask, locale),
             tradetext::qty(evidence.askSize, locale));
}

QString recencyLine(Recency recency)
{
    switch (recency) {
    case Recency::RealTime:
        return Text::tr("The data were real-time.");
    case Recency::Delayed:
        return Text::tr("The data were delayed.");
    case Recency::EndOfDay:
        return Text::tr("The data were those of the end of the day.");
    case Recency::Unknown:
        break;
    }
    return Text::tr("How recent the data were is not known.");
}

QString feesLine(const OrderLine &order, const QLocale &locale)
{
    const auto average = order.average();
    const QString fees = Text::tr("fees %1").arg(tradetext::money(order.fees, locale));
    return average ? Text::tr("On average %1, %2.").arg(tradetext::price(*average, locale), fees)
                   : Text::tr("All in all %1.").arg(fees);
}

} // namespace

QString title(const OrderLine &order, const QLocale &locale)
{
    return tradetext::order(order.ticket, locale);
}

QString waiting(const Reason &reason)
{
    if (reason.code == ReasonCode::None)
        return Text::tr("It does not work any more.");
    const QString why = tradetext::reason(reason);
    //: %1: "waits in the queue at its price (800 ahead)"
    return Text::tr("The order %1.").arg(why);
}

QStringList evidence(const FillLine &fill, Timestamp day, const QLocale &locale)
{
    const FillEvidence &seen = fill.evidence;
    QStringList lines;
    if (seen.rule != FillRule::None)
        lines += Text::tr("Rule: %1").arg(tradetext::rule(seen.rule));
    if (seen.quoteTime != Timestamp {})
        lines += quoteLine(seen, day, locale);
    if (seen.printTime != Timestamp {})
        lines
            += Text::tr("Print of %1: %2 at %3")
                   .arg(moment(seen.printTime, day, locale), tradetext::qty(seen.printSize, locale),
                        tradetext::price(seen.printPrice, locale));
    if (seen.rule == FillRule::QueueReached || !seen.queueAhead.isZero())
        lines += Text::tr("Ahead in the queue before it: %1")
                     .arg(tradetext::qty(seen.queueAhead, locale));
    if (!seen.slippage.isZero())
        lines += Text::tr("Slippage against you, in the price: %1 a unit")
                     .arg(tradetext::price(seen.slippage, locale));
    lines += Text::tr("Of the order so far, strict rules would have filled %1, generous ones %2")
                 .arg(tradetext::qty(seen.strictQty, locale),
                      tradetext::qty(seen.generousQty, locale));
    lines += Text::tr("Fee: %1").arg(tradetext::money(fill.fee, locale));
    lines += recencyLine(seen.recency);
    return lines;
}

std::vector<ReceiptPart> parts(const OrderLine &order, const OrderLog &log, const QLocale &locale)
{
    //: Above the life of an order; %1 is a day, ET the zone of all times
    ReceiptPart life {
        order.sentAt == Timestamp {}
            ? Text::tr("What happened")
            : Text::tr("What happened on %1, times in ET").arg(dayText(order.sentAt, locale))
    };
    for (const OrderStep &step : order.steps) {
        const QString asked = askedStep(step, locale);
        life.lines += u"%1 · %2"_s.arg(moment(step.at, order.sentAt, locale),
                                       asked.isEmpty() ? marketStep(step, log, locale) : asked);
    }
    if (order.steps.empty())
        life.lines += Text::tr("It is on its way; nothing is written down yet.");
    if (!order.fills.empty())
        life.lines += feesLine(order, locale);
    std::vector<ReceiptPart> all { life };
    for (std::size_t at = 0; at < order.fills.size(); ++at) {
        const FillLine &fill = log.fills()[order.fills[at]];
        const QString of = Text::tr("Fill %1 of %2").arg(at + 1).arg(order.fills.size());
        const QString leg = fill.symbol == order.ticket.symbol
            ? QString()
            : tradetext::side(fill.side) + u' ' + fill.symbol + u' ';
        all.push_back({ u"%1: %2%3"_s.arg(of, leg, filled(fill, locale)),
                        evidence(fill, order.sentAt, locale) });
    }
    return all;
}

} // namespace tapeline::receipttext
