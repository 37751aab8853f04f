#pragma once

#include "chartseries.h"
#include "traderecord.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace tapeline {

class PriceChart;
class Theme;
class TradeBarsPort;
class TradeMarks;

/// The bars around a trade with the trade on them; or, where there are none, why.
class TradeChart : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive it.
    TradeChart(TradeBarsPort &bars, const Theme &theme, QWidget *parent = nullptr);

    /// now: market time, for trades that are open.
    void showTrade(const TradeRecord &trade, Timestamp now);
    /// Once they are known.
    void setExecutions(const TradeKey &key, const std::vector<TradeExecution> &executions);
    PriceChart &chart() const { return *m_chart; }
    const TradeMarks &marks() const { return *m_marks; }
    /// What is said in place of bars; empty while they are shown.
    QString message() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
    void take(const Result<std::vector<Candle>> &bars);
    void say(const QString &text);
    void restyle();

    TradeBarsPort &m_bars;
    const Theme &m_theme;
    ChartSeries m_series;
    QStackedWidget *m_pages;
    PriceChart *m_chart;
    TradeMarks *m_marks; ///< the chart's
    QLabel *m_message;
    TradeRecord m_trade;
    std::vector<TradeExecution> m_executions;
    bool m_isFitted = true; ///< all bars are shown, until the user looks closer
    quint64 m_request = 0; ///< the bars that are waited for
};

} // namespace tapeline
