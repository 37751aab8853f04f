#include "benchrows.h"

#include "rows.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

const std::vector<BenchRow> &benchRows()
{
    static const std::vector<BenchRow> rows {
        { u"decode"_s, bench::decode },
    };
    return rows;
}

} // namespace tapeline
