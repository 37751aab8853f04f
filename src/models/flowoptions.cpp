#include "flowoptions.h"

#include <algorithm>
#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto styleKey = "style"_L1;
constexpr auto resetKey = "reset"_L1;
constexpr auto ruleKey = "rule"_L1;
constexpr auto footprintKey = "footprint"_L1;
constexpr auto profileKey = "profile"_L1;
constexpr auto divergencesKey = "divergences"_L1;

// By the value of each enumerator
constexpr std::array styleNames { "hidden"_L1, "line"_L1, "candles"_L1, "delta"_L1 };
constexpr std::array resetNames { "never"_L1, "session"_L1 };
constexpr std::array profileNames { "none"_L1, "visible"_L1, "session"_L1 };

template<typename Value, std::size_t count>
Value valueOf(const QJsonValue &json, const std::array<QLatin1StringView, count> &names,
              Value usual)
{
    const auto at = std::ranges::find(names, json.toString());
    return at == names.end() ? usual : Value(at - names.begin());
}

template<typename Value, std::size_t count>
QString nameOf(Value value, const std::array<QLatin1StringView, count> &names)
{
    return names[std::size_t(value)];
}

} // namespace

QJsonObject FlowOptions::toJson() const
{
    return { { styleKey, nameOf(style, styleNames) },       { resetKey, nameOf(reset, resetNames) },
             { ruleKey, QString(ruleName(rule)) },          { footprintKey, footprint },
             { profileKey, nameOf(profile, profileNames) }, { divergencesKey, divergences } };
}

FlowOptions FlowOptions::fromJson(const QJsonObject &json)
{
    FlowOptions options;
    options.style = valueOf(json.value(styleKey), styleNames, options.style);
    options.reset = valueOf(json.value(resetKey), resetNames, options.reset);
    const auto rule = parseClassifierRule(json.value(ruleKey).toString());
    if (rule && *rule != ClassifierRule::Venue) // stocks have no flag
        options.rule = *rule;
    options.footprint = json.value(footprintKey).toBool(options.footprint);
    options.profile = valueOf(json.value(profileKey), profileNames, options.profile);
    options.divergences = json.value(divergencesKey).toBool(options.divergences);
    return options;
}

} // namespace tapeline
