#include "structureform.h"

#include "easterntime.h"
#include "instrument.h"
#include "strategyform.h"

#include <algorithm>
#include <array>

namespace tapeline {

namespace {

struct FormKeys
{
    StrategyKind kind;
    const char *bought;
    const char *sold;
};

/// Of every kind.
constexpr std::array formKeys {
    FormKeys { StrategyKind::Custom, "custom", "custom" },
    FormKeys { StrategyKind::Underlying, "long_shares", "short_shares" },
    FormKeys { StrategyKind::Call, "long_call", "short_call" },
    FormKeys { StrategyKind::Put, "long_put", "short_put" },
    FormKeys { StrategyKind::CoveredCall, "covered_call", "covered_call" },
    FormKeys { StrategyKind::ProtectivePut, "protective_put", "protective_put" },
    FormKeys { StrategyKind::Collar, "collar", "collar" },
    FormKeys { StrategyKind::CallVertical, "bull_call_spread", "bear_call_spread" },
    FormKeys { StrategyKind::PutVertical, "bear_put_spread", "bull_put_spread" },
    FormKeys { StrategyKind::Straddle, "long_straddle", "short_straddle" },
    FormKeys { StrategyKind::Strangle, "long_strangle", "short_strangle" },
    FormKeys { StrategyKind::RiskReversal, "risk_reversal", "short_risk_reversal" },
    FormKeys { StrategyKind::CallButterfly, "call_butterfly", "short_call_butterfly" },
    FormKeys { StrategyKind::PutButterfly, "put_butterfly", "short_put_butterfly" },
    FormKeys { StrategyKind::IronButterfly, "long_iron_butterfly", "iron_butterfly" },
    FormKeys { StrategyKind::CallCondor, "call_condor", "short_call_condor" },
    FormKeys { StrategyKind::PutCondor, "put_condor", "short_put_condor" },
    FormKeys { StrategyKind::IronCondor, "long_iron_condor", "iron_condor" },
    FormKeys { StrategyKind::CallCalendar, "call_calendar", "short_call_calendar" },
    FormKeys { StrategyKind::PutCalendar, "put_calendar", "short_put_calendar" },
    FormKeys { StrategyKind::CallDiagonal, "call_diagonal", "short_call_diagonal" },
    FormKeys { StrategyKind::PutDiagonal, "put_diagonal", "short_put_diagonal" },
    FormKeys { StrategyKind::CallRatio, "call_ratio_spread", "call_backspread" },
    FormKeys { StrategyKind::PutRatio, "put_ratio_spread", "put_backspread" },
};

StrategyLeg legOf(const OpenedLeg &opened)
{
    StrategyLeg leg;
    leg.symbol = opened.symbol;
    leg.quantity = opened.qty.toDouble();
    leg.multiplier = double(opened.multiplier);
    const Result<Instrument> instrument = instrumentFromSymbol(opened.symbol);
    if (!instrument || !instrument->option)
        return leg;
    leg.option = instrument->option;
    leg.ends = easterntime::at(instrument->option->expiry); // forms only compare ends
    return leg;
}

} // namespace

QString structureFormKey(std::span<const OpenedLeg> legs)
{
    std::vector<StrategyLeg> parts;
    for (const OpenedLeg &leg : legs)
        parts.push_back(legOf(leg));
    const StrategyForm form = strategyforms::recognise(parts);
    const FormKeys &keys = *std::ranges::find(formKeys, form.kind, &FormKeys::kind);
    return QString::fromLatin1(form.isSold ? keys.sold : keys.bought);
}

QString structureUnderlying(std::span<const OpenedLeg> legs)
{
    for (const OpenedLeg &leg : legs) {
        const Result<Instrument> instrument = instrumentFromSymbol(leg.symbol);
        if (instrument && instrument->option)
            return instrument->option->underlying;
    }
    return legs.empty() ? QString() : legs.front().symbol;
}

} // namespace tapeline
