#pragma once

#include "tradetabledelegate.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QTableView>

class QMenu;

namespace tapeline {

class Theme;
class TradeFilter;
class TradeTableModel;

/// A table of trading: sorted by a click on a header, filtered, with columns that can be hidden and
/// drawn wider; those that do not fit hide, the least wanted first. Rows are chosen by mouse or
/// arrows, Enter opens one, icons in a row do something at once.
class TradeTable : public QTableView
{
    Q_OBJECT

public:
    /// Both must outlive the table.
    TradeTable(TradeTableModel &model, const Theme &theme, QWidget *parent = nullptr);

    TradeFilter &filter() const { return *m_filter; }
    TradeTableModel &source() const { return m_model; }
    /// The order until a header is clicked; a third click goes back to it.
    void setDefaultSorting(int column, Qt::SortOrder order);
    /// Said in the middle while no row is shown.
    void setEmptyText(const QString &text);
    /// Makes cells editable where the model says so.
    void setTake(TradeTableDelegate::Take take);

    /// Of the model; invalid when no row is chosen.
    QModelIndex currentSource() const;
    /// Chooses the row of an index of the model, where it is shown.
    void choose(const QModelIndex &source);
    /// Begins typing into a cell of the chosen row; false where that cannot be changed.
    bool editCurrent(int column);
    bool isColumnWanted(int column) const { return !m_unwanted.contains(column); }
    void setColumnWanted(int column, bool wanted);
    void addColumnActions(QMenu *menu);

    /// Columns, widths and sorting.
    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

signals:
    /// Pressed and let go on the same cell of the same row, wherever that went meanwhile.
    void iconClicked(const QModelIndex &source);
    /// Enter, or a double click where nothing else is done by one.
    void opened(const QModelIndex &source);
    /// A double click on the symbol of a row.
    void symbolOpened(const QString &symbol);
    void menuRequested(const QModelIndex &source, const QPoint &globalPosition);
    void currentChosen();
    void deletePressed(const QModelIndex &source);
    void symbolTyped(const QString &text);
    void complained(const QString &why);
    void stateChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    void focusInEvent(QFocusEvent *event) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;

private:
    void makeHeader();
    void restyle();
    std::vector<int> wantedWidths() const;
    void shareRoom(std::vector<int> &widths) const;
    void fitColumns();
    void sortBy(int column);
    void applySorting();
    bool handleKey(QKeyEvent *event);
    QModelIndex sourceAt(const QPoint &position) const;
    bool isTextWanted(const QModelIndex &source) const;

    TradeTableModel &m_model;
    const Theme &m_theme;
    TradeFilter *m_filter;
    TradeTableDelegate *m_delegate;
    QPersistentModelIndex m_pressed; ///< of the model, while the left button is down on it
    QSet<int> m_unwanted;
    QHash<int, int> m_widths; ///< columns that the user has drawn
    QString m_empty;
    int m_defaultColumn = 0;
    Qt::SortOrder m_defaultOrder = Qt::AscendingOrder;
    int m_sortColumn = -1; ///< -1: as by default
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_fitting = false;
};

} // namespace tapeline
