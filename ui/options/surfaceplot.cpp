#include "surfaceplot.h"

#include "analysistext.h"
#include "colormix.h"
#include "theme.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Deltas in percent from the lowest strike to the highest: puts, at the money, calls.
constexpr std::array deltas { -5, -10, -15, -25, -35, 50, 35, 25, 15, 10, 5 };
constexpr std::array percents { 70, 80, 85, 90, 95, 100, 105, 110, 115, 120, 130 };

} // namespace

SurfacePlot::SurfacePlot(const Theme &theme, QWidget *parent)
    : AnalysisPlot(theme, u"surfacePlot"_s, parent)
{
}

int SurfacePlot::rowCount() const
{
    return int(m_rows == Rows::Delta ? deltas.size() : percents.size());
}

QString SurfacePlot::rowName(int row) const
{
    if (m_rows == Rows::Moneyness)
        return tr("%1 %").arg(percents[std::size_t(row)]);
    const int delta = deltas[std::size_t(row)];
    if (delta == 50)
        return tr("at the money");
    //: The delta of a put or call in hundredths
    return delta < 0 ? tr("%1 put").arg(-delta) : tr("%1 call").arg(delta);
}

void SurfacePlot::setRows(Rows rows)
{
    if (rows == m_rows)
        return;
    m_rows = rows;
    show(m_analysis);
}

std::optional<SurfacePlot::Cell> SurfacePlot::cell(const VolatilitySmile &smile, int row) const
{
    const double forward = smile.terms().forward;
    double strike = forward;
    if (m_rows == Rows::Moneyness) {
        strike = forward * percents[std::size_t(row)] / 100;
    } else if (const int delta = deltas[std::size_t(row)]; delta != 50) {
        const auto right = delta < 0 ? OptionRight::Put : OptionRight::Call;
        const auto found = smile.strikeOfDelta(right, delta / 100.0);
        if (!found)
            return std::nullopt;
        strike = *found;
    }
    // Only where quotes reach
    if (smile.points().empty() || strike < smile.points().front().strike
        || strike > smile.points().back().strike)
        return std::nullopt;
    return Cell { strike, smile.volatility(strike) };
}

void SurfacePlot::show(const ChainAnalysis *analysis)
{
    m_analysis = analysis;
    m_columns.clear();
    m_lowest = HUGE_VAL;
    m_highest = 0;
    if (analysis && analysis->book()) {
        m_underlying = analysis->book()->underlying();
        for (const ExpiryAnalysis &expiry : analysis->expiries()) {
            if (!expiry.smile || expiry.days <= 0)
                continue;
            Column column { expiry.expiry, expiry.days, {} };
            for (int row = 0; row < rowCount(); ++row) {
                column.cells.push_back(cell(*expiry.smile, row));
                if (const auto &one = column.cells.back()) {
                    m_lowest = std::min(m_lowest, one->volatility);
                    m_highest = std::max(m_highest, one->volatility);
                }
            }
            m_columns.push_back(std::move(column));
        }
    }
    Axis title;
    title.title = tr("Implied volatility in percent, by expiration");
    setAxes({}, title);
    refresh();
}

int SurfacePlot::leftMargin() const
{
    return theme().scaled(84);
}

QRectF SurfacePlot::grid() const
{
    const QFontMetrics metrics(theme().font(FontRole::Small));
    return area().adjusted(0, 0, 0, -metrics.height() - theme().scaled(4));
}

QRectF SurfacePlot::cellRect(int column, int row) const
{
    const QRectF inside = grid();
    const double wide = inside.width() / double(std::max<std::size_t>(1, m_columns.size()));
    const double high = inside.height() / rowCount();
    const double left = std::round(inside.left() + column * wide);
    const double right = std::round(inside.left() + (column + 1) * wide);
    const double top = std::round(inside.bottom() - (row + 1) * high);
    const double bottom = std::round(inside.bottom() - row * high);
    return { left, top, right - left - 1, bottom - top - 1 };
}

QColor SurfacePlot::colorOf(double volatility) const
{
    // By the logarithm: from 10 to 20 % is as far as from 40 to 80 %
    const double spread = std::log(std::max(m_highest / m_lowest, 1.001));
    const double share = std::clamp(std::log(volatility / m_lowest) / spread, 0.0, 1.0);
    const QColor calm
        = mixed(theme().color(ColorRole::Panel), theme().color(ColorRole::Accent), 0.25);
    const QColor middle
        = mixed(theme().color(ColorRole::Panel), theme().color(ColorRole::Accent), 0.9);
    const QColor hot = theme().color(ColorRole::Warning);
    return share < 0.6 ? mixed(calm, middle, share / 0.6) : mixed(middle, hot, (share - 0.6) / 0.4);
}

