#pragma once

#include <QtGlobal>

#include <cmath>
#include <string_view>

namespace tapeline {

/// SplitMix64 (Steele, Lea, Flood 2014), written out because std::uniform_* differ between standard libraries.
/// Keyed use: SplitMix64(mixKeys(seed, symbolHash, level, time)) gives the same draws on every platform.
class SplitMix64
{
public:
    constexpr explicit SplitMix64(quint64 seed)
        : m_state(seed)
    {
    }

    constexpr quint64 next()
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    /// Uniform in [0, 1), 53 bits.
    constexpr double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    /// Uniform in [0, bound), bound > 0; the bias of the multiply-shift is below 2^-32 for bounds below 2^32.
    constexpr quint64 below(quint64 bound)
    {
        return ((next() >> 32) * bound) >> 32;
    }

private:
    quint64 m_state;
};

/// Folds keys into one seed; order matters.
template<typename... Keys>
constexpr quint64 mixKeys(quint64 seed, Keys... keys)
{
    ((seed = SplitMix64(seed ^ (static_cast<quint64>(keys) * 0xD6E8FEB86659FD93ULL)).next()), ...);
    return seed;
}

/// FNV-1a, stable across platforms and runs.
constexpr quint64 stableHash(std::string_view text)
{
    quint64 hash = 0xCBF29CE484222325ULL;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return hash;
}

} // namespace tapeline
