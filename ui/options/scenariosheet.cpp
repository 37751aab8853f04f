#include "scenariosheet.h"

#include "easterntime.h"
#include "strategybuilder.h"
#include "theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int priceSteps = 5; ///< both ways
constexpr double widestStep = 0.05;
constexpr double deviationsShown = 2;
constexpr int dayColumns = 6;
constexpr std::array shifts { -0.10, -0.05, -0.02, 0.0, 0.02, 0.05, 0.10 };
constexpr double strongestTint = 0.5;

QString signedNumber(double value, int decimals)
{
    const QLocale here;
    const QString digits = here.toString(std::abs(value), 'f', decimals);
    const bool isZero = digits == here.toString(0.0, 'f', decimals);
    return isZero ? digits : (value < 0 ? u"\u2212"_s : here.positiveSign()) + digits;
}

} // namespace

ScenarioSheet::ScenarioSheet(const Theme &theme, StrategyBuilder &builder, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_builder(builder)
    , m_measure(new QComboBox(this))
    , m_across(new QComboBox(this))
{
    setObjectName(u"scenarioSheet"_s);
    m_measure->setObjectName(u"scenarioMeasure"_s);
    m_across->setObjectName(u"scenarioAcross"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_measure);
    row->addWidget(m_across);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->addLayout(row);
    column->addStretch(1);
    for (const QComboBox *box : { m_measure, m_across })
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            reckon();
            emit stateChanged();
        });
    connect(&builder, &StrategyBuilder::evaluated, this, &ScenarioSheet::reckon);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

ScenarioSheet::Measure ScenarioSheet::measure() const
{
    return Measure(std::max(m_measure->currentIndex(), 0));
}

ScenarioSheet::Across ScenarioSheet::across() const
{
    return Across(std::max(m_across->currentIndex(), 0));
}

void ScenarioSheet::choose(Measure measure, Across across)
{
    m_measure->setCurrentIndex(int(measure));
    m_across->setCurrentIndex(int(across));
}

/// Prices reach two deviations; days go from now to the first end.
void ScenarioSheet::reckon()
{
    m_table = {};
    const StrategyEvaluation &seen = m_builder.evaluation();
    if (!isVisible() || !seen.isComplete)
        return update();
    ScenarioAxes axes;
    const double deviation = seen.deviationHigh > 0 ? seen.deviationHigh / seen.spot - 1 : 0.1;
    const double step = std::min(deviation * deviationsShown / priceSteps, widestStep);
    axes.spots = scenarios::spotsAround(seen.spot, step, priceSteps);
    const WhatIf whatIf = m_builder.whatIf();
    if (across() == Across::Days) {
        axes.volatilityShifts = { whatIf.volatilityShift };
        const double days = strategies::yearsBetween(seen.now, seen.outcome.horizon) * 365;
        for (int i = 0; i < dayColumns; ++i)
            axes.days.push_back(days * i / (dayColumns - 1));
    } else {
        axes.volatilityShifts.assign(shifts.begin(), shifts.end());
        axes.days = { whatIf.days };
    }
    if (const auto table = m_builder.scenarios(axes))
        m_table = *table;
    describe();
    update();
}

/// The table in words, a line a price.
void ScenarioSheet::describe()
{
    QStringList lines;
    for (int row = 0; row < rows(); ++row) {
        QStringList cells;
        for (int column = 0; column < columns(); ++column)
            cells.append(headText(column) + u": "_s + cellText(row, column));
        const double spot = m_table.axes.spots[std::size_t(rows() - 1 - row)];
        lines.append(tr("At %1: %2").arg(QLocale().toString(spot, 'f', 2), cells.join(u", "_s)));
    }
    setAccessibleDescription(lines.join(u'\n'));
}

int ScenarioSheet::columns() const
{
    return int(std::max(m_table.axes.days.size(), m_table.axes.volatilityShifts.size()));
}

double ScenarioSheet::valueAt(int row, int column) const
{
    const bool days = m_table.axes.days.size() > 1;
    const std::size_t spot = std::size_t(rows() - 1 - row);
    const ScenarioCell &cell
        = m_table.at(days ? std::size_t(column) : 0, days ? 0 : std::size_t(column), spot);
    switch (measure()) {
    case Measure::Profit:
        return cell.profit;
    case Measure::Delta:
        return cell.greeks.delta;
    case Measure::Gamma:
        return cell.greeks.gamma;
    case Measure::Theta:
        return cell.greeks.theta;
    case Measure::Vega:
        return cell.greeks.vega;
    }
    Q_UNREACHABLE();
}

