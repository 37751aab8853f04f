#pragma once

#include "optionflowpainter.h"

#include <QAbstractScrollArea>
#include <QTimer>

#include <optional>

class QHeaderView;
class QMenu;
class QPushButton;
class QStandardItemModel;

namespace tapeline {

class OptionFlowModel;
class Theme;

/// The prints of options: the newest on top, painted by itself at most every 16 ms; rows that were
/// painted move as a picture. Scrolling down, a click, Space or Down pause it; a button counts what
/// came meanwhile and leads back. A click or Enter sends a row's contract to the link group, a
/// double click or Shift+Enter opens it by itself.
class OptionFlowView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// Both must outlive the view.
    OptionFlowView(OptionFlowModel &model, const Theme &theme, QWidget *parent = nullptr);

    /// Said in the middle while there is no print to show.
    void setEmptyText(const QString &text);
    /// The row the keys act on; -1 for none.
    int currentRow() const;
    /// "O:..." of that row; empty without one.
    QString currentContract() const;
    /// Brings a print to the screen, where it is shown; pauses.
    void showPrint(quint64 serial);

    /// Rows that fit, at least 1.
    int visibleRows() const;
    /// Where a row is shown, in the viewport.
    QRect rowRect(int row) const;
    /// -1 where there is none.
    int rowAt(const QPoint &position) const;
    QHeaderView *header() const { return m_header; }
    const OptionFlowText &text() const { return m_text; }

    /// Widths and order of the columns; empty while they are as at first.
    QByteArray columnState() const;
    /// What columnState() gave; anything else is ignored.
    void restoreColumnState(const QByteArray &state);

    QSize sizeHint() const override { return { 620, 420 }; }
    QSize minimumSizeHint() const override { return { 200, 96 }; }

public slots:
    /// Brings the screen up to the model at once, where else it follows within 16 ms.
    void refresh();
    void setPaused(bool paused);
    void copyCurrent() const;

signals:
    void contractChosen(const QString &contract);
    void contractOpened(const QString &contract);
    void currentChanged();
    /// A letter or digit: the beginning of a symbol.
    void symbolTyped(const QString &text);
    void columnsChanged();
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
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeHeader();
    void makeButton();
    void restyle();
    void retranslate();
    void layOut();
    int defaultWidth(int column) const;
    void fitColumns();
    OptionFlowColumns columnRects() const;
    void moveRows();
    void paintEmpty(QPainter &painter) const;
    void updateButton();
    void moveCurrent(int row);
    void dropCurrent();
    bool handleKey(const QKeyEvent &event);

    OptionFlowModel &m_model;
    const Theme &m_theme;
    OptionFlowPainter m_painter;
    OptionFlowText m_text;
    QStandardItemModel *m_headings;
    QHeaderView *m_header;
    QPushButton *m_backToLive;
    QTimer m_repaint;
    QString m_empty;
    std::optional<quint64> m_current; ///< serial of the row the keys act on
    std::optional<quint64> m_top; ///< of the uppermost row on screen
    quint64 m_revision = 0; ///< of the rows on screen
    qreal m_ratio = 1;
    bool m_columnsChosen = false; // by the user: theme changes leave them alone
    bool m_headerHeld = false; // by the mouse
};

} // namespace tapeline
