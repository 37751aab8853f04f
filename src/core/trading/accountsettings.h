#pragma once

#include "money.h"

#include <QJsonObject>
#include <QString>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace tapeline {

enum class MarginMode : quint8 {
    RegT, ///< execution.md C.5
    Cash, ///< no shorts, no naked options, proceeds settle the next trading day
    None ///< nothing is refused for want of money
};

/// Which lot a closing takes (C.2).
enum class LotMethod : quint8 { Fifo, Lifo, Average, SpecificId, Hifo };

/// At which price a position is valued (C.3).
enum class ValuationMode : quint8 { Liquidation, Mid, Last };

enum class EarlyAssignment : quint8 { Off, Rational };

/// A rule that is broken does nothing, shows, or refuses the order.
enum class RuleAction : quint8 { Off, Warn, Block };

enum class RiskRule : quint8 { PerTrade, PerSymbol, PerStrategy, CashReserve, DailyLoss, Rate };
constexpr std::size_t riskRuleCount = 6;

enum class RiskBasis : quint8 { MaxLoss, Notional };

/// The limits of C.8. Shares are parts per million of the capital at the start of the day.
struct RiskSettings
{
    std::array<RuleAction, riskRuleCount> actions {}; ///< all off
    qint64 perTradePpm = 20'000;
    qint64 perSymbolPpm = 50'000;
    qint64 perStrategyPpm = 200'000;
    qint64 cashReservePpm = 200'000; ///< of equity
    qint64 dailyLossPpm = 30'000;
    int ordersPerMinute = 60;
    int symbolOrdersPerMinute = 10;
    RiskBasis basis = RiskBasis::MaxLoss;
    bool flattenOnDailyLoss = false;

    RuleAction action(RiskRule rule) const { return actions[static_cast<std::size_t>(rule)]; }
    void set(RiskRule rule, RuleAction action) { actions[static_cast<std::size_t>(rule)] = action; }
    bool isOff() const
    {
        return std::all_of(actions.begin(), actions.end(),
                           [](RuleAction action) { return action == RuleAction::Off; });
    }
    friend bool operator==(const RiskSettings &, const RiskSettings &) = default;
};

/// How an account is kept. A value; changes are events of the ledger.
struct AccountSettings
{
    QString name = QStringLiteral("Paper");
    Money startingCash = Money::whole(100'000);
    QString commission = QStringLiteral("zero"); ///< as in configurations: "per_share:0.005,1.00,1"
    MarginMode margin = MarginMode::RegT;
    LotMethod lots = LotMethod::Fifo;
    ValuationMode valuation = ValuationMode::Liquidation;
    EarlyAssignment earlyAssignment = EarlyAssignment::Off;
    bool feesInBasis = false; ///< fees in the cost of lots: a tax view
    bool shortAllowed = true;
    bool dayTradeRule = false; ///< the pattern-day-trader rule that ended on 2026-06-04
    bool liquidateOnCall = false;
    bool postDaily = false; ///< interest is paid every day; else with the month's last
    qint64 debitRatePpm = 80'000; ///< a year, on borrowed cash
    qint64 borrowRatePpm = 2'500; ///< a year, on the value of shorts
    RiskSettings risk {};

    friend bool operator==(const AccountSettings &, const AccountSettings &) = default;
};

/// "reg_t", "fifo", "warn", ...: as in journals and configurations.
std::string_view settingText(MarginMode mode);
std::string_view settingText(LotMethod method);
std::string_view settingText(ValuationMode mode);
std::string_view settingText(EarlyAssignment mode);
std::string_view settingText(RuleAction action);
std::string_view settingText(RiskBasis basis);
std::string_view settingText(RiskRule rule);
std::optional<MarginMode> marginFromText(std::string_view text);
std::optional<LotMethod> lotMethodFromText(std::string_view text);
std::optional<RuleAction> ruleActionFromText(std::string_view text);
std::optional<RiskRule> riskRuleFromText(std::string_view text);

/// One JSON object, every field, in fixed order.
std::string settingsText(const AccountSettings &settings);
/// The inverse; what is missing keeps its default, Malformed for a wrong value.
Result<AccountSettings> settingsFromJson(const QJsonObject &object);

} // namespace tapeline
