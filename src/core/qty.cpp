#include "qty.h"

#include "wideinteger.h"

namespace tapeline {

Qty Qty::fromDouble(double value)
{
    return Qty(unitsFromDouble(value, unitsPerOne));
}

} // namespace tapeline
