#include "drawingtoolbox.h"

#include "chartdrawings.h"
#include "drawingtext.h"
#include "theme.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto toolsKey = "tools"_L1;
constexpr auto magnetKey = "magnet"_L1;
constexpr auto keepKey = "keep"_L1;

constexpr int iconSide = 18;
constexpr int cornerSide = 9; // of a button, which opens the other tools

QString iconOf(DrawingTool tool)
{
    return u"draw-"_s + drawing::toolId(tool);
}

/// As ChartDrawings::takeKey() takes them.
QString keyOf(DrawingTool tool)
{
    switch (tool) {
    case DrawingTool::TrendLine:
        return u"Alt+T"_s;
    case DrawingTool::FibRetracement:
        return u"Alt+F"_s;
    case DrawingTool::HorizontalLine:
        return u"Alt+H"_s;
    case DrawingTool::HorizontalRay:
        return u"Alt+J"_s;
    case DrawingTool::VerticalLine:
        return u"Alt+V"_s;
    case DrawingTool::CrossLine:
        return u"Alt+C"_s;
    default:
        return {};
    }
}

QString withKey(const QString &text, const QString &key)
{
    return key.isEmpty() ? text : text + u" ("_s + key + u')';
}

} // namespace

// --- a group
// ---------------------------------------------------------------------------------------------------

ToolGroupButton::ToolGroupButton(std::vector<DrawingTool> tools, const Theme &theme,
                                 QWidget *parent)
    : QToolButton(parent)
    , m_tools(std::move(tools))
    , m_theme(theme)
    , m_shown(m_tools.front())
    , m_menu(new QMenu(this))
{
    setObjectName(u"drawGroup-"_s + drawing::toolId(m_tools.front()));
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    for (const DrawingTool tool : m_tools) {
        QAction *action = m_menu->addAction(QString());
        action->setObjectName(u"draw-"_s + drawing::toolId(tool));
        connect(action, &QAction::triggered, this, [this, tool] { emit chosen(tool); });
    }
    if (m_tools.size() > 1) {
        setMenu(m_menu);
        setPopupMode(QToolButton::DelayedPopup);
    }
    connect(this, &QToolButton::clicked, this, [this] { emit chosen(m_shown); });
}

bool ToolGroupButton::holds(DrawingTool tool) const
{
    return std::ranges::find(m_tools, tool) != m_tools.end();
}

QList<QAction *> ToolGroupButton::toolActions() const
{
    return m_menu->actions();
}

void ToolGroupButton::show(DrawingTool tool)
{
    m_shown = tool;
    retranslate();
}

/// Texts and icons.
void ToolGroupButton::retranslate()
{
    setIcon(m_theme.icon(iconOf(m_shown)));
    const QString name = drawingtext::name(m_shown);
    setAccessibleName(name);
    setToolTip(withKey(name, keyOf(m_shown)) + u'\n' + drawingtext::use(m_shown));
    const QList<QAction *> actions = toolActions();
    for (std::size_t i = 0; i < m_tools.size(); ++i) {
        // The key is told, not bound: menus of the window have the same ones
        const QString key = keyOf(m_tools[i]);
        actions[qsizetype(i)]->setText(drawingtext::name(m_tools[i])
                                       + (key.isEmpty() ? QString() : u'\t' + key));
        actions[qsizetype(i)]->setIcon(m_theme.icon(iconOf(m_tools[i])));
    }
}

void ToolGroupButton::paintEvent(QPaintEvent *event)
{
    QToolButton::paintEvent(event);
    if (!menu())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(ColorRole::MutedText));
    const QPointF corner(width() - 3, height() - 3);
    const QPointF triangle[] { corner, corner - QPointF(4, 0), corner - QPointF(0, 4) };
    painter.drawPolygon(triangle, 3);
}

void ToolGroupButton::mousePressEvent(QMouseEvent *event)
{
    const QRect corner(width() - cornerSide, height() - cornerSide, cornerSide, cornerSide);
    const bool opens = event->button() == Qt::RightButton
        || (event->button() == Qt::LeftButton && corner.contains(event->position().toPoint()));
    if (menu() && opens)
        return showMenu();
    QToolButton::mousePressEvent(event);
}

void ToolGroupButton::keyPressEvent(QKeyEvent *event)
{
    if (menu() && (event->key() == Qt::Key_Right || event->key() == Qt::Key_Menu))
        return showMenu();
    QToolButton::keyPressEvent(event);
}

