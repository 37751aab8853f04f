#pragma once

#include "easterntime.h"
#include "optionflow.h"
#include "splitmix64.h"

#include <map>

namespace tapeline {

/// Prints of options made up by a test.
class OptionPrintMaker
{
public:
    static QDate today() { return { 2026, 3, 10 }; }
    static Timestamp at(Duration afterTen) { return easterntime::at(today(), 10h) + afterTen; }

    /// "O:SPY260320C00650000" and the like; one object a symbol.
    static std::shared_ptr<const FlowContract> contract(const QString &symbol)
    {
        static std::map<QString, std::shared_ptr<const FlowContract>> made;
        std::shared_ptr<const FlowContract> &contract = made[symbol];
        if (!contract) {
            const Result<Instrument> instrument = instrumentFromSymbol(symbol);
            contract = std::make_shared<const FlowContract>(
                FlowContract { symbol, *instrument->option, instrument->multiplier });
        }
        return contract;
    }

    static OptionFlowPrint print(const QString &symbol, Duration afterTen, double price, int size,
                                 PrintSide side = PrintSide::Unknown)
    {
        OptionFlowPrint print;
        print.contract = contract(symbol);
        print.time = at(afterTen);
        print.price = Price::fromDouble(price);
        print.size = Qty::whole(size);
        print.side = side;
        print.basis = side == PrintSide::Unknown ? SideBasis::None : SideBasis::Quote;
        print.exchange = 302;
        return print;
    }

    /// Of a few contracts, of all kinds; sizes and prices that make sums exact.
    static OptionFlowPrint random(SplitMix64 &draws, qint64 &clock)
    {
        static const std::array symbols {
            "O:SPY260310C00650000",  "O:SPY260320P00640000",  "O:SPY260618C00700000",
            "O:NVDA260313C00180000", "O:SPXW260320P06500000", "O:NVDA270115P00150000",
        };
        clock += qint64(draws.below(2'000));
        OptionFlowPrint made = print(
            QString::fromLatin1(symbols[draws.below(symbols.size())]),
            std::chrono::milliseconds(clock), 0.25 * double(1 + draws.below(200)),
            1 + int(draws.below(draws.below(8) == 0 ? 900 : 20)), PrintSide(draws.below(7)));
        made.form.sweep = draws.below(8) == 0;
        made.form.multiLeg = draws.below(6) == 0;
        made.form.cancels = draws.below(40) == 0;
        made.form.late = draws.below(40) == 0;
        made.afterGap = draws.below(50) == 0;
        made.spot = draws.below(4) == 0 ? Price() : Price::whole(640 + qint64(draws.below(30)));
        return made;
    }
};

} // namespace tapeline
