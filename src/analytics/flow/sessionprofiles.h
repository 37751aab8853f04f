#pragma once

#include "timeframe.h"
#include "volumeprofile.h"

#include <span>

namespace tapeline {

/// The levels of a session's profile as they were at the end of a time bar.
struct DevelopingLevels
{
    Timestamp start {}; ///< of the bar
    Price poc;
    Price val;
    Price vah;

    friend bool operator==(const DevelopingLevels &, const DevelopingLevels &) = default;
};

/// One day's profile.
struct SessionProfile
{
    Timestamp start {}; ///< of the day: midnight Eastern, or UTC for what trades around the clock
    VolumeProfile profile;
    qint64 lowRow = 0; ///< lowest and highest row that traded
    qint64 highRow = 0;
    std::vector<DevelopingLevels> developing; ///< by bar, the finished ones
};

struct SessionProfileOptions
{
    PriceGrid grid;
    AssetClass assetClass = AssetClass::Stocks;
    Timeframe timeframe; ///< of the developing levels; intraday
    ValueAreaRules rules {};
};

/// A point of control that no later session traded at.
struct NakedPoc
{
    Timestamp session {};
    Price price;

    friend bool operator==(const NakedPoc &, const NakedPoc &) = default;
};

/// Volume profiles of one instrument by day, each with its levels bar by bar. What of a day is a
/// session is the caller's choice: pass only trades of regular hours for profiles of those. A late
/// trade changes its day's profile, not the levels of bars that are over.
class SessionProfiles
{
public:
    explicit SessionProfiles(const SessionProfileOptions &options);

    const SessionProfileOptions &options() const { return m_options; }
    /// False, and nothing counted, when a day's sums would leave their range (splitLimit).
    bool add(const FlowPrint &print);

    /// Ascending by start. The last one is still forming.
    std::span<const SessionProfile> sessions() const { return m_sessions; }
    /// The levels of the bar that is still forming; nothing before the first trade.
    std::optional<DevelopingLevels> forming() const;
    /// Earlier sessions whose point of control lies outside the range of every later one, oldest
    /// first.
    std::vector<NakedPoc> nakedPocs() const;
    /// The sum of sessions [first, first + count); nothing when its sums leave their range.
    std::optional<VolumeProfile> composite(std::size_t first, std::size_t count) const;

private:
    SessionProfile &sessionAt(Timestamp time);
    void finishBar(Timestamp time);

    SessionProfileOptions m_options;
    std::vector<SessionProfile> m_sessions;
    Timestamp m_sessionEnd {}; // of the last session
    Timestamp m_barStart {}; // of the forming bar
    Timestamp m_barEnd {};
};

} // namespace tapeline
