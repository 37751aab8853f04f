#include "indicatorvalues.h"

#include "indicatorlist.h"

#include <algorithm>

namespace tapeline {

namespace {

constexpr qsizetype lateBars = 2; // before the last: the service corrects them now and then
constexpr qsizetype mostAtOnce = 1'000; // bars that are added without work()
constexpr qint64 barsAMark = 256;
constexpr std::size_t mostMarks = 4; // bars that come late are seldom later

} // namespace

IndicatorValues::IndicatorValues(const IndicatorSpec &spec, const ChartSeries &series,
                                 const MarketCalendar &calendar)
    : m_spec(spec)
    , m_bars(series, calendar)
    , m_newest(series, calendar)
    , m_outputs(findIndicator(spec.id)->outputs.size())
    , m_values(m_outputs.size())
{
    restart();
}

void IndicatorValues::restart()
{
    m_fresh.reset();
    const ChartSeries &series = m_bars.series();
    if (series.isEmpty())
        return forget();
    m_completeFrom = m_bars.completeFrom();
    m_fresh = std::make_unique<Fresh>();
    m_fresh->indicator = *makeIndicator(m_spec);
    m_fresh->outputs.resize(m_outputs.size());
    m_fresh->next = series.firstKey();
    for (ValueSeries &output : m_fresh->outputs)
        output.clear(series.firstKey());
}

void IndicatorValues::forget()
{
    m_settled.reset();
    m_marks.clear();
    m_live.reset();
    for (ValueSeries &output : m_outputs)
        output.clear();
}

/// The first bar that may still change.
IndicatorValues::Key IndicatorValues::settledEnd() const
{
    const ChartSeries &series = m_bars.series();
    const Key open = std::min(series.keyAtOrAfter(series.provisionalFrom()), series.lastKey());
    return std::max(series.firstKey(),
                    series.provisionalFrom() == Timestamp() ? series.lastKey() - lateBars
                                                            : open - lateBars);
}

IndicatorValues::Effect IndicatorValues::follow(const ChartSeries::Change &change)
{
    const ChartSeries &series = m_bars.series();
    const bool reachesElsewhere = !series.isEmpty() && m_bars.completeFrom() != m_completeFrom;
    const bool hasBars
        = change.reset || change.older > 0 || change.newer > 0 || change.hasReplaced();
    if (!hasBars && !reachesElsewhere)
        return Effect::None;
    if (change.reset || series.isEmpty()) {
        forget();
        restart();
        return Effect::All;
    }
    const bool early
        = m_settled && !m_fresh && change.hasReplaced() && change.replacedFrom < m_next;
    const bool unread = m_fresh && change.hasReplaced() && change.replacedFrom < m_fresh->next;
    const bool behind = series.lastKey() - (m_live ? m_liveNext : m_next) > mostAtOnce;
    const bool anew
        = change.older > 0 || reachesElsewhere || unread || ((behind || !m_settled) && !m_fresh);
    const bool isRewound = early && !anew && rewind(change.replacedFrom);
    if (anew || (early && !isRewound))
        restart();
    if (!m_settled || behind)
        return Effect::None; // work() tells
    if (change.hasReplaced() && change.replacedFrom < m_liveNext)
        m_live.reset();
    followTail();
    return isRewound ? Effect::All : Effect::Tail;
}

/// Goes back to where a bar had not been read yet. False where that is too long ago.
bool IndicatorValues::rewind(Key changed)
{
    while (!m_marks.empty() && m_marks.back().next > changed)
        m_marks.pop_back();
    if (m_marks.empty())
        return false;
    m_settled = m_marks.back().indicator->clone();
    m_next = m_marks.back().next;
    m_live.reset();
    return true;
}

void IndicatorValues::mark(Marks &marks, Key next, const Indicator &indicator)
{
    if (next % barsAMark != 0 || (!marks.empty() && marks.back().next == next))
        return;
    marks.push_back({ next, indicator.clone() });
    if (marks.size() > mostMarks)
        marks.pop_front();
}

bool IndicatorValues::work(qsizetype bars)
{
    const Key end = settledEnd();
    const Key until = std::min(end, m_fresh->next + bars);
    std::vector<std::vector<double>> columns(m_outputs.size());
    for (; m_fresh->next < until; ++m_fresh->next) {
        mark(m_fresh->marks, m_fresh->next, *m_fresh->indicator);
        const std::span<const double> values = valuesAt(*m_fresh->indicator, m_fresh->next);
        for (std::size_t output = 0; output < values.size(); ++output)
            columns[output].push_back(values[output]);
    }
    for (std::size_t output = 0; output < columns.size(); ++output)
        m_fresh->outputs[output].append(columns[output]);
    if (until < end)
        return false;
    m_settled = std::move(m_fresh->indicator);
    m_marks = std::move(m_fresh->marks);
    m_next = m_fresh->next;
    for (std::size_t output = 0; output < m_outputs.size(); ++output)
        m_outputs[output] = std::move(m_fresh->outputs[output]);
    m_fresh.reset();
    m_live.reset();
    followTail();
    return true;
}

/// What the indicator says of a bar that is complete.
std::span<const double> IndicatorValues::valuesAt(Indicator &indicator, Key key)
{
    if (const auto bar = m_bars.at(key))
        indicator.add(*bar, m_values);
    else
        std::ranges::fill(m_values, noValue);
    return m_values;
}

/// Adds the bars that cannot change any more.
void IndicatorValues::settle(Key end)
{
    for (; m_next < end; ++m_next) {
        mark(m_marks, m_next, *m_settled);
        if (const auto bar = m_newest.at(m_next))
            m_settled->add(*bar, m_values);
    }
}

void IndicatorValues::followTail()
{
    const ChartSeries &series = m_bars.series();
    const Key last = series.lastKey();
    if (!m_live) {
        m_live = m_settled->clone();
        m_liveNext = m_next;
    }
    for (; m_liveNext < last; ++m_liveNext) {
        if (const auto bar = m_newest.at(m_liveNext))
            m_live->add(*bar, m_values);
        else
            std::ranges::fill(m_values, noValue);
        put(m_liveNext, m_values);
    }
    if (const auto bar = m_newest.at(last))
        m_live->preview(*bar, m_values);
    else
        std::ranges::fill(m_values, noValue);
    put(last, m_values);
    settle(settledEnd());
}

void IndicatorValues::put(Key key, std::span<const double> values)
{
    for (std::size_t output = 0; output < m_outputs.size(); ++output) {
        ValueSeries &series = m_outputs[output];
        if (key <= series.lastKey())
            series.replace(key, values[output]);
        else
            series.append(values.subspan(output, 1));
    }
}

} // namespace tapeline
