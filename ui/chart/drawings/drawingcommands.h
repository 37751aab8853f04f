#pragma once

namespace tapeline {

class CommandRegistry;

/// Commands of the drawings on the chart at hand, once: every tool, the magnet, undo and the rest.
void addDrawingCommands(CommandRegistry &commands);

} // namespace tapeline
