#pragma once

#include "strategytemplates.h"

namespace tapeline {

/// How a leg is chosen. anchor and other are legs further up in the same recipe.
struct LegRecipe
{
    std::optional<OptionRight> right; ///< nothing: the underlying
    int count = 1; ///< negative: sold
    PickRule rule = PickRule::Money;
    double aim = 0; ///< Away: negative is down
    int anchor = -1; ///< Delta: strictly further out of the money than this leg
    int other = -1;
    bool isLater = false;
};

struct Recipe
{
    StrategyForm form;
    std::vector<LegRecipe> legs;
};

namespace strategytemplates {

/// What templates are made of, in the order of menus.
const std::vector<Recipe> &recipes();

} // namespace strategytemplates
} // namespace tapeline
