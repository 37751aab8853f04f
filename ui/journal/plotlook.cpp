#include "plotlook.h"

#include "theme.h"

#include <QAbstractAxis>
#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>

namespace tapeline::plotlook {

void dress(QChart &chart, const Theme &theme)
{
    chart.setAnimationOptions(QChart::NoAnimation);
    chart.setDropShadowEnabled(false);
    chart.setBackgroundRoundness(0);
    chart.setBackgroundPen(Qt::NoPen);
    chart.setBackgroundBrush(theme.color(ColorRole::Panel));
    chart.setBackgroundVisible(true);
    chart.setPlotAreaBackgroundVisible(false);
    chart.setMargins({});
    chart.layout()->setContentsMargins(0, 0, 0, 0);
    chart.legend()->setVisible(false);
    chart.setTitle({});
    chart.setLocalizeNumbers(true);
}

void dress(QAbstractAxis &axis, const Theme &theme, bool hasGrid)
{
    axis.setLabelsFont(theme.font(FontRole::Small));
    axis.setLabelsBrush(theme.color(ColorRole::MutedText));
    axis.setLinePen(QPen(theme.color(ColorRole::Rule), 1));
    axis.setLineVisible(!hasGrid);
    axis.setGridLinePen(QPen(theme.color(ColorRole::Grid), 1));
    axis.setGridLineVisible(hasGrid);
    axis.setMinorGridLineVisible(false);
    axis.setShadesVisible(false);
    axis.setTitleVisible(false);
}

QPen line(const QColor &color, Qt::PenStyle style, bool isSmooth)
{
    QPen pen(color, isSmooth ? 1.5 : 1, style, Qt::FlatCap,
             isSmooth ? Qt::RoundJoin : Qt::BevelJoin);
    pen.setCosmetic(true);
    return pen;
}

QColor area(const QColor &line)
{
    QColor pale = line;
    pale.setAlpha(28);
    return pale;
}

} // namespace tapeline::plotlook
