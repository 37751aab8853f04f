#pragma once

#include "datastatus.h"
#include "indicatorinfo.h"
#include "result.h"
#include "timeframe.h"

#include <QJsonObject>

namespace tapeline {

/// One side of what an alert compares.
struct AlertValue
{
    enum class Kind : quint8 {
        Price, ///< of eligible trades, as bars show them
        Level,
        Indicator,
        Drawing ///< of the alert's symbol: its line, or the room between its lines
    };

    Kind kind = Kind::Price;
    double level = 0; ///< of a Level, finite
    IndicatorSpec indicator {};
    int output = 0; ///< which line of the indicator
    QString drawing {}; ///< id

    static AlertValue atLevel(double level) { return { .kind = Kind::Level, .level = level }; }
    static AlertValue ofIndicator(IndicatorSpec spec, int output = 0)
    {
        return { .kind = Kind::Indicator, .indicator = std::move(spec), .output = output };
    }
    static AlertValue ofDrawing(const QString &id)
    {
        return { .kind = Kind::Drawing, .drawing = id };
    }

    friend bool operator==(const AlertValue &, const AlertValue &) = default;
};

/// What must come about; see AlertTracker for what each means exactly.
enum class AlertCondition : quint8 {
    Crossing,
    CrossingUp,
    CrossingDown,
    Above,
    Below,
    Entering, ///< the room between two levels, or of a drawing
    Leaving,
    Rising, ///< by a share within so many bars
    Falling
};
inline constexpr int alertConditionCount = 9;

enum class AlertWhen : quint8 {
    Once,
    OncePerBar, ///< at most one time a bar
    OncePerBarClose ///< looked at when a bar is complete, and only then
};

enum class AlertState : quint8 {
    Active,
    Paused, ///< by a person
    Fired, ///< it was to fire once
    Expired
};

/// What someone wants to be told of. A value; AlertBook keeps them.
struct ChartAlert
{
    static constexpr int mostBars = 500; ///< to rise or fall within
    static constexpr double mostPercent = 1'000;
    static constexpr int longestNote = 500;

    QString id; ///< by the book
    QString symbol;
    Timeframe timeframe; ///< of the bars of indicators, and of "once per bar"
    AlertValue watched; ///< Price or Indicator
    AlertCondition condition = AlertCondition::Crossing;
    AlertValue against = AlertValue::atLevel(0); ///< not of Rising and Falling
    /// The other edge of the room to enter or leave, where against is a level.
    double otherLevel = 0;
    double percent = 1; ///< of Rising and Falling, > 0
    int bars = 10; ///< of Rising and Falling, 1 to mostBars
    AlertWhen when = AlertWhen::Once;
    bool logScale = false; ///< its drawing was drawn on a logarithmic scale
    std::optional<Timestamp> expiry; ///< market time
    QString note;
    bool sound = true;
    DataSource source
        = DataSource::Live; ///< the market it was made on; others' prices are nothing to it
    AlertState state = AlertState::Active;
    Timestamp created {}; ///< market time
    Timestamp lastFired {}; ///< market time; 0 never
    Timestamp lastBar {}; ///< start of the bar in which it last fired

    bool isActive() const { return state == AlertState::Active; }
    bool isMoving() const
    {
        return condition == AlertCondition::Rising || condition == AlertCondition::Falling;
    }
    bool isRoom() const
    {
        return condition == AlertCondition::Entering || condition == AlertCondition::Leaving;
    }
    /// It watches nothing but prices, against what does not depend on them.
    bool isOfPriceAlone() const;
    /// Whichever bars it is watched on, it is the same.
    bool isOfAnyBars() const;
    /// The bars it is watched on: minutes where any do.
    Timeframe watchedTimeframe() const;
    /// Where it is drawn as a line that can be moved: a price against a level, not a room.
    bool isLevelOfPrice() const
    {
        return watched.kind == AlertValue::Kind::Price && against.kind == AlertValue::Kind::Level
            && !isRoom() && !isMoving();
    }

    QJsonObject toJson() const;
    /// Malformed where it could not be watched: an unknown word, no symbol, an indicator that does
    /// not exist.
    static Result<ChartAlert> fromJson(const QJsonObject &json);
    /// InvalidArgument says what is wrong with it, in a sentence for people.
    Result<void> check() const;

    friend bool operator==(const ChartAlert &, const ChartAlert &) = default;
};

/// That an alert has fired.
struct AlertFiring
{
    quint64 number = 0; ///< ascending, by the book
    ChartAlert alert; ///< as it was
    Timestamp time {}; ///< of the data: market time less the plan's delay
    Timestamp barStart {};
    double value = 0; ///< of what is watched
    double against = 0; ///< what it was compared with: level, line, or the edge of a room
    Duration delay {}; ///< of the plan: how late the data is

    QJsonObject toJson() const;
    /// Malformed.
    static Result<AlertFiring> fromJson(const QJsonObject &json);

    friend bool operator==(const AlertFiring &, const AlertFiring &) = default;
};

} // namespace tapeline
