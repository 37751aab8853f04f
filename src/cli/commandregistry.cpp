#include "barscommand.h"
#include "connectioncommand.h"
#include "decodecommand.h"
#include "papercommand.h"
#include "servecommand.h"

namespace tapeline {

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<BarsCommand>());
    commands.push_back(std::make_unique<ConnectionCommand>());
    commands.push_back(std::make_unique<DecodeCommand>());
    commands.push_back(std::make_unique<PaperCommand>());
    commands.push_back(std::make_unique<ServeCommand>());
    return commands;
}

} // namespace tapeline
