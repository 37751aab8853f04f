#include "streamformat.h"

#include "cryptoencoder.h"
#include "forexencoder.h"
#include "futuresencoder.h"
#include "indexencoder.h"
#include "optionencoder.h"

namespace tapeline {

const StreamFormat &streamFormatOf(AssetClass market)
{
    static constexpr StreamFormat stocks { .trade = streamencoder::append,
                                           .quote = streamencoder::append,
                                           .bands = streamencoder::append,
                                           .bar = streamencoder::append,
                                           .secondBars = "A",
                                           .minuteBars = "AM" };
    static constexpr StreamFormat options { .trade = optionencoder::append,
                                            .quote = optionencoder::append,
                                            .bar = optionencoder::append,
                                            .secondBars = "A",
                                            .minuteBars = "AM" };
    static constexpr StreamFormat indices { .value = indexencoder::append,
                                            .bar = indexencoder::append,
                                            .secondBars = "A",
                                            .minuteBars = "AM" };
    static constexpr StreamFormat forex { .quote = forexencoder::append,
                                          .bar = forexencoder::append,
                                          .secondBars = "CAS",
                                          .minuteBars = "CA" };
    static constexpr StreamFormat crypto { .trade = cryptoencoder::append,
                                           .quote = cryptoencoder::append,
                                           .book = cryptoencoder::append,
                                           .bar = cryptoencoder::append,
                                           .secondBars = "XAS",
                                           .minuteBars = "XA" };
    static constexpr StreamFormat futures { .trade = futuresencoder::append,
                                            .quote = futuresencoder::append,
                                            .bar = futuresencoder::append,
                                            .secondBars = "A",
                                            .minuteBars = "AM" };
    switch (market) {
    case AssetClass::Stocks:
        return stocks;
    case AssetClass::Options:
        return options;
    case AssetClass::Indices:
        return indices;
    case AssetClass::Forex:
        return forex;
    case AssetClass::Crypto:
        return crypto;
    case AssetClass::Futures:
        return futures;
    }
    Q_UNREACHABLE();
}

} // namespace tapeline
