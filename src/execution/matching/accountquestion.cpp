#include "accountquestion.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

std::vector<Instrument> instrumentsOf(BrokerState &state, const WorkingOrder &order)
{
    std::vector<Instrument> copies;
    for (const InstrumentId id : order.instruments)
        copies.push_back(*state.instrument(id));
    return copies;
}

} // namespace

Reason askAccount(BrokerState &state, const WorkingOrder &order, std::span<const Quote> quotes)
{
    if (order.isForced)
        return {}; // the account asked for it
    const std::vector<Reason> reasons
        = state.gate.check(order.ticket, instrumentsOf(state, order), quotes, state.now);
    if (reasons.empty())
        return {};
    Reason all = reasons.front();
    for (std::size_t i = 1; i < reasons.size(); ++i) {
        const std::string_view name = reasonText(reasons[i].code);
        all.numbers += u"; %1 %2"_s.arg(QLatin1StringView(name.data(), qsizetype(name.size())),
                                        reasons[i].numbers);
    }
    return all;
}

} // namespace tapeline
