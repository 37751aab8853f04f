#pragma once

#include <QHash>
#include <QObject>

namespace tapeline {

class ChartPanel;
class Comparison;
class DeskSession;
class MarketDispatcher;
struct ChartUpdate;

/// Keeps the symbols that a chart is compared to fed: opens a chart of the same timeframe for each,
/// again when the timeframe changes, asks for older bars where they do not reach as far back as the
/// chart's own, and closes what is gone. Lives as long as its panel.
class ComparisonBinding : public QObject
{
    Q_OBJECT

public:
    ComparisonBinding(ChartPanel &panel, DeskSession &session, MarketDispatcher &dispatcher);
    ~ComparisonBinding() override;

    /// Of the panel's timeframe; call it when that is another one.
    void openAll();
    void closeAll();

private:
    void open(Comparison &comparison);
    void close(Comparison &comparison);
    void show(const ChartUpdate &update);
    void loadEarlier();

    ChartPanel &m_panel;
    DeskSession &m_session;
    QHash<quint64, Comparison *> m_charts;
};

} // namespace tapeline
