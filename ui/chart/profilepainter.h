#pragma once

#include "chartscene.h"
#include "glyphcache.h"
#include "volumeprofile.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegion>

class QPainter;

namespace tapeline {

/// Paints the volume by price of bars at the right of a chart's prices: bought and sold volume, the
/// value area stronger, and lines at the point of control and the edges of the value area. It says
/// of which time it is: bars whose trades are not known are not in it.
class ProfilePainter
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::ProfilePainter)

public:
    /// scene must outlive it.
    explicit ProfilePainter(const ChartScene &scene);

    void setStyle(const QFont &font, const QLocale &locale);
    void paint(QPainter &painter);
    /// Of the bars that are chosen; nothing without trades.
    std::optional<VolumeProfile> profile() const;

private:
    struct Bars
    {
        ChartSeries::Key first = 0;
        ChartSeries::Key last = -1;
    };
    /// What the profile was made of.
    struct Made
    {
        const FlowSeries *series = nullptr;
        ProfileRange range = ProfileRange::None;
        quint64 revision = 0;
        ChartSeries::Key first = 0;
        ChartSeries::Key last = -1;

        friend bool operator==(const Made &, const Made &) = default;
    };
    Bars bars() const;
    void refresh();
    void paintRows(QPainter &painter, const VolumeProfile &profile,
                   const ProfileLevels &levels) const;
    void paintLevel(QPainter &painter, Price price, const QString &name, const QColor &color);
    void paintSpan(QPainter &painter);
    int widest() const;
    int yOf(double price) const;

    const ChartScene &m_scene;
    GlyphCache m_glyphs;
    QLocale m_locale;
    Made m_made;
    std::optional<VolumeProfile> m_profile;
    std::optional<ProfileLevels> m_levels;
    QRegion m_labels; ///< painted so far
};

} // namespace tapeline
