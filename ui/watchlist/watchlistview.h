#pragma once

#include <QTableView>
#include <QTimer>

namespace tapeline {

class Settings;
class Theme;
class WatchlistModel;

/// The table of a watchlist. A click or Enter opens a symbol, Del takes it away, a drag moves it, a
/// click on a header sorts: down, up, the user's order again.
class WatchlistView : public QTableView
{
    Q_OBJECT

public:
    /// All must outlive the view.
    WatchlistView(WatchlistModel &model, const Theme &theme, const Settings &settings,
                  QWidget *parent = nullptr);

    QString currentSymbol() const;

public slots:
    void removeCurrent();

signals:
    void symbolActivated(const QString &symbol);
    /// A letter or digit: the beginning of a symbol.
    void symbolTyped(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    void fitColumns();
    void cycleSort(int column);

    WatchlistModel &m_model;
    const Theme &m_theme;
    QTimer m_resort;
    QTimer m_fade;
};

} // namespace tapeline
