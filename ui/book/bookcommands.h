#pragma once

namespace tapeline {

class CommandRegistry;

/// What can be done with the order book that has the focus, or the first one in view. Once is
/// enough.
void addBookCommands(CommandRegistry &commands);

} // namespace tapeline
