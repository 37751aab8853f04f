#include "equitycurve.h"

#include "easternclock.h"
#include "portfolio.h"
#include "theme.h"
#include "tradetext.h"

#include <QTimeZone>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double shortestSpan = 600; // seconds

double secondsOf(Timestamp at)
{
    return double(toMs(at)) / 1e3;
}

/// Whole days where there are several, else times of the day.
class TimeTicker : public QCPAxisTickerDateTime
{
public:
    TimeTicker() { setTimeZone(QTimeZone("America/New_York")); }

protected:
    QVector<double> createTickVector(double step, const QCPRange &range) override
    {
        setDateTimeFormat(step >= 86'400              ? u"d MMM"_s
                              : range.size() > 86'400 ? u"d MMM\nHH:mm"_s
                                                      : u"HH:mm"_s);
        return QCPAxisTickerDateTime::createTickVector(step, range);
    }
};

} // namespace

EquityCurve::EquityCurve(const Theme &theme, QWidget *parent)
    : QCustomPlot(parent)
    , m_theme(theme)
    , m_line(addGraph())
    , m_pointer(new QCPItemStraightLine(this))
{
    setObjectName(u"equityCurve"_s);
    setMouseTracking(true);
    m_line->setAdaptiveSampling(true);
    m_line->setLineStyle(QCPGraph::lsStepLeft);
    m_pointer->setVisible(false);
    xAxis->setTicker(QSharedPointer<TimeTicker>::create());
    yAxis->setVisible(false);
    yAxis2->setVisible(true);
    m_line->setValueAxis(yAxis2);
    connect(&theme, &Theme::changed, this, &EquityCurve::restyle);
    restyle();
}

void EquityCurve::setPoints(const std::vector<EquityPoint> &points)
{
    const std::size_t known = m_points.size();
    const bool goesOn = known > 0 && points.size() >= known && points.front() == m_points.front()
        && points[known - 1] == m_points.back();
    if (goesOn && points.size() == known)
        return;
    if (!goesOn) {
        m_points = points;
        showPoints();
        return;
    }
    for (std::size_t at = known; at < points.size(); ++at) {
        m_points.push_back(points[at]);
        m_line->addData(secondsOf(points[at].at), valueOf(points[at]).toDouble());
    }
    showWhole();
}

void EquityCurve::setWithoutDeposits(bool without)
{
    m_withoutDeposits = without;
    showPoints();
}

Money EquityCurve::valueOf(const EquityPoint &point) const
{
    return m_withoutDeposits ? portfolio::earned(point) : point.equity;
}

std::vector<Money> EquityCurve::values() const
{
    std::vector<Money> all;
    for (const EquityPoint &point : m_points)
        all.push_back(valueOf(point));
    return all;
}

void EquityCurve::showPoints()
{
    QVector<double> times;
    QVector<double> values;
    for (const EquityPoint &point : m_points) {
        times.append(secondsOf(point.at));
        values.append(valueOf(point).toDouble());
    }
    m_line->setData(times, values, true);
    showWhole();
}

/// The axes as far as the points go, and the last one in words.
void EquityCurve::showWhole()
{
    // The first one alone makes no line
    m_line->setScatterStyle(QCPScatterStyle(
        m_points.size() == 1 ? QCPScatterStyle::ssDisc : QCPScatterStyle::ssNone, 5));
    rescaleAxes();
    if (xAxis->range().size() < shortestSpan)
        xAxis->setRange(xAxis->range().center(), shortestSpan, Qt::AlignCenter);
    const double spread = std::max(yAxis2->range().size(), 1.0);
    yAxis2->setRange(yAxis2->range().center(), spread * 1.15, Qt::AlignCenter);
    setAccessibleDescription(m_points.empty() ? QString() : textOf(m_points.back()));
    replot(rpQueuedReplot);
}

QString EquityCurve::textOf(const EquityPoint &point) const
{
    //: A date, a time of day in New York, an amount of money
    return tr("%1 %2 ET: %3")
        .arg(QLocale().toString(easterntime::date(point.at), u"d MMM yyyy"_s),
             easternClock(point.at), tradetext::money(valueOf(point)));
}

void EquityCurve::changeEvent(QEvent *event)
{
    QCustomPlot::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        restyle();
}

void EquityCurve::mouseMoveEvent(QMouseEvent *event)
{
    QCustomPlot::mouseMoveEvent(event);
    if (m_points.empty())
        return;
    const double time = xAxis->pixelToCoord(event->position().x());
    auto next = std::ranges::upper_bound(
        m_points, time, {}, [](const EquityPoint &point) { return secondsOf(point.at); });
    const EquityPoint &point = next == m_points.begin() ? *next : *std::prev(next);
    m_pointer->setVisible(true);
    m_pointer->point1->setCoords(secondsOf(point.at), 0);
    m_pointer->point2->setCoords(secondsOf(point.at), 1);
    replot(rpQueuedReplot);
    emit readingChanged(textOf(point));
}

void EquityCurve::leaveEvent(QEvent *event)
{
    QCustomPlot::leaveEvent(event);
    m_pointer->setVisible(false);
    replot(rpQueuedReplot);
    emit readingChanged({});
}

void EquityCurve::restyle()
{
    setBackground(m_theme.color(ColorRole::Panel));
    QColor area = m_theme.color(ColorRole::Accent);
    m_line->setPen(QPen(area, 1.5));
    area.setAlpha(28);
    m_line->setBrush(area);
    m_pointer->setPen(QPen(m_theme.color(ColorRole::Crosshair), 0, Qt::DashLine));
    for (QCPAxis *axis : { xAxis, yAxis2 }) {
        axis->setTickLabelFont(m_theme.font(FontRole::Small));
        axis->setTickLabelColor(m_theme.color(ColorRole::MutedText));
        axis->setBasePen(QPen(m_theme.color(ColorRole::Rule)));
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->grid()->setPen(QPen(m_theme.color(ColorRole::Grid), 0));
        axis->grid()->setZeroLinePen(QPen(m_theme.color(ColorRole::Grid), 0));
    }
    setLocale(QLocale());
    yAxis2->setNumberFormat(u"f"_s);
    yAxis2->setNumberPrecision(0);
    yAxis2->grid()->setVisible(true);
    setMinimumHeight(m_theme.scaled(150));
    replot(rpQueuedReplot);
}

} // namespace tapeline
