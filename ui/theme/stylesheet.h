#pragma once

#include "palette.h"

#include <QString>
#include <QTemporaryDir>

namespace tapeline {

/// Fills the style sheet's template (resources/themes/desk.qss) with a palette. The template may
/// say
/// ${role} for a colour, ${12px} for a length that grows with the text size, and ${icon:NAME:role}
/// for a tinted icon.
class StyleSheet
{
public:
    /// percent is Settings::textSizePercent().
    QString generate(const Palette &palette, int percent);

private:
    QString replacement(QStringView token, const Palette &palette, int percent);
    QString iconFile(const QString &name, const QColor &color);

    QTemporaryDir m_folder; // style sheets take pictures from files only
};

} // namespace tapeline
