#pragma once

#include "charttype.h"

#include <QMenu>

namespace tapeline {

class ChartLook;
class CommandRegistry;
class Theme;

/// The kinds of painting to choose from.
class TypeMenu : public QMenu
{
    Q_OBJECT

public:
    /// look and theme must outlive the menu.
    TypeMenu(ChartLook &look, const Theme &theme, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void takeType();
    void restyle();
    void retranslate();

    ChartLook &m_look;
    const Theme &m_theme;
    QList<QAction *> m_choices; ///< one for each type
    std::optional<ChartType> m_shown;
};

/// "chart.type-line" and so on: for the chart at hand.
void addTypeCommands(CommandRegistry &commands);

} // namespace tapeline
