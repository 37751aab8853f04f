#pragma once

#include "barchecks.h"

namespace tapeline {

/// V-18: thirty and more bars that close alike although shares change hands: a feed that repeats
/// itself. Bars of seconds do so by nature. Whether the symbol is liquid enough to mean that is
/// known when all were seen.
class FlatLines
{
public:
    static constexpr qint64 fewestBars = 30;

    /// Bars that nothing else was found in, but for those with volume and no trades.
    struct Sound
    {
        qint64 bars = 0;
        qint64 untraded = 0; ///< of them

        Sound &operator+=(const Sound &more)
        {
            bars += more.bars;
            untraded += more.untraded;
            return *this;
        }
    };
    /// isRegular: in regular hours; others are quiet by nature and end nothing. sound: of
    /// this bar, 0 or 1.
    void check(const Candle &bar, bool isRegular, Sound sound);
    void begin() { m_length = 0; }

    /// Bars of such stretches, with where each begins.
    const IssueList &issues() const { return m_issues; }
    /// Among those bars.
    const Sound &sound() const { return m_sound; }

private:
    IssueList m_issues;
    Price m_close;
    Timestamp m_from {};
    qint64 m_length = 0;
    Sound m_stretch; // of the present one, not yet in m_sound
    Sound m_sound;
};

} // namespace tapeline
