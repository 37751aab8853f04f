#include "optionflowtext.h"

#include "conditiontext.h"
#include "easterntime.h"
#include "planwords.h"
#include "pricedecimals.h"
#include "shorttext.h"
#include "symboltext.h"
#include "tapeside.h"
#include "tapetext.h"

#include <QCoreApplication>
#include <QTime>

#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

struct FlowText
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::OptionFlowText)

public:
    static QString kind(const OptionFlowRow &row)
    {
        switch (flowKind(row)) {
        case OptionFlowKind::Sweep:
            //: Kind of an options trade: a sweep across exchanges
            return tr("Sweep");
        case OptionFlowKind::Block:
            //: Kind of an options trade: one large print
            return tr("Block");
        case OptionFlowKind::Package:
            return row.print.form.stockTied
                //: Kind of an options trade: together with stock
                ? tr("With stock")
                //: Kind of an options trade: a leg of several
                : tr("Multi-leg");
        case OptionFlowKind::Plain:
            break;
        }
        return {};
    }

    /// Where it was traded, and what is the matter with it.
    static QString way(const OptionTradeForm &form)
    {
        return form.cancels ? tr("void")
            : form.late     ? tr("late")
            : form.floor    ? tr("floor")
            : form.cross    ? tr("cross")
            : form.auction  ? tr("auction")
                            : QString();
    }

    static QString side(const OptionFlowPrint &print)
    {
        switch (print.side) {
        case PrintSide::AboveAsk:
            return tr("above the ask");
        case PrintSide::AtAsk:
            return tr("at the ask");
        case PrintSide::BetweenUpper:
        case PrintSide::BetweenLower:
            return tr("inside the quote");
        case PrintSide::AtBid:
            return tr("at the bid");
        case PrintSide::BelowBid:
            return tr("below the bid");
        case PrintSide::Unknown:
            break;
        }
        return tr("side not known");
    }

    static QString whyNoSide(const OptionFlowPrint &print)
    {
        if (!print.form.isAlone())
            return tr("Of a leg only the package's price was bargained for: its side says little "
                      "and is not counted.");
        if (print.form.late)
            return tr("Reported late: it was not traded at the quote that is in force now.");
        if (print.form.cancels)
            return tr("The notice that an earlier print is void; it is no trade itself.");
        if (print.side == PrintSide::Unknown)
            return tr("No quote of this contract was known when it traded.");
        return {};
    }
};

/// "12.35", as many decimals as it takes, two at least.
QString fixedText(Price price, const QLocale &locale)
{
    return locale.toString(price.toDouble(), 'f', std::max(2, exactDecimals(price)));
}

} // namespace

QString OptionFlowText::title(OptionFlowColumn column)
{
    switch (column) {
    case OptionFlowColumn::Time:
        //: Column of the options flow: time of day in New York (Eastern Time)
        return FlowText::tr("Time ET");
    case OptionFlowColumn::Contract:
        return FlowText::tr("Contract");
    case OptionFlowColumn::Price:
        return FlowText::tr("Price");
    case OptionFlowColumn::Size:
        return FlowText::tr("Size");
    case OptionFlowColumn::Premium:
        return FlowText::tr("Premium");
    case OptionFlowColumn::OpenInterest:
        //: Column: the size as a share of the open interest
        return FlowText::tr("Size/OI");
    case OptionFlowColumn::Kind:
        return FlowText::tr("Kind");
    case OptionFlowColumn::Spot:
        //: Column: price of the underlying when an option was traded
        return FlowText::tr("Spot");
    case OptionFlowColumn::Venue:
        return FlowText::tr("Venue");
    }
    return {};
}

