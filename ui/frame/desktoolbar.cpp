#include "desktoolbar.h"

#include "commandregistry.h"
#include "linkbutton.h"
#include "panel.h"
#include "symbolbox.h"
#include "theme.h"
#include "timeframebook.h"
#include "timeframetext.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

const QList<Timeframe> &deskTimeframes()
{
    static const QList<Timeframe> all {
        { 1, TimeUnit::Second },  { 5, TimeUnit::Second },  { 10, TimeUnit::Second },
        { 15, TimeUnit::Second }, { 30, TimeUnit::Second }, { 1, TimeUnit::Minute },
        { 2, TimeUnit::Minute },  { 3, TimeUnit::Minute },  { 5, TimeUnit::Minute },
        { 10, TimeUnit::Minute }, { 15, TimeUnit::Minute }, { 30, TimeUnit::Minute },
        { 1, TimeUnit::Hour },    { 2, TimeUnit::Hour },    { 4, TimeUnit::Hour },
        { 1, TimeUnit::Day },     { 1, TimeUnit::Week },    { 1, TimeUnit::Month },
    };
    return all;
}

DeskToolBar::DeskToolBar(const Theme &theme, const LinkGroups &links, const SymbolCatalog &catalog,
                         const CommandRegistry &commands, TimeframeBook &timeframes,
                         QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_commands(commands)
    , m_symbol(new SymbolBox(theme, catalog, this))
    , m_link(new LinkButton(theme, links, this))
    , m_book(timeframes)
    , m_row(new QHBoxLayout)
{
    setObjectName(u"deskToolBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 5, 8, 5);
    row->setSpacing(2);
    row->addWidget(m_symbol);
    row->addSpacing(4);
    row->addWidget(m_link);
    row->addSpacing(8);
    m_row->setSpacing(2);
    row->addLayout(m_row);
    m_more = new QToolButton(this);
    m_more->setObjectName(u"timeframeMenu"_s);
    m_more->setIcon(theme.icon(u"chevron-down"_s));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));
    m_more->setCheckable(true);
    m_more->setProperty("segment", true);
    row->addWidget(m_more);
    row->addStretch(1);
    m_palette = addCommand(row, u"view.palette"_s);
    addCommand(row, u"file.settings"_s);

    connect(m_link, &LinkButton::colorChosen, this, &DeskToolBar::linkChosen);
    connect(m_more->menu(), &QMenu::aboutToShow, this, &DeskToolBar::fillMenu);
    connect(&commands, &CommandRegistry::shortcutsChanged, this, &DeskToolBar::updateTips);
    connect(&m_book, &TimeframeBook::changed, this, &DeskToolBar::layOutTimeframes);
    connect(&theme, &Theme::changed, this, &DeskToolBar::sizeButtons);
    layOutTimeframes();
    sizeButtons();
    retranslate();
    showPanel(nullptr);
}

void DeskToolBar::sizeButtons()
{
    m_symbol->setFixedWidth(m_theme.scaled(170));
    const int side = m_theme.scaled(16);
    for (QToolButton *button : findChildren<QToolButton *>())
        button->setIconSize({ side, side });
}

/// A button for each favourite, short to long.
void DeskToolBar::layOutTimeframes()
{
    for (const auto &[timeframe, button] : std::as_const(m_timeframes)) {
        button->hide(); // it may be the one that was clicked
        button->deleteLater();
    }
    m_timeframes.clear();
    QWidget *before = m_link;
    for (const Timeframe timeframe : m_book.favorites()) {
        QToolButton *button = newTimeframe(timeframe);
        m_row->addWidget(button);
        button->show();
        m_timeframes.append({ timeframe, button });
        setTabOrder(before, button);
        before = button;
    }
    setTabOrder(before, m_more);
    sizeButtons();
    retranslate();
    showTimeframe(m_timeframe);
}

QToolButton *DeskToolBar::newTimeframe(Timeframe timeframe)
{
    auto *button = new QToolButton(this);
    button->setObjectName(u"timeframe-%1"_s.arg(timeframe.toString()));
    button->setProperty("segment", true);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, this, [this, timeframe] {
        showTimeframe(m_timeframe); // the button stays up until the panel has it
        emit timeframeChosen(timeframe);
    });
    return button;
}

QToolButton *DeskToolBar::addCommand(QHBoxLayout *row, const QString &id)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(m_commands.action(id));
    button->setFocusPolicy(Qt::TabFocus);
    row->addWidget(button);
    return button;
}

