#pragma once

#include "plotmarks.h"

#include <QCategoryAxis>

namespace tapeline {

/// An axis of a chart whose labels we choose: round values or times in the words of the desk, as
/// many as there is room for.
class PlotAxis : public QCategoryAxis
{
    Q_OBJECT

public:
    explicit PlotAxis(QObject *parent = nullptr);

    /// From low to high > low.
    void setScale(double low, double high, const PlotMarks &marks);
    /// The length of the axis on the screen.
    void setPixels(int pixels);

private:
    void mark();

    PlotMarks m_marks;
    int m_pixels = 0;
};

} // namespace tapeline