QString OptionFlowText::cell(const OptionFlowRow &row, OptionFlowColumn column) const
{
    const OptionFlowPrint &print = row.print;
    switch (column) {
    case OptionFlowColumn::Time:
        return time(print.time);
    case OptionFlowColumn::Contract:
        return shortSymbolText(print.contract->symbol, m_locale);
    case OptionFlowColumn::Price:
        return price(print.price);
    case OptionFlowColumn::Size:
        return size(print.size);
    case OptionFlowColumn::Premium:
        return shortDollars(print.premium());
    case OptionFlowColumn::OpenInterest:
        return openInterest(row);
    case OptionFlowColumn::Kind: {
        const QString kind = FlowText::kind(row);
        const QString way = FlowText::way(print.form);
        return QStringList { kind, way }.join(kind.isEmpty() || way.isEmpty() ? QString() : u" "_s);
    }
    case OptionFlowColumn::Spot:
        return print.spot > Price() ? price(print.spot) : QString();
    case OptionFlowColumn::Venue:
        return shortVenue(print.exchange, AssetClass::Options);
    }
    return {};
}

/// "12 %", "3.4×" from all of it on; nothing where it is not known.
QString OptionFlowText::openInterest(const OptionFlowRow &row) const
{
    if (row.openInterest < 0)
        return {};
    const double share = row.print.size.toDouble() / std::max(row.openInterest, 1.0);
    if (share >= 1)
        return m_locale.toString(share, 'f', share < 100 ? 1 : 0) + u'×';
    return share < 0.01 ? u"<1 %"_s : m_locale.toString(std::round(share * 100), 'f', 0) + u" %"_s;
}

QString OptionFlowText::line(const OptionFlowRow &row) const
{
    QStringList cells;
    for (int column = 0; column < optionFlowColumnCount; ++column)
        cells << cell(row, OptionFlowColumn(column));
    cells[int(OptionFlowColumn::Premium)]
        = m_locale.toCurrencyString(row.print.premium(), u"$"_s, 0);
    return cells.join(u'\t');
}

QString OptionFlowText::spoken(const OptionFlowRow &row) const
{
    const OptionFlowPrint &print = row.print;
    //: One options trade; %1 a number of contracts, %2 the contract, %3 a price, %4 dollars, %5 the
    //: side: "40 SPY 20 Mar 26 650 C at 12.35 for $49,400, at the ask"
    QString text
        = FlowText::tr("%1 %2 at %3 for %4, %5")
              .arg(size(print.size), shortSymbolText(print.contract->symbol, m_locale),
                   price(print.price), m_locale.toCurrencyString(print.premium(), u"$"_s, 0),
                   FlowText::side(print));
    if (const QString kind = cell(row, OptionFlowColumn::Kind); !kind.isEmpty())
        text += u", "_s + kind;
    return text;
}

QString OptionFlowText::toolTip(const OptionFlowRow &row) const
{
    const OptionFlowPrint &print = row.print;
    QStringList lines { spoken(row) };
    if (print.side != PrintSide::Unknown)
        lines << (print.basis == SideBasis::Snapshot
                      ? FlowText::tr("Newest quote of the chain: %1 to %2, may be a minute old.")
                      : FlowText::tr("Quote in force: %1 to %2."))
                     .arg(price(print.bid), price(print.ask));
    if (const QString why = FlowText::whyNoSide(print); !why.isEmpty())
        lines << why;
    if (row.openInterest >= 0)
        lines << FlowText::tr("Open interest %1 at the end of the day before.")
                     .arg(m_locale.toString(row.openInterest, 'f', 0));
    lines << FlowText::tr("%n day(s) to expiry", nullptr, row.days);
    if (const QString venue = longVenue(print.exchange, AssetClass::Options); !venue.isEmpty())
        lines << venue;
    if (const QString names = longConditions(print.conditions, AssetClass::Options);
        !names.isEmpty())
        lines << names;
    if (print.afterGap)
        lines << FlowText::tr("Prints before this one are missing: the stream was away.");
    return lines.join(u'\n');
}

QString OptionFlowText::time(Timestamp time) const
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(easterntime::timeOfDay(time));
    return QTime::fromMSecsSinceStartOfDay(int(ms.count())).toString(u"HH:mm:ss"_s);
}

QString OptionFlowText::price(Price price) const
{
    return fixedText(price, m_locale);
}

QString OptionFlowText::size(Qty size) const
{
    return m_locale.toString(size.toDouble(), 'f', 0);
}

QString shortDollars(double dollars)
{
    //: Dollars, as short as can be
    return (dollars < 0 ? u"−"_s : QString())
        + FlowText::tr("$%1").arg(shortNumber(std::round(std::abs(dollars))));
}

