#pragma once

#include <QColor>

namespace tapeline {

/// Between two opaque colours: 0 is a, 1 is b.
inline QColor mixed(const QColor &a, const QColor &b, double shareOfB)
{
    const auto part = [share = float(shareOfB)](float x, float y) { return x + (y - x) * share; };
    return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()),
                            part(a.blueF(), b.blueF()));
}

} // namespace tapeline
