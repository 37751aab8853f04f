#pragma once

#include "indicator.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace tapeline {

/// Marks the texts of indicators for the translators; who shows one asks indicatorText(). lupdate
/// does not expand macros: it is told of this one and files its texts under the namespace.
#define TAPELINE_INDICATOR_TEXT(text) QT_TRANSLATE_NOOP("tapeline", text)

/// Something of an indicator that a person sets. Every value is a double: a flag is 0 or 1, a
/// choice its place among the choices, an instant its seconds since 1970.
struct IndicatorParameter
{
    enum class Kind : quint8 { Count, Number, Flag, Choice, Instant };

    const char *id = ""; ///< "length": of files and the command line
    const char *name = ""; ///< "Length"
    Kind kind = Kind::Count;
    double initial = 0;
    double least = 0;
    double most = 0;
    std::vector<const char *> choices = {};
};

/// One line of an indicator.
struct IndicatorOutput
{
    /// Columns are drawn from zero, signed ones in the colours of rise and fall; dots stand alone.
    enum class Look : quint8 { Line, Steps, Columns, SignedColumns, Dots };

    const char *id = "";
    const char *name = "";
    Look look = Look::Line;
    int tint = 0; ///< which of the chart's line colours it has at first
};

/// The area between two outputs is filled.
struct IndicatorBand
{
    int upper = 0;
    int lower = 1;
};

enum class IndicatorGroup : quint8 { Averages, Bands, Momentum, Trend, Volatility, Volume };

/// What there is to know of one indicator. Each is one file and one line in indicatorlist.cpp.
struct IndicatorInfo
{
    const char *id = ""; ///< "ema": of files and the command line
    const char *name = ""; ///< "Exponential moving average"
    const char *shortName = ""; ///< "EMA", not translated
    IndicatorGroup group = IndicatorGroup::Averages;
    bool onPrices = true; ///< drawn over the bars, else in a pane of its own
    std::vector<IndicatorParameter> parameters = {};
    std::vector<IndicatorOutput> outputs = {};
    std::vector<IndicatorBand> bands = {};
    std::vector<double> levels = {}; ///< lines across its pane: 30 and 70
    std::optional<std::pair<double, double>> range
        = {}; ///< of its pane, where it is fixed: 0 to 100
    /// parameters: one a parameter, within their limits.
    std::unique_ptr<Indicator> (*make)(std::span<const double> parameters) = nullptr;
    /// By how many bars an output is drawn to the right; null: none is.
    int (*shift)(std::span<const double> parameters, std::size_t output) = nullptr;
};

/// Which indicator, and how it is set. Fewer parameters than it has: the rest are as at first.
struct IndicatorSpec
{
    QString id;
    std::vector<double> parameters = {};

    friend bool operator==(const IndicatorSpec &, const IndicatorSpec &) = default;
};

/// Which of a bar's prices an average is of: the choices of a parameter "source".
enum class PriceSource : quint8 { Close, Open, High, Low, Median, Typical, Mean };

/// "Close" ... "(O+H+L+C)/4", in the order of PriceSource.
std::vector<const char *> priceSourceNames();
/// The parameter itself: at first the close.
IndicatorParameter priceSourceParameter();
double priceOf(const IndicatorBar &bar, PriceSource source);
inline double priceOf(const IndicatorBar &bar, double parameter)
{
    return priceOf(bar, PriceSource(int(parameter)));
}

} // namespace tapeline
