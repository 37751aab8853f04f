#pragma once

#include "bookoptions.h"
#include "bubblepainter.h"
#include "heatimage.h"
#include "wheelsteps.h"

#include <QLocale>
#include <QTimer>
#include <QWidget>

#include <optional>

namespace tapeline {

class BookScale;
class Theme;

/// What rested at each price over the last minutes, the best prices as lines, trades as bubbles,
/// and the order-flow imbalance of the best quotes below. Shares its rows with the ladder beside
/// it. Painted at most every 33 ms.
class HeatMapView : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive the view.
    HeatMapView(BookModel &model, BookScale &scale, const Theme &theme, QWidget *parent = nullptr);

    void setOptions(const BookOptions &options);
    /// Where the rows begin: the height of the ladder's header.
    void setHeaderHeight(int height);
    /// Pixels a column of time, 1 to 16.
    void setColumnWidth(int pixels);
    int columnWidth() const { return m_columnWidth; }
    /// Whether the newest column is the last one shown.
    bool followsTime() const { return !m_last; }
    /// Trades that are drawn, after a refresh.
    const std::vector<Bubble> &bubbles() const { return m_bubbles; }
    const HeatImage &image() const { return m_image; }
    /// What is told of the place under the mouse.
    QString readout(const QPoint &position) const;

    QSize sizeHint() const override { return { 420, 480 }; }
    QSize minimumSizeHint() const override { return { 120, 120 }; }

public slots:
    void refresh();
    /// Back to the newest column.
    void followTime();

signals:
    /// By the person.
    void columnWidthChosen();
    void scrolled(int rows);
    void groupRequested(int direction);
    void centreRequested();

protected:
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
    void restyle();
    void schedule();
    void chooseColumnWidth(int pixels);
    void panTime(int columns);
    qint64 newestColumn() const;
    qint64 lastColumn() const;
    qint64 firstColumn() const;
    int columnCount() const;
    QRect mapRect() const;
    QRect imbalanceRect() const;
    QRect axisRect() const;
    int xOf(qint64 column) const;
    qint64 columnAt(int x) const;
    double yOf(double price) const;

    /// Those of the book's columns that are in view, and the one before them.
    std::pair<std::size_t, std::size_t> columnsInView() const;
    double sizeAt(qint64 row, qint64 column) const;
    double largestInView() const;
    void gatherBubbles();

    void paintLines(QPainter &painter) const;
    void paintMicroprice(QPainter &painter) const;
    void paintGaps(QPainter &painter) const;
    void paintBubbles(QPainter &painter);
    void paintImbalance(QPainter &painter) const;
    void paintAxis(QPainter &painter) const;
    void paintHeader(QPainter &painter) const;
    void paintLegend(QPainter &painter, const QRect &line) const;
    void paintCrosshair(QPainter &painter) const;
    void paintEmpty(QPainter &painter) const;

    BookModel &m_model;
    BookScale &m_scale;
    const Theme &m_theme;
    BookOptions m_options;
    HeatImage m_image;
    BubblePainter m_painter;
    std::vector<Bubble> m_bubbles;
    QTimer m_repaint;
    QLocale m_locale;
    int m_headerHeight = 0;
    int m_columnWidth = 3;
    std::optional<qint64> m_last; ///< the last column shown, while it does not follow
    std::optional<QPoint> m_mouse; ///< above the map
    std::optional<QPoint> m_dragged;
    WheelSteps m_wheel;
};

} // namespace tapeline
