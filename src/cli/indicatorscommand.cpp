#include "indicatorscommand.h"

#include "bartext.h"
#include "indicatorcolumns.h"
#include "indicatorfile.h"
#include "jsonline.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Values of an indicator's output, one a bar.
struct NamedColumn
{
    std::string name;
    std::vector<double> values;
};

Result<std::vector<NamedColumn>> columnsOf(std::span<const indicatorcolumns::Choice> choices,
                                           std::span<const IndicatorBar> bars)
{
    std::vector<NamedColumn> all;
    for (const indicatorcolumns::Choice &choice : choices) {
        Result<std::vector<std::vector<double>>> columns = runIndicator(choice.spec, bars);
        if (!columns)
            return columns.error();
        const std::vector<std::string> names = indicatorcolumns::names(choice);
        for (std::size_t i = 0; i < names.size(); ++i)
            all.push_back({ names[i], std::move((*columns)[i]) });
    }
    return all;
}

std::string jsonOf(const Candle &candle, std::span<const NamedColumn> columns, std::size_t row)
{
    JsonLine line = bartext::jsonOf(candle);
    for (const NamedColumn &column : columns) {
        if (std::isfinite(column.values[row]))
            line.addNumber(column.name, column.values[row]);
        else
            line.addNull(column.name);
    }
    return line.text();
}

/// Four decimals, and more below 1: at least four digits that count.
std::string textOf(double value)
{
    if (!std::isfinite(value))
        return "-";
    constexpr int digits = 4;
    constexpr int most = 12;
    const double size = std::abs(value);
    const int zeros = size > 0 && size < 1 ? int(std::ceil(-std::log10(size))) - 1 : 0;
    return QString::number(value, 'f', std::min(digits + zeros, most)).toStdString();
}

std::size_t widthOf(const NamedColumn &column)
{
    constexpr std::size_t least = 14;
    return std::max(least, column.name.size() + 2);
}

void appendColumn(std::string &row, const std::string &text, std::size_t width)
{
    row.append(text.size() < width ? width - text.size() : 1, ' ');
    row += text;
}

std::string headerOf(std::span<const NamedColumn> columns)
{
    std::string row = bartext::header();
    for (const NamedColumn &column : columns)
        appendColumn(row, column.name, widthOf(column));
    return row;
}

std::string rowOf(const Candle &candle, std::span<const NamedColumn> columns, std::size_t row)
{
    std::string text = bartext::toRow(candle);
    for (const NamedColumn &column : columns) {
        appendColumn(text, textOf(column.values[row]), widthOf(column));
    }
    return text;
}

} // namespace

QString IndicatorsCommand::name() const
{
    return u"indicators"_s;
}

QString IndicatorsCommand::summary() const
{
    return u"Adds columns of indicators to bars."_s;
}

QString IndicatorsCommand::synopsis() const
{
    return u"FILE --INDICATOR N,... [...] [--symbol S] [--json]\n"
           "       tapeline-cli indicators --list [--json]"_s;
}

QList<QCommandLineOption> IndicatorsCommand::options() const
{
    return QList<QCommandLineOption> {
        QCommandLineOption(u"symbol"_s, u"Which symbol, where the file holds several."_s, u"S"_s),
        QCommandLineOption(u"list"_s, u"What each indicator's values are, and their limits."_s)
    }
    + indicatorcolumns::options();
}

QString IndicatorsCommand::notes() const
{
    return u"FILE is bars as CSV, plain, .gz or .zst; - is standard input. It needs open, high, "
           "low, close, volume and\nwindow_start (or timestamp); vwap is read where it is.\n\n"
           "An indicator may come several times: --sma 20 --sma 50. Values that are left out are "
           "as --list says;\n--rsi= takes them all as they are. Choices are given by their "
           "numbers.\n\n"
           "With --json a line is the bar, {\"t\",\"o\",\"h\",\"l\",\"c\",\"v\",\"vw\",\"n\"}, and "
           "a field an output: the first has the\nname of the indicator with its values, "
           "macd_12_26_9, the others their own after that, macd_12_26_9_signal.\nA field is null "
           "before the indicator's first value and where it has none.\n\n"
           "Each value stands at the bar that gave it, also where charts draw it ahead or back "
           "(ichimoku, fractals).\nBars of which no two are of one trading day are whole days: "
           "each is a session of its own."_s;
}

ExitCode IndicatorsCommand::run(const QCommandLineParser &arguments, Console &console)
{
    const auto wrong = [&console](const QString &sentence) {
        return console.wrongUsage(sentence + u" See `tapeline-cli indicators --help`."_s);
    };
    const bool json = arguments.isSet(u"json"_s);
    const QStringList files = arguments.positionalArguments();
    if (arguments.isSet(u"list"_s)) {
        for (const std::string &line : indicatorcolumns::list(json))
            console.print(line);
        return ExitCode::Success;
    }
    if (files.isEmpty())
        return wrong(u"FILE is missing."_s);
    if (files.size() > 1)
        return wrong(u"\"%1\" is one argument too many."_s.arg(files[1]));
    const auto choices = indicatorcolumns::read(arguments);
    if (!choices)
        return wrong(choices.error().detail);
    if (choices->empty())
        return wrong(u"No indicator was asked for, such as --sma 20."_s);

    const Result<IndicatorFile> file
        = readIndicatorFile(files.first(), arguments.value(u"symbol"_s));
    if (!file)
        return console.fail(u"%1: %2."_s.arg(files.first(), file.error().detail));
    const auto columns = columnsOf(*choices, file->bars);
    if (!columns)
        return console.fail(u"%1: %2."_s.arg(files.first(), columns.error().detail));
    if (!json)
        console.print(headerOf(*columns));
    for (std::size_t row = 0; row < file->candles.size(); ++row) {
        const Candle &candle = file->candles[row];
        console.print(json ? jsonOf(candle, *columns, row) : rowOf(candle, *columns, row));
    }
    return ExitCode::Success;
}

} // namespace tapeline
