#pragma once

#include "palette.h"

#include <QWidget>

namespace tapeline {

class Theme;

/// One line: what is held, elided where the room ends, and behind it what it has brought, whole, in
/// the colour of its sign. Always as wide, so that figures move nothing beside them.
class LadderPositionLine : public QWidget
{
public:
    /// theme must outlive it.
    explicit LadderPositionLine(const Theme &theme, QWidget *parent = nullptr);

    void show(const QString &held, const QString &profit, ColorRole color);
    QString held() const { return m_held; }
    QString profit() const { return m_profit; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return { 0, sizeHint().height() }; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    const Theme &m_theme;
    QString m_held;
    QString m_profit;
    ColorRole m_color = ColorRole::Text;
};

} // namespace tapeline
