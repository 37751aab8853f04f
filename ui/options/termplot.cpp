#include "termplot.h"

#include "analysistext.h"
#include "theme.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int stepsBetween = 12;

} // namespace

TermPlot::TermPlot(const Theme &theme, QWidget *parent)
    : AnalysisPlot(theme, u"termPlot"_s, parent)
{
}

double TermPlot::place(double days)
{
    return std::sqrt(std::max(0.0, days));
}

void TermPlot::show(const ChainAnalysis *analysis)
{
    m_points.clear();
    m_month.reset();
    m_frontToNext.reset();
    if (analysis && analysis->book()) {
        m_underlying = analysis->book()->underlying();
        for (const ExpiryAnalysis &expiry : analysis->expiries())
            if (expiry.volatility && expiry.days > 0)
                m_points.push_back(
                    { expiry.expiry, expiry.days, *expiry.volatility, expiry.gap.has_value() });
        m_month = analysis->thirtyDays();
        m_frontToNext = termstructure::frontToNext(analysis->terms());
    }
    Axis x;
    Axis y;
    const double longest = m_points.empty() ? 1 : m_points.back().days;
    x.low = 0;
    x.high = place(longest) * 1.03;
    x.decimals = 1;
    x.title = tr("Days to expiry (root scale)");
    x.text = [](double value) { return QLocale().toString(value * value, 'f', 0); };
    if (!m_points.empty()) {
        const auto [low, high] = std::ranges::minmax(m_points, {}, &Point::volatility);
        const double spread = std::max(0.02, high.volatility - low.volatility);
        y.low = std::max(0.0, low.volatility - 0.25 * spread);
        y.high = high.volatility + 0.25 * spread;
    }
    y.decimals = 3;
    y.title = tr("Volatility at the money forward");
    y.text = [](double value) { return analysistext::percent(value); };
    setAxes(x, y);
    setNote(
        m_frontToNext
            ? tr("Front over next expiration: %1. Above 1 the near is feared more than the far.")
                  .arg(QLocale().toString(*m_frontToNext, 'f', 2))
            : QString());
    refresh();
}

void TermPlot::paintContent(QPainter &painter)
{
    const QColor accent = theme().color(ColorRole::Accent);
    // Between expirations variance goes along a straight line
    std::vector<TermPoint> known;
    for (const Point &point : m_points)
        known.push_back({ point.days, point.volatility });
    QPolygonF line;
    for (std::size_t i = 0; i < known.size(); ++i) {
        const std::span two = std::span(known).subspan(i, i + 1 < known.size() ? 2 : 1);
        const double length = two.back().days - two.front().days;
        for (int step = 0; step < (length > 0 ? stepsBetween : 1); ++step) {
            const double days = two.front().days + length * step / stepsBetween;
            if (const auto between = termstructure::constantMaturity(two, days))
                line.append(at(place(days), between->volatility));
        }
    }
    painter.setPen(QPen(accent, 1.6));
    painter.drawPolyline(line);
    painter.setBrush(theme().color(ColorRole::Panel));
    for (int i = 0; i < itemCount(); ++i) {
        const Point &point = m_points[std::size_t(i)];
        painter.setPen(QPen(point.hasGap ? theme().color(ColorRole::Warning) : accent, 1.5));
        painter.drawEllipse(itemPosition(i), i == current() ? 5.5 : 3.5,
                            i == current() ? 5.5 : 3.5);
    }
    if (!m_month)
        return;
    const QColor text = theme().color(ColorRole::Text);
    paintMark(painter, place(termstructure::standardDays),
              tr("30 days %1").arg(analysistext::percent(m_month->volatility)), text, 0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(text);
    painter.drawEllipse(at(place(termstructure::standardDays), m_month->volatility), 3.5, 3.5);
}

QPointF TermPlot::itemPosition(int item) const
{
    const Point &point = m_points[std::size_t(item)];
    return at(place(point.days), point.volatility);
}

QStringList TermPlot::itemReading(int item) const
{
    const Point &point = m_points[std::size_t(item)];
    QStringList lines { analysistext::expiry(point.expiry, point.days, m_underlying),
                        tr("At the money %1").arg(analysistext::percent(point.volatility)) };
    if (point.hasGap)
        lines += tr("Less total variance than the expiration before: calendar arbitrage on paper");
    return lines;
}

} // namespace tapeline
