#pragma once

#include "walkmodel.h"

#include <vector>

namespace tapeline {

/// A simulated pair of coins.
struct SandboxCoin
{
    WalkTraits walk;
    QString name; ///< "Bitcoin - United States dollar"
    QString base; ///< "BTC"
    QString baseName; ///< "Bitcoin"
    double levelCoins = 0.03; ///< what rests at an ordinary price of a book
};

/// Bitcoin, ether and solana in dollars: the same list on every run.
const std::vector<SandboxCoin> &sandboxCoins();

} // namespace tapeline
