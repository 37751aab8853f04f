#include "barscommand.h"
#include "cachecommand.h"
#include "chaincommand.h"
#include "connectioncommand.h"
#include "cvdcommand.h"
#include "decodecommand.h"
#include "footprintcommand.h"
#include "greekscommand.h"
#include "indicatorscommand.h"
#include "ivcommand.h"
#include "journalcommand.h"
#include "papercommand.h"
#include "profilecommand.h"
#include "servecommand.h"
#include "validatecommand.h"

namespace tapeline {

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<BarsCommand>());
    commands.push_back(std::make_unique<CacheCommand>());
    commands.push_back(std::make_unique<ChainCommand>());
    commands.push_back(std::make_unique<ConnectionCommand>());
    commands.push_back(std::make_unique<CvdCommand>());
    commands.push_back(std::make_unique<DecodeCommand>());
    commands.push_back(std::make_unique<FootprintCommand>());
    commands.push_back(std::make_unique<GreeksCommand>());
    commands.push_back(std::make_unique<IndicatorsCommand>());
    commands.push_back(std::make_unique<IvCommand>());
    commands.push_back(std::make_unique<JournalCommand>());
    commands.push_back(std::make_unique<PaperCommand>());
    commands.push_back(std::make_unique<ProfileCommand>());
    commands.push_back(std::make_unique<ServeCommand>());
    commands.push_back(std::make_unique<ValidateCommand>());
    return commands;
}

} // namespace tapeline
