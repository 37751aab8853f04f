#pragma once

#include "drawing.h"

#include <QJsonObject>
#include <QToolButton>
#include <QWidget>

#include <functional>
#include <vector>

class QMenu;
class QVBoxLayout;

namespace tapeline {

class ChartDrawings;
class Theme;

/// A button for one of several tools: a click takes the one that was used last, its corner, a long
/// press or the key Right opens the others.
class ToolGroupButton : public QToolButton
{
    Q_OBJECT

public:
    ToolGroupButton(std::vector<DrawingTool> tools, const Theme &theme, QWidget *parent = nullptr);

    const std::vector<DrawingTool> &tools() const { return m_tools; }
    DrawingTool shownTool() const { return m_shown; }
    bool holds(DrawingTool tool) const;
    /// One a tool.
    QList<QAction *> toolActions() const;
    void show(DrawingTool tool);
    void retranslate();

signals:
    void chosen(tapeline::DrawingTool tool);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    const std::vector<DrawingTool> m_tools;
    const Theme &m_theme;
    DrawingTool m_shown;
    QMenu *m_menu; ///< of all tools; a button of one does not open it
};

/// The drawing tools beside a chart, one icon each; the rest, where the chart is too low for all,
/// in a menu at its end. Hidden on narrow charts.
class DrawingToolBox : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive it.
    DrawingToolBox(ChartDrawings &drawings, const Theme &theme, QWidget *parent = nullptr);

    /// Whether a person wants it; it is shown then where there is room.
    bool isWanted() const { return m_isWanted; }
    void setWanted(bool wanted);
    /// All tools as a menu, for where the strip has no room; its text and tool tip are kept.
    QAction *menuAction() const;
    QSize minimumSizeHint() const override { return { sizeHint().width(), 0 }; }

    static constexpr int leastChartWidth = 420;

    /// Whether it is wanted, the magnet, and whether tools stay in hand.
    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

signals:
    /// Something saveState() tells may be different.
    void stateChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAction *addAction(const QString &name, const QString &icon, bool checkable,
                       std::function<void()> act);
    QToolButton *addButton(QAction *action);
    void addGroup(std::vector<DrawingTool> tools);
    void addRule();
    void addModes();
    void addChanges();
    void restyle();
    void retranslate();
    void showState();
    void makeRoom();
    void showWhereThereIsRoom();

    ChartDrawings &m_drawings;
    const Theme &m_theme;
    QVBoxLayout *m_column;
    std::vector<ToolGroupButton *> m_groups;
    std::vector<std::pair<QAction *, QString>> m_icons;
    QList<QWidget *> m_parts; ///< from top to bottom
    QAction *m_cursor = nullptr;
    QAction *m_magnet = nullptr;
    QAction *m_weak = nullptr;
    QAction *m_strong = nullptr;
    QAction *m_keep = nullptr;
    QAction *m_lockAll = nullptr;
    QAction *m_hideAll = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QAction *m_delete = nullptr;
    QAction *m_deleteAll = nullptr;
    QToolButton *m_more;
    QMenu *m_tools; ///< all of them
    bool m_isWanted = true;
};

} // namespace tapeline
