#pragma once

#include "palette.h"

#include <QIcon>

#include <memory>

namespace tapeline {

/// The one set of icons (resources/icons), drawn in the theme's colours. Icons handed out follow
/// later changes of the palette without being set again; repainting is the owner's part.
class IconSet
{
public:
    IconSet();

    void setPalette(const Palette &palette);

    /// The icon of that name in a role's colour; brighter when active, in the accent when checked.
    /// An empty icon when there is none of that name.
    QIcon icon(const QString &name, ColorRole role = ColorRole::MutedText) const;

    /// The SVG with the colour filled in; empty when there is none of that name.
    static QByteArray tintedSvg(const QString &name, const QColor &color);

private:
    std::shared_ptr<Palette> m_palette; // shared with the engines of icons handed out
};

} // namespace tapeline
