#include "indicatorlist.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

// One line here, one in the list below, one file of its own: that is an indicator
IndicatorInfo accumulationInfo();
IndicatorInfo anchoredVwapInfo();
IndicatorInfo arnaudAverageInfo();
IndicatorInfo aroonInfo();
IndicatorInfo aroonOscillatorInfo();
IndicatorInfo averageTrueRangeInfo();
IndicatorInfo awesomeOscillatorInfo();
IndicatorInfo bollingerInfo();
IndicatorInfo bollingerPlaceInfo();
IndicatorInfo bollingerWidthInfo();
IndicatorInfo chaikinFlowInfo();
IndicatorInfo chaikinOscillatorInfo();
IndicatorInfo chandelierInfo();
IndicatorInfo choppinessInfo();
IndicatorInfo commodityChannelInfo();
IndicatorInfo convergenceInfo();
IndicatorInfo coppockCurveInfo();
IndicatorInfo detrendedPriceInfo();
IndicatorInfo directionalIndexInfo();
IndicatorInfo directionalRatingInfo();
IndicatorInfo donchianInfo();
IndicatorInfo doubleExponentialInfo();
IndicatorInfo easeOfMovementInfo();
IndicatorInfo elderRayInfo();
IndicatorInfo envelopeInfo();
IndicatorInfo exponentialAverageInfo();
IndicatorInfo forceIndexInfo();
IndicatorInfo fractalsInfo();
IndicatorInfo historicalVolatilityInfo();
IndicatorInfo hullAverageInfo();
IndicatorInfo ichimokuInfo();
IndicatorInfo kaufmanAverageInfo();
IndicatorInfo keltnerInfo();
IndicatorInfo klingerOscillatorInfo();
IndicatorInfo leastSquaresInfo();
IndicatorInfo massIndexInfo();
IndicatorInfo mcGinleyAverageInfo();
IndicatorInfo momentumInfo();
IndicatorInfo moneyFlowIndexInfo();
IndicatorInfo onBalanceVolumeInfo();
IndicatorInfo parabolicStopInfo();
IndicatorInfo percentOscillatorInfo();
IndicatorInfo pivotPointsInfo();
IndicatorInfo priceVolumeTrendInfo();
IndicatorInfo rangeBandsInfo();
IndicatorInfo rateOfChangeInfo();
IndicatorInfo regressionBandsInfo();
IndicatorInfo regressionFitInfo();
IndicatorInfo regressionSlopeInfo();
IndicatorInfo relativeStrengthIndexInfo();
IndicatorInfo relativeVolumeInfo();
IndicatorInfo rollingVwapInfo();
IndicatorInfo sessionVwapInfo();
IndicatorInfo simpleAverageInfo();
IndicatorInfo standardDeviationInfo();
IndicatorInfo stochasticInfo();
IndicatorInfo stochasticStrengthInfo();
IndicatorInfo supertrendInfo();
IndicatorInfo tillsonAverageInfo();
IndicatorInfo triangularAverageInfo();
IndicatorInfo tripleChangeInfo();
IndicatorInfo tripleExponentialInfo();
IndicatorInfo trueRangeInfo();
IndicatorInfo trueStrengthInfo();
IndicatorInfo ultimateOscillatorInfo();
IndicatorInfo variableAverageInfo();
IndicatorInfo volumeInfo();
IndicatorInfo volumeWeightedAverageInfo();
IndicatorInfo vortexInfo();
IndicatorInfo weightedAverageInfo();
IndicatorInfo wilderAverageInfo();
IndicatorInfo williamsRangeInfo();