QString optionFlowFilterText(const OptionFlowFilter &filter)
{
    QStringList parts;
    const auto only
        = [&parts](bool first, bool second, const QString &firstName, const QString &secondName) {
              if (first != second)
                  parts << (first ? firstName : secondName);
          };
    if (!filter.underlying.isEmpty())
        parts << filter.underlying;
    only(filter.calls, filter.puts, FlowText::tr("calls"), FlowText::tr("puts"));
    if (!(filter.bought && filter.sold && filter.others)) {
        QStringList sides;
        if (filter.bought)
            sides << FlowText::tr("bought");
        if (filter.sold)
            sides << FlowText::tr("sold");
        if (filter.others)
            sides << FlowText::tr("no side");
        parts << (sides.isEmpty() ? FlowText::tr("no prints") : sides.join(u'/'));
    }
    if (filter.dependsOnKind()) {
        QStringList kinds;
        if (filter.plain)
            kinds << FlowText::tr("single");
        if (filter.sweeps)
            kinds << FlowText::tr("sweeps");
        if (filter.blocks)
            kinds << FlowText::tr("blocks");
        if (filter.packages)
            kinds << FlowText::tr("multi-leg");
        parts << (kinds.isEmpty() ? FlowText::tr("no prints") : kinds.join(u'/'));
    }
    if (filter.premium > 0)
        //: %1 is an amount of dollars
        parts << FlowText::tr("from %1").arg(shortDollars(filter.premium));
    if (filter.aboveOpenInterest)
        parts << FlowText::tr("size ≥ OI");
    if (filter.mostDays == 0)
        parts << FlowText::tr("expiring today");
    else if (filter.mostDays > 0)
        parts << FlowText::tr("within %n day(s)", nullptr, filter.mostDays);
    if (filter.moneyness != Moneyness::Unknown)
        parts << (filter.moneyness == Moneyness::OutOfTheMoney ? FlowText::tr("out of the money")
                                                               : FlowText::tr("in the money"));
    return parts.isEmpty() ? FlowText::tr("All prints") : parts.join(u" · "_s);
}

QString optionSnapshotsPlan()
{
    const std::optional<Plan> plan
        = Capabilities::cheapestFor(Product::Options, DataKind::Snapshots);
    return planTitle(Product::Options, plan.value_or(Plan::Starter));
}

QString optionFlowPlanNote(const Capabilities &capabilities)
{
    constexpr Product options = Product::Options;
    const auto toBuy = [&capabilities](DataKind kind) {
        const std::optional<Plan> plan = Capabilities::cheapestFor(options, kind);
        return plan && *plan > capabilities.plans().of(options) ? planTitle(options, *plan)
                                                                : QString();
    };
    if (!capabilities.has(options, DataKind::StreamTrades)) {
        const QString plan = toBuy(DataKind::StreamTrades);
        if (!capabilities.has(options, DataKind::Snapshots)) {
            const QString snapshots = toBuy(DataKind::Snapshots);
            return plan.isEmpty() || snapshots.isEmpty()
                ? FlowText::tr("The service refused trades and snapshots of options.")
                //: %1 and %2 are plans such as "Options Developer"
                : FlowText::tr("Prints of options need %1; %2 ranks unusual activity.")
                      .arg(plan, snapshots);
        }
        return plan.isEmpty()
            ? FlowText::tr("The service refused trades of options. Shown: unusual activity by "
                           "volume and open interest.")
            //: %1 is a plan such as "Options Developer"
            : FlowText::tr("Prints of options need %1. Shown: unusual activity by volume and open "
                           "interest.")
                  .arg(plan);
    }
    if (capabilities.has(options, DataKind::StreamQuotes))
        return {};
    const QString plan = toBuy(DataKind::StreamQuotes);
    return plan.isEmpty()
        ? FlowText::tr("The service refused quotes of options: sides are not known.")
        //: %1 is a plan such as "Options Advanced"
        : FlowText::tr("Sides need quotes of options: %1 has them. Shown: prints without sides.")
              .arg(plan);
}

} // namespace tapeline
