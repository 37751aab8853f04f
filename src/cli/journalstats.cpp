#include "journalstats.h"

#include "jsonline.h"
#include "performancefigures.h"
#include "statistictext.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A figure as a field of JSON: exact where it is, null where it is undefined.
struct ToJson
{
    JsonLine &line;
    std::string_view key;

    void operator()(std::monostate) const { line.addNull(key); }
    void operator()(qint64 count) const { line.add(key, count); }
    void operator()(Money amount) const { line.add(key, amount); }
    void operator()(Duration time) const { (*this)(std::chrono::duration<double>(time).count()); }
    void operator()(double value) const
    {
        if (std::isfinite(value))
            line.addNumber(key, value);
        else
            line.addNull(key);
    }
};

void addText(JsonLine &line, std::string_view key, const QString &text)
{
    if (text.isEmpty())
        line.addNull(key);
    else
        line.addText(key, text);
}

void printJson(const JournalChoice &choice, const JournalRequest &request,
               const PerformanceFigures &figures, qint64 open, Console &console)
{
    JsonLine line;
    addText(line, "account", choice.account());
    addText(line, "from", request.from.toString(Qt::ISODate));
    addText(line, "to", request.to.toString(Qt::ISODate));
    line.add("open", open);
    for (const MetricInfo &info : performanceMetrics()) {
        const MetricValue value = info.value(figures);
        std::visit(ToJson { line, info.key }, value);
        if (info.metric == PerformanceMetric::ProfitFactor)
            line.add("profit_factor_infinite", std::isinf(metricNumber(value).value_or(0)));
    }
    console.print(line.text());
}

void printTable(const PerformanceFigures &figures, qint64 open, Console &console)
{
    for (const MetricInfo &info : performanceMetrics())
        console.print(u"%1 %2"_s.arg(statistictext::name(info.metric), -30)
                          .arg(statistictext::value(info.metric, figures, QLocale::c()), 16));
    if (open > 0)
        console.print(u"%1 %2"_s.arg(u"Still open, in no figure"_s, -30).arg(open, 16));
}

} // namespace

ExitCode runJournalStats(const JournalRequest &request, Console &console)
{
    const Result<JournalChoice> choice = loadChoice(request, false);
    if (!choice)
        return console.fail(u"The journal cannot be read: %1."_s.arg(choice.error().detail));
    const PerformanceFigures figures
        = performanceFigures(choice->studied(), choice->equity(), request.isOfPeriod());
    const qint64 open = std::count_if(choice->trades().begin(), choice->trades().end(),
                                      [](const TradeRecord *trade) { return trade->isOpen(); });
    if (request.json)
        printJson(*choice, request, figures, open, console);
    else
        printTable(figures, open, console);
    return ExitCode::Success;
}

} // namespace tapeline
