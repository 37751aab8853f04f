#pragma once

#include <QProxyStyle>

namespace tapeline {

/// Fusion, with the letters of the menus underlined only while Alt is held.
class DeskStyle : public QProxyStyle
{
    Q_OBJECT

public:
    DeskStyle();

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;
    void polish(QApplication *app) override;
    void unpolish(QApplication *app) override;
    using QProxyStyle::polish;
    using QProxyStyle::unpolish;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool m_altHeld = false;
};

} // namespace tapeline
