#include "barblob.h"
#include "barplanes.h"

#include <zstd.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <memory>
#include <numeric>
#include <optional>

namespace tapeline::barblob {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int level = 3;
/// Planes of fewer bytes share the tables of the compression: each of its own costs some 50 bytes.
constexpr std::size_t bytesOfOwnBlock = 4'096;

using Values = std::vector<quint64>;

quint64 magnitude(qint64 value)
{
    return value < 0 ? 0 - quint64(value) : quint64(value);
}

/// Makes step a divisor of value as well; 0 divides nothing and is what to begin with.
void narrow(quint64 &step, quint64 value)
{
    if (value != 0 && (step == 0 || value % step != 0))
        step = std::gcd(step, value);
}

/// value / step of a step that divides it; wraps like everything here.
quint64 steps(qint64 value, quint64 step)
{
    const quint64 count = magnitude(value) / step;
    return value < 0 ? 0 - count : count;
}

quint64 bitsOf(double value)
{
    return std::bit_cast<quint64>(value);
}

/// The value as a count of 10^-decimals when it is that exactly; else nothing.
std::optional<qint64> asDecimal(double value, int decimals)
{
    constexpr double exact = 9e15; // whole numbers below are all doubles
    const double scaled = std::round(value * powersOfTen[decimals]);
    if (!(std::abs(scaled) < exact))
        return std::nullopt;
    const qint64 units = qint64(scaled);
    if (bitsOf(static_cast<double>(units) / powersOfTen[decimals]) != bitsOf(value))
        return std::nullopt;
    return units;
}

quint8 chooseVwap(std::span<const Candle> bars)
{
    const auto fits = [&](auto holds) { return std::ranges::all_of(bars, holds, &Candle::vwap); };
    if (fits([](double vwap) { return bitsOf(vwap) == 0; }))
        return vwapIsZero;
    for (const int decimals : { 2, 4, 6, 8 })
        if (fits([&](double vwap) { return asDecimal(vwap, decimals).has_value(); }))
            return quint8(decimals);
    return vwapIsBits;
}

class Writer
{
public:
    explicit Writer(std::span<const Candle> bars);
    Result<QByteArray> blob() const;

private:
    void chooseSteps();
    void fillStarts();
    void fillPrices();
    void fillVolumes();
    void fillVwaps();
    void fillWidths();
    std::vector<char> content() const;
    Result<QByteArray> compressed(const std::vector<char> &content) const;

    std::span<const Candle> m_bars;
    Head m_head;
    std::array<Values, columnCount> m_columns;
};

Writer::Writer(std::span<const Candle> bars)
    : m_bars(bars)
{
    for (Values &column : m_columns)
        column.resize(bars.size());
    m_head.count = quint32(bars.size());
    m_head.vwap = chooseVwap(bars);
    m_head.hasBits = std::ranges::all_of(bars, &Candle::hasPrices) ? 0 : 1;
    chooseSteps();
    fillStarts();
    fillPrices();
    fillVolumes();
    fillVwaps();
    fillWidths();
}

void Writer::chooseSteps()
{
    quint64 start = 0;
    quint64 price = 0;
    quint64 volume = 0;
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        const Candle &bar = m_bars[i];
        if (i > 0)
            narrow(start, quint64(toNs(bar.start)) - quint64(toNs(m_bars[i - 1].start)));
        for (const Price value : { bar.open, bar.high, bar.low, bar.close })
            narrow(price, magnitude(value.units()));
        narrow(volume, magnitude(bar.volume.units()));
    }
    m_head.startStep = std::max<quint64>(start, 1);
    m_head.priceStep = std::max<quint64>(price, 1);
    m_head.volumeStep = std::max<quint64>(volume, 1);
}

void Writer::fillStarts()
{
    if (m_bars.empty())
        return;
    quint64 before = m_head.firstStart = quint64(toNs(m_bars.front().start));
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        const quint64 start = quint64(toNs(m_bars[i].start));
        m_columns[Start][i] = (start - before) / m_head.startStep;
        before = start;
    }
}

