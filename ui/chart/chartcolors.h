#pragma once

#include <QColor>

namespace tapeline {

/// Every colour a chart paints with; opaque unless said otherwise. The panel fills it from the
/// theme.
struct ChartColors
{
    QColor background;
    QColor session; ///< behind extended hours
    QColor grid;
    QColor dayLine; ///< where a new day begins
    QColor paneLine; ///< between panes and axes
    QColor axisText;
    QColor axisTextStrong; ///< dates
    QColor up;
    QColor down;
    QColor volumeUp;
    QColor volumeDown;
    QColor gap; ///< where data is missing
    QColor crosshair;
    QColor valueBox; ///< behind crosshair values
    QColor valueText;
    QColor tagText; ///< on the last-price tag, which has the colour up or down
    QColor text;
    QColor textDim;
    QColor accent;
    QColor accentText; ///< on the accent

    static ChartColors dark();
    static ChartColors light();

    friend bool operator==(const ChartColors &, const ChartColors &) = default;
};

} // namespace tapeline
