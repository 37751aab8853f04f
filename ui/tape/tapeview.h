#pragma once

#include "marketsnapshot.h"

#include <QAbstractScrollArea>
#include <QTimer>

#include <array>

class QPushButton;

namespace tapeline {

class TapeModel;
class Theme;

/// Time & sales: the newest print on top, painted by itself at most every 16 ms. Scrolling down,
/// Space or Down pause it; a button counts what came meanwhile and leads back. Colour tells the
/// side, and a small triangle tells it again.
class TapeView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// Both must outlive the view.
    TapeView(TapeModel &model, const Theme &theme, QWidget *parent = nullptr);

    /// Prints of at least this value, in dollars, stand out. Default 250,000.
    void setLargePrintValue(double dollars);
    double largePrintValue() const { return m_largeValue; }
    /// The row the keys act on; -1 for none.
    int currentRow() const { return m_current; }
    /// Rows that fit.
    int visibleRows() const;
    QSize sizeHint() const override { return { 320, 480 }; }
    QSize minimumSizeHint() const override { return { 200, 120 }; }

public slots:
    void setPaused(bool paused);
    void copyCurrent() const;

signals:
    /// A letter or digit: the beginning of a symbol.
    void symbolTyped(const QString &text);

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum Column { Time, Price, Size, Venue, Conditions, ColumnCount };

    void restyle();
    void layOut();
    void refresh();
    void moveCurrent(int row);
    int rowAt(int y) const;
    void paintHeader(QPainter &painter);
    void paintRow(QPainter &painter, int row, int top);
    QColor colorOf(const TapePrint &print) const;
    bool isLarge(const TapePrint &print) const;
    QString text(const TapePrint &print, Column column) const;
    QString headerText(Column column) const;
    QString toolTip(const TapePrint &print) const;

    TapeModel &m_model;
    const Theme &m_theme;
    QPushButton *m_backToLive;
    QTimer m_repaint;
    double m_largeValue = 250'000;
    int m_current = -1;
    int m_rowHeight = 20;
    int m_headerHeight = 24;
    std::array<QRect, ColumnCount> m_columns; // x and width only
};

} // namespace tapeline