void SurfacePlot::paintContent(QPainter &painter)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QFontMetrics metrics = painter.fontMetrics();
    const QColor muted = theme().color(ColorRole::MutedText);
    const QColor dark(0x10, 0x14, 0x18);
    for (int row = 0; row < rowCount(); ++row) {
        const QRectF cell = cellRect(0, row);
        painter.setPen(muted);
        painter.drawText(QRectF(0, cell.top(), leftMargin() - theme().scaled(6), cell.height()),
                         Qt::AlignRight | Qt::AlignVCenter, rowName(row));
    }
    double labelled = -1;
    for (int i = 0; i < int(m_columns.size()); ++i) {
        const Column &column = m_columns[std::size_t(i)];
        for (int row = 0; row < rowCount(); ++row) {
            const QRectF place = cellRect(i, row);
            const auto &cell = column.cells[std::size_t(row)];
            if (!cell) {
                painter.fillRect(
                    place,
                    mixed(theme().color(ColorRole::Panel), theme().color(ColorRole::Grid), 0.5));
                continue;
            }
            const QColor color = colorOf(cell->volatility);
            painter.fillRect(place, color);
            const QString figure = QLocale().toString(cell->volatility * 100, 'f', 1);
            if (metrics.horizontalAdvance(figure) + 4 > place.width()
                || metrics.height() > place.height())
                continue;
            painter.setPen(contrastRatio(color, dark) > contrastRatio(color, Qt::white)
                               ? dark
                               : QColor(Qt::white));
            painter.drawText(place, Qt::AlignCenter, figure);
        }
        const QString name = QLocale().toString(column.expiry.day, u"d MMM yy"_s);
        const QRectF base = cellRect(i, 0);
        const int wide = metrics.horizontalAdvance(name);
        const double left = base.center().x() - wide / 2.0;
        if (left > labelled) {
            painter.setPen(muted);
            painter.drawText(
                QRectF(left, base.bottom() + theme().scaled(4), wide + 2, metrics.height()),
                Qt::AlignLeft | Qt::AlignVCenter, name);
            labelled = left + wide + theme().scaled(8);
        }
    }
    if (current() >= 0) {
        painter.setPen(QPen(theme().color(ColorRole::Text), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(cellRect(current() / rowCount(), current() % rowCount()));
    }
}

QPointF SurfacePlot::itemPosition(int item) const
{
    return cellRect(item / rowCount(), item % rowCount()).center();
}

QStringList SurfacePlot::itemReading(int item) const
{
    const int row = item % rowCount();
    const Column &column = m_columns[std::size_t(item / rowCount())];
    QStringList lines { analysistext::expiry(column.expiry, column.days, m_underlying) };
    const auto &cell = column.cells[std::size_t(row)];
    if (!cell) {
        lines += tr("%1: no quotes so far out").arg(rowName(row));
        return lines;
    }
    lines += tr("%1: strike %2").arg(rowName(row), QLocale().toString(cell->strike, 'f', 1));
    lines += tr("Volatility %1").arg(analysistext::percent(cell->volatility));
    return lines;
}

int SurfacePlot::itemAt(const QPointF &place) const
{
    const QRectF inside = grid();
    if (m_columns.empty() || !inside.contains(place))
        return -1;
    const auto column
        = int((place.x() - inside.left()) / inside.width() * double(m_columns.size()));
    const int row = int((inside.bottom() - place.y()) / inside.height() * rowCount());
    return std::clamp(column, 0, int(m_columns.size()) - 1) * rowCount()
        + std::clamp(row, 0, rowCount() - 1);
}

int SurfacePlot::itemBeside(int item, int key) const
{
    const int rows = rowCount();
    switch (key) {
    case Qt::Key_Left:
        return item >= rows ? item - rows : item;
    case Qt::Key_Right:
        return item + rows < itemCount() ? item + rows : item;
    case Qt::Key_Up:
        return item % rows < rows - 1 ? item + 1 : item;
    case Qt::Key_Down:
        return item % rows > 0 ? item - 1 : item;
    default:
        return AnalysisPlot::itemBeside(item, key);
    }
}

} // namespace tapeline
