#include "price.h"

#include "wideinteger.h"

namespace tapeline {

Price Price::fromDouble(double value)
{
    return Price(unitsFromDouble(value, unitsPerOne));
}

} // namespace tapeline
