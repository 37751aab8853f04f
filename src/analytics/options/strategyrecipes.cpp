#include "strategyrecipes.h"

namespace tapeline::strategytemplates {

namespace {

using enum StrategyKind;
constexpr auto C = OptionRight::Call;
constexpr auto P = OptionRight::Put;

/// A short strike that is seldom reached, and its protection a quarter of an expected move beyond.
std::vector<LegRecipe> ironCondor()
{
    return { { P, -1, PickRule::Delta, 0.20 },
             { C, -1, PickRule::Delta, 0.20 },
             { P, 1, PickRule::Away, -0.25, 0 },
             { C, 1, PickRule::Away, 0.25, 1 } };
}

std::vector<LegRecipe> ironButterfly()
{
    return { { P, -1, PickRule::Money },
             { C, -1, PickRule::SameStrike, 0, 0 },
             { C, 1, PickRule::Away, 1, 0 },
             { P, 1, PickRule::Mirror, 0, 0, 2 } };
}

std::vector<LegRecipe> butterfly(OptionRight right)
{
    return { { right, -2, PickRule::Money },
             { right, 1, PickRule::Away, 0.5, 0 },
             { right, 1, PickRule::Mirror, 0, 0, 1 } };
}

std::vector<LegRecipe> calendar(OptionRight right)
{
    LegRecipe later { right, 1, PickRule::SameStrike, 0, 0 };
    later.isLater = true;
    return { { right, -1, PickRule::Money }, later };
}

std::vector<LegRecipe> diagonal(OptionRight right)
{
    LegRecipe later { right, 1, PickRule::Delta, 0.70 };
    later.isLater = true;
    return { { right, -1, PickRule::Delta, 0.30 }, later };
}

std::vector<LegRecipe> vertical(OptionRight right, bool isSold)
{
    if (isSold)
        return { { right, -1, PickRule::Delta, 0.30 }, { right, 1, PickRule::Delta, 0.15, 0 } };
    return { { right, 1, PickRule::Delta, 0.50 }, { right, -1, PickRule::Delta, 0.30, 0 } };
}

std::vector<LegRecipe> ratio(OptionRight right, bool isSold)
{
    const int sign = isSold ? -1 : 1;
    return { { right, sign, PickRule::Delta, 0.50 },
             { right, -2 * sign, PickRule::Delta, 0.25, 0 } };
}

std::vector<LegRecipe> straddle(int count)
{
    return { { C, count, PickRule::Money }, { P, count, PickRule::SameStrike, 0, 0 } };
}

std::vector<LegRecipe> strangle(int count, double delta)
{
    return { { P, count, PickRule::Delta, delta }, { C, count, PickRule::Delta, delta } };
}

} // namespace

const std::vector<Recipe> &recipes()
{
    static const LegRecipe stock { {}, 1, PickRule::Underlying };
    static const std::vector<Recipe> all {
        { { Call, false }, { { C, 1, PickRule::Delta, 0.50 } } },
        { { Put, false }, { { P, 1, PickRule::Delta, 0.50 } } },
        { { Call, true }, { { C, -1, PickRule::Delta, 0.30 } } },
        { { Put, true }, { { P, -1, PickRule::Delta, 0.30 } } },
        { { CoveredCall, false }, { stock, { C, -1, PickRule::Delta, 0.30 } } },
        { { ProtectivePut, false }, { stock, { P, 1, PickRule::Delta, 0.30 } } },
        { { Collar, false },
          { stock, { P, 1, PickRule::Delta, 0.25 }, { C, -1, PickRule::Delta, 0.25 } } },
        { { CallVertical, false }, vertical(C, false) },
        { { PutVertical, false }, vertical(P, false) },
        { { PutVertical, true }, vertical(P, true) },
        { { CallVertical, true }, vertical(C, true) },
        { { Straddle, false }, straddle(1) },
        { { Straddle, true }, straddle(-1) },
        { { Strangle, false }, strangle(1, 0.30) },
        { { Strangle, true }, strangle(-1, 0.16) },
        { { CallButterfly, false }, butterfly(C) },
        { { PutButterfly, false }, butterfly(P) },
        { { IronButterfly, true }, ironButterfly() },
        { { IronCondor, true }, ironCondor() },
        { { CallCalendar, false }, calendar(C) },
        { { PutCalendar, false }, calendar(P) },
        { { CallDiagonal, false }, diagonal(C) },
        { { PutDiagonal, false }, diagonal(P) },
        { { CallRatio, false }, ratio(C, false) },
        { { PutRatio, false }, ratio(P, false) },
        { { CallRatio, true }, ratio(C, true) },
        { { PutRatio, true }, ratio(P, true) },
    };
    return all;
}

} // namespace tapeline::strategytemplates
