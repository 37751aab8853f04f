#pragma once

#include "capabilities.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace tapeline {

/// What the service answered when it was asked what a key opens, for one product.
struct ProbeFinding
{
    enum class Verdict : quint8 {
        Works, ///< with the plan in `plan`
        KeyRefused, ///< 401: the key is unknown, for every product
        PlanLacks, ///< the chosen plan is above what the key has; `plan` is what answers
        NotOffered, ///< this server does not have the product at all (404 without a body)
        NoNetwork, ///< no answer
        RateLimited, ///< asked too often, and again after waiting
        ServiceFailed ///< an answer that is none: HTML, half a body, 5xx
    };

    Product product = Product::Stocks;
    Verdict verdict = Verdict::NoNetwork;
    /// The best plan that was seen to answer; nothing when none was or it was not asked.
    std::optional<Plan> plan;
    QString detail; ///< in English, for the log and the tool tip; never holds the key
};

using ProbeFindings = QList<ProbeFinding>;

} // namespace tapeline

Q_DECLARE_METATYPE(tapeline::ProbeFinding)
