#include "charttype.h"

#include <QCoreApplication>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Kind
{
    ChartType type;
    QLatin1StringView key;
    const char *name;
};

constexpr Kind kinds[] {
    { ChartType::Candles, "candles"_L1, QT_TRANSLATE_NOOP("tapeline::ChartType", "Candles") },
    { ChartType::HollowCandles, "hollow-candles"_L1,
      QT_TRANSLATE_NOOP("tapeline::ChartType", "Hollow candles") },
    { ChartType::Bars, "bars"_L1, QT_TRANSLATE_NOOP("tapeline::ChartType", "Bars") },
    { ChartType::HlcBars, "hlc-bars"_L1, QT_TRANSLATE_NOOP("tapeline::ChartType", "HLC bars") },
    { ChartType::HeikinAshi, "heikin-ashi"_L1,
      QT_TRANSLATE_NOOP("tapeline::ChartType", "Heikin-Ashi") },
    { ChartType::Line, "line"_L1, QT_TRANSLATE_NOOP("tapeline::ChartType", "Line") },
    { ChartType::LineWithMarkers, "line-with-markers"_L1,
      QT_TRANSLATE_NOOP("tapeline::ChartType", "Line with markers") },
    { ChartType::StepLine, "step-line"_L1, QT_TRANSLATE_NOOP("tapeline::ChartType", "Step line") },
    { ChartType::Area, "area"_L1, QT_TRANSLATE_NOOP("tapeline::ChartType", "Area") },
    { ChartType::Baseline, "baseline"_L1, QT_TRANSLATE_NOOP("tapeline::ChartType", "Baseline") },
    { ChartType::Columns, "columns"_L1, QT_TRANSLATE_NOOP("tapeline::ChartType", "Columns") },
};
static_assert(std::size(kinds) == chartTypes.size());

const Kind &kindOf(ChartType type)
{
    return kinds[static_cast<std::size_t>(type)];
}

} // namespace

bool isOfCloses(ChartType type)
{
    return type >= ChartType::Line;
}

QString chartTypeName(ChartType type)
{
    return QCoreApplication::translate("tapeline::ChartType", kindOf(type).name);
}

QString chartTypeKey(ChartType type)
{
    return kindOf(type).key;
}

std::optional<ChartType> chartTypeFromKey(QStringView key)
{
    const auto *found
        = std::ranges::find_if(kinds, [key](const Kind &kind) { return key == kind.key; });
    return found == std::end(kinds) ? std::nullopt : std::optional(found->type);
}

QString chartTypeIcon(ChartType type)
{
    switch (type) {
    case ChartType::Candles:
    case ChartType::HeikinAshi:
        return u"chart"_s;
    default:
        return u"chart-"_s + chartTypeKey(type);
    }
}

} // namespace tapeline
