#include "payoffplot.h"

#include "theme.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int oddsPoints = 80;
constexpr double oddsShare = 0.22; ///< of the height that the likeliest price takes
constexpr double stillness = 0.03; ///< of the range that it may be off before it moves
constexpr double leastZoom = 0.2;
constexpr double mostZoom = 4;

double valueAt(const std::vector<PayoffPoint> &points, double spot)
{
    if (points.empty())
        return 0;
    return PayoffLine { points, 0 }.at(std::clamp(spot, points.front().spot, points.back().spot));
}

} // namespace

PayoffPlot::PayoffPlot(const Theme &theme, QWidget *parent)
    : QCustomPlot(parent)
    , m_theme(theme)
    , m_oddsAxis(yAxis)
    , m_odds(addGraph(xAxis, yAxis))
    , m_gain(addGraph(xAxis, yAxis2))
    , m_loss(addGraph(xAxis, yAxis2))
    , m_end(addGraph(xAxis, yAxis2))
    , m_now(addGraph(xAxis, yAxis2))
    , m_then(addGraph(xAxis, yAxis2))
    , m_band(new QCPItemRect(this))
    , m_spot(new QCPItemStraightLine(this))
    , m_pointer(new QCPItemStraightLine(this))
{
    setObjectName(u"payoffPlot"_s);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setNoAntialiasingOnDrag(false);
    yAxis->setVisible(false);
    yAxis2->setVisible(true);
    for (QCPItemStraightLine *line : { m_spot, m_pointer }) {
        for (QCPItemPosition *point : { line->point1, line->point2 })
            point->setAxes(xAxis, yAxis2);
        line->setVisible(false);
    }
    for (QCPItemPosition *corner : { m_band->topLeft, m_band->bottomRight }) {
        corner->setAxes(xAxis, yAxis2);
        corner->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    m_band->setVisible(false);
    m_band->setLayer(u"background"_s);
    connect(&theme, &Theme::changed, this, &PayoffPlot::restyle);
    restyle();
}

void PayoffPlot::setEvaluation(const StrategyEvaluation &evaluation, const WhatIf &whatIf)
{
    m_evaluation = evaluation;
    m_whatIf = whatIf;
    const std::vector<double> strikes = strategies::strikes(evaluation.strategy);
    if (strikes != m_strikes)
        m_zoom = 1;
    m_strikes = strikes;
    fit();
    draw();
}

/// The range follows the strategy, not every tick: it stays while it nearly fits.
void PayoffPlot::fit()
{
    if (!m_evaluation.isComplete)
        return;
    const auto [low, high] = strategyevaluation::plotRange(m_evaluation);
    const double middle = (low + high) / 2;
    const double half = (high - low) / 2 * m_zoom;
    const double least = std::max(middle - half, 0.0);
    const double most = middle + half;
    const double near = stillness * (most - least);
    if (std::abs(least - m_low) < near && std::abs(most - m_high) < near)
        return;
    m_low = least;
    m_high = most;
    xAxis->setRange(m_low, m_high);
}

void PayoffPlot::draw()
{
    const bool shown = m_evaluation.isComplete;
    for (QCPGraph *graph : { m_odds, m_gain, m_loss, m_end, m_now, m_then })
        graph->setVisible(shown);
    xAxis->setVisible(shown);
    yAxis2->setVisible(shown);
    m_curves = shown ? strategyevaluation::curves(m_evaluation, m_whatIf, m_low, m_high)
                     : strategyevaluation::Curves();
    drawLine();
    scaleProfit();
    drawOdds();
    drawMarks();
    read(m_reading);
    describe();
    replot(rpQueuedReplot);
}

void PayoffPlot::drawLine()
{
    const auto fill = [](QCPGraph *graph, const std::vector<PayoffPoint> &points) {
        QVector<QCPGraphData> pairs;
        pairs.reserve(qsizetype(points.size()));
        for (const PayoffPoint &point : points)
            pairs.append({ point.spot, point.profit });
        graph->data()->set(pairs, true);
    };
    fill(m_now, m_curves.now);
    fill(m_then, m_curves.then);
    m_then->setVisible(m_evaluation.isComplete
                       && (m_whatIf.days != 0 || m_whatIf.volatilityShift != 0));
    std::vector<PayoffPoint> end;
    if (m_evaluation.isComplete) {
        const PayoffLine &line = m_evaluation.outcome.line;
        std::vector<double> spots { m_low, m_high };
        for (const PayoffPoint &point : line.points)
            if (point.spot > m_low && point.spot < m_high)
                spots.push_back(point.spot);
        for (const double zero : line.zeros())
            if (zero > m_low && zero < m_high)
                spots.push_back(zero);
        std::ranges::sort(spots);
        for (const double spot : spots)
            end.push_back({ spot, line.at(spot) });
    }
    fill(m_end, end);
    QVector<QCPGraphData> gains;
    QVector<QCPGraphData> losses;
    for (const PayoffPoint &point : end) {
        gains.append({ point.spot, std::max(point.profit, 0.0) });
        losses.append({ point.spot, std::min(point.profit, 0.0) });
    }
    m_gain->data()->set(gains, true);
    m_loss->data()->set(losses, true);
}

/// All that is drawn, with room; unlimited ends do not squeeze the rest.
void PayoffPlot::scaleProfit()
{
    double low = 0;
    double high = 0;
    for (const QCPGraph *graph : { m_end, m_now, m_then })
        for (const QCPGraphData &point : *graph->data()) {
            low = std::min(low, point.value);
            high = std::max(high, point.value);
        }
    const double span = std::max(high - low, 1.0);
    yAxis2->setRange(low - 0.08 * span, high + 0.08 * span);
}

void PayoffPlot::drawOdds()
{
    QVector<QCPGraphData> pairs;
    double most = 0;
    if (m_evaluation.isComplete && m_evaluation.prices) {
        const TerminalDistribution &prices = *m_evaluation.prices;
        const double step = (m_high - m_low) / oddsPoints;
        double before = prices.below(m_low);
        for (int i = 0; i < oddsPoints; ++i) {
            const double below = prices.below(m_low + (i + 1) * step);
            pairs.append({ m_low + (i + 0.5) * step, below - before });
            most = std::max(most, below - before);
            before = below;
        }
    }
    m_odds->data()->set(pairs, true);
    yAxis->setRange(0, most > 0 ? most / oddsShare : 1);
    const bool hasBand = m_evaluation.isComplete && m_evaluation.deviationHigh > 0;
    m_band->setVisible(hasBand);
    m_band->topLeft->setCoords(m_evaluation.deviationLow, 0);
    m_band->bottomRight->setCoords(m_evaluation.deviationHigh, 1);
}

QCPItemStraightLine *PayoffPlot::mark(std::size_t index)
{
    while (m_marks.size() <= index) {
        auto *line = new QCPItemStraightLine(this);
        auto *label = new QCPItemText(this);
        for (QCPItemPosition *point : { line->point1, line->point2 })
            point->setAxes(xAxis, yAxis2);
        label->position->setAxes(xAxis, yAxis2);
        label->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
        label->setPositionAlignment(Qt::AlignTop | Qt::AlignHCenter);
        label->setPadding({ 3, 1, 3, 1 });
        m_marks.push_back(line);
        m_labels.push_back(label);
        restyle();
    }
    return m_marks[index];
}

/// Break-evens, each with its price.
void PayoffPlot::drawMarks()
{
    m_spot->setVisible(m_evaluation.isComplete);
    m_spot->point1->setCoords(m_evaluation.spot, 0);
    m_spot->point2->setCoords(m_evaluation.spot, 1);
    std::size_t shown = 0;
    if (m_evaluation.isComplete)
        for (const double spot : m_evaluation.outcome.breakEvens) {
            if (spot <= m_low || spot >= m_high)
                continue;
            QCPItemStraightLine *line = mark(shown);
            line->point1->setCoords(spot, 0);
            line->point2->setCoords(spot, 1);
            m_labels[shown]->position->setCoords(spot, 0.01);
            m_labels[shown]->setText(QLocale().toString(spot, 'f', 2));
            ++shown;
        }
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        m_marks[i]->setVisible(i < shown);
        m_labels[i]->setVisible(i < shown);
    }
}