QString ScenarioSheet::cellText(int row, int column) const
{
    if (row < 0 || row >= rows() || column < 0 || column >= columns())
        return {};
    const int decimals = measure() == Measure::Gamma ? 2 : measure() == Measure::Profit ? 0 : 1;
    return signedNumber(valueAt(row, column), decimals);
}

QString ScenarioSheet::headText(int column) const
{
    const QLocale here;
    if (m_table.axes.days.size() > 1) {
        const double days = m_table.axes.days[std::size_t(column)];
        if (column == 0)
            return tr("now");
        const Timestamp then
            = m_builder.evaluation().now + Duration(qint64(days * 24 * 3600 * 1e9));
        return here.toString(easterntime::date(then), u"d MMM"_s);
    }
    return tr("%1 pts").arg(
        signedNumber(m_table.axes.volatilityShifts[std::size_t(column)] * 100, 0));
}

/// Row -1 is the heading, column -1 the prices.
QRect ScenarioSheet::cellAt(int row, int column) const
{
    const int top = m_measure->geometry().bottom() + m_theme.scaled(6);
    const int height = QFontMetrics(m_theme.font()).height() + m_theme.scaled(5);
    const int first = m_theme.scaled(120);
    const int room = std::max(width() - first, 1);
    const int left = column < 0 ? 0 : first + room * column / std::max(columns(), 1);
    const int right = column < 0 ? first : first + room * (column + 1) / std::max(columns(), 1);
    return { left, top + (row + 1) * height, right - left, height };
}

void ScenarioSheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(m_theme.font());
    if (m_table.cells.empty()) {
        painter.setPen(m_theme.color(ColorRole::MutedText));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("There is nothing to reckon yet: every leg needs a price."));
        return;
    }
    const int inset = m_theme.scaled(8);
    const auto draw = [&](const QRect &cell, const QString &text, ColorRole role) {
        painter.setPen(m_theme.color(role));
        painter.drawText(cell.adjusted(0, 0, -inset, 0), Qt::AlignRight | Qt::AlignVCenter, text);
    };
    double most = 0;
    for (int row = 0; row < rows(); ++row)
        for (int column = 0; column < columns(); ++column)
            most = std::max(most, std::abs(valueAt(row, column)));
    for (int column = 0; column < columns(); ++column)
        draw(cellAt(-1, column), headText(column), ColorRole::MutedText);
    for (int row = 0; row < rows(); ++row) {
        const double spot = m_table.axes.spots[std::size_t(rows() - 1 - row)];
        const double move = spot / m_builder.evaluation().spot - 1;
        const bool isNow = std::abs(move) < 1e-9;
        //: A price, and the move that leads there in percent
        draw(cellAt(row, -1),
             tr("%1  %2 %").arg(QLocale().toString(spot, 'f', 2), signedNumber(move * 100, 1)),
             isNow ? ColorRole::Text : ColorRole::MutedText);
        for (int column = 0; column < columns(); ++column) {
            const double value = valueAt(row, column);
            QColor tint = m_theme.color(value > 0 ? ColorRole::Up : ColorRole::Down);
            tint.setAlphaF(most > 0 ? float(strongestTint * std::sqrt(std::abs(value) / most))
                                    : 0.0F);
            const QRect cell = cellAt(row, column);
            painter.fillRect(cell.adjusted(1, 1, 0, 0), tint);
            draw(cell, cellText(row, column), ColorRole::Text);
        }
    }
}

void ScenarioSheet::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    reckon();
}

QJsonObject ScenarioSheet::saveState() const
{
    return { { u"measure"_s, int(measure()) }, { u"across"_s, int(across()) } };
}

void ScenarioSheet::restoreState(const QJsonObject &state)
{
    choose(Measure(std::clamp(state["measure"_L1].toInt(), 0, int(Measure::Vega))),
           Across(std::clamp(state["across"_L1].toInt(), 0, int(Across::Volatility))));
}

void ScenarioSheet::retranslate()
{
    const auto fill = [](QComboBox *box, const QStringList &texts) {
        const int chosen = std::max(box->currentIndex(), 0);
        const QSignalBlocker quiet(box);
        box->clear();
        box->addItems(texts);
        box->setCurrentIndex(chosen);
    };
    fill(
        m_measure,
        { tr("Profit and loss"), tr("Delta"), tr("Gamma"), tr("Theta a day"), tr("Vega a point") });
    fill(m_across, { tr("by price and day"), tr("by price and volatility") });
    m_measure->setAccessibleName(tr("What the table tells"));
    m_across->setAccessibleName(tr("What the columns are"));
    setAccessibleName(tr("Scenarios"));
    update();
}

void ScenarioSheet::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace tapeline
