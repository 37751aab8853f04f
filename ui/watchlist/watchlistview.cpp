#include "watchlistview.h"

#include "settings.h"
#include "theme.h"
#include "watchlistdelegate.h"
#include "watchlistmodel.h"

#include <QContextMenuEvent>
#include <QDropEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int fadeMs = 66;
constexpr std::array flashing { WatchlistModel::Last, WatchlistModel::Bid, WatchlistModel::Ask };

/// Which columns go first when there is no room; the others always stay.
constexpr std::array leastWanted { WatchlistModel::Sizes, WatchlistModel::Volume,
                                   WatchlistModel::Ask,   WatchlistModel::Bid,
                                   WatchlistModel::Spark, WatchlistModel::Change };

} // namespace

WatchlistView::WatchlistView(WatchlistModel &model, const Theme &theme, const Settings &settings,
                             QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_theme(theme)
    , m_settings(settings)
    , m_delegate(new WatchlistDelegate(model, theme, settings, this))
    , m_unwanted { WatchlistModel::Sizes }
{
    setObjectName(u"watchlistView"_s);
    setModel(&model);
    setItemDelegate(m_delegate);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setDragDropMode(InternalMove);
    setDragDropOverwriteMode(false);
    setDropIndicatorShown(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    makeHeader();

    connect(this, &QTableView::clicked, this, [this] { emit symbolActivated(currentSymbol()); });
    connect(&theme, &Theme::changed, this, &WatchlistView::restyle);
    // Flashes fade by themselves, also where nothing changes any more
    connect(&m_fade, &QTimer::timeout, this, &WatchlistView::updateFlashes);
    connect(&model, &QAbstractItemModel::dataChanged, this, [this] {
        if (m_settings.flashOnChange() && !m_fade.isActive())
            m_fade.start(fadeMs);
    });
    connect(&settings, &Settings::flashOnChangeChanged, viewport(), qOverload<>(&QWidget::update));
    retranslate();
    restyle();
}

void WatchlistView::makeHeader()
{
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = horizontalHeader();
    header->setSectionsClickable(true);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setHighlightSections(false);
    header->setMinimumSectionSize(24);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::sectionClicked, this, &WatchlistView::sortBy);
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](QPoint position) { openColumnMenu(header->mapToGlobal(position)); });
}

// --- what is shown ---------------------------------------------------------------------------

QString WatchlistView::currentSymbol() const
{
    return m_model.symbolAt(currentIndex().row());
}

void WatchlistView::showSymbol(const QString &symbol)
{
    const int row = m_model.rowOf(symbol);
    if (row < 0)
        clearSelection();
    else if (row != currentIndex().row() || !selectionModel()->isRowSelected(row))
        selectRow(row);
}

void WatchlistView::restyle()
{
    horizontalHeader()->setFont(m_theme.font(FontRole::Small));
    verticalHeader()->setDefaultSectionSize(m_delegate->rowHeight());
    fitColumns();
    viewport()->update();
}

void WatchlistView::retranslate()
{
    setAccessibleName(tr("Watchlist"));
    m_model.setLocale(QLocale()); // follows the language, the widget's own does not
}

/// Every 66 ms while figures flash, and once more so that the last of it goes.
void WatchlistView::updateFlashes()
{
    bool alive = false;
    for (int row = std::max(0, rowAt(0)); row < m_model.rowCount(); ++row) {
        if (rowViewportPosition(row) > viewport()->height())
            break;
        for (const int column : flashing) {
            const auto flash = m_model.flash(row, column);
            if (flash.ageMs < 0 || flash.ageMs > WatchlistDelegate::flashMs + fadeMs)
                continue;
            alive = true;
            if (!isColumnHidden(column))
                update(m_model.index(row, column));
        }
    }
    if (!alive || !m_settings.flashOnChange())
        m_fade.stop();
}

bool WatchlistView::isOptional(int column)
{
    return std::find(leastWanted.begin(), leastWanted.end(), column) != leastWanted.end();
}

void WatchlistView::setColumnWanted(int column, bool wanted)
{
    if (!isOptional(column) || wanted == isColumnWanted(column))
        return;
    if (wanted)
        m_unwanted.remove(column);
    else
        m_unwanted.insert(column);
    fitColumns();
    emit columnsChanged();
}

/// Columns are as wide as their usual text; the least wanted ones hide where there is no room.
void WatchlistView::fitColumns()
{
    std::array<int, WatchlistModel::ColumnCount> widths {};
    std::array<bool, WatchlistModel::ColumnCount> hidden {};
    int total = 0;
    for (int column = 0; column < WatchlistModel::ColumnCount; ++column) {
        const auto at = static_cast<std::size_t>(column);
        hidden[at] = !isColumnWanted(column);
        widths[at] = std::max(m_delegate->defaultWidth(column),
                              horizontalHeader()->sectionSizeHint(column));
        total += hidden[at] ? 0 : widths[at];
    }
    for (const WatchlistModel::Column column : leastWanted) {
        if (total <= viewport()->width())
            break;
        total -= hidden[column] ? 0 : widths[column];
        hidden[column] = true;
    }
    // What is left over goes to the symbol and the line of the day
    const int spare = std::max(0, viewport()->width() - total);
    const bool hasSpark = !hidden[WatchlistModel::Spark];
    const int forSpark = hasSpark ? std::min(spare / 2, m_theme.scaled(80)) : 0;
    widths[WatchlistModel::Spark] += forSpark;
    widths[WatchlistModel::Symbol] += spare - forSpark;
    for (int column = 0; column < WatchlistModel::ColumnCount; ++column) {
        setColumnHidden(column, hidden[static_cast<std::size_t>(column)]);
        setColumnWidth(column, widths[static_cast<std::size_t>(column)]);
    }
}

