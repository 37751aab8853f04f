#pragma once

#include "linkgroups.h"
#include "timeframe.h"

#include <QList>
#include <QWidget>

#include <optional>

class QHBoxLayout;
class QMenu;
class QToolButton;

namespace tapeline {

class CommandRegistry;
class LinkButton;
class Panel;
class SymbolBox;
class SymbolCatalog;
class Theme;
class TimeframeBook;

/// The usual timeframes, one second to one month.
const QList<Timeframe> &deskTimeframes();

/// The row under the menu: symbol, link group and timeframe of the active panel, palette and
/// settings. Timeframes that are favourites have a button; the menu beside them has all there are,
/// and says which are favourites.
class DeskToolBar : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive it.
    DeskToolBar(const Theme &theme, const LinkGroups &links, const SymbolCatalog &catalog,
                const CommandRegistry &commands, TimeframeBook &timeframes,
                QWidget *parent = nullptr);

    SymbolBox *symbolBox() const { return m_symbol; }
    /// Shows what a panel shows; null when none is active.
    void showPanel(const Panel *panel);

signals:
    void timeframeChosen(tapeline::Timeframe timeframe);
    /// One that is not in the menu is to be typed.
    void intervalWanted();
    void linkChosen(tapeline::LinkColor color);

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOutTimeframes();
    QToolButton *newTimeframe(Timeframe timeframe);
    QToolButton *addCommand(QHBoxLayout *row, const QString &id);
    void fillMenu();
    void offer(QMenu *menu, const QList<Timeframe> &timeframes);
    void fillFavorites(QMenu *menu);
    void sizeButtons();
    void retranslate();
    void showTimeframe(std::optional<Timeframe> timeframe);
    void updateTips();

    const Theme &m_theme;
    const CommandRegistry &m_commands;
    SymbolBox *m_symbol;
    LinkButton *m_link;
    TimeframeBook &m_book;
    QHBoxLayout *m_row; ///< of the buttons of favourites
    QList<std::pair<Timeframe, QToolButton *>> m_timeframes;
    QToolButton *m_more = nullptr;
    QToolButton *m_palette = nullptr;
    std::optional<Timeframe> m_timeframe;
};

} // namespace tapeline
