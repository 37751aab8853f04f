#include "plantext.h"

#include "planwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

/// What people buy a plan for; the rest follows from these.
constexpr std::array toldKinds { DataKind::MinuteBars, DataKind::SecondBars, DataKind::Snapshots,
                                 DataKind::StreamBars, DataKind::Trades,     DataKind::Quotes,
                                 DataKind::Financials };

struct PlanText
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::PlanText)

public:
    static QString kind(DataKind kind)
    {
        switch (kind) {
        case DataKind::MinuteBars:
            return tr("minute bars");
        case DataKind::SecondBars:
            return tr("second bars");
        case DataKind::Snapshots:
            return tr("snapshots");
        case DataKind::Trades:
            return tr("trades");
        case DataKind::Quotes:
            return tr("quotes");
        case DataKind::StreamBars:
            return tr("stream");
        case DataKind::StreamTrades:
            return tr("stream of trades");
        case DataKind::StreamQuotes:
            return tr("stream of quotes");
        case DataKind::Reference:
            return tr("reference data");
        case DataKind::Financials:
            return tr("financial statements");
        }
        return {};
    }

    /// Each trade cannot be had; its plan is named unless the service refused in spite of it.
    static QString noTrades(const QString &plan)
    {
        if (plan.isEmpty())
            return tr("The service refused each trade. Shown: one line a second.");
        //: %1 is a plan such as "Stocks Developer"
        return tr("Each trade needs %1. Shown: one line a second.").arg(plan);
    }

    static QString noQuotes(const QString &plan, bool trades)
    {
        if (plan.isEmpty())
            return trades ? tr("The service refused quotes. Shown: the last trade.")
                          : tr("The service refused quotes. Shown: the price of the last second.");
        return (trades ? tr("Bid and ask need %1. Shown: the last trade.")
                       : tr("Bid and ask need %1. Shown: the price of the last second."))
            .arg(plan);
    }
};

/// The plan to buy for a kind; empty when the one there is should have it, or none has.
QString planToBuy(const Capabilities &capabilities, Product product, DataKind kind)
{
    const std::optional<Plan> plan = Capabilities::cheapestFor(product, kind);
    return plan && *plan > capabilities.plans().of(product) ? planTitle(product, *plan) : QString();
}

QString noSuchData(Product product, DataKind kind)
{
    //: %1 is an asset class, %2 a kind of data such as "trades"
    return PlanText::tr("%1: the service has no %2.")
        .arg(productTitle(product), PlanText::kind(kind));
}

QString list(const QStringList &names)
{
    return names.join(
        QCoreApplication::translate("tapeline::PlanText", ", ", "Between the parts of a list"));
}

} // namespace

QString tapePlanNote(const Capabilities &capabilities, AssetClass assetClass)
{
    const Product product = productOf(assetClass);
    if (assetClass == AssetClass::Forex && capabilities.hasStream(product))
        return PlanText::tr("Nobody reports trades of currencies. Shown: one line a second.");
    if (capabilities.has(assetClass, DataKind::StreamTrades))
        return {};
    if (!Capabilities::cheapestFor(product, DataKind::StreamTrades))
        return noSuchData(product, DataKind::Trades);
    const QString plan = planToBuy(capabilities, product, DataKind::StreamTrades);
    if (capabilities.hasStream(product))
        return PlanText::noTrades(plan);
    const QString current = planName(capabilities.plans().of(product));
    if (plan.isEmpty())
        return PlanText::tr("Time & sales needs a stream; the service refused it.");
    //: %1 is a plan such as "Stocks Developer", %2 the name of the present one, such as "Basic"
    return PlanText::tr("Time & sales needs %1; %2 has no stream.").arg(plan, current);
}

