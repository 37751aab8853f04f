#include "bookside.h"

namespace tapeline {

bool readBookSide(JsonValue side, FeedNumbers &numbers, std::vector<BookLevel> &levels)
{
    levels.clear();
    if (!side.isArray())
        return !side.isPresent();
    levels.reserve(side.size());
    for (const JsonValue level : side) {
        if (!level.isArray() || level.size() != 2)
            return false;
        auto field = level.begin();
        const std::optional<Price> price = numbers.price(*field);
        const std::optional<Qty> size = numbers.qty(*++field);
        if (!price || *price <= Price() || !size || *size < Qty())
            return false;
        levels.push_back({ *price, *size });
    }
    return true;
}

} // namespace tapeline
