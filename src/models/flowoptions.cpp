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
constexpr auto spanFromKey = "spanFrom"_L1; // seconds of UTC
constexpr auto spanUntilKey = "spanUntil"_L1;
constexpr auto compositeKey = "compositeDays"_L1;
constexpr auto developingKey = "developing"_L1;
constexpr auto nakedKey = "nakedPocs"_L1;
constexpr auto divergencesKey = "divergences"_L1;

// By the value of each enumerator
constexpr std::array styleNames { "hidden"_L1, "line"_L1, "candles"_L1, "delta"_L1 };
constexpr std::array resetNames { "never"_L1, "session"_L1 };
constexpr std::array profileNames { "none"_L1, "visible"_L1, "session"_L1, "range"_L1,
                                    "composite"_L1 };

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

/// A profile of a range needs one.
void readSpan(const QJsonObject &json, FlowOptions &options)
{
    if (options.profile != ProfileRange::Fixed)
        return;
    const auto time = [&](QLatin1StringView key) {
        constexpr qint64 farthest = 9'000'000'000; // the year 2255
        return fromMs(std::clamp<qint64>(json.value(key).toInteger(), 0, farthest) * 1'000);
    };
    const FlowSpan span { time(spanFromKey), time(spanUntilKey) };
    if (span.from > Timestamp() && span.from < span.until)
        options.span = span;
    else
        options.profile = ProfileRange::None;
}

} // namespace

QJsonObject FlowOptions::toJson() const
{
    QJsonObject json { { styleKey, nameOf(style, styleNames) },
                       { resetKey, nameOf(reset, resetNames) },
                       { ruleKey, QString(ruleName(rule)) },
                       { footprintKey, footprint },
                       { profileKey, nameOf(profile, profileNames) },
                       { compositeKey, compositeDays },
                       { developingKey, developing },
                       { nakedKey, nakedPocs },
                       { divergencesKey, divergences } };
    if (span) {
        json.insert(spanFromKey, toMs(span->from) / 1'000);
        json.insert(spanUntilKey, toMs(span->until) / 1'000);
    }
    return json;
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
    readSpan(json, options);
    options.compositeDays
        = std::clamp(json.value(compositeKey).toInt(options.compositeDays), fewestDays, mostDays);
    options.developing = json.value(developingKey).toBool(options.developing);
    options.nakedPocs = json.value(nakedKey).toBool(options.nakedPocs);
    options.divergences = json.value(divergencesKey).toBool(options.divergences);
    return options;
}

} // namespace tapeline
