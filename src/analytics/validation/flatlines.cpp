#include "flatlines.h"

#include <utility>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

void FlatLines::check(const Candle &bar, bool isRegular, Sound sound)
{
    if (!isRegular)
        return;
    const bool goesOn = m_length > 0 && bar.hasPrices && bar.close == m_close && bar.volume > Qty();
    if (!goesOn) {
        m_length = bar.hasPrices && bar.volume > Qty() ? 1 : 0;
        m_close = bar.close;
        m_from = bar.start;
        m_stretch = m_length > 0 ? sound : Sound {};
        return;
    }
    ++m_length;
    m_stretch += sound;
    if (m_length < fewestBars)
        return;
    m_sound += std::exchange(m_stretch, {});
    // All of the stretch at once, then one by one
    m_issues.add(
        QualityRule::Flat, IssueSeverity::Warning, m_length == fewestBars ? m_from : bar.start,
        [&] {
            return u"The close stands at %1 while there is volume."_s.arg(bar.close.toString());
        },
        m_length == fewestBars ? fewestBars : 1);
}

} // namespace tapeline