void Writer::fillPrices()
{
    if (m_bars.empty())
        return;
    const quint64 step = m_head.priceStep;
    quint64 before = m_head.firstClose = steps(m_bars.front().open.units(), step);
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        const Candle &bar = m_bars[i];
        const quint64 open = steps(bar.open.units(), step);
        const quint64 close = steps(bar.close.units(), step);
        m_columns[Open][i] = zigzag(open - before);
        m_columns[Close][i] = zigzag(close - open);
        m_columns[High][i]
            = steps(bar.high.units(), step) - quint64(std::max(qint64(open), qint64(close)));
        m_columns[Low][i]
            = quint64(std::min(qint64(open), qint64(close))) - steps(bar.low.units(), step);
        before = close;
    }
}

void Writer::fillVolumes()
{
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        m_columns[Volume][i] = steps(m_bars[i].volume.units(), m_head.volumeStep);
        m_columns[Trades][i] = quint64(m_bars[i].tradeCount);
    }
}

void Writer::fillVwaps()
{
    if (m_head.vwap == vwapIsZero)
        return;
    quint64 before = 0;
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        const Candle &bar = m_bars[i];
        if (m_head.vwap == vwapIsBits) {
            m_columns[Vwap][i] = zigzag(bitsOf(bar.vwap) - before);
            before = bitsOf(bar.vwap);
            continue;
        }
        const qint64 expected
            = expectedVwap(bar.open.units(), bar.high.units(), bar.low.units(), bar.close.units(),
                           powersOfTen[m_head.vwap] / Price::unitsPerOne);
        m_columns[Vwap][i] = zigzag(quint64(*asDecimal(bar.vwap, m_head.vwap)) - quint64(expected));
    }
}

void Writer::fillWidths()
{
    for (std::size_t column = 0; column < columnCount; ++column) {
        quint64 all = 0;
        for (const quint64 value : m_columns[column])
            all |= value;
        m_head.widths[column] = quint8((std::bit_width(all) + 7) / 8);
    }
}

std::vector<char> Writer::content() const
{
    std::vector<char> content(m_head.contentSize());
    m_head.write(content.data());
    char *to = content.data() + Head::size;
    for (std::size_t column = 0; column < columnCount; ++column)
        for (int plane = 0; plane < m_head.widths[column]; ++plane)
            to = std::ranges::transform(m_columns[column], to, [shift = 8 * plane](quint64 value) {
                     return char(value >> shift);
                 }).out;
    if (m_head.hasBits)
        for (std::size_t i = 0; i < m_bars.size(); ++i)
            to[i / 8] = char(to[i / 8] | (m_bars[i].hasPrices ? 1 << (i % 8) : 0));
    return content;
}

/// Every plane begins a block of its own, with tables that fit it: a tenth less than all in one.
Result<QByteArray> Writer::compressed(const std::vector<char> &content) const
{
    const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(),
                                                                       &ZSTD_freeCCtx);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    ZSTD_CCtx_setPledgedSrcSize(context.get(), content.size());
    const std::size_t planes = std::accumulate(m_head.widths.begin(), m_head.widths.end(), 0u) + 1;
    // What each flush may add is below the 64 bytes that are allowed for it
    QByteArray blob(qsizetype(1 + ZSTD_compressBound(content.size()) + 64 * (planes + 1)),
                    Qt::Uninitialized);
    blob[0] = version;
    ZSTD_outBuffer out { blob.data(), std::size_t(blob.size()), 1 };
    const std::size_t piece = m_head.count < bytesOfOwnBlock ? content.size() : m_head.count;
    for (ZSTD_inBuffer in { content.data(), std::min(Head::size, content.size()), 0 };;) {
        const bool last = in.size == content.size();
        if (ZSTD_compressStream2(context.get(), &out, &in, last ? ZSTD_e_end : ZSTD_e_flush) != 0)
            return Error { Error::Code::Storage, u"bars could not be compressed"_s };
        if (last)
            break;
        in.size = std::min(in.size + piece, content.size());
    }
    blob.truncate(qsizetype(out.pos));
    return blob;
}

Result<QByteArray> Writer::blob() const
{
    return compressed(content());
}

} // namespace

Result<QByteArray> encode(std::span<const Candle> bars)
{
    if (bars.size() > maximumBars)
        return Error { Error::Code::InvalidArgument,
                       u"%1 bars are too many for one blob"_s.arg(bars.size()) };
    return Writer(bars).blob();
}

} // namespace tapeline::barblob
