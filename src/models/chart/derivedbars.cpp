#include "derivedbars.h"

#include "heikinashi.h"

#include <algorithm>

namespace tapeline {

DerivedBars::DerivedBars(const ChartSeries &series, BarDerivation derivation)
    : m_series(series)
    , m_derivation(derivation)
{
    restart();
}

void DerivedBars::restart()
{
    m_bars.clear();
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
    if (change.hasReplaced())
        remake(change.replacedFrom, std::min(change.replacedTo, known));
    append();
    if (change.older > 0)
        extend();
}

void DerivedBars::append()
{
    const Key last = m_series.lastKey();
    if (lastKey() >= last)
        return;
    m_bars.append(make(lastKey() + 1, last));
    m_firstStart = m_series.start(m_firstKey);
}

void DerivedBars::extend()
{
    if (isComplete())
        return;
    const Key known = m_firstKey;
    const Key first = std::max(m_series.firstKey(), known - slice);
    m_bars.prepend(make(first, known - 1));
    m_firstKey = first;
    m_firstStart = m_series.start(first);
    remake(known, known - 1);
}

/// Of bars next to those there are.
std::vector<OhlcRun> DerivedBars::make(Key first, Key last) const
{
    std::vector<OhlcRun> runs(std::size_t(last - first + 1));
    const OhlcRun *left = before(first);
    for (Key key = first; key <= last; ++key) {
        OhlcRun &run = runs[std::size_t(key - first)];
        run = derived(m_series.run(key), left);
        if (!run.isEmpty())
            left = &run;
    }
    return runs;
}

/// [first, last], and on to the right until a bar with prices comes out as it was: all further ones
/// do too.
void DerivedBars::remake(Key first, Key last)
{
    for (Key key = std::max(first, m_firstKey); key <= lastKey(); ++key) {
        const OhlcRun run = derived(m_series.run(key), before(key));
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

OhlcRun DerivedBars::derived(const OhlcRun &bar, const OhlcRun *before) const
{
    if (m_derivation == BarDerivation::HeikinAshi)
        return heikinAshi(bar, before);
    OhlcRun flat;
    if (!bar.isEmpty())
        flat.open = flat.high = flat.low = flat.close = bar.close;
    return flat;
}

} // namespace tapeline
