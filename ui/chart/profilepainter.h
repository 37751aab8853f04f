#pragma once

#include "chartscene.h"
#include "glyphcache.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegion>

class QPainter;

namespace tapeline {

/// Paints the volume by price of some of a chart's bars: bought and sold volume, the value area
/// stronger, and lines at the point of control and the edges of the value area. It lies at the
/// right of the prices, and that of a marked range within the range. It says of which bars it is
/// made, how much of it is estimated from bars for want of trades, and where bars are too long for
/// that, since when trades are known.
class ProfilePainter
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::ProfilePainter)

public:
    /// scene must outlive it.
    explicit ProfilePainter(const ChartScene &scene);

    void setStyle(const QFont &font, const QLocale &locale);
    /// What lies behind the bars.
    void paint(QPainter &painter);
    /// What is written in front of them.
    void paintWords(QPainter &painter);

    /// What the profile is made of; empty when none is shown.
    QString words();
    /// Of the bars that are chosen; nothing without trades and estimate.
    const std::optional<VolumeProfile> &profile();

private:
    struct Bars
    {
        ChartSeries::Key first = 0;
        ChartSeries::Key last = -1;

        friend bool operator==(const Bars &, const Bars &) = default;
    };
    /// What the profile was made of.
    struct Made
    {
        const FlowSeries *series = nullptr;
        quint64 revision = 0;
        ProfileRange range = ProfileRange::None;
        int days = 0;
        Bars bars;

        friend bool operator==(const Made &, const Made &) = default;
    };
    struct Place // in pixels of the chart
    {
        int base = 0; ///< where rows begin
        int direction = -1; ///< to which side they grow
        int widest = 0;
        int lineLeft = 0;
        int lineRight = 0;
    };
    Bars bars() const;
    Place place() const;
    void refresh();
    std::optional<FlowProfile> sum();
    void paintRange(QPainter &painter) const;
    void paintRows(QPainter &painter) const;
    void paintLine(QPainter &painter, Price price, const QColor &color) const;
    void paintName(QPainter &painter, Price price, const QString &name, const QColor &color);
    void paintMade(QPainter &painter);
    QString spanText(Bars span) const;
    QString doubtsText() const;
    QString estimatedText() const;
    QString knownText() const;
    int yOf(double price) const;
    int lineY(Price price) const;

    const ChartScene &m_scene;
    GlyphCache m_glyphs;
    QLocale m_locale;
    Made m_made;
    std::optional<VolumeProfile> m_profile;
    std::optional<ProfileLevels> m_levels;
    double m_estimatedShare = 0; ///< of the volume
    bool m_printsMissing = false;
    int m_days = 0; ///< of a composite
    bool m_startsInPart = false; ///< its first day
    QRegion m_names; ///< painted so far
};

} // namespace tapeline
