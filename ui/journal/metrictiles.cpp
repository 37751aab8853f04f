#include "metrictiles.h"

#include "figuretile.h"
#include "statistictext.h"
#include "theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QTextDocument>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostColumns = 12;
constexpr int usualColumns = 7; ///< until it is laid out
constexpr int tileWidth = 142; ///< before scaling

/// Gains and losses are coloured where a figure has a sign that means one.
bool isSigned(PerformanceMetric metric)
{
    using enum PerformanceMetric;
    switch (metric) {
    case Net:
    case Gross:
    case Expectancy:
    case ExpectancyR:
    case Sqn:
    case Kelly:
    case Sharpe:
    case Sortino:
        return true;
    default: // most have none: a new one is shown plain
        return false;
    }
}

int signOf(const MetricValue &value)
{
    const double number = metricNumber(value).value_or(0);
    return number > 0 ? 1 : number < 0 ? -1 : 0;
}

bool isOfEquity(PerformanceMetric metric)
{
    return metric >= PerformanceMetric::EquityDays || metric == PerformanceMetric::Turnover;
}

} // namespace

MetricTiles::MetricTiles(const Theme &theme, std::vector<PerformanceMetric> metrics,
                         QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_metrics(std::move(metrics))
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSizeConstraint(QLayout::SetNoConstraint);
    for (std::size_t i = 0; i < m_metrics.size(); ++i)
        m_tiles.push_back(new FigureTile(theme, this));
    connect(&theme, &Theme::changed, this, [this] {
        m_columns = 0;
        arrange();
    });
    retranslate();
    arrange();
}

void MetricTiles::setFigures(const PerformanceFigures &figures)
{
    m_figures = figures;
    retranslate();
}

void MetricTiles::setWithoutEquity(const QString &why)
{
    m_withoutEquity = why;
    retranslate();
}

FigureTile *MetricTiles::tile(PerformanceMetric metric) const
{
    const auto found = std::ranges::find(m_metrics, metric);
    return found == m_metrics.end() ? nullptr : m_tiles[std::size_t(found - m_metrics.begin())];
}

QString MetricTiles::text(PerformanceMetric metric) const
{
    const FigureTile *shown = tile(metric);
    return shown ? shown->text() : QString();
}

void MetricTiles::retranslate()
{
    for (std::size_t i = 0; i < m_metrics.size(); ++i) {
        const PerformanceMetric metric = m_metrics[i];
        const MetricValue value = metricValue(metric, m_figures);
        m_tiles[i]->setName(statistictext::name(metric));
        m_tiles[i]->setFigure(statistictext::value(metric, value, locale()),
                              isSigned(metric) ? signOf(value) : 0);
        QString tip = statistictext::definition(metric);
        if (isOfEquity(metric) && !m_figures.equity && !m_withoutEquity.isEmpty())
            tip += u"\n\n"_s + m_withoutEquity;
        m_tiles[i]->setToolTip(Qt::convertFromPlainText(tip)); // in lines
        m_tiles[i]->setAccessibleDescription(m_tiles[i]->text() + u". "_s + tip);
    }
}

void MetricTiles::arrange()
{
    const int columns = testAttribute(Qt::WA_WState_Created) || testAttribute(Qt::WA_Resized)
        ? std::clamp(width() / m_theme.scaled(tileWidth), 2, mostColumns)
        : usualColumns;
    m_grid->setHorizontalSpacing(m_theme.scaled(12));
    m_grid->setVerticalSpacing(m_theme.scaled(8));
    if (std::exchange(m_columns, columns) == columns)
        return;
    for (int at = 0; at < int(m_tiles.size()); ++at)
        m_grid->addWidget(m_tiles[std::size_t(at)], at / columns, at % columns);
    for (int column = 0; column < mostColumns; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
}

QSize MetricTiles::minimumSizeHint() const
{
    return { 2 * m_theme.scaled(tileWidth), m_grid->minimumSize().height() };
}

void MetricTiles::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void MetricTiles::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tapeline
