#pragma once

#include "barchecks.h"

#include <array>
#include <vector>

namespace tapeline {

/// V-17: a volume of more than twenty times what is usual at that minute of the day, by the days
/// before (bars of days and longer: by the bars before). For bars of a minute and longer.
class VolumeAnomalies
{
public:
    /// So many earlier volumes of a minute are remembered, and so many needed to judge.
    static constexpr std::size_t remembered = 21;
    static constexpr std::size_t needed = 5;

    explicit VolumeAnomalies(bool isIntraday);

    /// True when the bar is one. timeOfDay: of its start, on the market's clock.
    bool check(const Candle &bar, Duration timeOfDay, IssueList &issues);
    /// What was before says nothing of what comes.
    void begin();

private:
    struct Minute
    {
        std::array<float, remembered> volumes {}; // a ring
        quint8 count = 0;
        quint8 next = 0;

        void add(float volume);
        float median() const;
    };

    bool m_isIntraday;
    std::vector<Minute> m_minutes;
};

} // namespace tapeline
