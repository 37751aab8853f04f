#pragma once

#include "tapepainter.h"

#include <QAbstractScrollArea>
#include <QTimer>

#include <optional>

class QHeaderView;
class QMenu;
class QPushButton;
class QStandardItemModel;

namespace tapeline {

class TapeModel;
class Theme;

/// Time & sales: the newest print on top, painted by itself at most every 16 ms; rows that were
/// painted move as a picture. Scrolling down, Space or Down pause it; a button counts what came
/// meanwhile and leads back. Colour tells the side, and a small mark tells it again.
class TapeView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// Both must outlive the view.
    TapeView(TapeModel &model, const Theme &theme, QWidget *parent = nullptr);

    /// Prints of at least this value, in dollars, stand out; 0 for none. At first 250,000.
    void setLargePrintValue(double dollars);
    double largePrintValue() const { return m_largeValue; }
    void setMilliseconds(bool shown);
    bool milliseconds() const { return m_milliseconds; }
    /// Widths and order of the columns; opaque.
    QByteArray columnState() const;
    /// What columnState() gave; anything else is ignored.
    void restoreColumnState(const QByteArray &state);

    /// The row the keys act on; -1 for none.
    int currentRow() const { return m_current; }
    /// Rows that fit, at least 1.
    int visibleRows() const;
    /// Where a row is shown, in the viewport.
    QRect rowRect(int row) const;
    /// -1 where there is none.
    int rowAt(const QPoint &position) const;
    QHeaderView *header() const { return m_header; }

    QSize sizeHint() const override { return { 340, 480 }; }
    QSize minimumSizeHint() const override { return { 180, 120 }; }

    /// Whether the plan brings any prints; decides what an empty tape says.
    void setPrintsExpected(bool expected);

public slots:
    /// Brings the screen up to the model at once, where else it follows within 16 ms.
    void refresh();
    void setPaused(bool paused);
    void copyCurrent() const;

signals:
    /// A letter or digit: the beginning of a symbol.
    void symbolTyped(const QString &text);
    /// Columns, milliseconds or the size of large prints are different now.
    void optionsChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeHeader();
    void chooseColumns();
    void makeButton();
    void restyle();
    void retranslate();
    void layOut();
    void setDefaultColumns();
    int defaultWidth(int column) const;
    void fitColumns();
    TapeColumns columnRects() const;
    void moveRows();
    void updateButton();
    void moveCurrent(int row);
    bool handleMove(int key);
    void addLargeMenu(QMenu *menu);

    TapeModel &m_model;
    const Theme &m_theme;
    TapePainter m_painter;
    TapeText m_text;
    QStandardItemModel *m_headings;
    QHeaderView *m_header;
    QPushButton *m_backToLive;
    QTimer m_repaint;
    double m_largeValue = 250'000;
    bool m_milliseconds = false;
    bool m_printsExpected = true;
    bool m_columnsChosen = false; // by the user: theme changes leave them alone
    bool m_headerHeld = false; // by the mouse
    int m_current = -1;
    qreal m_ratio = 1;
    std::optional<quint64> m_topSerial; // of the uppermost row on screen
};

} // namespace tapeline
