#pragma once

#include <QString>

class QWidget;

namespace tapeline {

class Panel;

/// The panel a widget is in, itself included; null where it is in none.
Panel *panelOf(QWidget *widget);
/// What a key acts on: the symbol of the panel with the focus, or, when the focus is in no panel
/// with a symbol, of the one under the pointer. Empty when there is neither.
QString symbolAtHand();

} // namespace tapeline
