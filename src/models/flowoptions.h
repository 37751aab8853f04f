#pragma once

#include "tradeclassifier.h"

#include <QJsonObject>

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
    Session ///< the newest trading day in view
};

/// What a person chose to see of a chart's order flow.
struct FlowOptions
{
    FlowStyle style = FlowStyle::Candles;
    CvdReset reset = CvdReset::Session;
    ClassifierRule rule = ClassifierRule::Weighted;
    bool footprint = false;
    ProfileRange profile = ProfileRange::None;
    bool divergences = true; ///< marks where price and cumulative delta disagree

    /// Whether trades have to be fetched and summed up for it.
    bool needsFlow() const
    {
        return style != FlowStyle::Hidden || footprint || profile != ProfileRange::None;
    }
    QJsonObject toJson() const;
    /// What is missing or unknown stays as it is at first.
    static FlowOptions fromJson(const QJsonObject &json);

    friend bool operator==(const FlowOptions &, const FlowOptions &) = default;
};

} // namespace tapeline
