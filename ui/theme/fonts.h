#pragma once

#include <QFont>

namespace tapeline {

/// What a text is for. Every role has tabular digits, so columns do not dance.
enum class FontRole : quint8 {
    Text, ///< everything that is not named below
    Small, ///< headers of tables, badges, status bar
    Strong, ///< titles of panels, current values
    Large, ///< the price one looks at
    Heading ///< dialogs
};

/// Makes the bundled family known to the application. Call once after QApplication; without it the
/// roles fall back to the system's font.
void loadBundledFonts();

/// The bundled font for a role; percent is Settings::textSizePercent().
QFont deskFont(FontRole role, int percent = 100);

} // namespace tapeline
