#pragma once

#include "daypath.h"
#include "tapemodel.h"

#include <QString>

#include <array>

namespace tapeline {

/// What gives an instrument with a price of its own its character.
struct WalkTraits
{
    QString symbol {};
    AssetClass assetClass = AssetClass::Crypto;
    QDate listed {}; ///< no data before
    Price tick {};
    Qty unit {}; ///< of volumes
    double anchorPrice = 1; ///< at the beginning of 2026
    double yearlyGrowth = 0; ///< of the log price
    double dailyVolatility = 0.01; ///< standard deviation of daily log returns
    double dailyUnits = 0; ///< volume of an average day; 0: as many as prints
    double dailyPrints = 0;
    std::array<double, 24> rhythm {}; ///< expected activity by hour of the session
    double bounceTicks = 1; ///< between the two sides of the quote
};

/// An instrument that walks by itself around an anchor, one DayPath step a session: a coin, a pair
/// of currencies, an ounce of gold. Its sessions are the days of its class (markethours): all of
/// them for crypto, five and Sunday evening for currencies, the stock exchanges' for futures.
class WalkModel : public TapeModel
{
public:
    WalkModel(quint64 seed, const WalkTraits &traits);

    const WalkTraits &traits() const { return m_traits; }
    AssetClass assetClass() const override { return m_traits.assetClass; }
    quint64 key() const override { return m_key; }
    TapeScale scale() const override { return { m_traits.tick, m_traits.unit }; }
    std::optional<TapeSession> session(QDate date) const override;
    BarPlan outline(const TapeSession &session) const override;
    void shapeSession(const TapeSession &session, const BarPlan &bar,
                      SlotShape &shape) const override;
    void shapeMinute(const TapeSession &session, int minute, const BarPlan &bar,
                     SlotShape &shape) const override;

private:
    struct Levels;
    Levels levelsOf(QDate date) const;

    quint64 m_seed;
    WalkTraits m_traits;
    quint64 m_key;
    DayPath m_path;
};

/// The session of an asset class that ends on a date, by markethours and, of futures, the calendar
/// of the stock exchanges.
std::optional<TapeSession> tapeSession(AssetClass assetClass, QDate date);

/// A raw walk through slots whose roughness follows their activity, scaled so that its range is
/// about a bar's; weights must be set. rangeOfDeviation: how many deviations wide a range is.
void walkBy(SlotShape &shape, double range, double rangeOfDeviation, SplitMix64 &draws);

} // namespace tapeline