// --- the box
// ---------------------------------------------------------------------------------------------------

DrawingToolBox::DrawingToolBox(ChartDrawings &drawings, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_drawings(drawings)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
    , m_more(new QToolButton(this))
    , m_tools(new QMenu(this))
{
    setObjectName(u"drawingToolBox"_s);
    m_tools->menuAction()->setObjectName(u"drawTools"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_column->setContentsMargins(2, 2, 2, 2);
    m_column->setSpacing(1);
    m_cursor = addAction(u"drawCursor"_s, u"draw-cursor"_s, true,
                         [this] { m_drawings.setTool(std::nullopt); });
    addButton(m_cursor);
    addGroup({ DrawingTool::TrendLine, DrawingTool::Ray, DrawingTool::ExtendedLine,
               DrawingTool::HorizontalLine, DrawingTool::HorizontalRay, DrawingTool::VerticalLine,
               DrawingTool::CrossLine });
    addGroup({ DrawingTool::Channel, DrawingTool::Pitchfork });
    addGroup({ DrawingTool::FibRetracement, DrawingTool::FibExtension });
    addGroup({ DrawingTool::Rectangle, DrawingTool::Ellipse, DrawingTool::Triangle,
               DrawingTool::Arrow, DrawingTool::Brush });
    addGroup({ DrawingTool::Text, DrawingTool::Callout });
    addGroup({ DrawingTool::Measure });
    addRule();
    addModes();
    addRule();
    addChanges();
    m_more->setObjectName(u"drawMore"_s);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));
    m_column->addWidget(m_more, 0, Qt::AlignHCenter);
    m_column->addStretch(1);
    connect(&drawings, &ChartDrawings::modeChanged, this, &DrawingToolBox::showState);
    connect(&drawings, &ChartDrawings::modeChanged, this, &DrawingToolBox::stateChanged);
    connect(&drawings, &ChartDrawings::drawingsChanged, this, &DrawingToolBox::showState);
    connect(&drawings, &ChartDrawings::selectionChanged, this, &DrawingToolBox::showState);
    connect(&theme, &Theme::changed, this, &DrawingToolBox::restyle);
    if (parent)
        parent->installEventFilter(this);
    retranslate();
    restyle();
    showState();
}

QAction *DrawingToolBox::addAction(const QString &name, const QString &icon, bool checkable,
                                   std::function<void()> act)
{
    auto *action = new QAction(this);
    action->setObjectName(name);
    action->setCheckable(checkable);
    connect(action, &QAction::triggered, this, std::move(act));
    m_icons.emplace_back(action, icon);
    return action;
}

QToolButton *DrawingToolBox::addButton(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setObjectName(action->objectName() + u"Button"_s);
    button->setDefaultAction(action);
    button->setFocusPolicy(Qt::TabFocus);
    m_column->addWidget(button, 0, Qt::AlignHCenter);
    m_parts.append(button);
    return button;
}

void DrawingToolBox::addGroup(std::vector<DrawingTool> tools)
{
    auto *button = new ToolGroupButton(std::move(tools), m_theme, this);
    m_column->addWidget(button, 0, Qt::AlignHCenter);
    connect(button, &ToolGroupButton::chosen, this, [this](DrawingTool tool) {
        // A tool in hand is put away by its own button
        m_drawings.setTool(m_drawings.tool() == tool ? std::nullopt : std::optional(tool));
        showState();
    });
    m_tools->addActions(button->toolActions());
    m_groups.push_back(button);
    m_parts.append(button);
}

void DrawingToolBox::addRule()
{
    auto *rule = new QWidget(this);
    rule->setProperty("rule", true);
    rule->setFixedHeight(7);
    m_column->addWidget(rule);
    m_parts.append(rule);
}

