#include "tradesums.h"

#include "figuretile.h"
#include "journalselection.h"
#include "statistictext.h"
#include "theme.h"

#include <QEvent>
#include <QHBoxLayout>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Of results; counts and shares have no sign.
int signOf(PerformanceMetric metric, const MetricValue &value)
{
    switch (metric) {
    case PerformanceMetric::Net:
    case PerformanceMetric::Gross:
    case PerformanceMetric::Expectancy:
    case PerformanceMetric::ExpectancyR: {
        const double number = metricNumber(value).value_or(0);
        return number > 0 ? 1 : number < 0 ? -1 : 0;
    }
    default:
        return 0;
    }
}

} // namespace

TradeSums::TradeSums(const JournalSelection &selection, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_theme(theme)
{
    setObjectName(u"tradeSums"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(this);
    for (FigureTile *&tile : m_tiles) {
        tile = new FigureTile(theme, this);
        row->addWidget(tile);
    }
    row->addStretch(1);
    connect(&selection, &JournalSelection::changed, this, &TradeSums::show);
    connect(&theme, &Theme::changed, this, &TradeSums::restyle);
    restyle();
    retranslate();
}

QString TradeSums::text(PerformanceMetric metric) const
{
    const auto found = std::ranges::find(metrics, metric);
    return m_tiles[std::size_t(found - metrics.begin())]->text();
}

void TradeSums::show()
{
    const Journal &journal = m_selection.journal();
    const auto trades = studiedTrades(
        m_selection.trades(), [&](const TradeKey &key) -> auto & { return journal.notes(key); });
    const PerformanceFigures figures { .trades = tradeStatistics(resultsOf(trades)) };
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        const MetricValue value = metricValue(metrics[i], figures);
        m_tiles[i]->setFigure(statistictext::value(metrics[i], value), signOf(metrics[i], value));
    }
}

void TradeSums::retranslate()
{
    setAccessibleName(tr("What these trades come to"));
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        m_tiles[i]->setName(statistictext::name(metrics[i]));
        m_tiles[i]->setToolTip(statistictext::definition(metrics[i]));
    }
    show();
}

void TradeSums::restyle()
{
    layout()->setContentsMargins(m_theme.scaled(10), m_theme.scaled(5), m_theme.scaled(10),
                                 m_theme.scaled(6));
    layout()->setSpacing(m_theme.scaled(20));
}

void TradeSums::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tapeline
