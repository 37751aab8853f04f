#include "tradebarpage.h"

#include "markethours.h"

#include <algorithm>

namespace tapeline {

namespace {

Timestamp dayStart(AssetClass assetClass, Timestamp time)
{
    return markethours::dayStart(assetClass, markethours::tradingDay(assetClass, time));
}

} // namespace

TradeBarPage::TradeBarPage(const TradeBarOptions &options, Timestamp follows)
    : m_builder(options)
    , m_lastDay(options.newEachDay ? dayStart(options.assetClass, follows) : Timestamp::min())
{
}

void TradeBarPage::add(const BarPrint &print)
{
    if (!m_isLastDay && print.time < m_lastDay) {
        m_lastDayAt = m_prints.size() + 1;
    } else {
        m_isLastDay = true;
        if (const qint64 full = m_builder.fullSize(); full > 0)
            m_size = (m_size + m_builder.sizeOf(print) % full) % full;
    }
    m_prints.push_back(print);
}

bool TradeBarPage::build(int prints)
{
    const std::size_t end = std::min(m_prints.size(), m_next + std::size_t(prints));
    for (; m_next < end; ++m_next) {
        if (m_next == m_lastDayAt && m_builder.fullSize() > 0)
            m_builder.setFirstSize(m_size);
        m_builder.add(m_prints[m_next]);
    }
    if (m_next < m_prints.size())
        return false;
    m_builder.interrupt();
    m_prints = {};
    return true;
}

} // namespace tapeline
