#pragma once

namespace tapeline {

class CommandRegistry;

/// What can be done with the options flow from the palette and by a shortcut: with the one that has
/// the focus, else with the first that is shown. Adding them again changes nothing.
void addOptionFlowCommands(CommandRegistry &commands);

} // namespace tapeline
