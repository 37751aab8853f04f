#include "linkgroups.h"

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

constexpr QLatin1StringView keys[]
    = { "none"_L1, "blue"_L1, "orange"_L1, "violet"_L1, "teal"_L1, "pink"_L1, "lime"_L1 };

} // namespace

ColorRole linkRole(LinkColor color)
{
    const int offset = static_cast<int>(color) - static_cast<int>(LinkColor::Blue);
    return static_cast<ColorRole>(static_cast<int>(ColorRole::Link1) + std::max(0, offset));
}

QString linkName(LinkColor color)
{
    switch (color) {
    case LinkColor::None:
        return LinkGroups::tr("Not linked");
    case LinkColor::Blue:
        return LinkGroups::tr("Blue");
    case LinkColor::Orange:
        return LinkGroups::tr("Orange");
    case LinkColor::Violet:
        return LinkGroups::tr("Violet");
    case LinkColor::Teal:
        return LinkGroups::tr("Teal");
    case LinkColor::Pink:
        return LinkGroups::tr("Pink");
    case LinkColor::Lime:
        return LinkGroups::tr("Lime");
    }
    return {};
}

QString linkKey(LinkColor color)
{
    return keys[static_cast<int>(color)];
}

LinkColor linkFromKey(QStringView key)
{
    for (const LinkColor color : linkColors)
        if (linkKey(color) == key)
            return color;
    return LinkColor::None;
}

QString LinkGroups::symbol(LinkColor color) const
{
    return m_symbols[static_cast<std::size_t>(color)];
}

void LinkGroups::setSymbol(LinkColor color, const QString &symbol)
{
    QString &own = m_symbols[static_cast<std::size_t>(color)];
    if (color == LinkColor::None || own == symbol)
        return;
    own = symbol;
    emit symbolChanged(color, symbol);
}

} // namespace tapeline
