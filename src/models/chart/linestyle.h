#pragma once

#include <QJsonObject>

namespace tapeline {

enum class LineDash : quint8 { Solid, Dashed, Dotted };

/// How a line of a chart is drawn that a person chose: an indicator's, a drawing's, a level's.
struct LineStyle
{
    quint32 color = 0; ///< 0xAARRGGBB; 0: what the theme gives it
    int width = 1; ///< 1 to 4 pixels
    LineDash dash = LineDash::Solid;

    QJsonObject toJson() const;
    /// What it does not say, or says wrongly, is as at first.
    static LineStyle fromJson(const QJsonObject &json);

    friend bool operator==(const LineStyle &, const LineStyle &) = default;
};

} // namespace tapeline
