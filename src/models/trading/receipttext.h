#pragma once

#include "orderlog.h"

#include <QLocale>
#include <QStringList>

#include <vector>

namespace tapeline {

/// A part of a receipt: lines for people under a heading.
struct ReceiptPart
{
    QString heading;
    QStringList lines {};

    friend bool operator==(const ReceiptPart &, const ReceiptPart &) = default;
};

/// What an order was, what happened to it, and what each of its fills rests on. Times are Eastern.
namespace receipttext {

/// The order in one line: "Buy 100 SPY limit 512.30, Day".
QString title(const OrderLine &order, const QLocale &locale = {});
/// Its life, then a part for every fill. `order` is of this log.
std::vector<ReceiptPart> parts(const OrderLine &order, const OrderLog &log,
                               const QLocale &locale = {});
/// What the evidence of one fill says, a line each; times of another day than this one say theirs.
QStringList evidence(const FillLine &fill, Timestamp day, const QLocale &locale = {});
/// An answer to "why not yet?" as a sentence.
QString waiting(const Reason &reason);

} // namespace receipttext
} // namespace tapeline
