#include "curveplot.h"

#include "easternclock.h"
#include "plotaxis.h"
#include "plotlook.h"
#include "thinnedcurve.h"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double shortestSpan = 600e3; // ms

/// With the corner of a step before each point but the first.
QList<QPointF> stepped(const std::vector<QPointF> &points)
{
    QList<QPointF> steps;
    steps.reserve(2 * qsizetype(points.size()));
    for (const QPointF &point : points) {
        if (!steps.isEmpty())
            steps.append({ point.x(), steps.last().y() });
        steps.append(point);
    }
    return steps;
}

/// The newest point that is not after x; null when all are.
const QPointF *pointAt(const std::vector<QPointF> &points, double x)
{
    const auto after = std::ranges::upper_bound(points, x, {}, &QPointF::x);
    return after == points.begin() ? nullptr : &*std::prev(after);
}

} // namespace

CurvePlot::CurvePlot(const Theme &theme, const QString &objectName, QWidget *parent)
    : JournalPlot(theme, objectName, parent)
{
}

CurvePlot::~CurvePlot() = default;

void CurvePlot::setCurves(std::vector<PlotCurve> curves, Scale scale, const ValueText &mark,
                          const ValueText &read)
{
    m_curves = std::move(curves);
    m_scale = scale;
    m_mark = mark;
    m_read = read;
    chart()->removeAllSeries();
    m_lines.clear();
    for (const PlotCurve &curve : m_curves) {
        auto *line = new QLineSeries;
        if (curve.isFilled) {
            auto *area = new QAreaSeries(new QLineSeries, new QLineSeries);
            area->upperSeries()->setParent(area);
            area->lowerSeries()->setParent(area);
            area->setProperty("curve", int(m_lines.size()));
            addSeries(area);
        }
        addSeries(line);
        m_lines.push_back(line);
    }
    scaleAxes();
    fillSeries();
    refresh();
}

/// All curves, with some air above and below.
void CurvePlot::scaleAxes()
{
    double left = HUGE_VAL;
    double right = -HUGE_VAL;
    double low = HUGE_VAL;
    double high = -HUGE_VAL;
    for (const PlotCurve &curve : m_curves) {
        if (curve.isFilled)
            low = std::min(low, 0.0), high = std::max(high, 0.0);
        for (const QPointF &point : curve.points) {
            left = std::min(left, point.x());
            right = std::max(right, point.x());
            low = std::min(low, point.y());
            high = std::max(high, point.y());
        }
    }
    if (left > right)
        return;
    const double least = m_scale == Scale::Time ? shortestSpan : 1;
    if (right - left < least)
        right = left + least;
    const double air = std::max((high - low) * 0.06, 0.5);
    // A filled one hangs from zero
    const bool hangs = std::ranges::any_of(m_curves, &PlotCurve::isFilled) && high <= 0;
    xAxis().setScale(
        left, right,
        m_scale == Scale::Time
            ? plotmarks::times(locale(), theme().scaled(76))
            : plotmarks::values([this](double n) { return locale().toString(n, 'f', 0); }, 0,
                                theme().scaled(56)));
    yAxis().setScale(low - air, hangs ? 0 : high + air,
                     plotmarks::values(m_mark, 0, theme().scaled(34)));
}

/// No more points than the screen can show. Of a dense curve the steps cannot be seen, and its many
/// upright strokes cost too much to be smoothed.
void CurvePlot::fillSeries()
{
    m_columns = std::max(1, int(area().width()));
    bool isDense = false;
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        const std::vector<QPointF> &points = m_curves[i].points;
        const std::vector<QPointF> thin = thinnedCurve(points, m_columns);
        const bool isThinned = thin.size() < points.size();
        isDense = isDense || isThinned;
        m_lines[i]->replace(isThinned ? QList<QPointF>(thin.begin(), thin.end()) : stepped(thin));
    }
    setRenderHint(QPainter::Antialiasing, !isDense);
    for (QAbstractSeries *series : chart()->series())
        if (auto *filled = qobject_cast<QAreaSeries *>(series)) {
            QList<QPointF> points = m_lines[filled->property("curve").toUInt()]->points();
            if (isDense) {
                const std::vector<QPointF> outline = outlineOf(points);
                points = QList<QPointF>(outline.begin(), outline.end());
            }
            filled->upperSeries()->replace(points);
            filled->lowerSeries()->clear();
            if (!points.isEmpty())
                filled->lowerSeries()->append(
                    { { points.first().x(), 0 }, { points.last().x(), 0 } });
        }
    restyle();
}

