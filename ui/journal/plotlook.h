#pragma once

#include <QColor>
#include <QPen>

QT_BEGIN_NAMESPACE
class QAbstractAxis;
class QChart;
QT_END_NAMESPACE

namespace tapeline {

class Theme;

/// How charts of Qt Charts look in the desk: its colours and fonts, thin lines, nothing that moves,
/// no title, legend, shadow or rounded frame of their own. To be applied anew when the theme
/// changes.
namespace plotlook {

void dress(QChart &chart, const Theme &theme);
/// An axis with muted labels; lines across the plot where hasGrid.
void dress(QAbstractAxis &axis, const Theme &theme, bool hasGrid);
/// A line of data; one that is not smooth is as thin as can be painted fast.
QPen line(const QColor &color, Qt::PenStyle style = Qt::SolidLine, bool isSmooth = true);
/// The area below such a line.
QColor area(const QColor &line);

} // namespace plotlook
} // namespace tapeline
