#pragma once

#include <QtGlobal>

#include <span>
#include <string_view>

namespace tapeline {

/// A trade condition of OPRA as the list of conditions names it.
struct ListedCondition
{
    quint16 id;
    std::string_view name;
};

/// Those of massive-api.md 8.7, ascending.
std::span<const ListedCondition> optionConditions();

} // namespace tapeline