namespace {

std::vector<IndicatorInfo> makeList()
{
    return {
        accumulationInfo(),
        anchoredVwapInfo(),
        arnaudAverageInfo(),
        aroonInfo(),
        aroonOscillatorInfo(),
        averageTrueRangeInfo(),
        awesomeOscillatorInfo(),
        bollingerInfo(),
        bollingerPlaceInfo(),
        bollingerWidthInfo(),
        chaikinFlowInfo(),
        chaikinOscillatorInfo(),
        chandelierInfo(),
        choppinessInfo(),
        commodityChannelInfo(),
        convergenceInfo(),
        coppockCurveInfo(),
        detrendedPriceInfo(),
        directionalIndexInfo(),
        directionalRatingInfo(),
        donchianInfo(),
        doubleExponentialInfo(),
        easeOfMovementInfo(),
        elderRayInfo(),
        envelopeInfo(),
        exponentialAverageInfo(),
        forceIndexInfo(),
        fractalsInfo(),
        historicalVolatilityInfo(),
        hullAverageInfo(),
        ichimokuInfo(),
        kaufmanAverageInfo(),
        keltnerInfo(),
        klingerOscillatorInfo(),
        leastSquaresInfo(),
        massIndexInfo(),
        mcGinleyAverageInfo(),
        momentumInfo(),
        moneyFlowIndexInfo(),
        onBalanceVolumeInfo(),
        parabolicStopInfo(),
        percentOscillatorInfo(),
        pivotPointsInfo(),
        priceVolumeTrendInfo(),
        rangeBandsInfo(),
        rateOfChangeInfo(),
        regressionBandsInfo(),
        regressionFitInfo(),
        regressionSlopeInfo(),
        relativeStrengthIndexInfo(),
        relativeVolumeInfo(),
        rollingVwapInfo(),
        sessionVwapInfo(),
        simpleAverageInfo(),
        standardDeviationInfo(),
        stochasticInfo(),
        stochasticStrengthInfo(),
        supertrendInfo(),
        tillsonAverageInfo(),
        triangularAverageInfo(),
        tripleChangeInfo(),
        tripleExponentialInfo(),
        trueRangeInfo(),
        trueStrengthInfo(),
        ultimateOscillatorInfo(),
        variableAverageInfo(),
        volumeInfo(),
        volumeWeightedAverageInfo(),
        vortexInfo(),
        weightedAverageInfo(),
        wilderAverageInfo(),
        williamsRangeInfo(),
    };
}

const std::vector<IndicatorInfo> &infos()
{
    static const std::vector<IndicatorInfo> list = makeList();
    return list;
}

bool isSound(const IndicatorBar &bar)
{
    return std::isfinite(bar.open) && std::isfinite(bar.high) && std::isfinite(bar.low)
        && std::isfinite(bar.close) && std::isfinite(bar.volume) && bar.volume >= 0
        && std::isfinite(bar.vwap);
}

Error invalid(const QString &detail)
{
    return { Error::Code::InvalidArgument, detail };
}

} // namespace

std::span<const IndicatorInfo *const> allIndicators()
{
    static const std::vector<const IndicatorInfo *> sorted = [] {
        std::vector<const IndicatorInfo *> all;
        for (const IndicatorInfo &info : infos())
            all.push_back(&info);
        std::ranges::sort(all, {}, [](const IndicatorInfo *info) {
            return std::pair(info->group, std::string_view(info->name));
        });
        return all;
    }();
    return sorted;
}

const IndicatorInfo *findIndicator(QStringView id)
{
    const auto found = std::ranges::find_if(
        infos(), [id](const IndicatorInfo &info) { return id == QLatin1String(info.id); });
    return found == infos().end() ? nullptr : &*found;
}

Result<std::vector<double>> indicatorParameters(const IndicatorSpec &spec)
{
    const IndicatorInfo *info = findIndicator(spec.id);
    if (!info)
        return Error { Error::Code::NotFound, u"no indicator: "_s + spec.id };
    if (spec.parameters.size() > info->parameters.size())
        return invalid(u"%1 has %2 parameters"_s.arg(spec.id).arg(info->parameters.size()));
    std::vector<double> values = spec.parameters;
    for (std::size_t i = 0; i < info->parameters.size(); ++i) {
        const IndicatorParameter &parameter = info->parameters[i];
        if (i >= values.size())
            values.push_back(parameter.initial);
        const bool whole = parameter.kind != IndicatorParameter::Kind::Number
            && parameter.kind != IndicatorParameter::Kind::Instant;
        if (!(values[i] >= parameter.least && values[i] <= parameter.most)
            || (whole && values[i] != std::floor(values[i])))
            return invalid(u"%1 of %2 lies between %3 and %4"_s.arg(
                QLatin1String(parameter.id), spec.id, QString::number(parameter.least),
                QString::number(parameter.most)));
    }
    return values;
}

Result<std::unique_ptr<Indicator>> makeIndicator(const IndicatorSpec &spec)
{
    const Result<std::vector<double>> parameters = indicatorParameters(spec);
    if (!parameters)
        return parameters.error();
    return findIndicator(spec.id)->make(*parameters);
}

Result<std::vector<std::vector<double>>> runIndicator(const IndicatorSpec &spec,
                                                      std::span<const IndicatorBar> bars)
{
    Result<std::unique_ptr<Indicator>> indicator = makeIndicator(spec);
    if (!indicator)
        return indicator.error();
    const std::size_t outputs = findIndicator(spec.id)->outputs.size();
    std::vector<std::vector<double>> columns(outputs, std::vector<double>(bars.size()));
    std::vector<double> values(outputs);
    for (std::size_t i = 0; i < bars.size(); ++i) {
        if (!isSound(bars[i]))
            return invalid(u"bar %1 has a value that is no number"_s.arg(i));
        (*indicator)->add(bars[i], values);
        for (std::size_t output = 0; output < outputs; ++output)
            columns[output][i] = values[output];
    }
    return columns;
}

} // namespace tapeline
