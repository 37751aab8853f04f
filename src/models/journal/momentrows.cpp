#include "momentrows.h"

#include "easterntime.h"
#include "journaltext.h"
#include "statistictext.h"
#include "tradetablemodel.h"
#include "tradetext.h"

#include <QCoreApplication>

#include <cmath>
#include <functional>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::MomentRows)
};

QString price(const std::optional<Price> &price, const QLocale &locale)
{
    return price ? tradetext::price(*price, locale) : statistictext::undefined();
}

/// "+12,300", without decimals.
QString units(std::optional<double> value, const QLocale &locale)
{
    if (!value)
        return statistictext::undefined();
    const double whole = std::round(*value) + 0.0; // no "-0"
    return (whole > 0 ? locale.positiveSign() : QString()) + locale.toString(whole, 'f', 0);
}

/// How far the last price was from the session's VWAP.
QString vwap(const MarketMoment &moment, const QLocale &locale)
{
    if (!moment.vwap || !moment.last || *moment.vwap <= 0)
        return statistictext::undefined();
    const double away = moment.last->toDouble() - *moment.vwap;
    const QString sign = away > 0 ? locale.positiveSign() : QString();
    //: Distance from the VWAP in price and per cent: "+0.42 (+0.16 %)"
    return Text::tr("%1 (%2)").arg(sign + locale.toString(away, 'f', 2),
                                   tradetext::share(away / *moment.vwap, locale));
}

QString quote(const MarketMoment &moment, const QLocale &locale)
{
    if (!moment.bid && !moment.ask)
        return statistictext::undefined();
    //: Best bid and best ask: "262.10 × 262.12"
    return Text::tr("%1 × %2").arg(price(moment.bid, locale), price(moment.ask, locale));
}

QString plain(std::optional<double> value, const QLocale &locale)
{
    return value ? locale.toString(*value, 'f', 2) : statistictext::undefined();
}

} // namespace

std::vector<MomentRow> momentRows(const TradeRecord &trade, const QLocale &locale)
{
    std::vector<MomentRow> rows;
    const auto add = [&](const QString &name, const QString &hint,
                         const std::function<QString(const MarketMoment &)> &tell) {
        const auto side = [&](const std::optional<MarketMoment> &moment) {
            return moment ? tell(*moment) : statistictext::undefined();
        };
        rows.push_back({ name, side(trade.entry), side(trade.exit), hint });
    };
    const QDate day = easterntime::date(trade.openedAt);
    add(Text::tr("Time (ET)"), {},
        [&](const MarketMoment &moment) { return tradeTime(moment.at, day, locale); });
    add(Text::tr("Quote"), Text::tr("Best bid and ask when the decision was taken"),
        [&](const MarketMoment &moment) { return quote(moment, locale); });
    add(Text::tr("Spread"), {},
        [&](const MarketMoment &moment) { return price(moment.spread(), locale); });
    add(Text::tr("Last"), {},
        [&](const MarketMoment &moment) { return price(moment.last, locale); });
    add(Text::tr("CVD"), Text::tr("Bought less sold at market since the session began"),
        [&](const MarketMoment &moment) { return units(moment.cvd, locale); });
    add(Text::tr("CVD a minute"), Text::tr("Slope of the CVD over the last five minutes"),
        [&](const MarketMoment &moment) { return units(moment.cvdSlope, locale); });
    add(Text::tr("From VWAP"), Text::tr("Last price less the session's volume-weighted average"),
        [&](const MarketMoment &moment) { return vwap(moment, locale); });
    add(Text::tr("Relative volume"),
        Text::tr("The session's volume so far to that of the days before at this time"),
        [&](const MarketMoment &moment) { return plain(moment.relativeVolume, locale); });
    add(Text::tr("ATR (14 days)"), Text::tr("Average true range of 14 daily bars"),
        [&](const MarketMoment &moment) { return plain(moment.atr, locale); });
    add(Text::tr("Session"), {},
        [](const MarketMoment &moment) { return journaltext::sessionPart(moment.part); });
    add(Text::tr("Data"), Text::tr("How old the data was by the plan"),
        [](const MarketMoment &moment) { return journaltext::recency(moment.recency); });
    return rows;
}

} // namespace tapeline
