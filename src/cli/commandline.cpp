#include "commandline.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int indent = 2;
constexpr int nameWidth = 24;

QList<QCommandLineOption> commonOptions()
{
    return { QCommandLineOption(u"json"_s,
                                u"Print machine-readable results: JSON, one object a line."_s),
             QCommandLineOption({ u"h"_s, u"help"_s }, u"Print this help."_s) };
}

QString helpRow(const QString &name, const QString &description)
{
    return QString(indent, u' ') + name.leftJustified(nameWidth) + u' ' + description;
}

QString helpRow(const QCommandLineOption &option)
{
    QStringList names;
    for (const QString &name : option.names())
        names += (name.size() == 1 ? u"-"_s : u"--"_s) + name;
    const QString value = option.valueName().isEmpty() ? QString() : u' ' + option.valueName();
    return helpRow(names.join(u", "_s) + value, option.description());
}

void printHelp(const Command &command, Console &console)
{
    console.print(QString(u"Usage: tapeline-cli "_s + command.name() + u' ' + command.synopsis()));
    console.print(command.summary());
    console.print(u"\nOptions:"_s);
    for (const QCommandLineOption &option : command.options() + commonOptions())
        console.print(helpRow(option));
    if (!command.notes().isEmpty())
        console.print(QString(u'\n' + command.notes()));
}

void printHelp(const std::vector<std::unique_ptr<Command>> &commands, Console &console)
{
    console.print(u"Usage: tapeline-cli COMMAND [ARGUMENTS]"_s);
    console.print(u"Tapeline's engine without a window.\n\nCommands:"_s);
    for (const std::unique_ptr<Command> &command : commands)
        console.print(helpRow(command->name(), command->summary()));
    console.print(
        u"\n`tapeline-cli COMMAND --help` explains one. Results go to standard output, messages to "
        "standard error. Exit codes: 0 done, 1 failed, 2 wrong usage."_s);
}

ExitCode runCommand(Command &command, const QStringList &arguments, Console &console)
{
    QCommandLineParser parser;
    parser.addOptions(command.options() + commonOptions());
    if (!parser.parse(arguments)) {
        return console.wrongUsage(
            u"%1: %2 See `tapeline-cli %1 --help`."_s.arg(command.name(), parser.errorText()));
    }
    if (parser.isSet(u"help"_s)) {
        printHelp(command, console);
        return ExitCode::Success;
    }
    return command.run(parser, console);
}

ExitCode dispatch(const QStringList &arguments, Console &console)
{
    const std::vector<std::unique_ptr<Command>> commands = allCommands();
    const QString name = arguments.value(1);
    if (name == "--help"_L1 || name == "-h"_L1 || name == "help"_L1) {
        printHelp(commands, console);
        return ExitCode::Success;
    }
    if (name == "--version"_L1) {
        console.print(u"tapeline-cli " TAPELINE_VERSION ""_s);
        return ExitCode::Success;
    }
    const auto isNamed = [&name](const auto &command) { return command->name() == name; };
    const auto command = std::ranges::find_if(commands, isNamed);
    if (command != commands.end())
        return runCommand(**command, arguments.mid(1), console);
    if (name.isEmpty())
        return console.wrongUsage(u"No command given. See `tapeline-cli --help`."_s);
    return console.wrongUsage(
        u"There is no command \"%1\". See `tapeline-cli --help`."_s.arg(name));
}

} // namespace

ExitCode runCommandLine(const QStringList &arguments, Console &console)
{
    const ExitCode code = dispatch(arguments, console);
    if (!console.flush() && code == ExitCode::Success)
        return console.fail(u"The results could not be written."_s);
    return code;
}

} // namespace tapeline
