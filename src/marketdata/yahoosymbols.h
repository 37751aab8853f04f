#pragma once

#include <QString>

#include <optional>

namespace tapeline {

/// The service's symbol as Yahoo Finance writes it: BRK.B is BRK-B there, X:BTCUSD BTC-USD,
/// C:EURUSD EURUSD=X, I:SPX ^GSPC. Nothing for options, futures and indices but the best-known
/// ones.
std::optional<QString> yahooSymbol(const QString &symbol);

} // namespace tapeline
