#include "barplanes.h"

#include "barblob.h"

#include <QtEndian>

#include <algorithm>
#include <numeric>

namespace tapeline::barblob {

std::size_t Head::contentSize() const
{
    const std::size_t bytes = std::accumulate(widths.begin(), widths.end(), std::size_t(0));
    return size + bytes * count + bitBytes();
}

bool Head::isSound() const
{
    const bool isVwapKnown
        = vwap == vwapIsBits || vwap == vwapIsZero || vwap <= maximumVwapDecimals;
    return count <= maximumBars && isVwapKnown && hasBits <= 1
        && std::ranges::all_of(widths, [](quint8 width) { return width <= sizeof(quint64); });
}

void Head::write(char *to) const
{
    qToLittleEndian(count, to);
    to[4] = char(vwap);
    to[5] = char(hasBits);
    to = std::ranges::copy(widths, to + 6).out;
    for (const quint64 value : { firstStart, startStep, firstClose, priceStep, volumeStep }) {
        qToLittleEndian(value, to);
        to += sizeof value;
    }
}

Head Head::read(const char *from)
{
    Head head;
    head.count = qFromLittleEndian<quint32>(from);
    head.vwap = quint8(from[4]);
    head.hasBits = quint8(from[5]);
    std::copy_n(from + 6, columnCount, head.widths.begin());
    from += 6 + columnCount;
    for (quint64 *value : { &head.firstStart, &head.startStep, &head.firstClose, &head.priceStep,
                            &head.volumeStep }) {
        *value = qFromLittleEndian<quint64>(from);
        from += sizeof *value;
    }
    return head;
}

} // namespace tapeline::barblob
