#pragma once

#include "theme.h"

#include <QColor>

namespace tapeline {

/// Profit, loss or neither, as charts and calendars of the journal paint it.
inline QColor resultColor(const Theme &theme, double result)
{
    if (result > 0)
        return theme.color(ColorRole::Up);
    return theme.color(result < 0 ? ColorRole::Down : ColorRole::MutedText);
}

} // namespace tapeline
