#include "slippage.h"

#include "modeltext.h"
#include "wideinteger.h"

#include <array>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

using Kind = SlippageModel::Kind;
constexpr qint64 million = 1'000'000;

struct ModelName
{
    QLatin1StringView name;
    Kind kind;
    std::size_t numbers;
};
constexpr std::array modelNames {
    ModelName { "none"_L1, Kind::None, 0 },
    ModelName { "ticks"_L1, Kind::Ticks, 1 },
    ModelName { "bps"_L1, Kind::Bps, 1 },
    ModelName { "spread"_L1, Kind::Spread, 1 },
    ModelName { "volume_share"_L1, Kind::VolumeShare, 2 },
    ModelName { "sqrt_impact"_L1, Kind::SqrtImpact, 1 },
};

Price scaled(Price price, qint64 amount, qint64 divisor)
{
    return Price::fromUnits(multiplyDivide(price.units(), amount, divisor).value_or(0));
}

Price volumeShare(const SlippageModel &model, const SlippageInput &input)
{
    if (input.volume <= Qty())
        return {};
    const qint64 share
        = multiplyDivide(input.qty.units(), million, input.volume.units()).value_or(million);
    const qint64 capped = std::min(share, model.amountPpm);
    const Price square = scaled(scaled(input.price, capped * capped, million), 1, million);
    return scaled(square, model.impactPpm, million);
}

Price squareRootImpact(const SlippageModel &model, const SlippageInput &input)
{
    if (input.dayVolume <= Qty())
        return {};
    const double root = std::sqrt(input.qty.toDouble() / input.dayVolume.toDouble());
    const Price perSigma
        = scaled(scaled(input.price, input.dayVolatilityPpm, million), model.amountPpm, million);
    return Price::fromDouble(perSigma.toDouble() * root);
}

qint64 floorDivide(qint64 value, qint64 divisor)
{
    const qint64 quotient = value / divisor;
    return value % divisor < 0 ? quotient - 1 : quotient;
}

} // namespace

Result<SlippageModel> SlippageModel::parse(QStringView text)
{
    const Result<ModelText> written = ModelText::parse(text);
    if (!written)
        return written.error();
    for (const ModelName &name : modelNames) {
        if (written->word != name.name || written->millionths.size() != name.numbers)
            continue;
        SlippageModel model { name.kind };
        if (name.numbers > 0)
            model.amountPpm = written->millionths[0];
        if (name.numbers > 1)
            model.impactPpm = written->millionths[1];
        return model;
    }
    return Error { Error::Code::Malformed, text.toString() };
}

Price slippageAmount(const SlippageModel &model, const SlippageInput &input)
{
    switch (model.kind) {
    case Kind::None:
        return {};
    case Kind::Ticks:
        return scaled(input.tick, model.amountPpm, million);
    case Kind::Bps:
        return scaled(input.price, model.amountPpm, million * 10'000);
    case Kind::Spread:
        return scaled(std::max(Price(), input.spread), model.amountPpm, million);
    case Kind::VolumeShare:
        return volumeShare(model, input);
    case Kind::SqrtImpact:
        return squareRootImpact(model, input);
    }
    Q_UNREACHABLE();
}

Price slippedPrice(const SlippageModel &model, const SlippageInput &input, Side side)
{
    const Price amount = slippageAmount(model, input);
    if (amount.isZero())
        return input.price;
    if (side == Side::Buy)
        return roundUp(input.price + amount, input.tick);
    return std::max(roundDown(input.price - amount, input.tick), input.tick);
}

Price roundDown(Price price, Price tick)
{
    return Price::fromUnits(floorDivide(price.units(), tick.units()) * tick.units());
}

Price roundUp(Price price, Price tick)
{
    return -roundDown(-price, tick);
}

} // namespace tapeline
