#include "flowsessions.h"

#include "flowday.h"

#include <algorithm>

namespace tapeline {

namespace {

constexpr double leastEstimated = 0.01; // of a day's volume, to be called so

} // namespace

FlowSessions::FlowSessions(const FlowSeries &flow, QObject *parent)
    : QObject(parent)
    , m_flow(flow)
    , m_changedFrom(flow.firstKey())
{
    connect(&flow, &FlowSeries::changed, this, [this](Key from) {
        // Keys of before mean other bars when all have changed
        if (from <= m_flow.firstKey())
            return forget();
        m_changedFrom = std::min(from, m_changedFrom.value_or(from));
        m_naked.reset();
        m_compositeOf.reset();
    });
}

void FlowSessions::setDeveloping(bool wanted)
{
    if (std::exchange(m_developing, wanted) != wanted)
        forget();
}

void FlowSessions::forget()
{
    m_sessions.clear();
    m_changedFrom = m_flow.firstKey();
    m_naked.reset();
    m_compositeOf.reset();
}

const std::vector<FlowSessions::Session> &FlowSessions::sessions()
{
    refresh();
    return m_sessions;
}

PriceGrid FlowSessions::grid()
{
    refresh();
    return m_grid;
}

// --- counting
// -------------------------------------------------------------------------------------------------

void FlowSessions::refresh()
{
    if (!m_changedFrom)
        return;
    Key key = reopen(*m_changedFrom);
    m_changedFrom.reset();
    if (m_sessions.empty())
        m_grid = profileGrid(m_flow);
    while (key <= m_flow.lastKey()) {
        const Key end = endOfPart(key);
        if (isProfileEstimated(m_flow, key) || m_flow.bar(key))
            add(key, end - 1);
        key = end;
    }
}

/// Takes back what is counted of the bars from a key on; returns the first to count.
FlowSessions::Key FlowSessions::reopen(Key from)
{
    bool newestKept = true; // and m_newest is of it
    while (!m_sessions.empty() && m_sessions.back().first >= from) {
        m_sessions.pop_back();
        newestKept = false;
    }
    if (m_sessions.empty())
        return m_flow.firstKey();
    Session &session = m_sessions.back();
    session.poc.reset();
    if (session.last < from)
        return session.last + 1;
    const Key first = session.first;
    if (!newestKept || from < m_newest.first || m_newest.first == first) {
        m_sessions.pop_back();
        return first;
    }
    session.remove(m_newest);
    if (!session.developing.empty() && session.developing.back().key >= m_newest.first)
        session.developing.pop_back();
    session.last = m_newest.first - 1; // or earlier, where nobody traded
    return m_newest.first;
}

/// Bars of a day that are estimated are counted at once, but for the newest, which changes alone.
FlowSessions::Key FlowSessions::endOfPart(Key key) const
{
    Key end = key + 1;
    if (!isProfileEstimated(m_flow, key))
        return end;
    const ChartSeries &bars = m_flow.bars();
    const QDate day = flowDay(assetClass(), bars.start(key));
    const Timestamp dayEnd = flowDayStart(assetClass(), day.addDays(1));
    while (end < m_flow.lastKey() && bars.start(end) < dayEnd && isProfileEstimated(m_flow, end))
        ++end;
    return end;
}

/// The newest session, which is of that bar's day.
FlowSessions::Session &FlowSessions::sessionAt(Key key)
{
    const QDate day = flowDay(assetClass(), m_flow.bars().start(key));
    if (!m_sessions.empty() && m_sessions.back().day == day)
        return m_sessions.back();
    if (!m_sessions.empty())
        if (const auto levels = m_sessions.back().levels())
            m_sessions.back().poc = levels->poc;
    Session session;
    session.profile = VolumeProfile(m_grid);
    session.day = day;
    session.first = key;
    m_sessions.push_back(std::move(session));
    return m_sessions.back();
}

void FlowSessions::add(Key first, Key last)
{
    Session &session = sessionAt(first);
    session.last = last;
    m_newest = Part();
    m_newest.first = first;
    if (std::optional<FlowProfile> part = flowProfile(m_flow, m_grid, first, last))
        if (session.add(*part))
            static_cast<FlowProfile &>(m_newest) = std::move(*part);
    if (m_developing && !isProfileEstimated(m_flow, last))
        develop(session);
}

void FlowSessions::develop(Session &session) const
{
    if (const auto levels = session.levels())
        session.developing.push_back({ session.last, levels->poc, levels->val, levels->vah });
    else
        session.developing.push_back({ session.last, {}, {}, {} });
}

// --- what they come to
// ----------------------------------------------------------------------------------------

const std::optional<FlowSessions::Composite> &FlowSessions::composite(int sessions)
{
    refresh();
    if (m_compositeOf != sessions) {
        m_compositeOf = sessions;
        m_composite = sum(sessions);
    }
    return m_composite;
}

std::optional<FlowSessions::Composite> FlowSessions::sum(int sessions) const
{
    const auto count = std::min(std::size_t(std::max(sessions, 0)), m_sessions.size());
    if (count == 0)
        return std::nullopt;
    const std::span newest = std::span(m_sessions).last(count);
    Composite all;
    all.profile = VolumeProfile(m_grid);
    all.sessions = int(count);
    all.first = newest.front().first;
    all.isPartial = isPartial(newest.front().day);
    for (const Session &session : newest)
        if (!all.add(session))
            return std::nullopt;
    return all;
}

const std::vector<FlowSessions::NakedPoc> &FlowSessions::nakedPocs()
{
    refresh();
    if (m_naked)
        return *m_naked;
    m_naked.emplace();
    for (const Session &session : m_sessions)
        if (session.poc && !isTouched(*session.poc, session.last + 1, m_flow.lastKey()))
            m_naked->push_back({ session.day, session.last, *session.poc, isPartial(session.day),
                                 session.estimatedShare() >= leastEstimated });
    return *m_naked;
}

/// Whether one of the bars has traded in a row of prices. A price that was jumped over was not
/// traded.
bool FlowSessions::isTouched(Price row, Key from, Key last) const
{
    const double bottom = row.toDouble();
    const double top = (row + m_grid.height()).toDouble();
    const OhlcRun run = m_flow.bars().over(from, last);
    if (run.isEmpty() || run.low >= top || run.high < bottom)
        return false;
    if (from >= last)
        return true;
    const Key middle = from + (last - from) / 2;
    return isTouched(row, from, middle) || isTouched(row, middle + 1, last);
}

/// Whether the day's first regular hours are not in it.
bool FlowSessions::isPartial(QDate day) const
{
    std::optional<Timestamp> from = m_flow.knownFrom();
    if (canEstimateProfile(m_flow.bars().timeframe()) && !m_flow.isEmpty())
        from = std::min(m_flow.bars().start(m_flow.firstKey()), from.value_or(Timestamp::max()));
    return from && *from > flowDayOpen(assetClass(), day);
}

} // namespace tapeline
