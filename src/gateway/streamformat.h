#pragma once

#include "assetclass.h"
#include "streamencoder.h"

namespace tapeline {

/// How one market's stream writes what it carries (massive-api.md 6.9 to 6.14); null where it
/// carries no such thing. symbol is the stream's name of the instrument.
struct StreamFormat
{
    void (*trade)(std::string &out, std::string_view symbol, const Trade &) = nullptr;
    void (*quote)(std::string &out, std::string_view symbol, const Quote &) = nullptr;
    void (*value)(std::string &out, std::string_view symbol, const IndexValue &) = nullptr;
    void (*bands)(std::string &out, std::string_view symbol, const LuldBands &) = nullptr;
    void (*book)(std::string &out, std::string_view symbol, const DepthUpdate &) = nullptr;
    void (*bar)(std::string &out, std::string_view symbol, std::string_view channel,
                const StreamBar &)
        = nullptr;
    std::string_view secondBars {}; ///< what bar calls its channel
    std::string_view minuteBars {};
};

const StreamFormat &streamFormatOf(AssetClass market);

} // namespace tapeline
