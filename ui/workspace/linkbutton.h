#pragma once

#include "linkgroups.h"

#include <QToolButton>

class QMenu;

namespace tapeline {

class Theme;

/// A round spot with the number of a link group; its menu changes the group.
class LinkButton : public QToolButton
{
    Q_OBJECT

public:
    LinkButton(const Theme &theme, const LinkGroups &links, QWidget *parent = nullptr);

    LinkColor color() const { return m_color; }
    void setColor(LinkColor color);

    QSize sizeHint() const override;

signals:
    void colorChosen(tapeline::LinkColor color);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fillMenu();
    void retranslate();
    QIcon spotIcon(LinkColor color) const;

    const Theme &m_theme;
    const LinkGroups &m_links;
    QMenu *m_menu;
    LinkColor m_color = LinkColor::None;
};

} // namespace tapeline