QString bookPlanNote(const Capabilities &capabilities, Product product)
{
    if (capabilities.has(product, DataKind::StreamQuotes))
        return {};
    const QString plan = planToBuy(capabilities, product, DataKind::StreamQuotes);
    if (!capabilities.has(product, DataKind::StreamTrades))
        return plan.isEmpty() ? noSuchData(product, DataKind::Quotes)
                              //: %1 is a plan such as "Stocks Advanced"
                              : PlanText::tr("Bid and ask need %1.").arg(plan);
    if (plan.isEmpty())
        return PlanText::tr("The service refused bid and ask. Shown: trades by price.");
    //: %1 is a plan such as "Stocks Advanced"
    return PlanText::tr("Bid and ask need %1. Shown: trades by price.").arg(plan);
}

QString watchlistPlanNote(const Capabilities &capabilities, Product product)
{
    if (capabilities.has(product, DataKind::StreamQuotes))
        return {};
    if (capabilities.hasStream(product)) {
        if (!Capabilities::cheapestFor(product, DataKind::StreamQuotes))
            return {}; // an index has no bid and no ask
        return PlanText::noQuotes(planToBuy(capabilities, product, DataKind::StreamQuotes),
                                  capabilities.has(product, DataKind::StreamTrades));
    }
    const QString plan = planToBuy(capabilities, product, DataKind::StreamBars);
    if (plan.isEmpty())
        return PlanText::tr("The service refused the stream. Shown: completed sessions.");
    return PlanText::tr("Prices of today need %1. Shown: completed sessions.").arg(plan);
}

QString estimateNote(const Capabilities &capabilities, AssetClass assetClass)
{
    const Product product = productOf(assetClass);
    if (assetClass == AssetClass::Forex || assetClass == AssetClass::Indices)
        return PlanText::tr(
            "There are no trades of it: these bars are estimated from bars of time.");
    const QString plan = planToBuy(capabilities, product, DataKind::Trades);
    if (plan.isEmpty())
        return PlanText::tr(
            "The service refused its trades: these bars are estimated from bars of time.");
    //: %1 is a plan such as "Stocks Developer"
    return PlanText::tr("Estimated from bars of time: trades need %1.").arg(plan);
}

QString chartPlanNote(const Capabilities &capabilities, const Timeframe &timeframe, Product product)
{
    const QString current = planName(capabilities.plans().of(product));
    if (timeframe.isTimed() && timeframe.unit() == TimeUnit::Second
        && !capabilities.has(product, DataKind::SecondBars)) {
        const QString plan = planToBuy(capabilities, product, DataKind::SecondBars);
        if (plan.isEmpty())
            return PlanText::tr("The service refused bars of seconds. Minutes and longer work.");
        //: %1 is a plan such as "Stocks Starter", %2 the name of the present one
        return PlanText::tr("Bars of seconds need %1; %2 has minutes and longer.")
            .arg(plan, current);
    }
    if (capabilities.recency(product) == Recency::EndOfDay)
        //: %1 is the name of a plan
        return PlanText::tr(
                   "%1 is an end-of-day plan: the chart ends with the last completed session.")
            .arg(current);
    return {};
}

QString planOpensText(const Capabilities &capabilities, Product product)
{
    QStringList names;
    for (const DataKind kind : toldKinds)
        if (capabilities.has(product, kind))
            names << PlanText::kind(kind);
    return list(names);
}

QString planLacksList(const Capabilities &capabilities, Product product)
{
    std::map<Plan, QStringList> byPlan;
    QStringList refused;
    for (const DataKind kind : toldKinds) {
        const std::optional<Plan> plan = Capabilities::cheapestFor(product, kind);
        if (!plan || capabilities.has(product, kind))
            continue;
        if (*plan > capabilities.plans().of(product))
            byPlan[*plan] << PlanText::kind(kind);
        else
            refused << PlanText::kind(kind);
    }
    QStringList parts;
    for (const auto &[plan, names] : byPlan)
        //: %1 is the name of a plan, %2 what it adds: "Developer adds trades"
        parts << PlanText::tr("%1 adds %2").arg(planName(plan), list(names));
    if (!refused.isEmpty())
        //: %1 is a list of kinds of data
        parts << PlanText::tr("the service refused %1").arg(list(refused));
    return parts.join(u" · "_s);
}

} // namespace tapeline
