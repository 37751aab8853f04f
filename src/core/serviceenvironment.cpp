#include "serviceenvironment.h"

#include <array>

namespace tapeline::serviceenvironment {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Variable
{
    const char *name;

    QString title() const { return QString::fromLatin1(name); }
    QString text() const { return qEnvironmentVariable(name).trimmed(); }
};

// Massive.com was Polygon.io
constexpr std::array keyVariables { Variable { "MASSIVE_API_KEY" },
                                    Variable { "POLYGON_API_KEY" } };
constexpr std::array planVariables { Variable { "MASSIVE_TIER" }, Variable { "POLYGON_TIER" } };

} // namespace

Key key()
{
    for (const Variable &variable : keyVariables)
        if (const QString text = variable.text(); !text.isEmpty())
            return { text, variable.title() };
    return {};
}

Plans plans()
{
    Plans found;
    QStringList complaints;
    for (const Variable &variable : planVariables) {
        const QString text = variable.text();
        if (text.isEmpty())
            continue;
        const Result<PlanSet> read = planSetFromText(text);
        if (read) {
            found.value = *read;
            found.variable = variable.title();
            break;
        }
        found.ignored += variable.title();
        complaints += u"%1 is ignored: %2."_s.arg(variable.title(), read.error().detail);
    }
    found.complaint = complaints.join(u' ');
    return found;
}

} // namespace tapeline::serviceenvironment
