#include "tradeconditions.h"

#include <algorithm>

namespace tapeline {

namespace {

struct Rule
{
    std::string_view name;
    TradeUpdate update;
};

constexpr TradeUpdate everything { true, true, true };
constexpr TradeUpdate notLast { false, true, true };
constexpr TradeUpdate volumeOnly { false, false, true };
constexpr TradeUpdate nothing { false, false, false };
constexpr TradeUpdate pricesOnly { true, true, false };

/// Consolidated rules by id, massive-api.md 8.3; ids the list skips allow everything.
constexpr std::array rules {
    Rule { "Regular", everything }, // 0
    Rule { "Acquisition", everything }, // 1
    Rule { "Average price", volumeOnly }, // 2
    Rule { "Automatic execution", everything }, // 3
    Rule { "Bunched", everything }, // 4
    Rule { "Bunched sold", notLast }, // 5
    Rule { "CAP election", everything }, // 6
    Rule { "Cash sale", volumeOnly }, // 7
    Rule { "Closing print", everything }, // 8
    Rule { "Cross", everything }, // 9
    Rule { "Derivatively priced", notLast }, // 10
    Rule { "Distribution", everything }, // 11
    Rule { "Form T (extended hours)", volumeOnly }, // 12
    Rule { "Extended hours, sold out of sequence", volumeOnly }, // 13
    Rule { "Intermarket sweep", everything }, // 14
    Rule { "Market center official close", nothing }, // 15
    Rule { "Market center official open", nothing }, // 16
    Rule { "Market center opening trade", everything }, // 17
    Rule { "Market center reopening trade", everything }, // 18
    Rule { "Market center closing trade", everything }, // 19
    Rule { "Next day", volumeOnly }, // 20
    Rule { "Price variation", volumeOnly }, // 21
    Rule { "Prior reference price", notLast }, // 22
    Rule { "Rule 155 (AMEX)", everything }, // 23
    Rule { "Rule 127 (NYSE)", everything }, // 24
    Rule { "Opening print", everything }, // 25
    Rule { {}, everything }, // 26
    Rule { "Stopped stock", everything }, // 27
    Rule { "Reopening print", everything }, // 28
    Rule { "Seller", volumeOnly }, // 29
    Rule { "Sold last", everything }, // 30
    Rule { "Sold last and stopped", everything }, // 31
    Rule { "Sold, out of sequence", notLast }, // 32
    Rule { "Sold, out of sequence and stopped", notLast }, // 33
    Rule { "Split", everything }, // 34
    Rule { "Stock option", everything }, // 35
    Rule { "Yellow flag", everything }, // 36
    Rule { "Odd lot", volumeOnly }, // 37
    Rule { "Corrected consolidated close", pricesOnly }, // 38
    Rule { {}, everything }, // 39
    Rule { {}, everything }, // 40
    Rule { "Trade-through exempt", everything }, // 41
    Rule { {}, everything }, // 42
    Rule { {}, everything }, // 43
    Rule { {}, everything }, // 44
    Rule { {}, everything }, // 45
    Rule { {}, everything }, // 46
    Rule { {}, everything }, // 47
    Rule { {}, everything }, // 48
    Rule { {}, everything }, // 49
    Rule { {}, everything }, // 50
    Rule { {}, everything }, // 51
    Rule { "Contingent", volumeOnly }, // 52
    Rule { "Qualified contingent", volumeOnly }, // 53
    Rule { {}, everything }, // 54
    Rule { "Opening or reopening trade detail", everything }, // 55
};

constexpr bool isExtendedHours(quint16 id)
{
    return id == condition::formT || id == condition::extendedOutOfSequence;
}

} // namespace

TradeUpdate conditionRule(quint16 id)
{
    return id < rules.size() ? rules[id].update : everything;
}

std::string_view conditionName(quint16 id)
{
    return id < rules.size() ? rules[id].name : std::string_view();
}

TradeUpdate tradeUpdate(const TradeConditions &conditions, bool regularHours)
{
    TradeUpdate update;
    for (const quint16 id : conditions.ids()) {
        if (!regularHours && isExtendedHours(id))
            continue;
        const TradeUpdate rule = conditionRule(id);
        update.last &= rule.last; // by bits: a branch would be guessed wrong too often
        update.highLow &= rule.highLow;
        update.volume &= rule.volume;
    }
    return update;
}

TradeUpdate optionTradeUpdate(const TradeConditions &conditions)
{
    constexpr std::array<quint16, 4> cancels { 201, 203, 205, 207 };
    constexpr std::array<quint16, 4> late { 202, 204, 206, 208 };
    TradeUpdate update;
    for (const quint16 id : conditions.ids()) {
        if (std::ranges::find(cancels, id) != cancels.end())
            return { .last = false, .highLow = false, .volume = false };
        if (std::ranges::find(late, id) != late.end())
            update.last = update.highLow = false;
    }
    return update;
}

} // namespace tapeline
