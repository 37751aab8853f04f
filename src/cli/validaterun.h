#pragma once

#include "assetclass.h"
#include "dataquality.h"
#include "result.h"
#include "splitjumps.h"
#include "timeframe.h"

#include <map>
#include <optional>

namespace tapeline {

/// What is to be validated, and what it is claimed to be.
struct ValidateRequest
{
    QString path;
    QString quotes; ///< of trades; may be empty
    QString symbol; ///< only this one; empty: all
    std::optional<Timeframe> timeframe; ///< needed for bars
    std::optional<AssetClass> assetClass; ///< nothing: as the symbols read
    bool adjusted = true;
    bool isInShares = false; ///< sizes of quotes, of whatever date; else as the live service's
    std::map<QString, std::vector<ShareSplit>> splits;
    Timestamp now {}; ///< nothing is later
};

/// What was found of one symbol.
struct SymbolQuality
{
    QString symbol; ///< empty where the file names none
    DataQuality quality;
};

/// Known splits of a file with the columns ticker, execution_date, split_from and split_to.
Result<std::map<QString, std::vector<ShareSplit>>> readSplits(const QString &path);

/// Reads a file of bars, trades or quotes, as its columns say, and judges it; symbols in the order
/// in which the file begins them. InvalidArgument where the request does not fit the file.
Result<std::vector<SymbolQuality>> validateFile(const ValidateRequest &request);

} // namespace tapeline
