#pragma once

#include <cstddef>

#if defined(_MSC_VER) && (defined(_M_X64) || defined(_M_IX86))
#include <xmmintrin.h>
#endif

namespace tapeline {

/// Asks the processor for the cache lines of [address, address + bytes) ahead of their use. A hint:
/// any address will do.
inline void prefetch([[maybe_unused]] const void *address, [[maybe_unused]] std::size_t bytes)
{
    [[maybe_unused]] constexpr std::size_t line = 64;
    [[maybe_unused]] const char *first = static_cast<const char *>(address);
#if defined(__GNUC__)
    for (std::size_t offset = 0; offset < bytes; offset += line)
        __builtin_prefetch(first + offset);
#elif defined(_MSC_VER) && (defined(_M_X64) || defined(_M_IX86))
    for (std::size_t offset = 0; offset < bytes; offset += line)
        _mm_prefetch(first + offset, _MM_HINT_T0);
#endif
}

} // namespace tapeline
