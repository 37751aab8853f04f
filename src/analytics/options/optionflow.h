#pragma once

#include "instrument.h"
#include "marketsnapshot.h"
#include "optiontradeform.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace tapeline {

/// What an options print is of; shared by all prints of a contract, and by threads.
struct FlowContract
{
    QString symbol; ///< "O:..."
    OptionTerms terms;
    qint64 multiplier = 100; ///< units of the underlying a contract stands for
};

/// What the side of a print is estimated from (execution.md D.1).
enum class SideBasis : quint8 {
    None, ///< no quote is known: the side is not either
    Quote, ///< the quote in force on the stream
    Snapshot ///< the newest quote of the chain's snapshot, which may be some seconds old
};

/// One trade of an option as the flow shows it.
struct OptionFlowPrint
{
    std::shared_ptr<const FlowContract> contract; ///< never null
    Timestamp time {};
    Price price; ///< premium, per unit of the underlying
    Qty size; ///< contracts
    quint16 exchange = 0;
    TradeConditions conditions;
    OptionTradeForm form; ///< by the conditions
    Price bid; ///< the side is judged against; 0 when none
    Price ask;
    PrintSide side = PrintSide::Unknown;
    SideBasis basis = SideBasis::None;
    Price spot; ///< of the underlying when it came; 0 when not known
    quint64 group = 0; ///< prints of one side in quick succession share it; 0: alone
    /// With this print the newest so many of its group are a sweep (execution.md D.5); 0: not yet.
    int sweepPrints = 0;
    bool afterGap = false; ///< prints before it are missing

    /// Dollars that changed hands.
    double premium() const
    {
        return price.toDouble() * size.toDouble() * double(contract->multiplier);
    }
};

/// New prints for one view of the flow.
struct OptionFlowUpdate
{
    quint64 flow = 0; ///< as given by the engine when it was opened
    bool reset = false; ///< forget what was shown first
    std::vector<OptionFlowPrint> prints; ///< oldest first
    quint64 skipped = 0; ///< older prints left out because more came than a view can hold
    DataBadge badge;
};

/// From which size on a print is a block: one trade of a contract by itself that is large.
struct OptionBlockRules
{
    Qty contracts = Qty::whole(500);
    double premium = 200'000; ///< dollars; what a large print of stock is (execution.md D.5)
};

/// A large trade of one contract by itself: no leg of a package and no part of a sweep.
inline bool isOptionBlock(const OptionFlowPrint &print, const OptionBlockRules &rules = {})
{
    return print.form.isAlone() && !print.form.sweep && !print.form.cancels
        && (print.size >= rules.contracts || print.premium() >= rules.premium);
}

} // namespace tapeline
