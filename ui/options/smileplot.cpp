#include "smileplot.h"

#include "analysistext.h"
#include "theme.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// So far to each side that a smile is shown, in standard deviations at the money.
constexpr double widest = 4;
constexpr int curveSteps = 120;
constexpr double pointRadius = 3;

} // namespace

SmilePlot::SmilePlot(const Theme &theme, QWidget *parent)
    : AnalysisPlot(theme, u"smilePlot"_s, parent)
{
}

std::vector<QColor> SmilePlot::colors(const Theme &theme)
{
    using enum Palette::Role;
    std::vector<QColor> colors;
    for (const ColorRole role : { Link1, Link2, Link3, Link4, Link5, Link6 })
        colors.push_back(theme.color(role));
    return colors;
}

void SmilePlot::setScale(Scale scale)
{
    if (scale == m_scale)
        return;
    m_scale = scale;
    show(m_analysis, m_expiries);
}

double SmilePlot::xOfStrike(double strike, double forward) const
{
    return m_scale == Scale::Strike ? strike : strike / forward;
}

void SmilePlot::show(const ChainAnalysis *analysis, const std::vector<ChainExpiry> &expiries)
{
    m_analysis = analysis;
    m_expiries = expiries;
    m_curves.clear();
    m_points.clear();
    if (analysis && analysis->book()) {
        m_underlying = analysis->book()->underlying();
        m_spot = analysis->book()->spot().toDouble();
        for (const ChainExpiry &wanted : expiries)
            if (const ExpiryAnalysis *expiry = analysis->find(wanted); expiry && expiry->smile)
                addCurve(*expiry);
    }
    std::ranges::stable_sort(m_points, {}, &Point::x);
    scaleAxes();
    refresh();
}

void SmilePlot::addCurve(const ExpiryAnalysis &expiry)
{
    const VolatilitySmile &smile = *expiry.smile;
    const double forward = smile.terms().forward;
    const double deviation = std::sqrt(smile.variance(0));
    const double low
        = std::max(-widest * deviation, std::log(smile.points().front().strike / forward));
    const double high
        = std::min(widest * deviation, std::log(smile.points().back().strike / forward));
    Curve curve { expiry.expiry, expiry.days, expiry.gap.has_value(), {} };
    for (int i = 0; i <= curveSteps; ++i) {
        const double strike = forward * std::exp(low + (high - low) * i / curveSteps);
        curve.line.emplace_back(xOfStrike(strike, forward), smile.volatility(strike));
    }
    for (const SmilePoint &quote : smile.points()) {
        const double k = std::log(quote.strike / forward);
        if (k >= low - 1e-9 && k <= high + 1e-9)
            m_points.push_back({ xOfStrike(quote.strike, forward), quote,
                                 smile.volatility(quote.strike), m_curves.size() });
    }
    m_curves.push_back(std::move(curve));
}

void SmilePlot::scaleAxes()
{
    Axis x;
    Axis y;
    double lowest = HUGE_VAL;
    double highest = 0;
    x.low = HUGE_VAL;
    x.high = -HUGE_VAL;
    for (const Curve &curve : m_curves)
        for (const QPointF &place : curve.line) {
            x.low = std::min(x.low, place.x());
            x.high = std::max(x.high, place.x());
            lowest = std::min(lowest, place.y());
            highest = std::max(highest, place.y());
        }
    if (!(x.low < x.high)) {
        x.low = 0;
        x.high = 1;
        lowest = 0;
        highest = 1;
    }
    const double margin = (x.high - x.low) * 0.02;
    x.low -= margin;
    x.high += margin;
    const double spread = std::max(0.02, highest - lowest);
    y.low = std::max(0.0, lowest - 0.15 * spread);
    y.high = highest + 0.15 * spread;
    y.decimals = 2;
    y.title = tr("Implied volatility");
    y.text = [](double value) { return analysistext::percent(value, 0); };
    if (m_scale == Scale::Strike) {
        x.title = tr("Strike");
        x.decimals = 1;
        x.text = [](double value) { return analysistext::strike(value); };
    } else {
        x.title = tr("Strike in percent of the forward");
        x.decimals = 2;
        x.text = [](double value) { return analysistext::percent(value, 0); };
    }
    setAxes(x, y);
}

