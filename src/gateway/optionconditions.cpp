#include "optionconditions.h"

#include <array>

namespace tapeline {

namespace {

constexpr std::array table {
    ListedCondition { 201, "Canceled" },
    ListedCondition { 202, "Late and out of sequence" },
    ListedCondition { 203, "Last and canceled" },
    ListedCondition { 204, "Late" },
    ListedCondition { 205, "Opening and canceled" },
    ListedCondition { 206, "Opening, late and out of sequence" },
    ListedCondition { 207, "Only and canceled" },
    ListedCondition { 208, "Opening and late" },
    ListedCondition { 209, "Automatic execution" },
    ListedCondition { 210, "Reopening" },
    ListedCondition { 219, "Intermarket sweep" },
    ListedCondition { 227, "Single-leg auction non-ISO" },
    ListedCondition { 228, "Single-leg auction ISO" },
    ListedCondition { 229, "Single-leg cross non-ISO" },
    ListedCondition { 230, "Single-leg cross ISO" },
    ListedCondition { 231, "Single-leg floor" },
    ListedCondition { 232, "Multi-leg electronic" },
    ListedCondition { 233, "Multi-leg auction" },
    ListedCondition { 234, "Multi-leg cross" },
    ListedCondition { 235, "Multi-leg floor" },
    ListedCondition { 236, "Multi-leg electronic against single leg" },
    ListedCondition { 237, "Stock-option auction" },
    ListedCondition { 238, "Multi-leg auction against single leg" },
    ListedCondition { 239, "Multi-leg floor against single leg" },
    ListedCondition { 240, "Stock-option electronic" },
    ListedCondition { 241, "Stock-option cross" },
    ListedCondition { 242, "Stock-option floor" },
    ListedCondition { 243, "Stock-option electronic against single leg" },
    ListedCondition { 244, "Stock-option auction against single leg" },
    ListedCondition { 245, "Stock-option floor against single leg" },
    ListedCondition { 246, "Multi-leg floor of proprietary products" },
    ListedCondition { 247, "Multilateral compression" },
    ListedCondition { 248, "Extended hours" },
};

} // namespace

std::span<const ListedCondition> optionConditions()
{
    return table;
}

} // namespace tapeline
