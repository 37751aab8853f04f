#pragma once

namespace tapeline {

class MainWindow;
class OptionsBinding;
class PanelRegistry;
class StrategyDesk;
class TradeDesk;

/// The strategy builder in the window. All that is given must outlive the window.
namespace strategybinding {

void registerPanel(PanelRegistry &panels, OptionsBinding &options, TradeDesk &trading);
/// Opens the builder, with the underlying that is wanted, whenever somebody adds to a strategy.
void bringUp(StrategyDesk &strategies, MainWindow &window);

} // namespace strategybinding
} // namespace tapeline
