#pragma once

#include "indicatorinfo.h"
#include "linestyle.h"
#include "result.h"

#include <QJsonObject>

#include <vector>

namespace tapeline {

/// An indicator's parameters by name, so that it may get more of them; empty for an unknown one.
QJsonObject indicatorParametersJson(const IndicatorSpec &spec);
/// What that said; those that are missing are as at first.
std::vector<double> indicatorParametersOf(const QJsonObject &json, const IndicatorInfo &info);

/// What a person chose of one indicator on a chart: which, how its lines look, and where they are.
struct IndicatorChoice
{
    static constexpr int pricePane = 0;
    static constexpr int newPane = -1; ///< when it is added: one of its own

    IndicatorSpec spec;
    std::vector<LineStyle> styles = {}; ///< one an output; those that are missing are as at first
    std::vector<bool> hiddenOutputs = {}; ///< those that are missing are shown
    bool hidden = false;
    int pane = pricePane; ///< over the bars, or the number of a pane below them
    int tint = 0; ///< added to the tints of its outputs, so that several differ

    LineStyle style(std::size_t output) const
    {
        return output < styles.size() ? styles[output] : LineStyle();
    }
    bool shows(std::size_t output) const
    {
        return !hidden && !(output < hiddenOutputs.size() && hiddenOutputs[output]);
    }

    /// Parameters by name, so that an indicator may get more of them.
    QJsonObject toJson() const;
    /// NotFound for an unknown indicator, InvalidArgument for parameters out of their limits; what
    /// it does not say is as at first.
    static Result<IndicatorChoice> fromJson(const QJsonObject &json);

    friend bool operator==(const IndicatorChoice &, const IndicatorChoice &) = default;
};

} // namespace tapeline
