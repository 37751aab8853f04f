#pragma once

#include "linkgroups.h"

#include <QWidget>

class QHBoxLayout;

class QToolButton;

namespace tapeline {

class BadgeLabel;
class ElidedLabel;
class LinkButton;
class Theme;

/// The flat title bar of a panel and its dock: link group, title, badge, the panel's own controls,
/// float and close.
class PanelHeader : public QWidget
{
    Q_OBJECT

public:
    PanelHeader(const Theme &theme, const LinkGroups &links, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setActive(bool active);
    void setFloating(bool floating);
    /// Between the badge and the buttons of the dock; takes ownership.
    void addWidget(QWidget *widget);

    LinkButton *linkButton() const { return m_link; }
    BadgeLabel *badge() const { return m_badge; }

signals:
    void floatRequested();
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *addButton(const QString &name, const QString &icon);
    void retranslate();

    const Theme &m_theme;
    LinkButton *m_link;
    ElidedLabel *m_title;
    BadgeLabel *m_badge;
    QHBoxLayout *m_extra;
    QToolButton *m_float = nullptr;
    QToolButton *m_close = nullptr;
    bool m_floating = false;
};

} // namespace tapeline
