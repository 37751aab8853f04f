#pragma once

#include "tradeclassifier.h"

#include <QJsonObject>

#include <optional>

namespace tapeline {

/// How a chart shows the cumulative delta below the prices.
enum class FlowStyle : quint8 {
    Hidden,
    Line, ///< the cumulative delta at the end of each bar
    Candles, ///< the cumulative delta over each bar
    Delta ///< the delta of each bar, from 0
};

/// Where the cumulative delta begins anew.
enum class CvdReset : quint8 {
    Never, ///< 0 where the trades that are known begin; what is estimated runs back from there
    Session ///< 0 at 09:30 Eastern, where a day begins, after a gap, and where trades are known
};

/// Which bars a volume profile beside the chart is made of.
enum class ProfileRange : quint8 {
    None,
    Visible, ///< all bars in view
    Session, ///< the newest trading day in view
    Fixed, ///< those of a span that someone marked
    Composite ///< the newest days that are known, added up
};

/// A span of time on a chart.
struct FlowSpan
{
    Timestamp from {}; ///< of the first bar's start
    Timestamp until {}; ///< bars that start before it

    friend bool operator==(const FlowSpan &, const FlowSpan &) = default;
};

/// What a person chose to see of a chart's order flow.
struct FlowOptions
{
    FlowStyle style = FlowStyle::Candles;
    CvdReset reset = CvdReset::Session;
    ClassifierRule rule = ClassifierRule::Weighted;
    bool footprint = false;
    ProfileRange profile = ProfileRange::None;
    std::optional<FlowSpan> span {}; ///< of the fixed profile; there while that is shown
    int compositeDays = 5; ///< fewestDays to mostDays
    bool developing = false; ///< levels of each day's profile as they stood bar by bar
    bool nakedPocs = false; ///< points of control of earlier days that were not touched since
    bool divergences = true; ///< marks where price and cumulative delta disagree

    static constexpr int fewestDays = 2;
    static constexpr int mostDays = 20;

    /// Whether any of it is of whole days.
    bool needsSessions() const
    {
        return developing || nakedPocs || profile == ProfileRange::Composite;
    }
    /// Whether trades have to be fetched and summed up for it.
    bool needsFlow() const
    {
        return style != FlowStyle::Hidden || footprint || profile != ProfileRange::None
            || needsSessions();
    }
    QJsonObject toJson() const;
    /// What is missing or unknown stays as it is at first.
    static FlowOptions fromJson(const QJsonObject &json);

    friend bool operator==(const FlowOptions &, const FlowOptions &) = default;
};

} // namespace tapeline
