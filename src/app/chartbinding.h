#pragma once

#include "capabilities.h"
#include "companybinding.h"
#include "marketcalendar.h"
#include "regularhours.h"
#include "timeframe.h"
#include "tradeclassifier.h"

#include <QObject>

namespace tapeline {

class ChartPanel;
class ComparisonBinding;
class DeskSession;
class MarketDispatcher;
struct ChartUpdate;
struct FlowUpdate;

/// Keeps one chart panel fed: opens the chart that its symbol and timeframe ask for, closes the one
/// before, and hands the panel's wish for older bars on. Lives as long as its panel.
class ChartBinding : public QObject
{
    Q_OBJECT

public:
    /// calendar: when the session is, for charts that hide extended hours.
    ChartBinding(ChartPanel &panel, DeskSession &session, MarketDispatcher &dispatcher,
                 const MarketCalendar &calendar);
    ~ChartBinding() override;

private:
    void open(const QString &symbol, Timeframe timeframe);
    void close();
    void askForEvents();
    void show(const ChartUpdate &update);
    void openFlow();
    void closeFlow();
    void showFlow(const FlowUpdate &update);
    void showPlanNote();
    void chooseHours();

    ChartPanel &m_panel;
    DeskSession &m_session;
    const MarketCalendar m_calendar;
    ComparisonBinding *m_comparisons;
    quint64 m_chart = 0;
    quint64 m_flow = 0; ///< 0 while none is shown
    ClassifierRule m_rule = ClassifierRule::Weighted;
    std::optional<RegularHours> m_hours; ///< of a chart that hides the others
    std::optional<Capabilities> m_capabilities; ///< once they are known
    CompanyInterest m_companies;
    QString m_eventsOf; ///< the symbol whose events are marked
};

} // namespace tapeline
