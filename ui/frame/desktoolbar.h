#pragma once

#include "linkgroups.h"
#include "timeframe.h"

#include <QList>
#include <QWidget>

#include <optional>

class QHBoxLayout;
class QToolButton;

namespace tapeline {

class CommandRegistry;
class LinkButton;
class Panel;
class SymbolBox;
class SymbolCatalog;
class Theme;

/// The timeframes on offer, one second to one month.
const QList<Timeframe> &deskTimeframes();
/// The row under the menu: symbol, link group and timeframe of the active panel, palette and
/// settings.
class DeskToolBar : public QWidget
{
    Q_OBJECT

public:
    DeskToolBar(const Theme &theme, const LinkGroups &links, const SymbolCatalog &catalog,
                const CommandRegistry &commands, QWidget *parent = nullptr);

    SymbolBox *symbolBox() const { return m_symbol; }
    /// Shows what a panel shows; null when none is active.
    void showPanel(const Panel *panel);

signals:
    void timeframeChosen(tapeline::Timeframe timeframe);
    void linkChosen(tapeline::LinkColor color);

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addTimeframe(QHBoxLayout *row, Timeframe timeframe);
    QToolButton *addCommand(QHBoxLayout *row, const QString &id);
    void fillMenu();
    void retranslate();
    void showTimeframe(std::optional<Timeframe> timeframe);
    void updateTips();

    const Theme &m_theme;
    const CommandRegistry &m_commands;
    SymbolBox *m_symbol;
    LinkButton *m_link;
    QList<std::pair<Timeframe, QToolButton *>> m_timeframes;
    QToolButton *m_more = nullptr;
    QToolButton *m_palette = nullptr;
    std::optional<Timeframe> m_timeframe;
};

} // namespace tapeline
