#pragma once

#include <QtGlobal>

#include <array>
#include <cstddef>

namespace tapeline::barblob {

/// The first byte of a blob.
inline constexpr char version = 1;

/// The columns of a blob, in its order.
enum Column : std::size_t { Start, Open, Close, High, Low, Volume, Vwap, Trades };
inline constexpr std::size_t columnCount = 8;

/// How the vwap column is to be read: a count of decimals, or one of these.
inline constexpr quint8 vwapIsBits = 255;
inline constexpr quint8 vwapIsZero = 254;
inline constexpr quint8 maximumVwapDecimals = 8;

/// What stands before the planes. All sums and products of columns wrap at 2^64, on both sides
/// alike.
struct Head
{
    quint32 count = 0;
    quint8 vwap = vwapIsZero;
    quint8 hasBits = 0; ///< 1: a bit a bar follows the planes
    std::array<quint8, columnCount> widths {}; ///< bytes of a value, 0 (all are 0) to 8
    quint64 firstStart = 0;
    quint64 startStep = 1;
    quint64 firstClose = 0; ///< what the first open is counted from, in price steps
    quint64 priceStep = 1;
    quint64 volumeStep = 1;

    static constexpr std::size_t size = 6 + columnCount + 5 * sizeof(quint64);

    std::size_t bitBytes() const { return hasBits ? (std::size_t(count) + 7) / 8 : 0; }
    /// Of head, planes and bits.
    std::size_t contentSize() const;
    /// Whether encode() could have written it.
    bool isSound() const;
    void write(char *to) const;
    static Head read(const char *from);
};

/// 0, -1, 1, -2 ... as 0, 1, 2, 3 ...: small either way.
constexpr quint64 zigzag(quint64 value)
{
    return (value << 1) ^ (0 - (value >> 63));
}
constexpr quint64 unzigzag(quint64 value)
{
    return (value >> 1) ^ (0 - (value & 1));
}

/// The decimals of vwap: exact in double.
inline constexpr std::array<double, maximumVwapDecimals + 1> powersOfTen { 1e0, 1e1, 1e2, 1e3, 1e4,
                                                                           1e5, 1e6, 1e7, 1e8 };

/// What a vwap of so many decimals is counted from: about the mean of the four prices.
inline qint64 expectedVwap(qint64 open, qint64 high, qint64 low, qint64 close, double perUnit)
{
    // Quarters first: nothing overflows, and perUnit is below 1
    const qint64 mean = (open >> 2) + (high >> 2) + (low >> 2) + (close >> 2);
    return static_cast<qint64>(static_cast<double>(mean) * perUnit);
}

} // namespace tapeline::barblob
