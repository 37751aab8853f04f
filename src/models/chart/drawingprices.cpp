#include "drawingprices.h"

#include "drawinglines.h"
#include "indicator.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tapeline {

namespace {

/// Keys to the right, prices (or their logarithms) upwards.
class PricePlane : public DrawingPlane
{
public:
    PricePlane(const KeyOfTime &keyOf, bool logScale)
        : m_keyOf(keyOf)
        , m_logScale(logScale)
    {
    }

    QPointF placeOf(const DrawingPoint &point) const override
    {
        return { m_keyOf(point.time), yOf(point.price) };
    }
    double yOf(double price) const override
    {
        return m_logScale ? std::log(std::max(price, 1e-10)) : price;
    }
    double priceOf(double y) const override { return m_logScale ? std::exp(y) : y; }

private:
    const KeyOfTime &m_keyOf;
    const bool m_logScale;
};

/// noValue where it has none.
double heightAt(const DrawnLine &line, double x)
{
    const double width = line.to.x() - line.from.x();
    if (width == 0)
        return noValue;
    const double part = (x - line.from.x()) / width;
    if ((part < 0 && !line.goesOnBefore) || (part > 1 && !line.goesOnAfter))
        return noValue;
    return line.from.y() + part * (line.to.y() - line.from.y());
}

} // namespace

std::vector<double> drawingLinePricesAt(const Drawing &drawing, Timestamp time,
                                        const KeyOfTime &keyOf, bool logScale)
{
    std::vector<double> prices;
    if (!hasDrawingPrices(drawing.tool) || drawing.points.empty())
        return prices;
    const PricePlane plane(keyOf, logScale);
    const double x = keyOf(time);
    for (const DrawnLine &line : drawnLines(drawing, plane))
        if (line.role == DrawnLine::Role::Main) {
            const double y = heightAt(line, x);
            prices.push_back(std::isfinite(y) ? plane.priceOf(y) : noValue);
        }
    return prices;
}

std::vector<double> drawingPricesAt(const Drawing &drawing, Timestamp time, const KeyOfTime &keyOf,
                                    bool logScale)
{
    std::vector<double> prices = drawingLinePricesAt(drawing, time, keyOf, logScale);
    std::erase_if(prices, [](double price) { return std::isnan(price); });
    return prices;
}

bool isSloped(const Drawing &drawing)
{
    constexpr std::array slopedTools { DrawingTool::TrendLine,    DrawingTool::Ray,
                                       DrawingTool::ExtendedLine, DrawingTool::Arrow,
                                       DrawingTool::Channel,      DrawingTool::Triangle,
                                       DrawingTool::Pitchfork };
    return std::ranges::find(slopedTools, drawing.tool) != slopedTools.end()
        && std::ranges::adjacent_find(drawing.points, std::not_equal_to(), &DrawingPoint::price)
        != drawing.points.end();
}

std::optional<double> drawingPriceAt(const Drawing &drawing, Timestamp time, const KeyOfTime &keyOf,
                                     bool logScale)
{
    const std::vector<double> prices = drawingPricesAt(drawing, time, keyOf, logScale);
    return prices.empty() ? std::nullopt : std::optional(prices.front());
}

bool hasDrawingPrices(DrawingTool tool)
{
    switch (tool) {
    case DrawingTool::TrendLine:
    case DrawingTool::Ray:
    case DrawingTool::ExtendedLine:
    case DrawingTool::Arrow:
    case DrawingTool::HorizontalLine:
    case DrawingTool::HorizontalRay:
    case DrawingTool::CrossLine:
    case DrawingTool::Channel:
    case DrawingTool::Rectangle:
    case DrawingTool::Triangle:
    case DrawingTool::FibRetracement:
    case DrawingTool::FibExtension:
    case DrawingTool::Pitchfork:
        return true;
    case DrawingTool::VerticalLine:
    case DrawingTool::Ellipse:
    case DrawingTool::Measure:
    case DrawingTool::Text:
    case DrawingTool::Callout:
    case DrawingTool::Brush:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace tapeline
