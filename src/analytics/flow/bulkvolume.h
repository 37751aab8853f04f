#pragma once

#include <cstddef>
#include <vector>

namespace tapeline {

/// Bulk volume classification (Easley, Lopez de Prado and O'Hara 2012): the share of a bar's volume
/// that was bought is Phi(dP / sigma), where dP is the change of price over the bar and sigma the
/// root mean square of the changes of the last bars, this one included. Half where nothing moved.
/// Only the past is used. An estimate: less accurate than any rule that sees trades.
class BulkVolume
{
public:
    /// How many bars sigma is taken from: a regular session of minutes.
    static constexpr std::size_t window = 390;

    /// Of a bar that is still forming.
    double buyShare(double priceChange) const;
    /// Keeps the change of a bar that is over.
    void keep(double priceChange);

private:
    std::vector<double> m_squares; // ring
    std::size_t m_oldest = 0;
    double m_sum = 0; // of the ring, made anew whenever the ring is once round
};

} // namespace tapeline
