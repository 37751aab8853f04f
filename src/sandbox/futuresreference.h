#pragma once

#include "indextape.h"
#include "sessiontape.h"
#include "walkmodel.h"

namespace tapeline {

/// The price that a futures product's contracts are about, through one session of 18:00 to 17:00
/// Eastern. In dollars or index points.
class FuturesReference
{
public:
    struct Prices
    {
        double open = 0;
        double high = 0;
        double low = 0;
        double close = 0;
    };

    virtual ~FuturesReference() = default;
    virtual Prices prices(const TapeSession &session) const = 0;
    /// At 16:00 Eastern.
    virtual double settlement(const TapeSession &session) const = 0;
    /// At the end of every minute.
    virtual std::vector<double> minuteLevels(const TapeSession &session) const = 0;
    /// At the end of every second of a minute.
    virtual std::vector<double> secondLevels(const TapeSession &session, int minute) const = 0;
};

/// An index by its fund: from 04:00 to 17:00 what the fund's prices mean, overnight a walk from its
/// last close to its first print in the morning.
class IndexReference : public FuturesReference
{
public:
    /// index: of sandboxIndices(); tape and market are shared with those who show it.
    IndexReference(quint64 seed, std::shared_ptr<const SandboxMarket> market,
                   std::shared_ptr<const IndexTape> tape, int index);

    Prices prices(const TapeSession &session) const override;
    double settlement(const TapeSession &session) const override;
    std::vector<double> minuteLevels(const TapeSession &session) const override;
    std::vector<double> secondLevels(const TapeSession &session, int minute) const override;

private:
    struct Levels
    {
        Prices prices;
        double settlement = 0;
        std::vector<double> minutes;
    };

    const Levels &levelsOf(const TapeSession &session) const;
    Levels readLevels(const TapeSession &session) const;
    void walkOvernight(const TapeSession &session, double from, double to,
                       std::vector<double> &minutes) const;

    quint64 m_seed;
    std::shared_ptr<const SandboxMarket> m_market;
    std::shared_ptr<const IndexTape> m_tape;
    int m_index;
    int m_fund;
    mutable LruCache<Levels> m_levels;
};

/// Something with a walk of its own, such as gold.
class WalkReference : public FuturesReference
{
public:
    WalkReference(quint64 seed, const WalkTraits &traits);

    Prices prices(const TapeSession &session) const override;
    double settlement(const TapeSession &session) const override;
    std::vector<double> minuteLevels(const TapeSession &session) const override;
    std::vector<double> secondLevels(const TapeSession &session, int minute) const override;

private:
    std::vector<double> dollars(const std::vector<qint32> &ticks) const;

    SessionTape m_tape;
    double m_tick;
};

} // namespace tapeline
