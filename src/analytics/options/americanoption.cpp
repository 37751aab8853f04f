#include "americanoption.h"

#include "blackscholes.h"
#include "exercisepremium.h"
#include "mirroredput.h"
#include "optiontree.h"

namespace tapeline {

namespace {

using namespace optionmodel;
using americanoption::Precision;

const Collocation &collocationOf(Precision precision)
{
    return precision == Precision::Fast ? Collocation::fast() : Collocation::exact();
}

} // namespace

americanoption::Method americanoption::methodOf(const OptionInputs &inputs)
{
    if (inputs.years <= 0 || isHeldToExpiry(inputs))
        return Method::HeldToExpiry;
    return ExerciseBoundary::isFound(MirroredPut(inputs).terms()) ? Method::Boundary : Method::Tree;
}

Result<double> americanoption::price(const OptionInputs &inputs, Precision precision)
{
    if (const Result<void> checked = check(inputs); !checked)
        return checked.error();
    if (inputs.years <= 0)
        return intrinsic(inputs);
    const Result<double> european = blackscholes::price(inputs);
    if (isHeldToExpiry(inputs))
        return european;
    const MirroredPut put(inputs);
    if (!ExerciseBoundary::isFound(put.terms()))
        return precision == Precision::Fast ? optiontree::price(inputs)
                                            : optiontree::extrapolatedPrice(inputs);
    const ExerciseBoundary boundary(put.terms(), collocationOf(precision));
    return put.price(*european, PremiumIntegral(put.terms(), boundary.collocation()),
                     PremiumCurve::of(boundary));
}

Result<OptionValue> americanoption::value(const OptionInputs &inputs, Precision precision)
{
    if (const Result<void> checked = check(inputs); !checked)
        return checked.error();
    if (inputs.years <= 0)
        return expired(inputs);
    const Result<OptionValue> european = blackscholes::value(inputs);
    if (isHeldToExpiry(inputs))
        return european;
    const MirroredPut put(inputs);
    if (!ExerciseBoundary::isFound(put.terms()))
        return optiontree::value(inputs,
                                 precision == Precision::Fast ? optiontree::chainSteps : 1'001);
    const ExerciseBoundary boundary(put.terms(), collocationOf(precision));
    return put.value(*european, PremiumIntegral(put.terms(), boundary.collocation()),
                     PremiumCurve::sloped(boundary, put.carry()));
}

} // namespace tapeline
