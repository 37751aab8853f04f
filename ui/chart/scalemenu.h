#pragma once

#include "pricescale.h"

#include <QMenu>

#include <map>

namespace tapeline {

class ChartScale;
class CommandRegistry;

/// What can be done to the scale of prices; on the right button over its axis.
class ScaleMenu : public QMenu
{
    Q_OBJECT

public:
    /// scale must outlive the menu.
    explicit ScaleMenu(ChartScale &scale, QWidget *parent = nullptr);

    /// Whether prices fit the height now.
    void setFitted(bool fitted) { m_fit->setChecked(fitted); }
    /// Shows the keys that the commands have.
    void showKeys(const CommandRegistry &commands);

signals:
    void fitWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void takeScale();
    void retranslate();

    ChartScale &m_scale;
    QAction *m_fit;
    std::map<ScaleMode, QAction *> m_modes;
    QAction *m_inverted;
    QAction *m_pricesOnly;
};

/// "chart.scale-log" and so on: for the chart at hand.
void addScaleCommands(CommandRegistry &commands);

} // namespace tapeline
