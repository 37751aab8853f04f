#pragma once

#include <QSet>
#include <QTableView>
#include <QTimer>

#include <optional>

class QMenu;

namespace tapeline {

class Settings;
class Theme;
class WatchlistDelegate;
class WatchlistModel;

/// The table of a watchlist. A click or Enter opens a symbol, Del takes it away and undo brings it
/// back, a drag or Alt with the arrows moves it, a click on a header sorts: down, up, the user's
/// order again. Columns that do not fit hide, the least wanted first.
class WatchlistView : public QTableView
{
    Q_OBJECT

public:
    /// All must outlive the view.
    WatchlistView(WatchlistModel &model, const Theme &theme, const Settings &settings,
                  QWidget *parent = nullptr);

    /// Empty when there is none.
    QString currentSymbol() const;
    /// Shows a symbol as the one that is open, without opening it; unknown ones clear the
    /// selection.
    void showSymbol(const QString &symbol);
    /// Whether a column is to be shown where there is room. Symbol, last price and change in
    /// percent always are.
    void setColumnWanted(int column, bool wanted);
    bool isColumnWanted(int column) const { return !m_unwanted.contains(column); }
    static bool isOptional(int column);

public slots:
    void removeCurrent();
    void undoRemove();

signals:
    void symbolActivated(const QString &symbol);
    /// A letter or digit: the beginning of a symbol.
    void symbolTyped(const QString &text);
    /// The user wants to add a symbol (Ins).
    void addRequested();
    void columnsChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Removed
    {
        QString symbol;
        int row = 0;
    };

    void makeHeader();
    void restyle();
    void retranslate();
    void fitColumns();
    void sortBy(int column);
    void showSorting();
    void moveCurrent(int step);
    void removeSymbol(const QString &symbol);
    bool handleKey(QKeyEvent *event);
    void updateFlashes();
    void openColumnMenu(const QPoint &globalPosition);
    void addColumnActions(QMenu *menu);

    WatchlistModel &m_model;
    const Theme &m_theme;
    const Settings &m_settings;
    WatchlistDelegate *m_delegate;
    QSet<int> m_unwanted;
    std::optional<Removed> m_removed;
    QTimer m_fade;
};

} // namespace tapeline
