#include "barblob.h"
#include "barplanes.h"
#include "randombars.h"

#include <zstd.h>

#include <cstdint>
#include <cstdlib>

using namespace tapeline;

namespace {

/// What can be read can be written, and read again.
void take(const QByteArray &blob)
{
    std::vector<Candle> bars;
    if (!barblob::decode(blob, bars)) {
        if (!bars.empty())
            std::abort();
        return;
    }
    const Result<QByteArray> again = barblob::encode(bars);
    std::vector<Candle> back;
    if (!again || !barblob::decode(*again, back) || !test::areSame(bars, back))
        std::abort();
}

QByteArray framed(const std::uint8_t *data, std::size_t size)
{
    QByteArray blob(qsizetype(1 + ZSTD_compressBound(size)), barblob::version);
    const std::size_t length
        = ZSTD_compress(blob.data() + 1, std::size_t(blob.size()) - 1, data, size, 1);
    blob.truncate(qsizetype(1 + length));
    return blob;
}

} // namespace

// Once as a blob, once as what is in the frame of one, which no checksum guards
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    take(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    take(framed(data, size));
    return 0;
}
