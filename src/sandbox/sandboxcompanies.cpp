#include "sandboxcompanies.h"

#include "easterntime.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

SandboxCompanies::SandboxCompanies(quint64 seed, const MarketCalendar &calendar,
                                   const std::vector<InstrumentTraits> &cast,
                                   const ShareBook &shares, const EarningsBook &earnings)
    : m_seed(seed)
    , m_cast(cast)
    , m_shares(shares)
    , m_earnings(earnings)
    , m_news(seed, calendar, shares, earnings)
{
}

const std::vector<SandboxSplit> &SandboxCompanies::splits(int instrument) const
{
    return m_shares.of(traits(instrument)).splits;
}

const std::vector<SandboxDividend> &SandboxCompanies::dividends(int instrument) const
{
    return m_shares.of(traits(instrument)).dividends;
}

std::vector<SandboxReport> SandboxCompanies::reports(int instrument, Timestamp from,
                                                     Timestamp to) const
{
    std::vector<SandboxReport> reports;
    const FiscalQuarter last = FiscalQuarter::of(easterntime::date(to));
    for (FiscalQuarter quarter { FiscalQuarter::of(easterntime::date(from)).index - 1 };
         quarter <= last; ++quarter.index) {
        const auto &report = m_earnings.report(traits(instrument), quarter);
        if (report && report->published >= from && report->published < to)
            reports.push_back(*report);
    }
    return reports;
}

std::vector<SandboxNews> SandboxCompanies::news(int instrument, QDate date) const
{
    std::vector<SandboxNews> news;
    if (instrument >= 0) {
        m_news.news(traits(instrument), date, news);
        // What is written about the market names others too
        for (const InstrumentTraits &each : m_cast)
            if (NewsBook::writesOfOthers(each) && each.key != traits(instrument).key)
                m_news.news(each, date, news);
        std::erase_if(news, [&](const SandboxNews &item) {
            return !item.symbols.contains(traits(instrument).info.symbol);
        });
    } else {
        for (const InstrumentTraits &each : m_cast)
            m_news.news(each, date, news);
    }
    std::sort(news.begin(), news.end(), [](const SandboxNews &a, const SandboxNews &b) {
        return std::tie(a.published, a.id) < std::tie(b.published, b.id);
    });
    return news;
}

std::vector<int> SandboxCompanies::related(int instrument) const
{
    const SandboxInstrument &asked = traits(instrument).info;
    std::vector<int> related;
    if (asked.sector.isEmpty())
        return related;
    for (int other = 0; other < static_cast<int>(m_cast.size()); ++other)
        if (other != instrument && traits(other).info.sector == asked.sector)
            related.push_back(other);
    const auto distance = [&](int other) {
        const SandboxInstrument &info = traits(other).info;
        return std::abs(std::log(info.anchorPrice * info.sharesOutstanding
                                 / (asked.anchorPrice * asked.sharesOutstanding)));
    };
    std::stable_sort(related.begin(), related.end(),
                     [&](int a, int b) { return distance(a) < distance(b); });
    constexpr std::size_t most = 10;
    related.resize(std::min(related.size(), most));
    return related;
}

double SandboxCompanies::floatShare(int instrument) const
{
    return shortsales::floatShare(traits(instrument));
}

qint64 SandboxCompanies::shortInterest(int instrument, QDate date) const
{
    return std::llround(sharesOn(instrument, date) * floatShare(instrument)
                        * shortsales::interestShare(m_seed, traits(instrument), date));
}

SandboxShortVolume SandboxCompanies::shortVolume(int instrument, QDate date, qint64 volume) const
{
    return shortsales::volume(m_seed, traits(instrument), date, volume);
}

double SandboxCompanies::sharesOn(int instrument, QDate date) const
{
    const InstrumentTraits &company = traits(instrument);
    return company.info.sharesOutstanding / m_shares.of(company).scaleOn(date);
}

} // namespace tapeline
