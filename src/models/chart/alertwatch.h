#pragma once

#include "alertinputs.h"

#include <QObject>

#include <map>

namespace tapeline {

/// Watches the alerts of one symbol and timeframe, on bars of its own: whether a chart shows them
/// makes no difference. Tells what fires, and leaves what becomes of it to others.
///
/// A look is taken at every change of the bars. Alerts that fire once or once per bar are given,
/// of each bar since the look before: its price at first, its new low and high, and where it is now
/// - so that a price that was only there between two looks counts - each against what was drawn at
/// that time; but only the price at the end of the look where the bar began before the watch, or
/// holds a hole. Indicators are given as they are at the end of each bar and of the look.
/// Alerts that fire at the close of a bar are given complete bars, and compare with the bars
/// before: what those were is known, though nobody watched then; not where bars are missing
/// between them.
///
/// A drawing that is moved or changed crosses nothing: the price does. Nor does one whose slope
/// becomes another because bars come in between.
///
/// A bar is complete when there is one after it, or its time has been over for completeAfter.
/// Nothing is looked at before history has come, and while the data is not live; what came in
/// meanwhile fires nothing, and sides are learned anew.
class AlertWatch : public QObject
{
    Q_OBJECT

public:
    using Key = ChartSeries::Key;
    static constexpr Duration completeAfter = 2s;

    AlertWatch(const QString &symbol, Timeframe timeframe, const MarketCalendar &calendar = {},
               QObject *parent = nullptr);

    const QString &symbol() const { return m_series.symbol(); }
    Timeframe timeframe() const { return m_series.timeframe(); }
    const ChartSeries &series() const { return m_series; }
    void setDrawings(FindDrawing find) { m_inputs.setDrawings(std::move(find)); }

    /// Those that are active. One that is as it was goes on; others begin.
    void setAlerts(const std::vector<ChartAlert> &alerts);
    /// now: up to when the data goes. live: it goes on; while false nothing fires.
    void setMarket(bool live, Timestamp now);
    void apply(const ChartUpdate &update);
    /// What comes in is looked at.
    bool isWatching() const { return m_isLive && m_isLoaded && !m_series.isEmpty(); }
    bool isLoaded() const { return m_isLoaded; }
    /// Whether the bars reach back to what its drawing is drawn over; until then it is not looked
    /// at.
    bool reachesDrawing(const ChartAlert &alert) const { return m_inputs.reachesDrawing(alert); }
    /// An indicator has no value yet, or a drawing begins before the bars, and older ones could
    /// help.
    bool needsEarlier() const
    {
        return m_isLoaded && m_series.history() == ChartUpdate::History::Partial
            && (m_inputs.isWarmingUp() || !reachesDrawings());
    }

signals:
    /// Without number and delay.
    void fired(const tapeline::AlertFiring &firing);

private:
    struct Watched
    {
        ChartAlert alert;
        LineTrackers trackers;
        std::vector<DrawingPoint> points {}; ///< of its drawing, at the last look
        DrawingStyle style {}; ///< also: which lines it has, and how far they go
        bool hasEnded = false;
    };
    struct Look // at the newest bar
    {
        Timestamp start {};
        double low = 0;
        double high = 0;
        double price = 0; ///< its last
        bool isWhole = false; ///< all of the bar was watched
    };

    /// Of the price within a bar since the look before.
    struct Way
    {
        std::optional<double> open {}; ///< of a bar that is new
        std::optional<double> low {}; ///< lower than before
        std::optional<double> high {};
        double from = 0; ///< the price before the new low and high
        double price = 0; ///< now
    };

    void onChanged(const ChartSeries::Change &change);
    void begin();
    void look();
    void lookAtAll();
    void followDrawings();
    void breakOffDrawings();
    bool reachesDrawings() const;
    void lookAt(Key key);
    std::optional<Way> wayAt(Key key);
    std::vector<AlertReading> readings(const ChartAlert &alert, const AlertReading &line,
                                       const Way &way) const;
    void lookAtClose(Key key);
    std::optional<AlertReading> closing(Watched &watched, Key key) const;
    bool isComplete(Key key) const;
    Timestamp endOf(Key key) const;
    bool followsHole(Key key) const;
    void fire(Watched &watched, Key key, const AlertReading &reading, Timestamp time);

    ChartSeries m_series;
    AlertInputs m_inputs;
    std::vector<Watched> m_watched;
    std::vector<AlertFiring> m_fired; ///< by the look that is under way
    bool m_isLive = false;
    bool m_isLoaded = false;
    Timestamp m_now {};
    Timestamp m_from {}; ///< watched since then
    std::optional<Look> m_look; ///< nothing before the first
    std::optional<Timestamp> m_closed; ///< start of the newest bar that was looked at complete
};

} // namespace tapeline
