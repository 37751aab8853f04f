#include "derivedbars.h"

#include "heikinashi.h"

#include <algorithm>

namespace tapeline {

BarDerivation closesOf(const ChartSeries &series)
{
    return { [&series](ChartSeries::Key key, const OhlcRun *) {
                const OhlcRun &bar = series.run(key);
                OhlcRun flat;
                if (!bar.isEmpty())
                    flat.open = flat.high = flat.low = flat.close = bar.close;
                return flat;
            },
             false };
}

BarDerivation heikinAshiOf(const ChartSeries &series)
{
    return { [&series](ChartSeries::Key key, const OhlcRun *before) {
                return heikinAshi(series.run(key), before);
            },
             true };
}

std::optional<qsizetype> lastWithPrices(const OhlcPyramid &runs, qsizetype end)
{
    end = std::min(end, runs.size());
    qsizetype length = 1;
    while (length < end && runs.over(end - length, end).isEmpty())
        length *= 4;
    qsizetype from = std::max<qsizetype>(end - length, 0);
    if (runs.over(from, end).isEmpty())
        return std::nullopt;
    for (qsizetype to = end; to - from > 1;) { // it is in [from, to)
        const qsizetype middle = from + (to - from) / 2;
        (runs.over(middle, to).isEmpty() ? to : from) = middle;
    }
    return from;
}

DerivedBars::DerivedBars(const ChartSeries &series, BarDerivation derivation)
    : m_series(series)
    , m_derivation(std::move(derivation))
{
    restart();
}

void DerivedBars::restart()
{
    m_bars.clear();
    dropWhole();
    m_firstKey = std::max(m_series.firstKey(), m_series.lastKey() + 1 - slice);
    append();
}

void DerivedBars::update(const ChartSeries::Change &change)
{
    // Bars that fill a hole move those to their left to other keys
    const bool moved = !m_bars.isEmpty()
        && (!m_series.contains(m_firstKey) || m_series.start(m_firstKey) != m_firstStart);
    if (change.reset || m_bars.isEmpty() || moved)
        return restart();
    const Key known = lastKey();
    if (change.older > 0
        || (change.hasReplaced() && change.replacedFrom < m_series.firstKey() + m_whole.size()))
        dropWhole();
    if (change.hasReplaced())
        remake(change.replacedFrom, std::min(change.replacedTo, known));
    append();
    if (change.older > 0 && m_firstKey - m_series.firstKey() <= slice)
        prepend();
}

void DerivedBars::append()
{
    const Key last = m_series.lastKey();
    if (lastKey() >= last)
        return;
    m_bars.append(make(lastKey() + 1, last, before(lastKey() + 1)));
    m_firstStart = m_series.start(m_firstKey);
}

void DerivedBars::extend()
{
    if (isComplete())
        return;
    if (m_whole.isEmpty() && m_firstKey - m_series.firstKey() <= slice)
        prepend();
    else
        makeWhole();
}

/// What is missing, at once.
void DerivedBars::prepend()
{
    const Key known = m_firstKey;
    const Key first = m_series.firstKey();
    if (known == first)
        return;
    m_bars.prepend(make(first, known - 1, nullptr));
    m_firstKey = first;
    m_firstStart = m_series.start(first);
    remake(known, known - 1);
}

/// Room at the front would have to be made again and again: a second one grows at its end.
void DerivedBars::makeWhole()
{
    if (m_whole.isEmpty())
        m_whole.reserve(m_series.size());
    const Key first = m_series.firstKey() + m_whole.size();
    const Key last = std::min(first + slice - 1, m_series.lastKey());
    const std::vector<OhlcRun> runs
        = make(first, last, m_wholeBefore.isEmpty() ? nullptr : &m_wholeBefore);
    for (const OhlcRun &run : runs)
        if (!run.isEmpty())
            m_wholeBefore = run;
    m_whole.append(runs);
    if (last < m_series.lastKey())
        return;
    std::swap(m_bars, m_whole);
    m_firstKey = m_series.firstKey();
    m_firstStart = m_series.start(m_firstKey);
    dropWhole();
}

void DerivedBars::dropWhole()
{
    m_whole = {};
    m_wholeBefore = {};
}

/// left: the newest one before them that has prices, if any.
std::vector<OhlcRun> DerivedBars::make(Key first, Key last, const OhlcRun *left) const
{
    std::vector<OhlcRun> runs(std::size_t(last - first + 1));
    for (Key key = first; key <= last; ++key) {
        OhlcRun &run = runs[std::size_t(key - first)];
        run = m_derivation.derive(key, m_derivation.isChained ? left : nullptr);
        if (!run.isEmpty())
            left = &run;
    }
    return runs;
}

/// Chained ones on to the right too, until a bar with prices comes out as it was: all further ones
/// do too.
void DerivedBars::remake(Key first, Key last)
{
    const Key end = m_derivation.isChained ? lastKey() : std::min(last, lastKey());
    for (Key key = std::max(first, m_firstKey); key <= end; ++key) {
        const OhlcRun run
            = m_derivation.derive(key, m_derivation.isChained ? before(key) : nullptr);
        const bool same = run == this->run(key);
        if (key > last && same && !run.isEmpty())
            return;
        if (!same)
            m_bars.replace(key - m_firstKey, run);
    }
}

/// The newest bar with prices to the left of key.
const OhlcRun *DerivedBars::before(Key key) const
{
    while (--key >= m_firstKey)
        if (key <= lastKey() && !run(key).isEmpty())
            return &run(key);
    return nullptr;
}

} // namespace tapeline
