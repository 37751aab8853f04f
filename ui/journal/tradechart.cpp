#include "tradechart.h"

#include "chartpanel.h"
#include "pricechart.h"
#include "theme.h"
#include "tradebarsport.h"
#include "tradechartspan.h"
#include "trademarks.h"

#include <QEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

TradeChart::TradeChart(TradeBarsPort &bars, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_bars(bars)
    , m_theme(theme)
    , m_pages(new QStackedWidget(this))
    , m_chart(new PriceChart(this))
    , m_marks(new TradeMarks(*m_chart))
    , m_message(new QLabel(this))
{
    setMinimumHeight(theme.scaled(150));
    m_chart->setSeries(&m_series);
    m_chart->setObjectName(u"tradeChart"_s);
    m_chart->installEventFilter(this);
    m_message->setObjectName(u"tradeChartMessage"_s);
    m_message->setProperty("muted", true);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_pages->addWidget(m_chart);
    m_pages->addWidget(m_message);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    connect(&theme, &Theme::changed, this, &TradeChart::restyle);
    restyle();
}

void TradeChart::showTrade(const TradeRecord &trade, Timestamp now)
{
    const bool isOther = trade.key != m_trade.key;
    const bool isGrown = trade.closedAt != m_trade.closedAt;
    m_trade = trade;
    if (isOther)
        m_executions.clear();
    m_marks->setTrade(trade, m_executions);
    if (!isOther && !isGrown)
        return;
    const TradeChartSpan span = tradeChartSpan(trade, now);
    m_series.setInstrument(trade.symbol, span.timeframe, 2, trade.assetClass);
    say(tr("Bars of %1 are being fetched.").arg(trade.symbol));
    const quint64 request = ++m_request;
    m_bars.loadBars(trade.symbol, span.timeframe, span.from, span.to, this,
                    [this, request](const Result<std::vector<Candle>> &bars) {
                        if (request == m_request)
                            take(bars);
                    });
}

void TradeChart::setExecutions(const TradeKey &key, const std::vector<TradeExecution> &executions)
{
    if (key != m_trade.key)
        return;
    m_executions = executions;
    m_marks->setTrade(m_trade, m_executions);
}

void TradeChart::take(const Result<std::vector<Candle>> &bars)
{
    if (!bars || bars->empty()) {
        const bool isUnknown = !bars && bars.error().code != Error::Code::NotFound;
        say(isUnknown
                ? tr("The bars around this trade could not be fetched: %1").arg(bars.error().detail)
                : tr("There are no bars of %1 from then: none were kept, and the source has none.")
                      .arg(m_trade.symbol));
        return;
    }
    ChartUpdate update;
    update.reset = true;
    update.bars = *bars;
    update.history = ChartUpdate::History::Complete;
    m_series.apply(update);
    m_pages->setCurrentWidget(m_chart);
    m_isFitted = true;
    fit();
}

void TradeChart::fit()
{
    if (m_isFitted && !m_series.isEmpty())
        m_chart->showBars(m_series.firstKey(), m_series.lastKey());
}

/// All bars stay in view whatever room there is, until the user looks at some of them.
bool TradeChart::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize: // first the chart takes its new size
        QMetaObject::invokeMethod(this, &TradeChart::fit, Qt::QueuedConnection);
        break;
    case QEvent::Wheel:
    case QEvent::MouseButtonPress:
    case QEvent::KeyPress:
        m_isFitted = false;
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void TradeChart::say(const QString &text)
{
    m_message->setText(text);
    m_pages->setCurrentWidget(m_message);
}

QString TradeChart::message() const
{
    return m_pages->currentWidget() == m_message ? m_message->text() : QString();
}

void TradeChart::restyle()
{
    m_chart->setColors(chartColors(m_theme.palette()));
    m_chart->setFont(m_theme.font(FontRole::Small));
    m_message->setFont(m_theme.font(FontRole::Text));
}

} // namespace tapeline
