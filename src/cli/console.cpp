#include "console.h"

#include <cstdio>

namespace tapeline {

void Console::print(std::string_view line)
{
    std::fwrite(line.data(), 1, line.size(), stdout);
    std::fputc('\n', stdout);
}

void Console::print(const QString &line)
{
    const QByteArray utf8 = line.toUtf8();
    print(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
}

void Console::say(const QString &message)
{
    std::fprintf(stderr, "tapeline-cli: %s\n", qUtf8Printable(masked(message)));
}

ExitCode Console::fail(const QString &message)
{
    say(message);
    return ExitCode::Failure;
}

ExitCode Console::wrongUsage(const QString &message)
{
    say(message);
    return ExitCode::Usage;
}

bool Console::flush()
{
    return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

} // namespace tapeline
