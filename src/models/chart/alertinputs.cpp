#include "alertinputs.h"

#include <algorithm>

namespace tapeline {

AlertReading AlertInputs::at(const ChartAlert &alert, Key key) const
{
    const OhlcRun &run = m_series.run(key);
    return alert.isMoving() ? moving(alert, key)
                            : at(alert, key, run.isEmpty() ? noValue : run.close);
}

AlertReading AlertInputs::at(const ChartAlert &alert, Key key, double price) const
{
    const double value = valueOf(alert.watched, key, price);
    if (alert.against.kind == AlertValue::Kind::Drawing) {
        std::vector<double> lines;
        if (m_drawings)
            lines = m_drawings(m_series, alert.against.drawing, m_series.start(key));
        if (lines.empty())
            return {};
        return alert.isRoom() ? inRoom(value, std::move(lines))
                              : AlertReading::ofLine(value, lines.front());
    }
    const double against = valueOf(alert.against, key, price);
    return alert.isRoom() ? inRoom(value, { against, alert.otherLevel })
                          : AlertReading::ofLine(value, against);
}

double AlertInputs::valueOf(const AlertValue &value, Key, double price) const
{
    switch (value.kind) {
    case AlertValue::Kind::Price:
        return price;
    case AlertValue::Kind::Level:
        return value.level;
    case AlertValue::Kind::Indicator:
    case AlertValue::Kind::Drawing:
        break;
    }
    return noValue;
}

/// Against the lowest (highest) value at the end of the bars before it, as many as the alert says
/// or there are.
AlertReading AlertInputs::moving(const ChartAlert &alert, Key key) const
{
    const bool isRise = alert.condition == AlertCondition::Rising;
    const auto valueAt = [&](Key at) {
        const OhlcRun &run = m_series.run(at);
        return run.isEmpty() ? noValue : valueOf(alert.watched, at, run.close);
    };
    double from = noValue;
    for (Key at = std::max(m_series.firstKey(), key - alert.bars); at < key; ++at)
        if (const double value = valueAt(at); !std::isnan(value))
            from = std::isnan(from) ? value
                : isRise            ? std::min(from, value)
                                    : std::max(from, value);
    const double way = std::abs(from) * alert.percent / 100;
    return AlertReading::ofLine(valueAt(key), isRise ? from + way : from - way);
}

AlertReading AlertInputs::inRoom(double value, std::vector<double> edges) const
{
    const auto [low, high] = std::ranges::minmax(edges);
    return { value, low, high };
}

} // namespace tapeline