// --- reading
// --------------------------------------------------------------------------------------

PayoffPlot::Profits PayoffPlot::profitsAt(double spot) const
{
    if (!m_evaluation.isComplete)
        return {};
    return { m_evaluation.outcome.line.at(spot), valueAt(m_curves.now, spot),
             valueAt(m_curves.then, spot) };
}

void PayoffPlot::read(std::optional<double> spot)
{
    if (!m_evaluation.isComplete || (spot && (*spot < m_low || *spot > m_high)))
        spot.reset();
    const bool was = m_reading.has_value();
    m_reading = spot;
    m_pointer->setVisible(spot.has_value());
    if (spot) {
        m_pointer->point1->setCoords(*spot, 0);
        m_pointer->point2->setCoords(*spot, 1);
    }
    if (was || spot) {
        replot(rpQueuedReplot);
        emit readingChanged();
    }
}

void PayoffPlot::mouseMoveEvent(QMouseEvent *event)
{
    QCustomPlot::mouseMoveEvent(event);
    read(xAxis->pixelToCoord(event->position().x()));
}

void PayoffPlot::leaveEvent(QEvent *event)
{
    QCustomPlot::leaveEvent(event);
    read({});
}

void PayoffPlot::wheelEvent(QWheelEvent *event)
{
    const double steps = event->angleDelta().y() / 120.0;
    m_zoom = std::clamp(m_zoom * std::pow(0.85, steps), leastZoom, mostZoom);
    fit();
    draw();
    event->accept();
}

