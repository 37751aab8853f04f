#include "alertinputs.h"

#include "drawingprices.h"
#include "indicatorlist.h"

#include <algorithm>

namespace tapeline {

namespace {

constexpr qsizetype barsAtOnce = 100'000;

AlertReading inRoom(double value, std::vector<double> edges)
{
    std::erase_if(edges, [](double edge) { return std::isnan(edge); });
    if (edges.empty())
        return {};
    const auto [low, high] = std::ranges::minmax(edges);
    return { value, low, high };
}

void finish(IndicatorValues &values)
{
    while (values.isComputing())
        values.work(barsAtOnce);
}

} // namespace

AlertInputs::AlertInputs(const ChartSeries &series, const MarketCalendar &calendar)
    : m_series(series)
    , m_calendar(calendar)
    , m_times(series, m_calendar)
{
}

// --- indicators
// ------------------------------------------------------------------------------------------------

void AlertInputs::setAlerts(std::span<const ChartAlert> alerts)
{
    std::vector<Indicated> before = std::exchange(m_indicators, {});
    for (const ChartAlert &alert : alerts) {
        need(alert.watched, before);
        if (!alert.isMoving())
            need(alert.against, before);
    }
    m_hasDrawings = std::ranges::any_of(alerts, [](const ChartAlert &alert) {
        return alert.against.kind == AlertValue::Kind::Drawing;
    });
    if (m_hasDrawings)
        m_times.update();
}

/// before: what there was, to be used again.
void AlertInputs::need(const AlertValue &value, std::vector<Indicated> &before)
{
    if (value.kind != AlertValue::Kind::Indicator
        || std::ranges::find(m_indicators, value.indicator, &Indicated::spec) != m_indicators.end())
        return;
    const auto old = std::ranges::find(before, value.indicator, &Indicated::spec);
    if (old != before.end()) {
        m_indicators.push_back(std::move(*old));
        before.erase(old);
        return;
    }
    const Result<std::vector<double>> parameters = indicatorParameters(value.indicator);
    if (!parameters)
        return;
    const IndicatorInfo &info = *findIndicator(value.indicator.id);
    Indicated fresh { value.indicator, {}, std::vector<int>(info.outputs.size()) };
    if (info.shift)
        for (std::size_t output = 0; output < fresh.shifts.size(); ++output)
            fresh.shifts[output] = info.shift(*parameters, output);
    fresh.values = std::make_unique<IndicatorValues>(value.indicator, m_series, m_calendar);
    finish(*fresh.values);
    m_indicators.push_back(std::move(fresh));
}

void AlertInputs::follow(const ChartSeries::Change &change)
{
    if (m_hasDrawings)
        m_times.update();
    for (const Indicated &indicated : m_indicators) {
        indicated.values->follow(change);
        finish(*indicated.values);
    }
}

/// As it is drawn: the shift counts.
double AlertInputs::indicatorAt(const AlertValue &value, Key key) const
{
    const auto found = std::ranges::find(m_indicators, value.indicator, &Indicated::spec);
    const auto output = std::size_t(value.output);
    if (found == m_indicators.end() || output >= found->shifts.size())
        return noValue;
    const ValueSeries &values = found->values->output(output);
    const Key own = key - found->shifts[output];
    return own >= values.firstKey() && own <= values.lastKey() ? values.at(own) : noValue;
}

bool AlertInputs::isWarmingUp() const
{
    return std::ranges::any_of(m_indicators, [this](const Indicated &indicated) {
        for (std::size_t output = 0; output < indicated.shifts.size(); ++output) {
            const ValueSeries &values = indicated.values->output(output);
            if (!values.isEmpty() && !values.over(values.firstKey(), values.lastKey()).isEmpty())
                return false;
        }
        return true;
    });
}

// --- readings
// ------------------------------------------------------------------------------------------------

std::vector<AlertReading> AlertInputs::at(const ChartAlert &alert, Key key) const
{
    if (alert.isMoving())
        return { moving(alert, key) };
    const OhlcRun &run = m_series.run(key);
    const double price = run.isEmpty() ? noValue : run.close;
    const double value = valueOf(alert.watched, key, price);
    if (alert.against.kind == AlertValue::Kind::Drawing)
        return ofDrawing(alert, key, value);
    const double against = valueOf(alert.against, key, price);
    return { alert.isRoom() ? inRoom(value, { against, alert.otherLevel })
                            : AlertReading::ofLine(value, against) };
}

std::vector<AlertReading> AlertInputs::ofDrawing(const ChartAlert &alert, Key key,
                                                 double value) const
{
    const std::vector<double> lines = linesAt(alert, m_series.start(key));
    const bool isOfAll = alert.isRoom() || alert.condition == AlertCondition::Above
        || alert.condition == AlertCondition::Below;
    if (isOfAll || lines.empty())
        return { inRoom(value, lines) };
    std::vector<AlertReading> readings;
    for (const double line : lines)
        readings.push_back(AlertReading::ofLine(value, line));
    return readings;
}

const Drawing *AlertInputs::drawingOf(const ChartAlert &alert) const
{
    return alert.against.kind == AlertValue::Kind::Drawing && m_findDrawing
        ? m_findDrawing(alert.symbol, alert.against.drawing)
        : nullptr;
}

bool AlertInputs::reachesDrawing(const ChartAlert &alert) const
{
    const Drawing *drawing = drawingOf(alert);
    if (!drawing || !isSloped(*drawing) || m_series.history() == ChartUpdate::History::Complete)
        return true;
    return !m_series.isEmpty()
        && m_series.start(m_series.firstKey())
        <= std::ranges::min(drawing->points, {}, &DrawingPoint::time).time;
}

/// As they are drawn over these bars, each at its place. Empty where the drawing has none, is gone,
/// or is drawn over bars that are not there.
std::vector<double> AlertInputs::linesAt(const ChartAlert &alert, Timestamp time) const
{
    const Drawing *drawing = drawingOf(alert);
    if (!drawing || !reachesDrawing(alert))
        return {};
    return drawingLinePricesAt(
        *drawing, time, [this](Timestamp at) { return m_times.keyAt(at); }, alert.logScale);
}

double AlertInputs::valueOf(const AlertValue &value, Key key, double price) const
{
    switch (value.kind) {
    case AlertValue::Kind::Price:
        return price;
    case AlertValue::Kind::Level:
        return value.level;
    case AlertValue::Kind::Indicator:
        return indicatorAt(value, key);
    case AlertValue::Kind::Drawing:
        return noValue; // has lines, see at()
    }
    Q_UNREACHABLE();
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

} // namespace tapeline
