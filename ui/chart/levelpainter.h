#pragma once

#include "chartscene.h"
#include "glyphcache.h"

#include <QCoreApplication>
#include <QLocale>

class QPainter;

namespace tapeline {

/// Paints levels of the volume profiles of whole days: how those of a day developed bar by bar, and
/// the points of control of earlier days that price has not touched since.
class LevelPainter
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::LevelPainter)

public:
    /// scene must outlive it.
    explicit LevelPainter(const ChartScene &scene);

    void setStyle(const QFont &font, const QLocale &locale);
    void paint(QPainter &painter);
    /// What stands at its line: %1 is the day, %2 the price.
    static QString nakedText(const FlowSessions::NakedPoc &poc);

private:
    using Levels = FlowSessions::Levels;

    void paintDeveloping(QPainter &painter, const FlowSessions::Session &session);
    void paintSteps(QPainter &painter, std::span<const Levels> levels, Price Levels::*level,
                    const QColor &color) const;
    void paintDevelopingNames(QPainter &painter, const Levels &newest);
    void paintNaked(QPainter &painter, const FlowSessions::NakedPoc &poc);
    bool paintName(QPainter &painter, QRect place, const QString &name, const QColor &color);
    int yOf(Price row) const;

    const ChartScene &m_scene;
    GlyphCache m_glyphs;
    QLocale m_locale;
    QRegion m_names; ///< painted so far
};

} // namespace tapeline
