#pragma once

namespace tapeline {

class CommandRegistry;

/// What of a chart's order flow can be chosen from the palette and by a shortcut: in the chart that
/// has the focus, else in the first that is shown. Adding them again changes nothing.
void addChartCommands(CommandRegistry &commands);
/// Those of trading from charts, once.
void addChartTradingCommands(CommandRegistry &commands);

} // namespace tapeline
