#include "datachoices.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString service = u"massive"_s;
const QString yahoo = u"yahoo"_s;

constexpr std::array choiceWords { "service,yahoo"_L1, "yahoo,service"_L1, "service"_L1 };
constexpr std::array classWords { "stocks"_L1, "indices"_L1, "forex"_L1, "crypto"_L1 };
static_assert(classWords.size() == sharedAssetClasses.size());

QStringList sources(SourceChoice choice)
{
    switch (choice) {
    case SourceChoice::ServiceFirst:
        return { service, yahoo };
    case SourceChoice::YahooFirst:
        return { yahoo, service };
    case SourceChoice::ServiceOnly:
        break;
    }
    return { service };
}

} // namespace

SourceOrder DataChoices::sourceOrder() const
{
    SourceOrder all;
    if (!data.yahoo)
        return all;
    for (std::size_t at = 0; at < order.size(); ++at)
        for (const SourceData kind : { SourceData::Bars, SourceData::LastPrice })
            all.set(sharedAssetClasses[at], kind, sources(order[at]));
    return all;
}

QJsonObject toJson(const DataChoices &choices)
{
    QJsonObject order;
    for (std::size_t at = 0; at < choices.order.size(); ++at)
        order[classWords[at]] = QString(choiceWords[std::size_t(choices.order[at])]);
    return { { u"keep"_s, choices.data.keep },
             { u"limit_mb"_s, choices.data.limitMb },
             { u"yahoo"_s, choices.data.yahoo },
             { u"discrepancy_percent"_s, choices.data.discrepancyPercent },
             { u"order"_s, order } };
}

DataChoices dataChoicesFromJson(const QJsonObject &object)
{
    DataChoices choices;
    DataSettings &data = choices.data;
    data.keep = object[u"keep"_s].toBool(data.keep);
    data.limitMb
        = std::clamp(object[u"limit_mb"_s].toInt(data.limitMb), 0, DataChoices::mostLimitMb);
    data.yahoo = object[u"yahoo"_s].toBool(data.yahoo);
    data.discrepancyPercent
        = std::clamp(object[u"discrepancy_percent"_s].toDouble(data.discrepancyPercent),
                     DataChoices::leastDiscrepancy, DataChoices::mostDiscrepancy);
    const QJsonObject order = object[u"order"_s].toObject();
    for (std::size_t at = 0; at < choices.order.size(); ++at) {
        const auto word = std::ranges::find(choiceWords, order[classWords[at]].toString());
        if (word != choiceWords.end())
            choices.order[at] = SourceChoice(word - choiceWords.begin());
    }
    return choices;
}

} // namespace tapeline
