#include "strikeplot.h"

#include "analysistext.h"
#include "theme.h"
#include "valuemarks.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The strikes that are shown hold this much of all that is open or traded.
constexpr double shownShare = 0.985;
constexpr double widestBar = 14;

} // namespace

StrikePlot::StrikePlot(const Theme &theme, const QString &objectName, QWidget *parent)
    : AnalysisPlot(theme, objectName, parent)
{
}

/// Calls go up, puts down, both in contracts; exposure goes by its sign.
double StrikePlot::upOf(const StrikeProfile &row) const
{
    switch (m_figure) {
    case Figure::Interest:
        return row.callInterest;
    case Figure::Volume:
        return row.callVolume;
    case Figure::Gamma:
        return row.callGamma;
    }
    Q_UNREACHABLE();
}

double StrikePlot::downOf(const StrikeProfile &row) const
{
    switch (m_figure) {
    case Figure::Interest:
        return -row.putInterest;
    case Figure::Volume:
        return -row.putVolume;
    case Figure::Gamma:
        return row.putGamma;
    }
    Q_UNREACHABLE();
}

void StrikePlot::show(const std::vector<StrikeProfile> &profile, double spot,
                      const std::optional<double> &maxPain, Figure figure)
{
    m_figure = figure;
    m_spot = spot;
    m_maxPain = maxPain;
    chooseRows(profile);
    scaleAxes();
    refresh();
}

/// Far strikes with next to nothing would squeeze the others.
void StrikePlot::chooseRows(const std::vector<StrikeProfile> &profile)
{
    const auto size = [this](const StrikeProfile &row) { return upOf(row) - downOf(row); };
    double total = 0;
    for (const StrikeProfile &row : profile)
        total += size(row);
    m_rows.clear();
    if (total <= 0)
        return;
    const double tail = total * (1 - shownShare) / 2;
    auto first = profile.begin();
    for (double sum = size(*first); sum < tail; sum += size(*first))
        ++first;
    auto last = profile.end() - 1;
    for (double sum = size(*last); sum < tail; sum += size(*last))
        --last;
    m_rows.assign(first, last + 1);
}

void StrikePlot::scaleAxes()
{
    Axis x;
    Axis y;
    if (!m_rows.empty()) {
        x.low = m_rows.front().strike;
        x.high = m_rows.back().strike;
        const double margin = std::max(0.5, (x.high - x.low) * 0.02);
        x.low -= margin;
        x.high += margin;
        double high = 0;
        double low = 0;
        for (const StrikeProfile &row : m_rows) {
            high = std::max(high, upOf(row));
            low = std::min(low, downOf(row));
        }
        const double margins = std::max(1e-9, (high - low) * 0.06);
        y.low = low - margins;
        y.high = high + margins;
    }
    x.decimals = 1;
    x.title = tr("Strike");
    x.text = [](double value) { return analysistext::strike(value); };
    const bool isGamma = m_figure == Figure::Gamma;
    y.title = isGamma                  ? tr("Gamma exposure per 1 %, in dollars")
        : m_figure == Figure::Interest ? tr("Contracts open")
                                       : tr("Contracts traded today");
    y.text = [isGamma](double value) {
        const QString size = volumeMarkText(std::abs(value), QLocale());
        return isGamma && value < 0 ? QString(u'\u2212' + size) : size;
    };
    setAxes(x, y);
}

double StrikePlot::barWidth() const
{
    double closest = HUGE_VAL;
    for (std::size_t i = 1; i < m_rows.size(); ++i)
        closest = std::min(closest, xOf(m_rows[i].strike) - xOf(m_rows[i - 1].strike));
    return std::clamp(closest * 0.7, 1.0, theme().scaled(int(widestBar)) * 1.0);
}

void StrikePlot::paintContent(QPainter &painter)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    const double wide = barWidth();
    const double zero = std::round(yOf(0));
    const auto bar = [&](const StrikeProfile &row, double value, const QColor &color) {
        const double left = std::round(xOf(row.strike) - wide / 2);
        const double end = std::round(yOf(value));
        painter.fillRect(QRectF(left, std::min(zero, end), std::max(1.0, std::round(wide)),
                                std::abs(end - zero)),
                         color);
    };
    const QColor up = theme().color(ColorRole::Up);
    const QColor down = theme().color(ColorRole::Down);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool isCurrent = int(i) == current();
        bar(m_rows[i], upOf(m_rows[i]), isCurrent ? up.lighter(130) : up);
        bar(m_rows[i], downOf(m_rows[i]), isCurrent ? down.lighter(130) : down);
    }
    painter.setPen(theme().color(ColorRole::Border));
    painter.drawLine(QPointF(area().left(), zero), QPointF(area().right(), zero));
    if (m_figure == Figure::Gamma) {
        painter.setRenderHint(QPainter::Antialiasing);
        QPolygonF net;
        for (const StrikeProfile &row : m_rows)
            net.append(at(row.strike, row.netGamma()));
        painter.setPen(QPen(theme().color(ColorRole::Text), 1.3));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(net);
    }
    if (m_spot > 0)
        paintMark(painter, m_spot, tr("%1 now").arg(analysistext::strike(m_spot)),
                  theme().color(ColorRole::Text), 0);
    if (m_maxPain && m_figure == Figure::Interest)
        paintMark(painter, *m_maxPain, tr("Max pain %1").arg(analysistext::strike(*m_maxPain)),
                  theme().color(ColorRole::Accent), 1);
}

QPointF StrikePlot::itemPosition(int item) const
{
    const StrikeProfile &row = m_rows[std::size_t(item)];
    return at(row.strike, upOf(row));
}

QStringList StrikePlot::itemReading(int item) const
{
    const StrikeProfile &row = m_rows[std::size_t(item)];
    QStringList lines { tr("Strike %1").arg(analysistext::strike(row.strike)) };
    if (m_figure == Figure::Gamma) {
        lines += tr("Calls %1").arg(analysistext::money(row.callGamma));
        lines += tr("Puts %1").arg(analysistext::money(row.putGamma));
        lines += tr("Net %1").arg(analysistext::money(row.netGamma()));
        return lines;
    }
    lines += tr("Open: %1 calls, %2 puts")
                 .arg(analysistext::contracts(row.callInterest),
                      analysistext::contracts(row.putInterest));
    lines += tr("Traded today: %1 calls, %2 puts")
                 .arg(analysistext::contracts(row.callVolume),
                      analysistext::contracts(row.putVolume));
    return lines;
}

std::vector<AnalysisPlot::LegendEntry> StrikePlot::legend() const
{
    std::vector<LegendEntry> entries {
        { theme().color(ColorRole::Up), tr("Calls (up)"), true },
        { theme().color(ColorRole::Down), tr("Puts (down)"), true },
    };
    if (m_figure == Figure::Gamma)
        entries.push_back({ theme().color(ColorRole::Text), tr("Net") });
    return entries;
}

} // namespace tapeline
