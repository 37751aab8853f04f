#pragma once

#include "capabilities.h"
#include "probefinding.h"
#include "restprovider.h"

#include <QString>
#include <QUrlQuery>

#include <optional>

namespace tapeline {

/// Which requests tell what a key opens, and what their answers say (massive-api.md 1.3, 1.5).
namespace probequestions {

struct Question
{
    QString path;
    QUrlQuery query;
};

/// What only this plan of the product and the ones above it open. symbol: what an answer to a
/// question below it named (an option's or a future's contract), where the product needs one.
/// Nothing when no request tells the plan apart from the one below it, or the symbol is missing.
std::optional<Question> questionFor(Product product, Plan plan, const QString &symbol);

/// Whether the product's best plan is told from the next by recent data, not by a request.
constexpr bool isToldByRecency(Product product)
{
    return product == Product::Indices || product == Product::Futures;
}

struct Answer
{
    /// Works: it was opened; PlanLacks: it was not.
    ProbeFinding::Verdict verdict = ProbeFinding::Verdict::Works;
    bool realTime = false; ///< it holds data that says so of itself
    QString symbol {}; ///< of its first row; empty when it has none
    QString detail {}; ///< why it was not opened
};

Answer read(const RestReply &reply);

} // namespace probequestions
} // namespace tapeline
