#pragma once

#include "result.h"

#include <QStringView>

#include <string_view>

namespace tapeline {

/// Decimal text to and from counts of 10^-decimals, shared by Price, Qty and Money.
namespace decimaltext {

/// Strict: an optional sign, digits, an optional point with digits, such as "101.25"; at most
/// `decimals` fraction digits. Malformed on anything else (exponents, spaces, separators), Overflow
/// when it does not fit. Never rounds.
Result<qint64> parse(QStringView text, int decimals);

struct FeedNumber
{
    qint64 units = 0;
    bool rounded = false; ///< the text had more digits than fit; rounded half to even (V-22)
};

/// What feeds send: as parse(), with exponents ("3.7e+07") and any number of digits.
Result<FeedNumber> parseFeed(std::string_view text, int decimals);

/// Shortest exact text with at least minDecimals fraction digits: 1012500000000 -> "101.25".
QString format(qint64 units, int decimals, int minDecimals = 0);

/// The same, appended to out as ASCII, for encoders.
void append(std::string &out, qint64 units, int decimals, int minDecimals = 0);

} // namespace decimaltext
} // namespace tapeline
