#include "scenariogrid.h"

#include "theme.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

constexpr double strongestTint = 0.55;

/// "+1,250", "-80", "0".
QString amountText(double amount)
{
    const qint64 whole = std::llround(amount);
    const QLocale locale;
    return (whole > 0 ? locale.positiveSign() : QString()) + locale.toString(whole);
}

/// "+5 pt" of 0.05: volatility moves by points, not by a share of itself.
QString pointsText(double shift)
{
    const qint64 points = std::llround(shift * 100);
    const QLocale locale;
    //: Points of volatility
    return ScenarioGrid::tr("%1 pt").arg((points > 0 ? locale.positiveSign() : QString())
                                         + locale.toString(points));
}

} // namespace

QString signedPercent(double share)
{
    const qint64 percent = std::llround(share * 100);
    const QLocale locale;
    return ScenarioGrid::tr("%1 %").arg((percent > 0 ? locale.positiveSign() : QString())
                                        + locale.toString(percent));
}

ScenarioGrid::ScenarioGrid(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("scenarioGrid"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ScenarioGrid::setScenario(const PortfolioScenario &scenario)
{
    const bool isOther = scenario.moves.size() != m_scenario.moves.size();
    m_scenario = scenario;
    describe();
    if (isOther)
        updateGeometry();
    update();
}

/// The table in words, row by row.
void ScenarioGrid::describe()
{
    setAccessibleName(tr("Profit or loss by price and volatility"));
    QStringList lines;
    for (std::size_t move = 0; move < m_scenario.moves.size(); ++move) {
        QStringList cells;
        for (std::size_t shift = 0; shift < m_scenario.shifts.size(); ++shift)
            cells += tr("volatility %1: %2")
                         .arg(pointsText(m_scenario.shifts[shift]),
                              amountText(m_scenario.at(move, shift)));
        lines += tr("Price %1: %2")
                     .arg(signedPercent(m_scenario.moves[move]), cells.join(QStringLiteral(", ")));
    }
    setAccessibleDescription(lines.join(QLatin1Char('\n')));
}

QSize ScenarioGrid::sizeHint() const
{
    const int rows = int(m_scenario.moves.size()) + 1;
    const int columns = int(m_scenario.shifts.size()) + 1;
    const int height = QFontMetrics(m_theme.font(FontRole::Small)).height() + m_theme.scaled(6);
    return { m_theme.scaled(76) * columns, height * rows };
}

QSize ScenarioGrid::minimumSizeHint() const
{
    return { m_theme.scaled(48) * (int(m_scenario.shifts.size()) + 1), sizeHint().height() };
}

QRect ScenarioGrid::cellAt(int column, int row) const
{
    const int columns = int(m_scenario.shifts.size()) + 1;
    const int rows = int(m_scenario.moves.size()) + 1;
    const int left = width() * column / columns;
    const int top = height() * row / rows;
    return { left, top, width() * (column + 1) / columns - left,
             height() * (row + 1) / rows - top };
}

void ScenarioGrid::paintEvent(QPaintEvent *)
{
    if (m_scenario.profits.empty())
        return;
    QPainter painter(this);
    painter.setFont(m_theme.font(FontRole::Small));
    const int inset = m_theme.scaled(6);
    painter.setPen(m_theme.color(ColorRole::MutedText));
    painter.drawText(cellAt(0, 0).adjusted(inset, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("Price / IV"));
    for (std::size_t shift = 0; shift < m_scenario.shifts.size(); ++shift)
        painter.drawText(cellAt(int(shift) + 1, 0).adjusted(0, 0, -inset, 0),
                         Qt::AlignRight | Qt::AlignVCenter, pointsText(m_scenario.shifts[shift]));
    double most = 0;
    for (const double profit : m_scenario.profits)
        most = std::max(most, std::abs(profit));
    for (std::size_t move = 0; move < m_scenario.moves.size(); ++move) {
        const int row = int(move) + 1;
        painter.setPen(m_theme.color(ColorRole::MutedText));
        painter.drawText(cellAt(0, row).adjusted(inset, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         signedPercent(m_scenario.moves[move]));
        for (std::size_t shift = 0; shift < m_scenario.shifts.size(); ++shift)
            paintCell(painter, cellAt(int(shift) + 1, row), m_scenario.at(move, shift), most);
    }
}

void ScenarioGrid::paintCell(QPainter &painter, const QRect &cell, double profit, double most) const
{
    const qint64 whole = std::llround(profit);
    if (whole != 0 && most > 0) {
        QColor tint = m_theme.color(whole > 0 ? ColorRole::Up : ColorRole::Down);
        tint.setAlphaF(float(strongestTint * std::sqrt(std::abs(profit) / most)));
        painter.fillRect(cell.adjusted(1, 1, 0, 0), tint);
    }
    painter.setPen(m_theme.color(ColorRole::Text));
    painter.drawText(cell.adjusted(0, 0, -m_theme.scaled(6), 0), Qt::AlignRight | Qt::AlignVCenter,
                     amountText(profit));
}

void ScenarioGrid::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        describe();
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace tapeline
