#include "journalequity.h"

#include "equitycurve.h"
#include "keptevents.h"

namespace tapeline {

namespace {
constexpr qint64 linesAtOnce = 20'000;
}

Result<std::vector<EquityPoint>> readEquity(const JournalDatabase &journal, const QString &account)
{
    std::vector<EquityPoint> points;
    quint64 next = 1;
    for (;;) {
        const Result<std::vector<JournalLine>> lines
            = journal.lines(account, keptevents::equityStream, next, linesAtOnce);
        if (!lines)
            return lines.error();
        for (const JournalLine &line : *lines) {
            next = line.sequence + 1;
            const Result<EquityReport> report
                = equityPointFromText({ line.body.constData(), std::size_t(line.body.size()) });
            if (!report)
                continue;
            if (report->begins)
                points.clear();
            points.push_back(report->point);
        }
        if (qint64(lines->size()) < linesAtOnce)
            return points;
    }
}

} // namespace tapeline