void PayoffPlot::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_zoom = 1;
    fit();
    draw();
    event->accept();
}

void PayoffPlot::keyPressEvent(QKeyEvent *event)
{
    const double step = (m_high - m_low) / 100;
    const double from = m_reading.value_or(m_evaluation.spot);
    switch (event->key()) {
    case Qt::Key_Left:
        read(std::max(from - step, m_low));
        break;
    case Qt::Key_Right:
        read(std::min(from + step, m_high));
        break;
    case Qt::Key_Escape:
        read({});
        break;
    default:
        return QCustomPlot::keyPressEvent(event);
    }
    event->accept();
}

// --- looks
// ----------------------------------------------------------------------------------------

void PayoffPlot::changeEvent(QEvent *event)
{
    QCustomPlot::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        restyle();
        describe();
    }
}

/// The plot in words.
void PayoffPlot::describe()
{
    setAccessibleName(tr("Profit and loss by the price of the underlying"));
    if (!m_evaluation.isComplete)
        return setAccessibleDescription({});
    QStringList zeros;
    for (const double spot : m_evaluation.outcome.breakEvens)
        zeros.append(QLocale().toString(spot, 'f', 2));
    setAccessibleDescription(zeros.isEmpty() ? tr("There is no break-even.")
                                             : tr("Break-even at %1.").arg(zeros.join(u", "_s)));
}

void PayoffPlot::restyle()
{
    const auto color = [this](ColorRole role) { return m_theme.color(role); };
    const auto faint = [&](ColorRole role, int alpha) {
        QColor shade = color(role);
        shade.setAlpha(alpha);
        return shade;
    };
    setBackground(color(ColorRole::Panel));
    m_gain->setPen(Qt::NoPen);
    m_gain->setBrush(faint(ColorRole::Up, 44));
    m_loss->setPen(Qt::NoPen);
    m_loss->setBrush(faint(ColorRole::Down, 44));
    m_end->setPen(QPen(color(ColorRole::Text), 2));
    m_now->setPen(QPen(color(ColorRole::Accent), 1.5));
    m_then->setPen(QPen(color(ColorRole::Warning), 1.5, Qt::DashLine));
    m_odds->setPen(QPen(faint(ColorRole::MutedText, 90), 1));
    m_odds->setBrush(faint(ColorRole::MutedText, 34));
    m_band->setPen(Qt::NoPen);
    m_band->setBrush(faint(ColorRole::MutedText, 18));
    m_spot->setPen(QPen(color(ColorRole::MutedText), 1, Qt::DashLine));
    m_pointer->setPen(QPen(color(ColorRole::Crosshair), 0));
    for (QCPItemStraightLine *line : m_marks)
        line->setPen(QPen(color(ColorRole::MutedText), 1, Qt::DotLine));
    for (QCPItemText *label : m_labels) {
        label->setFont(m_theme.font(FontRole::Small));
        label->setColor(color(ColorRole::Text));
        label->setBrush(color(ColorRole::Panel));
        label->setPen(Qt::NoPen);
    }
    for (QCPAxis *axis : { xAxis, yAxis2 }) {
        axis->setTickLabelFont(m_theme.font(FontRole::Small));
        axis->setTickLabelColor(color(ColorRole::MutedText));
        axis->setBasePen(QPen(color(ColorRole::Rule)));
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->grid()->setPen(QPen(color(ColorRole::Grid), 0));
        axis->setNumberFormat(u"f"_s);
        axis->setNumberPrecision(0);
    }
    yAxis2->grid()->setVisible(true);
    yAxis2->grid()->setZeroLinePen(QPen(color(ColorRole::MutedText), 1));
    setLocale(QLocale());
    setMinimumHeight(m_theme.scaled(150));
    replot(rpQueuedReplot);
}

} // namespace tapeline
