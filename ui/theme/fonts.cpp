#include "fonts.h"

#include <QFontDatabase>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

constexpr auto family = "Tapeline Sans"_L1;

struct Shape
{
    int pixels; ///< at 100 %, device independent
    QFont::Weight weight;
};

Shape shapeOf(FontRole role)
{
    switch (role) {
    case FontRole::Text:
        return { 13, QFont::Normal };
    case FontRole::Small:
        return { 12, QFont::Normal };
    case FontRole::Strong:
        return { 13, QFont::DemiBold };
    case FontRole::Large:
        return { 20, QFont::DemiBold };
    case FontRole::Heading:
        return { 17, QFont::DemiBold };
    }
    return { 13, QFont::Normal };
}

} // namespace

void loadBundledFonts()
{
    for (const auto weight : { "Regular"_L1, "Medium"_L1, "SemiBold"_L1 })
        QFontDatabase::addApplicationFont(u":/fonts/TapelineSans-%1.otf"_s.arg(weight));
}

QFont deskFont(FontRole role, int percent)
{
    const Shape shape = shapeOf(role);
    QFont font;
    font.setFamilies({ family, QFontDatabase::systemFont(QFontDatabase::GeneralFont).family() });
    font.setPixelSize(qRound(shape.pixels * percent / 100.0));
    font.setWeight(shape.weight);
    // Whole-pixel hinting would give digits of one family different widths at small sizes
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace tapeline
