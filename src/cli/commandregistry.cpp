#include "barscommand.h"

namespace tapeline {

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<BarsCommand>());
    return commands;
}

} // namespace tapeline
