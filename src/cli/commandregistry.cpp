#include "barscommand.h"
#include "decodecommand.h"

namespace tapeline {

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<BarsCommand>());
    commands.push_back(std::make_unique<DecodeCommand>());
    return commands;
}

} // namespace tapeline
