#pragma once

#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace tapeline {

class Theme;

/// The row of buttons above a chart: its kind, indicators, comparisons, alerts, drawings, pictures.
/// Who has something to offer adds a button; where the row is too narrow, the rightmost of those at
/// the left go into a menu at its end.
class ChartToolBar : public QWidget
{
    Q_OBJECT

public:
    enum class Side : quint8 { Left, Right };

    /// theme must outlive the bar.
    explicit ChartToolBar(const Theme &theme, QWidget *parent = nullptr);

    /// With the action's text and tool tip, beside an icon of the theme; a button with a menu opens
    /// it at once. Who changes the action's text changes the button.
    QToolButton *addButton(QAction *action, const QString &icon, Side side = Side::Left);
    QSize minimumSizeHint() const override { return { 0, sizeHint().height() }; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void restyle();
    void makeRoom();
    void retranslate();

    const Theme &m_theme;
    QHBoxLayout *m_row;
    QList<std::pair<QToolButton *, QString>> m_left; ///< with their icons
    QList<std::pair<QToolButton *, QString>> m_right;
    QToolButton *m_more;
};

} // namespace tapeline
