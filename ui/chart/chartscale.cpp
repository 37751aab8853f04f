#include "chartscale.h"

#include <utility>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto modeKey = "mode"_L1;
constexpr auto invertedKey = "inverted"_L1;
constexpr auto pricesOnlyKey = "pricesOnly"_L1;

} // namespace

ChartScale::ChartScale(PriceScale &scale, QObject *parent)
    : QObject(parent)
    , m_scale(scale)
{
}

void ChartScale::setMode(ScaleMode mode)
{
    if (std::exchange(m_scale.mode, mode) != mode)
        emit changed();
}

void ChartScale::toggleMode(ScaleMode mode)
{
    setMode(mode == m_scale.mode ? ScaleMode::Linear : mode);
}

void ChartScale::setInverted(bool inverted)
{
    if (std::exchange(m_inverted, inverted) != inverted)
        emit changed();
}

void ChartScale::setPricesOnly(bool pricesOnly)
{
    if (std::exchange(m_pricesOnly, pricesOnly) != pricesOnly)
        emit changed();
}

QJsonObject ChartScale::toJson() const
{
    return { { modeKey, scaleModeKey(m_scale.mode) },
             { invertedKey, m_inverted },
             { pricesOnlyKey, m_pricesOnly } };
}

void ChartScale::fromJson(const QJsonObject &json)
{
    setMode(scaleModeFromKey(json.value(modeKey).toString()).value_or(ScaleMode::Linear));
    setInverted(json.value(invertedKey).toBool());
    setPricesOnly(json.value(pricesOnlyKey).toBool());
}

} // namespace tapeline