void DrawingToolBox::addModes()
{
    m_magnet = addAction(u"drawMagnet"_s, u"draw-magnet"_s, true, [this] {
        m_drawings.setMagnetMode(m_drawings.magnetMode() == MagnetMode::Off ? MagnetMode::Weak
                                                                            : MagnetMode::Off);
    });
    auto *menu = new QMenu(this);
    auto *strengths = new QActionGroup(menu);
    m_weak = menu->addAction(QString());
    m_strong = menu->addAction(QString());
    for (QAction *action : { m_weak, m_strong }) {
        action->setCheckable(true);
        strengths->addAction(action);
    }
    strengths->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    m_weak->setObjectName(u"drawMagnetWeak"_s);
    m_strong->setObjectName(u"drawMagnetStrong"_s);
    connect(m_weak, &QAction::triggered, this,
            [this] { m_drawings.setMagnetMode(MagnetMode::Weak); });
    connect(m_strong, &QAction::triggered, this,
            [this] { m_drawings.setMagnetMode(MagnetMode::Strong); });
    QToolButton *magnet = addButton(m_magnet);
    magnet->setMenu(menu);
    magnet->setPopupMode(QToolButton::DelayedPopup);
    m_keep = addAction(u"drawKeep"_s, u"draw-keep"_s, true,
                       [this] { m_drawings.setKeepsDrawing(!m_drawings.keepsDrawing()); });
    addButton(m_keep);
    m_lockAll = addAction(u"drawLockAll"_s, u"lock"_s, true, [this] {
        m_drawings.book().setAllLocked(!m_drawings.book().allLocked());
    });
    addButton(m_lockAll);
    m_hideAll = addAction(u"drawHideAll"_s, u"eye"_s, true, [this] {
        m_drawings.book().setAllHidden(!m_drawings.book().allHidden());
    });
    addButton(m_hideAll);
}

void DrawingToolBox::addChanges()
{
    m_undo = addAction(u"drawUndo"_s, u"undo"_s, false, [this] { m_drawings.book().undo(); });
    addButton(m_undo);
    m_redo = addAction(u"drawRedo"_s, u"redo"_s, false, [this] { m_drawings.book().redo(); });
    addButton(m_redo);
    m_delete
        = addAction(u"drawDelete"_s, u"trash"_s, false, [this] { m_drawings.removeSelected(); });
    m_deleteAll
        = addAction(u"drawDeleteAll"_s, u"trash"_s, false, [this] { m_drawings.book().clear(); });
    auto *menu = new QMenu(this);
    menu->addActions({ m_delete, m_deleteAll });
    auto *button = new QToolButton(this);
    button->setObjectName(u"drawTrashButton"_s);
    button->setFocusPolicy(Qt::TabFocus);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(menu);
    m_column->addWidget(button, 0, Qt::AlignHCenter);
    m_parts.append(button);
}

// --- looks
// -----------------------------------------------------------------------------------------------------

void DrawingToolBox::restyle()
{
    const int side = m_theme.scaled(iconSide);
    for (const auto &[action, icon] : m_icons)
        action->setIcon(m_theme.icon(icon));
    for (ToolGroupButton *group : m_groups)
        group->retranslate();
    for (QToolButton *button : findChildren<QToolButton *>())
        button->setIconSize({ side, side });
    findChild<QToolButton *>(u"drawTrashButton"_s)->setIcon(m_theme.icon(u"trash"_s));
    m_more->setIcon(m_theme.icon(u"more"_s));
    showState();
    makeRoom();
}

void DrawingToolBox::retranslate()
{
    setAccessibleName(tr("Drawing tools"));
    m_tools->setTitle(tr("Draw"));
    m_tools->menuAction()->setToolTip(tr("Lines and shapes to draw on the chart"));
    m_cursor->setText(tr("Cursor"));
    m_cursor->setToolTip(tr("Cursor: choose and move drawings (Esc)"));
    m_magnet->setText(tr("Magnet"));
    m_magnet->setToolTip(tr("Magnet: points stick to open, high, low and close of bars, and to "
                            "other drawings (Ctrl turns it round while it is held)"));
    m_weak->setText(tr("Weak magnet: to what is near"));
    m_strong->setText(tr("Strong magnet: always"));
    m_keep->setText(tr("Keep drawing"));
    m_keep->setToolTip(tr("Keep drawing: the tool stays in hand after a drawing"));
    m_lockAll->setText(tr("Lock all drawings"));
    m_hideAll->setText(tr("Hide all drawings"));
    m_undo->setText(tr("Undo"));
    m_undo->setToolTip(tr("Undo what was last done to the drawings (Ctrl+Z)"));
    m_redo->setText(tr("Redo"));
    m_redo->setToolTip(tr("Do again what was undone (Ctrl+Shift+Z)"));
    m_delete->setText(tr("Delete the chosen drawings") + u"\tDel"_s);
    m_deleteAll->setText(tr("Delete all drawings of the symbol"));
    auto *trash = findChild<QToolButton *>(u"drawTrashButton"_s);
    trash->setToolTip(tr("Delete drawings"));
    trash->setAccessibleName(tr("Delete drawings"));
    m_more->setToolTip(tr("More"));
    m_more->setAccessibleName(tr("More drawing tools"));
    for (ToolGroupButton *group : m_groups)
        group->retranslate();
}

