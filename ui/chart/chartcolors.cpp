#include "chartcolors.h"

namespace tapeline {

ChartColors ChartColors::dark()
{
    ChartColors colors;
    colors.background = QColor(0x10141A);
    colors.session = QColor(0x151A22);
    colors.grid = QColor(0x1D232D);
    colors.dayLine = QColor(0x2E3744);
    colors.paneLine = QColor(0x2A323D);
    colors.axisText = QColor(0x93A0B0);
    colors.axisTextStrong = QColor(0xDCE3EB);
    colors.up = QColor(0x2FB27C);
    colors.down = QColor(0xE5534F);
    colors.volumeUp = QColor(0x1C5946);
    colors.volumeDown = QColor(0x6B2F33);
    colors.gap = QColor(0xC9963B);
    colors.crosshair = QColor(0x708093);
    colors.valueBox = QColor(0x3A4656);
    colors.valueText = QColor(0xFFFFFF);
    colors.tagText = QColor(0x0B0E12);
    colors.text = QColor(0xDCE3EB);
    colors.textDim = QColor(0x93A0B0);
    colors.accent = QColor(0x4C9BE8);
    colors.accentText = QColor(0x07101D);
    return colors;
}

ChartColors ChartColors::light()
{
    ChartColors colors;
    colors.background = QColor(0xFFFFFF);
    colors.session = QColor(0xF6F7F9);
    colors.grid = QColor(0xEBEEF2);
    colors.dayLine = QColor(0xD2D8E0);
    colors.paneLine = QColor(0xD5DBE2);
    colors.axisText = QColor(0x5A6675);
    colors.axisTextStrong = QColor(0x1B222B);
    colors.up = QColor(0x0B8A5B);
    colors.down = QColor(0xCF3A3A);
    colors.volumeUp = QColor(0xA9D8C4);
    colors.volumeDown = QColor(0xF0BABA);
    colors.gap = QColor(0xA8700F);
    colors.crosshair = QColor(0x8794A3);
    colors.valueBox = QColor(0x39444F);
    colors.valueText = QColor(0xFFFFFF);
    colors.tagText = QColor(0xFFFFFF);
    colors.text = QColor(0x1B222B);
    colors.textDim = QColor(0x5A6675);
    colors.accent = QColor(0x1F6FC4);
    colors.accentText = QColor(0xFFFFFF);
    return colors;
}

} // namespace tapeline