void CurvePlot::restyle()
{
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        m_lines[i]->setPen(plotlook::line(theme().color(m_curves[i].color), m_curves[i].style,
                                          renderHints() & QPainter::Antialiasing));
    for (QAbstractSeries *series : chart()->series())
        if (auto *filled = qobject_cast<QAreaSeries *>(series)) {
            const ColorRole role = m_curves[filled->property("curve").toUInt()].color;
            filled->setPen(Qt::NoPen);
            filled->setBrush(plotlook::area(theme().color(role)));
        }
}

void CurvePlot::resizeEvent(QResizeEvent *event)
{
    JournalPlot::resizeEvent(event);
    if (int(area().width()) != m_columns)
        fillSeries();
}

// --- reading ---------------------------------------------------------------------------------

int CurvePlot::itemCount() const
{
    return m_curves.empty() ? 0 : int(m_curves.front().points.size());
}

QPointF CurvePlot::itemPosition(int item) const
{
    const QPointF &point = m_curves.front().points[std::size_t(item)];
    return positionOf(point.x(), point.y());
}

int CurvePlot::itemAt(const QPointF &place) const
{
    if (itemCount() == 0)
        return -1;
    const std::vector<QPointF> &points = m_curves.front().points;
    const QRectF inside = area();
    const double x = xAxis().min()
        + (place.x() - inside.left()) / inside.width() * (xAxis().max() - xAxis().min());
    const QPointF *point = pointAt(points, x);
    return point ? int(point - points.data()) : 0;
}

/// With very many points an arrow goes on by a pixel column.
int CurvePlot::itemBeside(int item, int key) const
{
    const int step = std::max(1, itemCount() / std::max(1, m_columns));
    if (key == Qt::Key_Left || key == Qt::Key_Right)
        return std::clamp(item + (key == Qt::Key_Right ? step : -step), 0, itemCount() - 1);
    return JournalPlot::itemBeside(item, key);
}

QStringList CurvePlot::itemReading(int item) const
{
    const double x = m_curves.front().points[std::size_t(item)].x();
    QStringList lines;
    if (m_scale == Scale::Time) {
        const Timestamp at = fromMs(qint64(x));
        //: A date and a time of day in New York
        lines.append(
            tr("%1 %2 ET")
                .arg(locale().toString(easterntime::date(at), u"d MMM yyyy"_s), easternClock(at)));
    } else {
        lines.append(tr("After %Ln trade(s)", nullptr, int(x)));
    }
    for (const PlotCurve &curve : m_curves)
        if (const QPointF *point = pointAt(curve.points, x))
            //: The name of a curve and its value
            lines.append(tr("%1: %2").arg(curve.name, m_read(point->y())));
    return lines;
}

std::vector<PlotLegendEntry> CurvePlot::legend() const
{
    std::vector<PlotLegendEntry> entries;
    if (m_curves.size() > 1)
        for (const PlotCurve &curve : m_curves)
            entries.push_back({ theme().color(curve.color), curve.name });
    return entries;
}

void CurvePlot::paintAbove(QPainter &painter)
{
    const QRectF inside = area();
    if (itemCount() > 0 && yAxis().min() < 0 && yAxis().max() > 0) {
        painter.setPen(QPen(theme().color(ColorRole::MutedText), 1, Qt::DotLine));
        const double zero = std::round(positionOf(xAxis().min(), 0).y()) + 0.5;
        painter.drawLine(QPointF(inside.left(), zero), QPointF(inside.right(), zero));
    }
    if (current() < 0)
        return;
    painter.setPen(QPen(theme().color(ColorRole::Crosshair), 1, Qt::DashLine));
    const double x = std::round(itemPosition(current()).x()) + 0.5;
    painter.drawLine(QPointF(x, inside.top()), QPointF(x, inside.bottom()));
}

} // namespace tapeline