void SmilePlot::paintContent(QPainter &painter)
{
    const std::vector<QColor> palette = colors(theme());
    painter.setClipRect(area().adjusted(0, -2, 0, 1));
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        QPolygonF line;
        for (const QPointF &place : m_curves[i].line)
            line.append(at(place.x(), place.y()));
        painter.setPen(QPen(palette[i % palette.size()], 1.6));
        painter.drawPolyline(line);
    }
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const Point &point = m_points[i];
        const QColor color = palette[point.curve % palette.size()];
        const QPointF place = itemPosition(int(i));
        const double radius = pointRadius + (int(i) == current() ? 2 : 0);
        painter.setPen(QPen(color, 1.3));
        painter.setBrush(point.quote.right == OptionRight::Put
                             ? QBrush(color)
                             : QBrush(theme().color(ColorRole::Panel)));
        if (point.quote.isOutlier) {
            painter.drawLine(place - QPointF(radius, radius), place + QPointF(radius, radius));
            painter.drawLine(place - QPointF(radius, -radius), place + QPointF(radius, -radius));
        } else {
            painter.drawEllipse(place, radius - 0.5, radius - 0.5);
        }
    }
    painter.setClipping(false);
    const double now = m_scale == Scale::Strike ? m_spot : 1;
    paintMark(painter, now,
              m_scale == Scale::Strike ? tr("%1 now").arg(analysistext::strike(m_spot))
                                       : tr("Forward"),
              theme().color(ColorRole::Text), 0);
}

/// Outliers beyond the scale are drawn at its edge.
QPointF SmilePlot::itemPosition(int item) const
{
    const Point &point = m_points[std::size_t(item)];
    return at(point.x, std::clamp(point.quote.volatility, yAxis().low, yAxis().high));
}

QStringList SmilePlot::itemReading(int item) const
{
    const Point &point = m_points[std::size_t(item)];
    const Curve &curve = m_curves[point.curve];
    QStringList lines;
    lines += point.quote.right == OptionRight::Call
        ? tr("%1 call, %2")
              .arg(analysistext::strike(point.quote.strike),
                   analysistext::shortExpiry(curve.expiry, m_underlying))
        : tr("%1 put, %2")
              .arg(analysistext::strike(point.quote.strike),
                   analysistext::shortExpiry(curve.expiry, m_underlying));
    lines += tr("Quoted %1, curve %2")
                 .arg(analysistext::percent(point.quote.volatility),
                      analysistext::percent(point.fitted));
    lines += tr("Half the spread is worth %1").arg(analysistext::percent(point.quote.deviation));
    if (point.quote.isOutlier)
        lines += tr("Outlier: not used for the curve");
    return lines;
}

std::vector<AnalysisPlot::LegendEntry> SmilePlot::legend() const
{
    const std::vector<QColor> palette = colors(theme());
    std::vector<LegendEntry> entries;
    for (std::size_t i = 0; i < m_curves.size(); ++i)
        entries.push_back({ palette[i % palette.size()],
                            analysistext::shortExpiry(m_curves[i].expiry, m_underlying) });
    return entries;
}

/// The nearest point in both directions.
int SmilePlot::itemAt(const QPointF &place) const
{
    int nearest = -1;
    double least = HUGE_VAL;
    for (int i = 0; i < itemCount(); ++i) {
        const QPointF away = itemPosition(i) - place;
        if (const double distance = std::hypot(away.x(), away.y()); distance < least) {
            least = distance;
            nearest = i;
        }
    }
    return nearest;
}

} // namespace tapeline
