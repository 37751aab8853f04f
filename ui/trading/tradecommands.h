#pragma once

class QWidget;

namespace tapeline {

class CommandRegistry;
class FilePrompt;
class Theme;
class TradeDesk;

/// What trading by key needs; all of it outlives the window.
struct TradeCommandParts
{
    const Theme &theme;
    CommandRegistry &commands;
    TradeDesk &desk;
    QWidget &window; ///< the card of the keys belongs to it
    FilePrompt *files = nullptr; ///< null asks with the system's dialogs
};

/// What can be traded by key, menu and palette: sizes, orders at the best prices, positions and
/// cancels of the symbol at hand (symbolathand.h). Once.
void addTradeCommands(const TradeCommandParts &parts);

} // namespace tapeline
