#include "barblob.h"
#include "barplanes.h"

#include <zstd.h>

#include <algorithm>
#include <bit>
#include <memory>

namespace tapeline::barblob {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Bars are made so many at a time: their columns stay in the fastest cache.
constexpr std::size_t batch = 256;
using Batch = std::array<quint64, batch>;

Error damaged()
{
    return { Error::Code::Malformed, u"the bars are damaged"_s };
}

/// What is in the frame, once its checksum has been found right.
struct Content
{
    std::unique_ptr<char[]> bytes;
    std::size_t size = 0;
};

Result<Content> decompressed(QByteArrayView blob)
{
    constexpr std::size_t largest = Head::size + maximumBars * (columnCount * sizeof(quint64) + 1);
    if (blob.size() < 2 || blob[0] != version)
        return damaged();
    const char *frame = blob.data() + 1;
    const std::size_t length = std::size_t(blob.size()) - 1;
    // Unknown and wrong sizes are the two largest numbers
    const unsigned long long size = ZSTD_getFrameContentSize(frame, length);
    if (size < Head::size || size > largest
        || ZSTD_findFrameCompressedSize(frame, length) != length)
        return damaged();
    Content content { std::make_unique_for_overwrite<char[]>(std::size_t(size)),
                      std::size_t(size) };
    if (ZSTD_decompress(content.bytes.get(), content.size, frame, length) != content.size)
        return damaged();
    return content;
}

template<int Width>
void join(const quint8 *planes, std::size_t stride, std::size_t count, quint64 *to)
{
    for (std::size_t i = 0; i < count; ++i) {
        quint64 value = 0;
        for (int plane = 0; plane < Width; ++plane)
            value |= quint64(planes[std::size_t(plane) * stride + i]) << (8 * plane);
        to[i] = value;
    }
}

using Join = void (*)(const quint8 *, std::size_t, std::size_t, quint64 *);
constexpr std::array<Join, 9> joins { join<0>, join<1>, join<2>, join<3>, join<4>,
                                      join<5>, join<6>, join<7>, join<8> };

class Reader
{
public:
    Reader(const Head &head, const char *content);
    void appendTo(std::vector<Candle> &bars);

private:
    void load(std::size_t first, std::size_t count);
    void makeBars(std::span<Candle> bars);
    void makeVwaps(std::span<Candle> bars);
    void makeBits(std::size_t first, std::span<Candle> bars) const;

    const Head m_head;
    std::array<const quint8 *, columnCount> m_planes {};
    const quint8 *m_bits = nullptr;
    std::array<Batch, columnCount> m_columns; // of the bars under way
    quint64 m_start;
    quint64 m_close;
    quint64 m_vwap = 0;
};

Reader::Reader(const Head &head, const char *content)
    : m_head(head)
    , m_start(head.firstStart)
    , m_close(head.firstClose)
{
    m_bits = reinterpret_cast<const quint8 *>(content) + Head::size;
    for (std::size_t column = 0; column < columnCount; ++column) {
        m_planes[column] = m_bits;
        m_bits += std::size_t(head.widths[column]) * head.count;
    }
}

void Reader::appendTo(std::vector<Candle> &bars)
{
    for (std::size_t first = 0; first < m_head.count; first += batch) {
        const std::size_t count = std::min(batch, m_head.count - first);
        load(first, count);
        bars.resize(bars.size() + count);
        const std::span<Candle> made = std::span(bars).last(count);
        makeBars(made);
        makeVwaps(made);
        if (m_head.hasBits)
            makeBits(first, made);
    }
}

void Reader::load(std::size_t first, std::size_t count)
{
    for (std::size_t column = 0; column < columnCount; ++column)
        joins[m_head.widths[column]](m_planes[column] + first, m_head.count, count,
                                     m_columns[column].data());
}

void Reader::makeBars(std::span<Candle> bars)
{
    const quint64 step = m_head.priceStep;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const quint64 open = m_close + unzigzag(m_columns[Open][i]);
        m_close = open + unzigzag(m_columns[Close][i]);
        m_start += m_columns[Start][i] * m_head.startStep;
        const quint64 top = quint64(std::max(qint64(open), qint64(m_close)));
        const quint64 bottom = quint64(std::min(qint64(open), qint64(m_close)));
        Candle &bar = bars[i];
        bar.start = fromNs(qint64(m_start));
        bar.open = Price::fromUnits(qint64(open * step));
        bar.high = Price::fromUnits(qint64((top + m_columns[High][i]) * step));
        bar.low = Price::fromUnits(qint64((bottom - m_columns[Low][i]) * step));
        bar.close = Price::fromUnits(qint64(m_close * step));
        bar.volume = Qty::fromUnits(qint64(m_columns[Volume][i] * m_head.volumeStep));
        bar.tradeCount = qint64(m_columns[Trades][i]);
    }
}

void Reader::makeVwaps(std::span<Candle> bars)
{
    if (m_head.vwap == vwapIsZero)
        return;
    if (m_head.vwap == vwapIsBits) {
        for (std::size_t i = 0; i < bars.size(); ++i) {
            m_vwap += unzigzag(m_columns[Vwap][i]);
            bars[i].vwap = std::bit_cast<double>(m_vwap);
        }
        return;
    }
    const double power = powersOfTen[m_head.vwap];
    const double perUnit = power / Price::unitsPerOne;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        Candle &bar = bars[i];
        const qint64 expected = expectedVwap(bar.open.units(), bar.high.units(), bar.low.units(),
                                             bar.close.units(), perUnit);
        const quint64 units = quint64(expected) + unzigzag(m_columns[Vwap][i]);
        bar.vwap = static_cast<double>(qint64(units)) / power;
    }
}

void Reader::makeBits(std::size_t first, std::span<Candle> bars) const
{
    for (std::size_t i = 0; i < bars.size(); ++i)
        bars[i].hasPrices = (m_bits[(first + i) / 8] >> ((first + i) % 8) & 1) != 0;
}

} // namespace

Result<void> decode(QByteArrayView blob, std::vector<Candle> &bars)
{
    const Result<Content> content = decompressed(blob);
    if (!content)
        return content.error();
    const Head head = Head::read(content->bytes.get());
    if (!head.isSound() || head.contentSize() != content->size)
        return damaged();
    Reader(head, content->bytes.get()).appendTo(bars);
    return {};
}

} // namespace tapeline::barblob
