#include "accountsettings.h"

#include "jsonfields.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<std::string_view, 3> marginTexts { "reg_t", "cash", "none" };
constexpr std::array<std::string_view, 5> lotTexts { "fifo", "lifo", "average", "specific",
                                                     "hifo" };
constexpr std::array<std::string_view, 3> valuationTexts { "liquidation", "mid", "last" };
constexpr std::array<std::string_view, 2> assignmentTexts { "off", "rational" };
constexpr std::array<std::string_view, 3> actionTexts { "off", "warn", "block" };
constexpr std::array<std::string_view, 2> basisTexts { "max_loss", "notional" };
constexpr std::array<std::string_view, riskRuleCount> ruleTexts { "per_trade",    "per_symbol",
                                                                  "per_strategy", "cash_reserve",
                                                                  "daily_loss",   "rate" };

template<typename Value, std::size_t Count>
std::optional<Value> find(const std::array<std::string_view, Count> &texts, std::string_view text)
{
    const auto found = std::find(texts.begin(), texts.end(), text);
    if (found == texts.end())
        return {};
    return static_cast<Value>(found - texts.begin());
}

template<typename Value, std::size_t Count>
void readWord(JsonReading &reading, QLatin1StringView name,
              const std::array<std::string_view, Count> &texts, Value &target)
{
    reading.word(name, target, [&](std::string_view text) { return find<Value>(texts, text); });
}

std::string riskText(const RiskSettings &risk)
{
    JsonFields fields;
    for (std::size_t rule = 0; rule < riskRuleCount; ++rule)
        fields.text(ruleTexts[rule], settingText(risk.actions[rule]));
    return fields.integer("per_trade_ppm", risk.perTradePpm)
        .integer("per_symbol_ppm", risk.perSymbolPpm)
        .integer("per_strategy_ppm", risk.perStrategyPpm)
        .integer("cash_reserve_ppm", risk.cashReservePpm)
        .integer("daily_loss_ppm", risk.dailyLossPpm)
        .integer("orders_per_minute", risk.ordersPerMinute)
        .integer("symbol_orders_per_minute", risk.symbolOrdersPerMinute)
        .text("basis", settingText(risk.basis))
        .flag("flatten_on_daily_loss", risk.flattenOnDailyLoss)
        .take();
}

void readCount(JsonReading &reading, QLatin1StringView name, int &target)
{
    qint64 value = target;
    reading.integer(name, value);
    if (value < 0 || value > 1'000'000'000)
        reading.fail(name);
    else
        target = static_cast<int>(value);
}

Result<RiskSettings> riskFromJson(const QJsonObject &object)
{
    RiskSettings risk;
    JsonReading reading(object);
    for (std::size_t rule = 0; rule < riskRuleCount; ++rule) {
        const std::string_view name = ruleTexts[rule];
        readWord(reading, QLatin1StringView(name.data(), qsizetype(name.size())), actionTexts,
                 risk.actions[rule]);
    }
    reading.integer("per_trade_ppm"_L1, risk.perTradePpm);
    reading.integer("per_symbol_ppm"_L1, risk.perSymbolPpm);
    reading.integer("per_strategy_ppm"_L1, risk.perStrategyPpm);
    reading.integer("cash_reserve_ppm"_L1, risk.cashReservePpm);
    reading.integer("daily_loss_ppm"_L1, risk.dailyLossPpm);
    readCount(reading, "orders_per_minute"_L1, risk.ordersPerMinute);
    readCount(reading, "symbol_orders_per_minute"_L1, risk.symbolOrdersPerMinute);
    readWord(reading, "basis"_L1, basisTexts, risk.basis);
    reading.flag("flatten_on_daily_loss"_L1, risk.flattenOnDailyLoss);
    if (reading.failed())
        return reading.error();
    return risk;
}

} // namespace

std::string_view settingText(MarginMode mode)
{
    return marginTexts[static_cast<std::size_t>(mode)];
}

std::string_view settingText(LotMethod method)
{
    return lotTexts[static_cast<std::size_t>(method)];
}

std::string_view settingText(ValuationMode mode)
{
    return valuationTexts[static_cast<std::size_t>(mode)];
}

std::string_view settingText(EarlyAssignment mode)
{
    return assignmentTexts[static_cast<std::size_t>(mode)];
}

std::string_view settingText(RuleAction action)
{
    return actionTexts[static_cast<std::size_t>(action)];
}

std::string_view settingText(RiskBasis basis)
{
    return basisTexts[static_cast<std::size_t>(basis)];
}

std::string_view settingText(RiskRule rule)
{
    return ruleTexts[static_cast<std::size_t>(rule)];
}

std::optional<MarginMode> marginFromText(std::string_view text)
{
    return find<MarginMode>(marginTexts, text);
}

std::optional<LotMethod> lotMethodFromText(std::string_view text)
{
    return find<LotMethod>(lotTexts, text);
}

std::optional<RuleAction> ruleActionFromText(std::string_view text)
{
    return find<RuleAction>(actionTexts, text);
}

std::optional<RiskRule> riskRuleFromText(std::string_view text)
{
    return find<RiskRule>(ruleTexts, text);
}

std::string settingsText(const AccountSettings &settings)
{
    return JsonFields()
        .text("name", settings.name)
        .decimal("starting_cash", settings.startingCash)
        .text("commission", settings.commission)
        .text("margin", settingText(settings.margin))
        .text("lots", settingText(settings.lots))
        .text("valuation", settingText(settings.valuation))
        .text("early_assignment", settingText(settings.earlyAssignment))
        .flag("fees_in_basis", settings.feesInBasis)
        .flag("short_allowed", settings.shortAllowed)
        .flag("day_trade_rule", settings.dayTradeRule)
        .flag("liquidate_on_call", settings.liquidateOnCall)
        .flag("post_daily", settings.postDaily)
        .integer("debit_rate_ppm", settings.debitRatePpm)
        .integer("borrow_rate_ppm", settings.borrowRatePpm)
        .raw("risk", riskText(settings.risk))
        .take();
}

Result<AccountSettings> settingsFromJson(const QJsonObject &object)
{
    AccountSettings settings;
    JsonReading reading(object);
    reading.text("name"_L1, settings.name);
    reading.decimal("starting_cash"_L1, settings.startingCash);
    reading.text("commission"_L1, settings.commission);
    readWord(reading, "margin"_L1, marginTexts, settings.margin);
    readWord(reading, "lots"_L1, lotTexts, settings.lots);
    readWord(reading, "valuation"_L1, valuationTexts, settings.valuation);
    readWord(reading, "early_assignment"_L1, assignmentTexts, settings.earlyAssignment);
    reading.flag("fees_in_basis"_L1, settings.feesInBasis);
    reading.flag("short_allowed"_L1, settings.shortAllowed);
    reading.flag("day_trade_rule"_L1, settings.dayTradeRule);
    reading.flag("liquidate_on_call"_L1, settings.liquidateOnCall);
    reading.flag("post_daily"_L1, settings.postDaily);
    reading.integer("debit_rate_ppm"_L1, settings.debitRatePpm);
    reading.integer("borrow_rate_ppm"_L1, settings.borrowRatePpm);
    const Result<RiskSettings> risk = riskFromJson(object.value("risk"_L1).toObject());
    if (reading.failed())
        return reading.error();
    if (!risk)
        return risk.error();
    settings.risk = *risk;
    return settings;
}

} // namespace tapeline
