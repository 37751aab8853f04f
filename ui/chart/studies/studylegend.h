#pragma once

#include "chartscene.h"
#include "glyphcache.h"

#include <QCoreApplication>
#include <QIcon>
#include <QLocale>

#include <tuple>

class QPainter;

namespace tapeline {

/// What a click on a chart's legends or panes does.
enum class StudyButton : quint8 {
    Hide,
    Settings,
    Remove,
    Up,
    Down,
    Maximise,
    ClosePane,
    Collapse ///< the rows over the prices
};

/// What lies under the pointer among the legends.
struct StudyHit
{
    IndicatorSet::Id id = 0; ///< of the row; 0: none
    std::optional<int> pane; ///< whose buttons they are
    std::optional<StudyButton> button;
    QRect rect; ///< of the button, else of the row

    friend bool operator==(const StudyHit &, const StudyHit &) = default;
};

/// Rows that name a chart's indicators at the top left of the pane they are in, with the values at
/// the crosshair's bar or the newest; small buttons where the pointer is.
class StudyLegend
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::StudyLegend)

public:
    /// Of Hide ... ClosePane in their order, the second of Hide and Maximise for their opposites.
    struct Icons
    {
        QIcon shown, hidden, settings, remove, up, down, maximise, restore;
    };

    explicit StudyLegend(const ChartScene &scene);

    void setStyle(const QFont &font, const QLocale &locale);
    /// Without icons there are no buttons.
    void setIcons(const Icons &icons) { m_icons = icons; }
    /// Where the pointer is. True: other buttons are to be shown, lay out anew.
    bool setPointer(std::optional<QPoint> pointer);
    /// The pane that is.
    void setMaximised(std::optional<int> pane) { m_maximised = pane; }

    /// barLegend: of the bar, above the rows in the pane of prices. Call before all that follows.
    void layout(const QRect &barLegend);
    void paint(QPainter &painter);
    QRegion region() const;
    /// Taken by the rows over the prices, in pixels.
    int roomInPrices() const;
    int rowHeight() const { return m_glyphs.height() + 4; }
    StudyHit hitAt(QPoint place) const;
    QString toolTip(const StudyHit &hit) const;
    /// Of all rows, for assistive technology.
    QString plainText() const;

private:
    struct Piece
    {
        QString text;
        QColor color;
        int x = 0;
    };
    struct Button
    {
        StudyButton what;
        QRect rect;
        bool isOn = false; ///< its opposite is offered
    };
    struct Row
    {
        IndicatorSet::Id id = 0;
        QRect rect;
        std::vector<Piece> pieces;
        std::vector<Button> buttons;
        bool isHidden = false;
    };
    struct PaneButtons
    {
        int pane = 0;
        std::vector<Button> buttons;
    };
    void addRow(IndicatorSet::Id id, const StudyPlot &plot, QPoint place, int right);
    void addPaneButtons();
    std::tuple<StudyHit, int, IndicatorSet::Id> hovered() const;
    void addToggle(QPoint place, std::ptrdiff_t rows);
    const StudyPlot *plotOf(IndicatorSet::Id id) const;
    const QIcon &icon(const Button &button) const;
    void paintButton(QPainter &painter, const Button &button) const;
    void paintToggle(QPainter &painter);

    const ChartScene &m_scene;
    GlyphCache m_glyphs;
    QLocale m_locale;
    Icons m_icons;
    std::optional<QPoint> m_pointer;
    std::optional<int> m_maximised;
    std::vector<Row> m_rows;
    PaneButtons m_paneButtons;
    QRect m_toggle; ///< empty without rows over the prices
    std::ptrdiff_t m_priceRows = 0;
};

} // namespace tapeline
