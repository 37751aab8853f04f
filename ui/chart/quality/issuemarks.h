#pragma once

#include "chartscene.h"

class QPainter;

namespace tapeline {

/// A small mark above each bar that an issue of the data names. The bars stay as they are.
class IssueMarks
{
public:
    explicit IssueMarks(const ChartScene &scene)
        : m_scene(scene)
    {
    }

    void paint(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last) const;

private:
    const ChartScene &m_scene;
};

} // namespace tapeline
