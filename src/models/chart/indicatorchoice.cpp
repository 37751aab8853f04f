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

} // namespace

QJsonObject indicatorParametersJson(const IndicatorSpec &spec)
{
    const IndicatorInfo *info = findIndicator(spec.id);
    QJsonObject parameters;
    for (std::size_t i = 0; info && i < std::min(spec.parameters.size(), info->parameters.size());
         ++i)
        parameters.insert(QLatin1String(info->parameters[i].id), spec.parameters[i]);
    return parameters;
}

std::vector<double> indicatorParametersOf(const QJsonObject &json, const IndicatorInfo &info)
{
    std::vector<double> values;
    for (const IndicatorParameter &parameter : info.parameters)
        values.push_back(json.value(QLatin1String(parameter.id)).toDouble(parameter.initial));
    return values;
}

QJsonObject IndicatorChoice::toJson() const
{
    const IndicatorInfo *info = findIndicator(spec.id);
    QJsonArray outputs;
    for (std::size_t i = 0; info && i < info->outputs.size(); ++i) {
        QJsonObject output = style(i).toJson();
        output.insert(shownKey, !(i < hiddenOutputs.size() && hiddenOutputs[i]));
        outputs.append(output);
    }
    return { { indicatorKey, spec.id }, { parametersKey, indicatorParametersJson(spec) },
             { outputsKey, outputs },   { hiddenKey, hidden },
             { paneKey, pane },         { tintKey, tint } };
}

Result<IndicatorChoice> IndicatorChoice::fromJson(const QJsonObject &json)
{
    IndicatorChoice choice;
    choice.spec.id = json.value(indicatorKey).toString();
    const IndicatorInfo *info = findIndicator(choice.spec.id);
    if (info)
        choice.spec.parameters = indicatorParametersOf(json.value(parametersKey).toObject(), *info);
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
