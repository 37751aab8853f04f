#pragma once

#include "result.h"

#include <QString>

#include <vector>

namespace tapeline {

/// How configurations write a model: a word, and numbers after a colon: "per_share:0.005,1.00,1".
struct ModelText
{
    QString word;
    std::vector<qint64> millionths; ///< each 0 to a million millions

    /// Malformed when a number is none, is negative, or has more than six decimals.
    static Result<ModelText> parse(QStringView text);
};

} // namespace tapeline
