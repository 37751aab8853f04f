#include "commission.h"

#include "modeltext.h"
#include "wideinteger.h"

#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

using Kind = CommissionModel::Kind;
constexpr qint64 million = 1'000'000;
constexpr qint64 microBpsToPpm = 10'000; ///< 1 bp is 100 ppm; both in millionths

struct ModelName
{
    QLatin1StringView name;
    Kind kind;
    std::size_t numbers;
};
constexpr std::array modelNames {
    ModelName { "zero"_L1, Kind::Zero, 0 },
    ModelName { "per_order"_L1, Kind::PerOrder, 1 },
    ModelName { "per_share"_L1, Kind::PerShare, 3 },
    ModelName { "per_contract"_L1, Kind::PerContract, 2 },
    ModelName { "bps"_L1, Kind::Bps, 1 },
    ModelName { "maker_taker"_L1, Kind::MakerTaker, 2 },
};

Money share(Money value, qint64 ppm)
{
    return Money::fromUnits(multiplyDivide(value.units(), ppm, million).value_or(0));
}

CommissionModel made(Kind kind, std::vector<qint64> numbers)
{
    numbers.resize(3);
    CommissionModel result { kind };
    if (kind == Kind::Bps || kind == Kind::MakerTaker) {
        result.makerPpm = numbers[0] / microBpsToPpm;
        result.takerPpm = kind == Kind::Bps ? result.makerPpm : numbers[1] / microBpsToPpm;
        return result;
    }
    result.amount = Money::fromUnits(numbers[0]);
    result.minimum = Money::fromUnits(numbers[1]);
    result.capPpm = numbers[2] / 100; // percent to parts per million
    return result;
}

} // namespace

Result<CommissionModel> CommissionModel::parse(QStringView text)
{
    const Result<ModelText> written = ModelText::parse(text);
    if (!written)
        return written.error();
    for (const ModelName &name : modelNames)
        if (written->word == name.name && written->millionths.size() == name.numbers)
            return made(name.kind, written->millionths);
    return Error { Error::Code::Malformed, text.toString() };
}

Money RunningCommission::add(const CommissionModel &model, Qty qty, Money value, bool maker)
{
    resume(qty, value, maker, {});
    const Money increase = std::max(Money(), total(model) - m_charged);
    m_charged += increase;
    return increase;
}

void RunningCommission::resume(Qty qty, Money value, bool maker, Money charged)
{
    m_qty += qty;
    (maker ? m_makerValue : m_takerValue) += value;
    m_charged += charged;
}

Money RunningCommission::total(const CommissionModel &model) const
{
    const Money value = m_makerValue + m_takerValue;
    switch (model.kind) {
    case Kind::Zero:
        return {};
    case Kind::PerOrder:
        return model.amount;
    case Kind::Bps:
    case Kind::MakerTaker:
        return share(m_makerValue, model.makerPpm) + share(m_takerValue, model.takerPpm);
    case Kind::PerShare:
    case Kind::PerContract: {
        const auto units
            = multiplyDivide(model.amount.units(), m_qty.units(), Qty::unitsPerOne).value_or(0);
        const Money charged = std::max(Money::fromUnits(units), model.minimum);
        return model.capPpm > 0 ? std::min(charged, share(value, model.capPpm)) : charged;
    }
    }
    Q_UNREACHABLE();
}

} // namespace tapeline
