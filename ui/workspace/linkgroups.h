#pragma once

#include "palette.h"

#include <QObject>
#include <QString>

#include <array>

namespace tapeline {

/// Panels of one colour follow one symbol; None keeps its own. The number is shown with the colour,
/// so that the colour is not the only sign.
enum class LinkColor : quint8 { None, Blue, Orange, Violet, Teal, Pink, Lime };

inline constexpr std::array linkColors { LinkColor::Blue, LinkColor::Orange, LinkColor::Violet,
                                         LinkColor::Teal, LinkColor::Pink,   LinkColor::Lime };

/// The colour's role in the palette; color is not None.
ColorRole linkRole(LinkColor color);
/// "Blue", translated.
QString linkName(LinkColor color);
/// "blue", as files spell it.
QString linkKey(LinkColor color);
/// None when unknown.
LinkColor linkFromKey(QStringView key);

/// Which symbol each link colour shows.
class LinkGroups : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Empty when nothing was chosen yet, and for None.
    QString symbol(LinkColor color) const;
    /// No effect for None.
    void setSymbol(LinkColor color, const QString &symbol);

signals:
    void symbolChanged(tapeline::LinkColor color, const QString &symbol);

private:
    std::array<QString, linkColors.size() + 1> m_symbols;
};

} // namespace tapeline
