#pragma once

#include "chainsheet.h"
#include "glyphcache.h"

#include <QAbstractScrollArea>
#include <QLocale>
#include <QTimer>

#include <optional>

class QMenu;

namespace tapeline {

class Theme;

/// One expiration as a table: calls on the left, strikes in the middle, puts on the right, columns
/// mirrored. What is in the money is shaded, volume and open interest are bars behind their
/// figures, and a line marks the price of the underlying. Painted at a pace that eyes can follow.
class ChainTable : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// Both must outlive the view.
    ChainTable(ChainSheet &sheet, const Theme &theme, QWidget *parent = nullptr);

    /// From the strike outwards; those that do not fit are left out, the last ones first.
    void setColumns(const std::vector<ChainColumn> &columns);
    const std::vector<ChainColumn> &columns() const { return m_columns; }
    static std::vector<ChainColumn> usualColumns();
    /// Those that fit now.
    std::vector<ChainColumn> shownColumns() const;
    /// Said in the middle while there are no rows.
    void setEmptyText(const QString &text);

    /// Where a cell is painted, in the viewport; empty for one that is not.
    QRect cellRect(int row, OptionRight right, ChainColumn column) const;
    /// As it is painted.
    QString cellText(int row, OptionRight right, ChainColumn column) const;
    /// Empty while no cell is chosen.
    QString currentContract() const;
    void setCurrent(int row, OptionRight right);
    /// The contracts on screen, from the middle outwards.
    QStringList contractsInView() const;

    QSize sizeHint() const override { return { 720, 420 }; }
    QSize minimumSizeHint() const override { return { 260, 120 }; }

public slots:
    /// Brings the strikes around the price of the underlying into the middle.
    void centre();

signals:
    /// A price was clicked: a bid is sold at, an ask bought.
    void priceClicked(const QString &contract, tapeline::ChainColumn column);
    /// Enter or a double click.
    void contractOpened(const QString &contract);
    void menuRequested(const QString &contract, const QPoint &globalPosition);
    void headerMenuRequested(const QPoint &globalPosition);
    void currentChanged(const QString &contract);
    /// Others are on screen now.
    void viewChanged();
    /// A letter or digit: the beginning of a symbol.
    void symbolTyped(const QString &text);

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Cell
    {
        int row = -1;
        std::optional<OptionRight> right; ///< nothing: the strike
        std::optional<ChainColumn> column;

        friend bool operator==(const Cell &, const Cell &) = default;
    };

    void restyle();
    void layOut();
    int widestOf(ChainColumn column) const;
    void onRows();
    int rowsThatFit() const;
    int firstRow() const;
    int rowTop(int row) const;
    Cell cellAt(const QPoint &position) const;
    const ChainContract *contractOf(int row, OptionRight right) const;
    QString textOf(const ChainContract &contract, ChainColumn column,
                   const ChainMoment &moment) const;
    QColor colorOf(const ChainContract &contract, ChainColumn column, double value) const;
    void paintHeader(QPainter &painter);
    void paintRow(QPainter &painter, int row, const ChainMoment &moment);
    void paintSide(QPainter &painter, int row, OptionRight right, const ChainMoment &moment);
    void paintBar(QPainter &painter, const QRect &cell, OptionRight right, double share) const;
    void paintMoney(QPainter &painter) const;
    void paintEmpty(QPainter &painter) const;
    bool handleKey(int key);
    void moveTo(int row, OptionRight right);
    QString tipOf(const Cell &cell) const;

    ChainSheet &m_sheet;
    const Theme &m_theme;
    GlyphCache m_text;
    GlyphCache m_strong;
    GlyphCache m_small;
    QLocale m_locale;
    std::vector<ChainColumn> m_columns;
    std::vector<int> m_widths; ///< of those that fit
    int m_strikeWidth = 0;
    int m_rowHeight = 0;
    int m_headerHeight = 0;
    int m_edge = 0;
    int m_currentRow = -1;
    OptionRight m_currentRight = OptionRight::Call;
    Price m_currentStrike; ///< keeps the place when rows are others
    std::optional<Cell> m_pressed;
    Cell m_hovered;
    QString m_empty;
    ChainExpiry m_centred; ///< the expiration that was brought into the middle
    QTimer m_repaint;
};

} // namespace tapeline
