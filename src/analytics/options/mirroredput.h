#pragma once

#include "exercisepremium.h"
#include "optionmodel.h"

namespace tapeline {

/// An American option as a put of strike 1: a put divided by its strike; a call by its spot, with
/// spot and strike, rate and yield exchanged (McDonald and Schroder, A Parity Result for American
/// Options, 1998). Holds the option's inputs; after optionmodel::check(), before expiry.
class MirroredPut
{
public:
    explicit MirroredPut(const OptionInputs &inputs);

    const BoundaryTerms &terms() const { return m_terms; }
    PremiumCurve::Carry carry() const;

    /// The option's value from that of the European one, with an integral and a curve of terms().
    double price(double european, const PremiumIntegral &integral, const PremiumCurve &curve) const;
    OptionValue value(const OptionValue &european, const PremiumIntegral &integral,
                      const PremiumCurve &curve) const;

private:
    bool isExercised(const PremiumCurve &curve) const;
    double unit() const;

    OptionInputs m_inputs;
    BoundaryTerms m_terms;
    double m_spot; ///< of the put of strike 1
};

} // namespace tapeline
