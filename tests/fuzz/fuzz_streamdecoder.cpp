#include "decoderways.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

// Each line is a frame; they come one after the other, so that later ones meet what earlier ones
// taught. The first byte of the input may name the market: "F\n" is futures.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::string_view rest(reinterpret_cast<const char *>(data), size);
    const bool isFutures = rest.starts_with("F\n");
    tapeline::test::DecoderWays ways(isFutures ? tapeline::AssetClass::Futures
                                               : tapeline::AssetClass::Stocks);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string difference = ways.take(rest.substr(0, end));
        if (!difference.empty()) {
            std::fprintf(stderr, "%s\n", difference.c_str());
            std::abort();
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return 0;
}
