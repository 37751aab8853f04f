#include "indicatorcolumns.h"

#include "jsonline.h"

#include <QDateTime>
#include <QHash>
#include <QTimeZone>

#include <algorithm>

namespace tapeline::indicatorcolumns {

using namespace Qt::Literals::StringLiterals;

namespace {

using Kind = IndicatorParameter::Kind;

Error wrong(const QString &sentence)
{
    return { Error::Code::InvalidArgument, sentence };
}

QString textOf(const char *text)
{
    return QString::fromUtf8(text);
}

/// A number, or for an instant also "2026-01-05T14:30:00Z"; UTC where no offset is given.
std::optional<double> parse(const QString &text, Kind kind)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (isNumber)
        return value;
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    if (kind != Kind::Instant || !time.isValid())
        return std::nullopt;
    return double(time.toMSecsSinceEpoch()) / 1'000;
}

Result<Choice> readOne(const IndicatorInfo &info, const QString &text)
{
    Choice choice { { textOf(info.id), {} }, textOf(info.id) };
    const QStringList parts = text.isEmpty() ? QStringList() : text.split(u',');
    if (std::size_t(parts.size()) > info.parameters.size())
        return wrong(
            u"--%1 takes at most %2 values."_s.arg(choice.name).arg(info.parameters.size()));
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const IndicatorParameter &parameter = info.parameters[std::size_t(i)];
        const std::optional<double> value = parse(parts[i].trimmed(), parameter.kind);
        if (!value)
            return wrong(u"--%1: \"%2\" is no number."_s.arg(textOf(info.id), parts[i]));
        choice.spec.parameters.push_back(*value);
        choice.name += u'_' + parts[i].trimmed();
    }
    const Result<std::vector<double>> checked = indicatorParameters(choice.spec);
    if (!checked)
        return wrong(u"--%1: %2."_s.arg(textOf(info.id), checked.error().detail));
    return choice;
}

/// "length 1 to 1000 (20)".
QString describe(const IndicatorParameter &parameter)
{
    const auto number = [](double value) { return QString::number(value, 'g', 12); };
    QString text = textOf(parameter.id);
    if (!parameter.choices.empty()) {
        QStringList choices;
        for (std::size_t i = 0; i < parameter.choices.size(); ++i)
            choices << u"%1 %2"_s.arg(i).arg(textOf(parameter.choices[i]));
        text += u": "_s + choices.join(u", "_s);
    } else if (parameter.kind == Kind::Flag) {
        text += u": 0 no, 1 yes"_s;
    } else if (parameter.kind == Kind::Instant) {
        text += u": seconds since 1970, or as 2026-01-05T14:30:00Z"_s;
    } else {
        text += u": %1 to %2"_s.arg(number(parameter.least), number(parameter.most));
    }
    return text + u" (%1)"_s.arg(number(parameter.initial));
}

std::string jsonOf(const IndicatorInfo &info)
{
    std::vector<JsonLine> parameters;
    for (const IndicatorParameter &parameter : info.parameters) {
        JsonLine line;
        line.add("id", parameter.id).addNumber("initial", parameter.initial);
        line.addNumber("least", parameter.least).addNumber("most", parameter.most);
        parameters.push_back(line);
    }
    std::vector<JsonLine> outputs;
    for (const IndicatorOutput &output : info.outputs)
        outputs.push_back(JsonLine().add("id", output.id));
    JsonLine line;
    line.add("id", info.id).add("name", info.name);
    line.add("parameters", std::span<const JsonLine>(parameters));
    return line.add("outputs", std::span<const JsonLine>(outputs)).text();
}

std::string describe(const IndicatorInfo &info)
{
    QString text = u"--%1  %2"_s.arg(textOf(info.id), textOf(info.name));
    for (const IndicatorParameter &parameter : info.parameters)
        text += u"\n      "_s + describe(parameter);
    return text.toStdString();
}

} // namespace

QList<QCommandLineOption> options()
{
    QList<QCommandLineOption> all;
    for (const IndicatorInfo *info : allIndicators()) {
        QStringList ids;
        for (const IndicatorParameter &parameter : info->parameters)
            ids << textOf(parameter.id);
        const QString description = textOf(info->name) + u'.';
        all << (ids.isEmpty()
                    ? QCommandLineOption(textOf(info->id), description)
                    : QCommandLineOption(textOf(info->id),
                                         description + u" Values: "_s + ids.join(u", "_s) + u'.',
                                         u"N,..."_s));
    }
    return all;
}

Result<std::vector<Choice>> read(const QCommandLineParser &arguments)
{
    std::vector<Choice> choices;
    QHash<QString, qsizetype> used;
    for (const QString &option : arguments.optionNames()) {
        const IndicatorInfo *info = findIndicator(option);
        if (!info)
            continue;
        const QStringList values = arguments.values(option);
        const QString text = info->parameters.empty() ? QString() : values.value(used[option]++);
        const Result<Choice> choice = readOne(*info, text);
        if (!choice)
            return choice.error();
        if (std::ranges::find(choices, choice->name, &Choice::name) == choices.end())
            choices.push_back(*choice);
    }
    return choices;
}

std::vector<std::string> names(const Choice &choice)
{
    std::vector<std::string> all;
    for (const IndicatorOutput &output : findIndicator(choice.spec.id)->outputs)
        all.push_back(choice.name.toStdString()
                      + (all.empty() ? std::string() : '_' + std::string(output.id)));
    return all;
}

std::vector<std::string> list(bool json)
{
    std::vector<std::string> lines;
    for (const IndicatorInfo *info : allIndicators())
        lines.push_back(json ? jsonOf(*info) : describe(*info));
    return lines;
}

} // namespace tapeline::indicatorcolumns
