#pragma once

#include "tapeemphasis.h"
#include "tapepainter.h"
#include "tapeselection.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
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
/// meanwhile and leads back. Colour tells the side, and a small mark tells it again. Shift or the
/// mouse chooses a range of rows; Right and Left, or a click on its mark, open and close a sweep.
class TapeView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// Both must outlive the view.
    TapeView(TapeModel &model, const Theme &theme, QWidget *parent = nullptr);

    /// Which prints stand out.
    void setEmphasis(const TapeEmphasis &rule);
    void setGrouping(bool on);
    void setMilliseconds(bool shown);
    /// Of the symbol that is shown.
    /// Whose prints they are: their venues, conditions and decimals.
    void setSymbol(const QString &symbol);
    bool milliseconds() const { return m_milliseconds; }
    /// Widths and order of the columns; opaque.
    QByteArray columnState() const;
    /// What columnState() gave; anything else is ignored.
    void restoreColumnState(const QByteArray &state);

    /// The row the keys act on; -1 for none.
    int currentRow() const { return m_selection.current(); }
    /// The chosen rows, the current one among them.
    TapeSelection::Range selectedRows() const { return m_selection.range(); }
    /// Whether they were chosen by hand, more than the current one.
    bool hasRange() const { return m_selection.isRange(); }
    /// Rows that fit, at least 1.
    int visibleRows() const;
    /// Where a row is shown, in the viewport.
    QRect rowRect(int row) const;
    /// -1 where there is none.
    int rowAt(const QPoint &position) const;
    QHeaderView *header() const { return m_header; }

    QSize sizeHint() const override { return { 340, 480 }; }
    QSize minimumSizeHint() const override { return { 180, 96 }; }

    /// Whether the plan brings any prints; decides what an empty tape says.
    void setPrintsExpected(bool expected);

public slots:
    /// Brings the screen up to the model at once, where else it follows within 16 ms.
    void refresh();
    void setPaused(bool paused);
    void copySelected() const;
    void selectAll();

signals:
    /// A letter or digit: the beginning of a symbol.
    void symbolTyped(const QString &text);
    /// Columns, milliseconds, grouping or what is large are different now.
    void optionsChanged();
    void selectionChanged();
    /// The menu of a row, or of none (-1), is about to open: others may add to it.
    void menuRequested(QMenu *menu, int row);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
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
    void paintEmpty(QPainter &painter) const;
    void updateButton();
    TapeRowLook lookOf(int row, const TapeSelection::Range &selected) const;
    void moveCurrent(int row, bool extended = false);
    bool handleMove(int key, bool extended);
    bool handleOther(int key);
    void openSweep(int row, bool open);
    bool isOnMark(const QPoint &position, int row) const;
    void dropSelection();
    void addRowActions(QMenu *menu);
    void addLargeMenu(QMenu *menu);
    QString tipOf(int row) const;

    TapeModel &m_model;
    const Theme &m_theme;
    TapePainter m_painter;
    TapeText m_text;
    QStandardItemModel *m_headings;
    QHeaderView *m_header;
    QPushButton *m_backToLive;
    QTimer m_repaint;
    bool m_milliseconds = false;
    bool m_printsExpected = true;
    bool m_columnsChosen = false; // by the user: theme changes leave them alone
    bool m_headerHeld = false; // by the mouse
    TapeSelection m_selection;
    QBasicTimer m_dragScroll; // while rows are chosen beyond an edge
    std::optional<QPoint> m_dragged; // to where, while rows are chosen by mouse
    qreal m_ratio = 1;
    std::optional<TapeRows::Key> m_top; // of the uppermost row on screen
    quint64 m_revision = 0; // of the rows on screen
};

} // namespace tapeline
