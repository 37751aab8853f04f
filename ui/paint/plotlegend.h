#pragma once

#include <QColor>
#include <QString>

#include <vector>

class QPainter;

namespace tapeline {

class Theme;

struct PlotLegendEntry
{
    QColor color;
    QString text;
    bool isBar = false; ///< else a line
};

/// Paints what the colours of a plot mean in one line at its top, from the right, so that the title
/// in the left corner keeps its place; what does not fit is left out.
void paintLegend(QPainter &painter, const Theme &theme, const std::vector<PlotLegendEntry> &entries,
                 const QString &title, int width);

} // namespace tapeline
