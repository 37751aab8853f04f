#pragma once

#include "newsbook.h"
#include "shortsales.h"

#include <span>
#include <vector>

namespace tapeline {

/// What happens to the companies of a simulated market besides trading. Instruments by their index
/// in the market's list. As a SandboxMarket it is used from one thread at a time; nothing in it
/// depends on the time it is asked at, so what lies ahead is told too.
class SandboxCompanies
{
public:
    /// All must outlive it.
    SandboxCompanies(quint64 seed, const MarketCalendar &calendar,
                     const std::vector<InstrumentTraits> &cast, const ShareBook &shares,
                     const EarningsBook &earnings);

    const std::vector<SandboxSplit> &splits(int instrument) const;
    const std::vector<SandboxDividend> &dividends(int instrument) const;
    /// Reports published in [from, to), ascending.
    std::vector<SandboxReport> reports(int instrument, Timestamp from, Timestamp to) const;
    /// News of one trading day; of all instruments where instrument is -1. Ascending by time.
    std::vector<SandboxNews> news(int instrument, QDate date) const;
    /// Companies of the same sector, the nearest in size first, at most ten.
    std::vector<int> related(int instrument) const;
    /// Part of the shares that may be traded, a fraction of one.
    double floatShare(int instrument) const;
    /// Shares that are sold short on a day.
    qint64 shortInterest(int instrument, QDate date) const;
    /// What of a day's volume (whole shares) was sold short.
    SandboxShortVolume shortVolume(int instrument, QDate date, qint64 volume) const;
    /// Shares outstanding on a day.
    double sharesOn(int instrument, QDate date) const;

private:
    const InstrumentTraits &traits(int instrument) const { return m_cast[std::size_t(instrument)]; }

    quint64 m_seed;
    const std::vector<InstrumentTraits> &m_cast;
    const ShareBook &m_shares;
    const EarningsBook &m_earnings;
    NewsBook m_news;
};

} // namespace tapeline
