#include "flowsessions.h"

#include "easterntime.h"
#include "sessionstart.h"

#include <algorithm>

namespace tapeline {

FlowSessions::FlowSessions(const FlowSeries &flow, QObject *parent)
    : QObject(parent)
    , m_flow(flow)
    , m_changedFrom(flow.firstKey())
{
    connect(&flow, &FlowSeries::changed, this, [this](Key from) {
        // Keys of before mean other bars when all have changed
        const bool all = from <= m_flow.firstKey();
        if (all)
            m_sessions.clear();
        m_changedFrom = all ? from : std::min(from, m_changedFrom.value_or(from));
        m_naked.reset();
    });
}

void FlowSessions::setDeveloping(bool wanted)
{
    if (std::exchange(m_developing, wanted) == wanted)
        return;
    m_sessions.clear();
    m_changedFrom = m_flow.firstKey();
}

const std::vector<FlowSessions::Session> &FlowSessions::sessions()
{
    refresh();
    return m_sessions;
}

void FlowSessions::refresh()
{
    if (!m_changedFrom)
        return;
    const Key from = reopen(*m_changedFrom);
    m_changedFrom.reset();
    for (const FlowBar *bar : m_flow.known(from, m_flow.lastKey()))
        add(*bar);
}

/// Takes back what is counted of the bars from a key on; returns the first to count.
FlowSessions::Key FlowSessions::reopen(Key from)
{
    bool newestKept = true; // and m_lastRows is of it
    while (!m_sessions.empty() && m_sessions.back().first >= from) {
        m_sessions.pop_back();
        newestKept = false;
    }
    if (m_sessions.empty())
        return m_flow.firstKey();
    Session &newest = m_sessions.back();
    if (newest.last < from)
        return newest.last + 1;
    const Key first = newest.first;
    if (newest.last > from || !newestKept) {
        m_sessions.pop_back();
        return first;
    }
    newest.profile.remove(m_lastRows);
    if (m_developing)
        newest.developing.pop_back();
    return newest.last;
}

void FlowSessions::add(const FlowBar &bar)
{
    const QDate day = easterntime::date(bar.start);
    const Key key = m_flow.bars().keyAtOrAfter(bar.start);
    if (m_sessions.empty() || m_sessions.back().day != day)
        m_sessions.push_back({ day, key, key, VolumeProfile(m_flow.grid()), {} });
    Session &session = m_sessions.back();
    session.last = key;
    m_lastRows = session.profile.add(bar.footprint.cells) ? bar.footprint.cells : FlowRows();
    if (!m_developing)
        return;
    if (const auto levels = session.levels())
        session.developing.push_back({ key, levels->poc, levels->val, levels->vah });
    else
        session.developing.push_back({ key, {}, {}, {} });
}

std::optional<FlowSessions::Composite> FlowSessions::composite(int sessions)
{
    refresh();
    const auto count = std::min(std::size_t(std::max(sessions, 0)), m_sessions.size());
    if (count == 0)
        return std::nullopt;
    Composite all { VolumeProfile(m_flow.grid()), int(count),
                    m_sessions[m_sessions.size() - count].first };
    for (const Session &session : std::span(m_sessions).last(count))
        if (!all.profile.add(session.profile.rows()))
            return std::nullopt;
    return all;
}

const std::vector<FlowSessions::NakedPoc> &FlowSessions::nakedPocs()
{
    refresh();
    if (m_naked)
        return *m_naked;
    m_naked.emplace();
    for (std::size_t i = 0; i + 1 < m_sessions.size(); ++i) {
        const Session &session = m_sessions[i];
        const auto levels = session.levels();
        if (levels && !isTouched(levels->poc, session.last + 1))
            m_naked->push_back({ session.day, session.last, levels->poc, isPartial(session.day) });
    }
    return *m_naked;
}

/// Whether a bar has traded in a row of prices. A price that was jumped over was not traded.
bool FlowSessions::isTouched(Price row, Key from) const
{
    const ChartSeries &bars = m_flow.bars();
    const double bottom = row.toDouble();
    const double top = (row + m_flow.grid().height()).toDouble();
    const auto holds = [&](const OhlcRun &run) { return run.low < top && run.high >= bottom; };
    if (!holds(bars.over(from, bars.lastKey())))
        return false;
    for (Key key = from; key <= bars.lastKey(); ++key)
        if (holds(bars.run(key)))
            return true;
    return false;
}

bool FlowSessions::isPartial(QDate day) const
{
    return m_flow.knownFrom() && *m_flow.knownFrom() > nextSessionStart(easterntime::at(day));
}

} // namespace tapeline
