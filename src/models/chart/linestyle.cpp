#include "linestyle.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto colorKey = "color"_L1;
constexpr auto widthKey = "width"_L1;
constexpr auto dashKey = "dash"_L1;

} // namespace

QJsonObject LineStyle::toJson() const
{
    QJsonObject json { { widthKey, width }, { dashKey, int(dash) } };
    if (color != 0)
        json.insert(colorKey, QString(u'#' + QString::number(color, 16).rightJustified(8, u'0')));
    return json;
}

LineStyle LineStyle::fromJson(const QJsonObject &json)
{
    LineStyle style;
    const QString color = json.value(colorKey).toString();
    if (color.startsWith(u'#') && color.size() == 9)
        style.color = color.sliced(1).toUInt(nullptr, 16);
    style.width = std::clamp(json.value(widthKey).toInt(style.width), 1, 4);
    style.dash = LineDash(std::clamp(json.value(dashKey).toInt(), 0, int(LineDash::Dotted)));
    return style;
}

} // namespace tapeline
