#pragma once

#include "optionchain.h"
#include "snapshotdecoder.h"

namespace tapeline {

/// A contract of a chain as the service tells it.
namespace snapshotcontract {

/// Without a market. underlying: as the chain is called, "I:SPX". Call or put: what is neither is
/// nobody's to show.
ChainContract of(const OptionDetails &details, const QString &underlying);
/// Volume, previous close, open interest and the service's Greeks of a row that has option.
void addFigures(ChainContract &contract, const UniversalSnapshot &row);
/// Its last quote, where it has one.
void addQuote(ChainContract &contract, const UniversalSnapshot &row);
/// Its last trade when it is newer; the day's close while there is none.
void addTrade(ChainContract &contract, const UniversalSnapshot &row);

} // namespace snapshotcontract
} // namespace tapeline
