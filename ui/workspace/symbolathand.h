#pragma once

#include <QString>

class QWidget;

namespace tapeline {

class Panel;

/// The panel a widget is in, itself included; null where it is in none.
Panel *panelOf(QWidget *widget);
/// What a key acts on: the symbol at hand in the panel with the focus (of a list its chosen row),
/// or, when the focus is in no panel with one, in the one under the pointer. Empty when there is
/// neither.
QString symbolAtHand();

} // namespace tapeline
