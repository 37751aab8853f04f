#pragma once

#include "chartcolors.h"

#include <QToolButton>

class QMenu;

namespace tapeline {

/// Shows a colour and lets one choose another: those of lines on charts, greys, or any. 0xAARRGGBB;
/// 0 is what the theme gives.
class ColorButton : public QToolButton
{
    Q_OBJECT

public:
    /// themeColor: what 0 looks like.
    ColorButton(const ChartColors &colors, const QColor &themeColor, QWidget *parent = nullptr);

    quint32 color() const { return m_color; }
    void setColor(quint32 color);

signals:
    /// By a person.
    void chosen(quint32 color);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fillMenu(const ChartColors &colors);
    void choose(quint32 color);
    void chooseAny();

    const QColor m_themeColor;
    quint32 m_color = 0;
    QMenu *m_menu;
};

} // namespace tapeline
