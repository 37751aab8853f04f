#include "optionroots.h"

#include <algorithm>

namespace tapeline {

int optionRootOf(std::string_view root)
{
    const auto found = std::find_if(optionRoots.begin(), optionRoots.end(),
                                    [&](const OptionRoot &row) { return row.root == root; });
    return found == optionRoots.end() ? -1 : static_cast<int>(found - optionRoots.begin());
}

} // namespace tapeline
