#pragma once

#include "bookmodel.h"
#include "glyphcache.h"
#include "laddertrading.h"
#include "wheelsteps.h"

#include <QTimer>
#include <QWidget>

#include <array>

namespace tapeline {

class BookScale;
class Theme;

/// The price ladder: a row a price, with what rests there on either side, what was sold and bought
/// there today, and all volume as a bar; where it is traded from, own orders on either side of the
/// sizes. Painted by itself at most every 16 ms; of it the rows that are different now.
class LadderView : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive the view.
    LadderView(BookModel &model, BookScale &scale, const Theme &theme, QWidget *parent = nullptr);

    /// Own orders, and what clicks do, from here on. Must outlive the view.
    void setTrading(LadderTrading &trading);
    /// Whether the columns of traded volume are there, where there is room for them.
    void setTradedShown(bool shown);
    bool hasColumn(LadderColumn column) const { return !columnRect(column).isEmpty(); }
    /// From top to bottom; empty when there is no room for it.
    QRect columnRect(LadderColumn column) const { return m_columns[std::size_t(column)]; }
    /// What is under a place; nothing above the rows and beside the columns.
    std::optional<LadderCell> cellAt(const QPoint &position) const;
    /// Text of a cell as it is painted.
    QString cellText(LadderColumn column, qint64 row) const;
    int headerHeight() const { return m_headerHeight; }
    int rowHeight() const { return m_rowHeight; }

    /// Room for bid, price and ask, and for own orders.
    int leastWidth() const;
    /// Room for all columns.
    int fullWidth() const;
    QSize sizeHint() const override { return { fullWidth(), 480 }; }
    QSize minimumSizeHint() const override { return { leastWidth(), 96 }; }

public slots:
    /// Brings the screen up to the model at once, where else it follows within 16 ms.
    void refresh();

signals:
    /// It needs more or less room for its columns than before.
    void widthChanged();
    void scrolled(int rows);
    /// How many price steps a row is: a step up or down was asked for.
    void groupRequested(int direction);
    void centreRequested();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// What a row shows; equal rows look alike.
    struct RowLook
    {
        Qty bid;
        Qty ask;
        QuarterQty sold;
        QuarterQty bought;
        quint16 bidVenue = 0; ///< of the best ones; 0 where it is not told
        quint16 askVenue = 0;
        qint8 lastSide = 0; ///< of the newest trade
        bool isBroken = false; ///< it is not known whether it still rests
        bool isLast = false; ///< the newest trade was here
        bool isBestBid = false;
        bool isBestAsk = false;
        LadderTradeLook trade {};

        friend bool operator==(const RowLook &, const RowLook &) = default;
    };
    /// What the bars are measured against.
    struct Measures
    {
        double resting = 1;
        double traded = 1;

        friend bool operator==(const Measures &, const Measures &) = default;
    };

    void restyle();
    void layOut();
    void scheduleRefresh();
    bool rowsStandStill() const;
    RowLook lookOf(qint64 row) const;
    Measures measures() const;
    QRect rowRect(qint64 row) const;
    QRect cellRect(LadderColumn column, const QRect &line) const;
    void paintHeader(QPainter &painter);
    void paintDayVolume(QPainter &painter, const QRect &cell);
    void paintHint(QPainter &painter, const QRect &line);
    void paintRow(QPainter &painter, qint64 row);
    void paintBar(QPainter &painter, const QRect &cell, double share, bool fromRight,
                  const QColor &color) const;
    void paintSizes(QPainter &painter, const QRect &line, const RowLook &look);
    void paintPrice(QPainter &painter, const QRect &line, qint64 row, const RowLook &look);
    void paintTraded(QPainter &painter, const QRect &line, const RowLook &look);
    // ladderorderpaint.cpp
    void paintTrading(QPainter &painter, const QRect &line, qint64 row, const RowLook &look);
    void paintOwn(QPainter &painter, const QRect &cell, LadderColumn column,
                  const LadderOrderCell &own, bool isDim);
    void paintDropped(QPainter &painter, const QRect &cell, LadderColumn column,
                      const LadderOrderCell &own);
    void paintFigures(QPainter &painter, const QRect &cell, LadderColumn column,
                      const LadderOrderCell &own, const QColor &color);
    void paintCross(QPainter &painter, const QRect &cell, bool isPointed) const;
    void paintAverage(QPainter &painter, const QRect &cell);

    QString priceText(qint64 row) const;
    QString dayVolumeText() const;
    QString heading(LadderColumn column) const;
    QString tipOf(const QPoint &position) const;
    QStringList rowTips(const LadderCell &cell) const;
    bool pressForTrading(const QMouseEvent &event);
    QString headerTip(const QPoint &position) const;
    QString sinceText() const;
    int widthOf(LadderColumn column) const;
    int letterWidth() const;

    void paintEmpty(QPainter &painter) const;
    bool isEmpty() const { return !m_model.middleRow(); }

    BookModel &m_model;
    BookScale &m_scale;
    const Theme &m_theme;
    LadderTrading *m_trading = nullptr;
    GlyphCache m_text;
    GlyphCache m_strong;
    GlyphCache m_small;
    QTimer m_repaint;
    QLocale m_locale;
    std::array<QRect, ladderColumnCount> m_columns;
    std::array<int, ladderColumnCount> m_headingWidths {};
    std::vector<RowLook> m_painted; ///< from the top row down
    Measures m_measures;
    QString m_dayVolume; ///< in the header
    QString m_hint; ///< there instead of the headings
    int m_headerHeight = 0;
    int m_rowHeight = 0;
    int m_edge = 0;
    int m_decimals = 2;
    PriceGrid m_grid; ///< of the rows on screen
    bool m_tradedShown = true;
    WheelSteps m_wheel;
    std::optional<int> m_dragged; ///< y, while the rows are dragged
    std::optional<QPoint> m_mouse; ///< over the ladder
};

} // namespace tapeline
