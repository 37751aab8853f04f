#include "plotaxis.h"

namespace tapeline {

PlotAxis::PlotAxis(QObject *parent)
    : QCategoryAxis(parent)
{
    setLabelsPosition(AxisLabelsPositionOnValue);
    setTruncateLabels(false);
}

void PlotAxis::setScale(double low, double high, const PlotMarks &marks)
{
    m_marks = marks;
    setRange(low, high);
    mark();
}

void PlotAxis::setPixels(int pixels)
{
    if (pixels == m_pixels)
        return;
    m_pixels = pixels;
    mark();
}

void PlotAxis::mark()
{
    const std::vector<PlotMark> marks
        = m_marks ? m_marks(min(), max(), m_pixels) : std::vector<PlotMark>();
    for (const QString &label : categoriesLabels())
        remove(label);
    setStartValue(min());
    for (const PlotMark &mark : marks) {
        QString label = mark.text;
        while (categoriesLabels().contains(label))
            label += QChar(0x200b); // the axis wants different ones: of no width
        append(label, mark.at);
    }
}

} // namespace tapeline