void WatchlistView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void WatchlistView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) {
        retranslate();
        fitColumns();
    }
}

// --- order -----------------------------------------------------------------------------------

void WatchlistView::sortBy(int column)
{
    // Names begin at A, figures with the largest
    const auto first = column == WatchlistModel::Symbol ? Qt::AscendingOrder : Qt::DescendingOrder;
    const auto second = first == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (m_model.sortColumn() != column)
        m_model.sort(column, first);
    else if (m_model.sortOrder() == first)
        m_model.sort(column, second);
    else
        m_model.sort(-1);
    showSorting();
}

void WatchlistView::showSorting()
{
    horizontalHeader()->setSortIndicatorShown(m_model.sortColumn() >= 0);
    if (m_model.sortColumn() >= 0)
        horizontalHeader()->setSortIndicator(m_model.sortColumn(), m_model.sortOrder());
}

void WatchlistView::moveCurrent(int step)
{
    const int row = currentIndex().row();
    m_model.moveSymbol(row, step > 0 ? row + 2 : row - 1);
    showSorting();
}

void WatchlistView::dropEvent(QDropEvent *event)
{
    if (event->source() != this)
        return;
    const QModelIndex target = indexAt(event->position().toPoint());
    int before = m_model.rowCount();
    if (target.isValid()) {
        const bool lowerHalf = event->position().y() > visualRect(target).center().y();
        before = target.row() + (lowerHalf ? 1 : 0);
    }
    m_model.moveSymbol(currentIndex().row(), before);
    showSorting();
    // The model has moved the row: the view must not remove it as the source of a move
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void WatchlistView::removeSymbol(const QString &symbol)
{
    const qsizetype row = m_model.symbols().indexOf(symbol);
    if (row < 0)
        return;
    m_removed = Removed { symbol, static_cast<int>(row) };
    m_model.removeSymbol(symbol);
}

void WatchlistView::removeCurrent()
{
    removeSymbol(currentSymbol());
}

void WatchlistView::undoRemove()
{
    if (!m_removed)
        return;
    const Removed removed = *std::exchange(m_removed, std::nullopt);
    if (!m_model.addSymbol(removed.symbol))
        return;
    if (m_model.sortColumn() < 0)
        m_model.moveSymbol(m_model.rowCount() - 1, std::min(removed.row, m_model.rowCount() - 1));
    showSymbol(removed.symbol);
}

// --- keys and menus --------------------------------------------------------------------------

bool WatchlistView::handleKey(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo)) {
        undoRemove();
        return true;
    }
    if (event->matches(QKeySequence::Delete)) {
        removeCurrent();
        return true;
    }
    const bool alt = event->modifiers() == Qt::AltModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentIndex().isValid())
            emit symbolActivated(currentSymbol());
        return true;
    case Qt::Key_Insert:
        emit addRequested();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (!alt)
            return false;
        moveCurrent(event->key() == Qt::Key_Up ? -1 : 1);
        return true;
    default:
        return false;
    }
}

void WatchlistView::keyPressEvent(QKeyEvent *event)
{
    if (handleKey(event))
        return;
    const QString typed = event->text();
    const bool plain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (plain && !typed.isEmpty() && typed.front().isLetterOrNumber())
        emit symbolTyped(typed);
    else
        QTableView::keyPressEvent(event);
}

void WatchlistView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const QModelIndex index = byMouse ? indexAt(event->pos()) : currentIndex();
    const QString symbol = m_model.symbolAt(index.row());
    auto *menu = new QMenu(this);
    menu->setObjectName(u"watchlistMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!symbol.isEmpty()) {
        menu->addAction(tr("Open %1").arg(symbol), this,
                        [this, symbol] { emit symbolActivated(symbol); });
        menu->addAction(tr("Remove %1 from this list").arg(symbol), this,
                        [this, symbol] { removeSymbol(symbol); })
            ->setShortcut(QKeySequence::Delete);
    }
    if (m_removed)
        menu->addAction(tr("Undo removing %1").arg(m_removed->symbol), this,
                        &WatchlistView::undoRemove)
            ->setShortcut(QKeySequence::Undo);
    menu->addAction(tr("Add symbol"), this, &WatchlistView::addRequested)
        ->setShortcut(Qt::Key_Insert);
    menu->addSeparator();
    QAction *own = menu->addAction(tr("My own order"), this, [this] {
        m_model.sort(-1);
        showSorting();
    });
    own->setEnabled(m_model.sortColumn() >= 0);
    addColumnActions(menu->addMenu(tr("Columns")));
    const QPoint below = visualRect(index).bottomLeft();
    menu->popup(byMouse ? event->globalPos() : viewport()->mapToGlobal(below));
}

void WatchlistView::openColumnMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"watchlistColumnMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addColumnActions(menu);
    menu->popup(globalPosition);
}

void WatchlistView::addColumnActions(QMenu *menu)
{
    for (int column = 0; column < WatchlistModel::ColumnCount; ++column) {
        if (!isOptional(column))
            continue;
        QAction *action = menu->addAction(m_model.headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(isColumnWanted(column));
        connect(action, &QAction::toggled, this,
                [this, column](bool wanted) { setColumnWanted(column, wanted); });
    }
}

} // namespace tapeline