void DeskToolBar::showPanel(const Panel *panel)
{
    m_symbol->setEnabled(panel);
    m_symbol->setSymbol(panel ? panel->symbol() : QString());
    m_link->setEnabled(panel);
    m_link->setColor(panel ? panel->linkColor() : LinkColor::None);
    showTimeframe(panel ? panel->timeframe() : std::nullopt);
}

void DeskToolBar::showTimeframe(std::optional<Timeframe> timeframe)
{
    m_timeframe = timeframe;
    bool quick = false;
    for (const auto &[own, button] : m_timeframes) {
        button->setEnabled(timeframe.has_value());
        button->setChecked(own == timeframe);
        quick = quick || own == timeframe;
    }
    m_more->setEnabled(timeframe.has_value());
    m_more->setChecked(timeframe && !quick);
    const bool named = timeframe && !quick;
    m_more->setText(named ? timeframeLabel(*timeframe) : QString());
    m_more->setToolButtonStyle(named ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
}

void DeskToolBar::fillMenu()
{
    QMenu *menu = m_more->menu();
    menu->clear();
    offer(menu, TimeframeBook::usual(BarKind::Time));
    menu->addSeparator();
    for (const BarKind kind : TimeframeBook::kinds()) {
        if (kind == BarKind::Time)
            continue;
        QMenu *sizes = menu->addMenu(TimeframeBook::kindName(kind));
        sizes->menuAction()->setCheckable(true);
        sizes->menuAction()->setChecked(m_timeframe && m_timeframe->kind() == kind);
        offer(sizes, TimeframeBook::usual(kind));
    }
    if (!m_book.own().isEmpty()) {
        menu->addSeparator();
        offer(menu, m_book.own());
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Own interval…")), &QAction::triggered, this,
            &DeskToolBar::intervalWanted);
    //: Menu of the timeframes that have a button on the tool bar
    fillFavorites(menu->addMenu(m_theme.icon(u"star"_s), tr("Favourites in the tool bar")));
}

void DeskToolBar::offer(QMenu *menu, const QList<Timeframe> &timeframes)
{
    for (const Timeframe timeframe : timeframes) {
        QAction *action = menu->addAction(timeframeName(timeframe));
        action->setCheckable(true);
        action->setChecked(timeframe == m_timeframe);
        connect(action, &QAction::triggered, this,
                [this, timeframe] { emit timeframeChosen(timeframe); });
    }
}

/// What there is, each with a mark that can be set; the one that is shown comes first.
void DeskToolBar::fillFavorites(QMenu *menu)
{
    QList<Timeframe> all;
    if (m_timeframe)
        all.append(*m_timeframe);
    const auto append = [&all](const QList<Timeframe> &some) {
        for (const Timeframe timeframe : some)
            if (!all.contains(timeframe))
                all.append(timeframe);
    };
    append(m_book.favorites());
    append(m_book.own());
    for (const BarKind kind : TimeframeBook::kinds())
        append(TimeframeBook::usual(kind));
    for (const Timeframe timeframe : std::as_const(all)) {
        QAction *action = menu->addAction(timeframeName(timeframe));
        action->setCheckable(true);
        action->setChecked(m_book.isFavorite(timeframe));
        connect(action, &QAction::toggled, this,
                [this, timeframe](bool on) { m_book.setFavorite(timeframe, on); });
    }
    if (m_book.own().isEmpty())
        return;
    menu->addSeparator();
    QMenu *forget = menu->addMenu(tr("Forget an own interval"));
    for (const Timeframe timeframe : m_book.own())
        connect(forget->addAction(timeframeName(timeframe)), &QAction::triggered, this,
                [this, timeframe] { m_book.removeOwn(timeframe); });
}

void DeskToolBar::retranslate()
{
    for (const auto &[timeframe, button] : m_timeframes) {
        button->setText(timeframeLabel(timeframe));
        button->setToolTip(timeframeName(timeframe));
        button->setAccessibleName(timeframeName(timeframe));
    }
    m_more->setToolTip(tr("All timeframes"));
    m_more->setAccessibleName(tr("All timeframes"));
    if (m_palette)
        updateTips();
}

void DeskToolBar::updateTips()
{
    const QKeySequence keys = m_commands.shortcut(u"view.palette"_s);
    m_palette->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    //: Button that opens the command palette; %1 is its shortcut
    m_palette->setText(tr("Search  %1").arg(keys.toString(QKeySequence::NativeText)));
}

void DeskToolBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tapeline
