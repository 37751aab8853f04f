#include "sessionprofiles.h"

#include <algorithm>

namespace tapeline {

namespace {

constexpr Timeframe oneDay { 1, TimeUnit::Day };

std::optional<DevelopingLevels> levelsOf(const VolumeProfile &profile, const ValueAreaRules &rules,
                                         Timestamp barStart)
{
    const std::optional<ProfileLevels> levels = profile.levels(rules);
    if (!levels)
        return std::nullopt;
    return DevelopingLevels { barStart, levels->poc, levels->val, levels->vah };
}

} // namespace

SessionProfiles::SessionProfiles(const SessionProfileOptions &options)
    : m_options(options)
{
}

bool SessionProfiles::add(const FlowPrint &print)
{
    if (m_sessions.empty() || print.time >= m_barEnd)
        finishBar(print.time);
    SessionProfile &session = sessionAt(print.time);
    if (!session.profile.add(print))
        return false;
    const qint64 row = m_options.grid.rowOf(print.price);
    const bool isFirst = session.profile.rows().rows().size() == 1;
    session.lowRow = isFirst ? row : std::min(session.lowRow, row);
    session.highRow = isFirst ? row : std::max(session.highRow, row);
    return true;
}

/// Keeps the levels of the bar that is over and begins the next one.
void SessionProfiles::finishBar(Timestamp time)
{
    if (const std::optional<DevelopingLevels> levels = forming())
        m_sessions.back().developing.push_back(*levels);
    m_barStart = m_options.timeframe.windowStart(time, m_options.assetClass);
    m_barEnd = m_options.timeframe.nextWindow(m_barStart, m_options.assetClass);
}

SessionProfile &SessionProfiles::sessionAt(Timestamp time)
{
    if (!m_sessions.empty() && time >= m_sessions.back().start && time < m_sessionEnd)
        return m_sessions.back();
    const Timestamp start = oneDay.windowStart(time, m_options.assetClass);
    if (m_sessions.empty() || start > m_sessions.back().start) {
        m_sessionEnd = oneDay.nextWindow(start, m_options.assetClass);
        return m_sessions.emplace_back(
            SessionProfile { start, VolumeProfile(m_options.grid), 0, 0, {} });
    }
    const auto at = std::ranges::lower_bound(m_sessions, start, {}, &SessionProfile::start);
    if (at->start == start)
        return *at;
    return *m_sessions.insert(at,
                              SessionProfile { start, VolumeProfile(m_options.grid), 0, 0, {} });
}

std::optional<DevelopingLevels> SessionProfiles::forming() const
{
    if (m_sessions.empty())
        return std::nullopt;
    return levelsOf(m_sessions.back().profile, m_options.rules, m_barStart);
}

std::vector<NakedPoc> SessionProfiles::nakedPocs() const
{
    std::vector<NakedPoc> naked;
    for (auto session = m_sessions.begin(); session != m_sessions.end(); ++session) {
        const std::optional<qint64> poc = pointOfControl(session->profile.weights());
        const bool isTouched
            = std::any_of(session + 1, m_sessions.end(), [&](const SessionProfile &later) {
                  return later.lowRow <= poc && later.highRow >= poc;
              });
        if (poc && !isTouched && session + 1 != m_sessions.end())
            naked.push_back({ session->start, m_options.grid.bottom(*poc) });
    }
    return naked;
}

std::optional<VolumeProfile> SessionProfiles::composite(std::size_t first, std::size_t count) const
{
    VolumeProfile all(m_options.grid);
    const std::size_t end = std::min(m_sessions.size(), first + count);
    for (std::size_t i = first; i < end; ++i)
        if (!all.add(m_sessions[i].profile.rows()))
            return std::nullopt;
    return all;
}

} // namespace tapeline
