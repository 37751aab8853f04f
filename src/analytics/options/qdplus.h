#pragma once

#include "exerciseboundary.h"

namespace tapeline {

/// An approximation of a put's exercise boundary from one equation at a time, without an integral:
/// Li, Analytical Approximations for the Critical Stock Prices of American Options (2009). Where an
/// exact one starts from.
namespace qdplus {

/// The logarithm of the boundary, terms.years before expiry, searched below a boundary of less
/// time.
double logBoundary(const BoundaryTerms &terms, double logAbove);
/// The logarithm of the boundary of a put that never expires (Merton 1973): no boundary is lower.
double logPerpetual(const BoundaryTerms &terms);

} // namespace qdplus
} // namespace tapeline
