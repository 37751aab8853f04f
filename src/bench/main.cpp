#include "benchrows.h"
#include "curve.h"
#include "memoryrow.h"
#include "meteredapplication.h"

#include <QCommandLineParser>

#include <cstdio>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The rows whose name begins with one of the names asked for; without any all of them, those on
/// demand only for the list.
std::vector<BenchRow> chosenRows(const QStringList &names, bool isList)
{
    std::vector<BenchRow> chosen;
    for (const BenchRow &row : benchRows()) {
        const bool wanted = std::any_of(names.begin(), names.end(), [&](const QString &name) {
            return row.name.startsWith(name);
        });
        if (wanted || (names.isEmpty() && (isList || !row.onDemand)))
            chosen.push_back(row);
    }
    return chosen;
}

/// Curves into a folder, with their points on the terminal.
int drawCurves(const QString &folder)
{
    for (const Curve &curve : measureCurves()) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(curve.title));
        for (const Curve::Point &point : curve.points)
            std::fprintf(stderr, "  %10g %s: %.4g %s\n", point.x, qUtf8Printable(curve.xTitle),
                         point.y, qUtf8Printable(curve.yTitle));
        if (!draw(curve, folder)) {
            std::fprintf(stderr, "tapeline-bench: %s cannot be written to\n",
                         qUtf8Printable(folder));
            return 1;
        }
    }
    return 0;
}

bool missedAny(const Measurements &measurements)
{
    return std::any_of(measurements.begin(), measurements.end(), [](const Measurement &m) {
        return m.verdict() == Measurement::Verdict::Missed;
    });
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    MeteredApplication app(argc, argv);
    QApplication::setApplicationVersion(QStringLiteral(TAPELINE_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Measures what README's budget table asks for, each row beside a peer in the same run."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"name"_s, u"Only rows whose name begins so."_s, u"[NAME ...]"_s);
    const QCommandLineOption list(u"list"_s, u"Lists the rows."_s);
    const QCommandLineOption json(u"json"_s, u"Prints the figures as one JSON object."_s);
    const QCommandLineOption check(u"check"_s, u"Fails when a figure is below its floor."_s);
    const QCommandLineOption curves(
        u"curves"_s, u"Draws how costs grow, as curve-*.svg into this folder, and leaves."_s,
        u"folder"_s);
    QCommandLineOption deskMemory(u"desk-memory"_s); // the row "memory" starts it
    deskMemory.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({ list, json, check, curves, deskMemory });
    parser.process(app);
    if (parser.isSet(deskMemory))
        return measureDeskMemory(app, parser.positionalArguments());
    if (parser.isSet(curves))
        return drawCurves(parser.value(curves));

    const std::vector<BenchRow> rows = chosenRows(parser.positionalArguments(), parser.isSet(list));
    if (rows.empty()) {
        std::fputs("tapeline-bench: there is no such row; --list shows them\n", stderr);
        return 2;
    }
    Measurements all;
    for (const BenchRow &chosen : rows) {
        if (parser.isSet(list)) {
            std::puts(qUtf8Printable(chosen.name));
            continue;
        }
        const Measurements own = chosen.measure();
        std::fputs(qUtf8Printable(tableText(own)), stderr);
        all.insert(all.end(), own.begin(), own.end());
    }
    if (parser.isSet(json))
        std::fputs(toJson(all).constData(), stdout);
    return parser.isSet(check) && missedAny(all) ? 1 : 0;
}
