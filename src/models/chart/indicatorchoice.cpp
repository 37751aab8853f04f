#include "indicatorchoice.h"

#include "indicatorlist.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto indicatorKey = "indicator"_L1;
constexpr auto parametersKey = "parameters"_L1;
constexpr auto outputsKey = "outputs"_L1;
constexpr auto shownKey = "shown"_L1;
constexpr auto hiddenKey = "hidden"_L1;
constexpr auto paneKey = "pane"_L1;
constexpr auto tintKey = "tint"_L1;
constexpr int mostPanes = 1'000'000; // only to refuse nonsense

std::vector<double> parametersOf(const QJsonObject &json, const IndicatorInfo &info)
{
    std::vector<double> values;
    for (const IndicatorParameter &parameter : info.parameters)
        values.push_back(json.value(QLatin1String(parameter.id)).toDouble(parameter.initial));
    return values;
}

} // namespace

QJsonObject IndicatorChoice::toJson() const
{
    const IndicatorInfo *info = findIndicator(spec.id);
    QJsonObject parameters;
    for (std::size_t i = 0; info && i < std::min(spec.parameters.size(), info->parameters.size());
         ++i)
        parameters.insert(QLatin1String(info->parameters[i].id), spec.parameters[i]);
    QJsonArray outputs;
    for (std::size_t i = 0; info && i < info->outputs.size(); ++i) {
        QJsonObject output = style(i).toJson();
        output.insert(shownKey, !(i < hiddenOutputs.size() && hiddenOutputs[i]));
        outputs.append(output);
    }
    return { { indicatorKey, spec.id }, { parametersKey, parameters },
             { outputsKey, outputs },   { hiddenKey, hidden },
             { paneKey, pane },         { tintKey, tint } };
}

Result<IndicatorChoice> IndicatorChoice::fromJson(const QJsonObject &json)
{
    IndicatorChoice choice;
    choice.spec.id = json.value(indicatorKey).toString();
    const IndicatorInfo *info = findIndicator(choice.spec.id);
    if (info)
        choice.spec.parameters = parametersOf(json.value(parametersKey).toObject(), *info);
    if (const auto parameters = indicatorParameters(choice.spec); !parameters)
        return parameters.error();
    for (const QJsonValue &value : json.value(outputsKey).toArray()) {
        if (choice.styles.size() == info->outputs.size())
            break;
        const QJsonObject output = value.toObject();
        choice.styles.push_back(LineStyle::fromJson(output));
        choice.hiddenOutputs.push_back(!output.value(shownKey).toBool(true));
    }
    choice.hidden = json.value(hiddenKey).toBool();
    choice.pane = std::clamp(json.value(paneKey).toInt(), pricePane, mostPanes);
    choice.tint = std::abs(json.value(tintKey).toInt() % mostPanes);
    return choice;
}

} // namespace tapeline