void DrawingToolBox::showState()
{
    const auto tool = m_drawings.tool();
    m_cursor->setChecked(!tool);
    for (ToolGroupButton *group : m_groups) {
        if (tool && group->holds(*tool) && group->shownTool() != *tool)
            group->show(*tool);
        group->setChecked(tool && group->holds(*tool));
    }
    const MagnetMode magnet = m_drawings.magnetMode();
    m_magnet->setChecked(magnet != MagnetMode::Off);
    m_weak->setChecked(magnet == MagnetMode::Weak);
    m_strong->setChecked(magnet == MagnetMode::Strong);
    m_keep->setChecked(m_drawings.keepsDrawing());
    const DrawingBook &book = m_drawings.book();
    m_lockAll->setChecked(book.allLocked());
    m_hideAll->setChecked(book.allHidden());
    m_hideAll->setIcon(m_theme.icon(book.allHidden() ? u"eye-off"_s : u"eye"_s));
    m_undo->setEnabled(book.canUndo());
    m_redo->setEnabled(book.canRedo());
    m_delete->setEnabled(!m_drawings.selected().isEmpty());
    m_deleteAll->setEnabled(!book.drawings().empty());
}

// --- room
// ------------------------------------------------------------------------------------------------------

/// What does not fit is in the menu at the end, in its order.
void DrawingToolBox::makeRoom()
{
    const auto heightOf = [this](const QWidget *part) {
        return (qobject_cast<const QToolButton *>(part) ? part->sizeHint().height()
                                                        : part->minimumHeight())
            + m_column->spacing();
    };
    int room = height() - m_column->contentsMargins().top() - m_column->contentsMargins().bottom();
    int all = 0;
    for (const QWidget *part : m_parts)
        all += heightOf(part);
    const bool fits = all <= room;
    if (!fits)
        room -= heightOf(m_more);
    m_more->menu()->clear();
    for (QWidget *part : m_parts) {
        room -= heightOf(part);
        const bool shown = fits || room >= 0;
        part->setVisible(shown);
        const auto *button = qobject_cast<QToolButton *>(part);
        if (shown || !button)
            continue;
        if (button->defaultAction())
            m_more->menu()->addAction(button->defaultAction());
        if (const auto *group = qobject_cast<const ToolGroupButton *>(button))
            m_more->menu()->addActions(group->toolActions());
        else if (button->menu())
            m_more->menu()->addActions(button->menu()->actions());
    }
    m_more->setVisible(!fits);
}

void DrawingToolBox::setWanted(bool wanted)
{
    if (std::exchange(m_isWanted, wanted) == wanted)
        return;
    showWhereThereIsRoom();
    emit stateChanged();
}

QAction *DrawingToolBox::menuAction() const
{
    return m_tools->menuAction();
}

QJsonObject DrawingToolBox::saveState() const
{
    return { { toolsKey, m_isWanted },
             { magnetKey, int(m_drawings.magnetMode()) },
             { keepKey, m_drawings.keepsDrawing() } };
}

void DrawingToolBox::restoreState(const QJsonObject &state)
{
    setWanted(state.value(toolsKey).toBool(true));
    m_drawings.setMagnetMode(
        MagnetMode(std::clamp(state.value(magnetKey).toInt(), 0, int(MagnetMode::Strong))));
    m_drawings.setKeepsDrawing(state.value(keepKey).toBool());
}

void DrawingToolBox::showWhereThereIsRoom()
{
    setVisible(m_isWanted && parentWidget() && parentWidget()->width() >= leastChartWidth);
}

void DrawingToolBox::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

bool DrawingToolBox::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == parentWidget())
        showWhereThereIsRoom();
    return QWidget::eventFilter(watched, event);
}

void DrawingToolBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        makeRoom();
    QWidget::changeEvent(event);
}

} // namespace tapeline
