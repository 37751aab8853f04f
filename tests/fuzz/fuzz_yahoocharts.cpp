#include "easterntime.h"
#include "yahoobars.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace tapeline;

bool isSound(const std::vector<Candle> &bars, const TimeRange &range)
{
    Timestamp last = Timestamp::min();
    for (const Candle &bar : bars) {
        if (bar.start <= last || !range.contains(bar.start) || bar.open <= Price()
            || bar.high <= Price() || bar.low <= Price() || bar.close <= Price()
            || bar.volume < Qty())
            return false;
        last = bar.start;
    }
    return true;
}

} // namespace

// An answer is read as bars of every width and kind of symbol: whatever it is, bars ascend, lie in
// the range that was asked for and have prices.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView body(reinterpret_cast<const char *>(data), qsizetype(size));
    const TimeRange range { easterntime::at(QDate(2024, 3, 4)),
                            easterntime::at(QDate(2024, 3, 9)) };
    for (const char *symbol : { "AAPL", "X:BTCUSD", "C:EURUSD" }) {
        for (const char *width : { "1m", "1h", "1D", "1W", "1M" }) {
            const Timeframe timeframe = *Timeframe::parse(QString::fromLatin1(width));
            const BarQuery query { QString::fromLatin1(symbol), timeframe, true, range };
            const Result<BarsPage> page = YahooBars().decode(query, body);
            if (page && !isSound(page->bars, range)) {
                std::fprintf(stderr, "unsound bars of %s, %s\n", symbol, width);
                std::abort();
            }
        }
    }
    (void)YahooBars().failure(404, body);
    return 0;
}
