#include "planwords.h"

#include <QCoreApplication>

namespace tapeline {

namespace {

struct PlanWords
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::PlanWords)

public:
    /// %1 is a plan such as "Stocks Developer".
    static QString lacks(DataKind kind)
    {
        switch (kind) {
        case DataKind::MinuteBars:
            return tr("Minute bars are not in your plan: %1 has them.");
        case DataKind::SecondBars:
            return tr("Second bars are not in your plan: %1 has them.");
        case DataKind::Snapshots:
            return tr("Snapshots are not in your plan: %1 has them.");
        case DataKind::Trades:
            return tr("Trades are not in your plan: %1 has them.");
        case DataKind::Quotes:
            return tr("Quotes are not in your plan: %1 has them.");
        case DataKind::StreamBars:
            return tr("A stream is not in your plan: %1 has one.");
        case DataKind::StreamTrades:
            return tr("A stream of trades is not in your plan: %1 has one.");
        case DataKind::StreamQuotes:
            return tr("A stream of quotes is not in your plan: %1 has one.");
        case DataKind::Reference:
            return tr("Reference data is not in your plan: %1 has it.");
        case DataKind::Financials:
            return tr("Financial statements are not in your plan: %1 has them.");
        }
        return {};
    }
};

} // namespace

QString productTitle(Product product)
{
    switch (product) {
    case Product::Stocks:
        return PlanWords::tr("Stocks");
    case Product::Options:
        return PlanWords::tr("Options");
    case Product::Indices:
        return PlanWords::tr("Indices");
    case Product::Currencies:
        return PlanWords::tr("Forex and crypto");
    case Product::Futures:
        return PlanWords::tr("Futures");
    }
    return {};
}

QString planTitle(Product product, Plan plan)
{
    //: %1 is what a plan is bought for, such as "Stocks"; %2 its name, such as "Developer"
    return PlanWords::tr("%1 %2").arg(productTitle(product), planName(plan));
}

QString planLacksText(Product product, DataKind kind)
{
    const std::optional<Plan> plan = Capabilities::cheapestFor(product, kind);
    if (!plan)
        //: %1 is what a plan is bought for, such as "Indices"
        return PlanWords::tr("%1: the service has no such data.").arg(productTitle(product));
    return PlanWords::lacks(kind).arg(planTitle(product, *plan));
}

} // namespace tapeline
