#include "benchrows.h"

#include "rows.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

const std::vector<BenchRow> &benchRows()
{
    static const std::vector<BenchRow> rows {
        { u"decode"_s, bench::decode },
        { u"socket to market state"_s, bench::socketToState },
        { u"state per event"_s, bench::statePerEvent },
    };
    return rows;
}

} // namespace tapeline
