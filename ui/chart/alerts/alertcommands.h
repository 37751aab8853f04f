#pragma once

namespace tapeline {

class CommandRegistry;

/// "chart.alert": a new alert at the crosshair of the chart at hand. Once, further calls do
/// nothing.
void addAlertCommands(CommandRegistry &commands);

} // namespace tapeline
