#include "fillfile.h"
#include "filltext.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace tapeline;

const Timestamp now = std::chrono::sys_days(std::chrono::year(2026) / 11 / 22);
const Timestamp earliest = std::chrono::sys_days(std::chrono::year(1990) / 1 / 1);

bool isSound(const FillFile &file)
{
    Timestamp last = Timestamp::min();
    for (const ImportedFill &fill : file.fills) {
        if (fill.at < last || fill.at < earliest || fill.at > now || fill.symbol.isEmpty()
            || fill.qty <= Qty() || fill.price < Price() || fill.multiplier < 1
            || !notional(fill.price, fill.qty, fill.multiplier))
            return false;
        last = fill.at;
    }
    for (const FillFileProblem &problem : file.problems) {
        if (problem.line < 1 || FillText::problem(problem).isEmpty())
            return false;
    }
    return (file.badLines == 0) == file.problems.empty();
}

} // namespace

// Whatever a file is, fills ascend and are such as an account can hold, bad lines are named, and
// reading it twice gives the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const Result<OpenedFillFile> opened = fillfile::open(bytes);
    if (!opened)
        return 0;
    for (const DateOrder dates : { DateOrder::ByFile, DateOrder::DayFirst }) {
        FillMapping mapping = opened->mapping;
        mapping.dates = dates;
        mapping.zone = QStringLiteral("America/New_York");
        const Result<FillFile> file = fillfile::read(*opened, mapping, now);
        if (!file)
            continue;
        const Result<FillFile> again = fillfile::read(*opened, mapping, now);
        if (!isSound(*file) || again->fills != file->fills || again->problems != file->problems) {
            std::fprintf(stderr, "unsound fills\n");
            std::abort();
        }
    }
    return 0;
}
