#pragma once

#include <QTabBar>

class QLineEdit;

namespace tapeline {

/// The tabs of the workspaces. A double click or rename() edits a name in place; the right button
/// opens a menu made by who owns the tabs.
class WorkspaceTabs : public QTabBar
{
    Q_OBJECT

public:
    explicit WorkspaceTabs(QWidget *parent = nullptr);

    void rename(int tab);

signals:
    void renamed(int tab, const QString &name);

protected:
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    QSize minimumSizeHint() const override;

private:
    void finishRename(bool keep);

    QLineEdit *m_editor = nullptr;
    int m_renaming = -1;
};

} // namespace tapeline
