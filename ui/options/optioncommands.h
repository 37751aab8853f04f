#pragma once

namespace tapeline {

class CommandRegistry;
class OptionDesk;

/// What is done with the positions in options of the symbol at hand (symbolathand.h) by key, menu
/// and palette: closing what belongs together, rolling, adjusting. Once. options must outlive the
/// commands.
void addOptionCommands(CommandRegistry &commands, OptionDesk &options);

} // namespace tapeline
