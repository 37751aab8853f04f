#include "bookoptions.h"

#include <algorithm>
#include <chrono>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto heatMapKey = "heatMap"_L1;
constexpr auto bubblesKey = "bubbles"_L1;
constexpr auto micropriceKey = "microprice"_L1;
constexpr auto imbalanceKey = "imbalance"_L1;
constexpr auto tradedKey = "traded"_L1;
constexpr auto groupKey = "group"_L1;
constexpr auto columnKey = "columnMs"_L1;

qint64 milliseconds(Duration duration)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
}

} // namespace

QJsonObject BookOptions::toJson() const
{
    return { { heatMapKey, heatMap },
             { bubblesKey, bubbles },
             { micropriceKey, microprice },
             { imbalanceKey, imbalance },
             { tradedKey, traded },
             { groupKey, group },
             { columnKey, milliseconds(column) } };
}

BookOptions BookOptions::fromJson(const QJsonObject &json)
{
    BookOptions options;
    options.heatMap = json.value(heatMapKey).toBool(options.heatMap);
    options.bubbles = json.value(bubblesKey).toBool(options.bubbles);
    options.microprice = json.value(micropriceKey).toBool(options.microprice);
    options.imbalance = json.value(imbalanceKey).toBool(options.imbalance);
    options.traded = json.value(tradedKey).toBool(options.traded);
    const int group = json.value(groupKey).toInt();
    if (std::ranges::find(groups, group) != groups.end())
        options.group = group;
    const Duration column = std::chrono::milliseconds(json.value(columnKey).toInt());
    if (std::ranges::find(columns, column) != columns.end())
        options.column = column;
    return options;
}

} // namespace tapeline
