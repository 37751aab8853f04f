#include "tradetable.h"

#include "theme.h"
#include "tradefilter.h"
#include "tradetablemodel.h"

#include <QEvent>
#include <QHeaderView>
#include <QJsonArray>
#include <QMenu>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto hiddenKey = "hidden"_L1;
constexpr auto shownKey = "shown"_L1;
constexpr auto widthsKey = "widths"_L1;
constexpr auto sortKey = "sort"_L1;
constexpr auto descendingKey = "descending"_L1;
constexpr int narrowest = 24;
constexpr int widest = 2'000;

} // namespace

TradeTable::TradeTable(TradeTableModel &model, const Theme &theme, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_theme(theme)
    , m_filter(new TradeFilter(this))
    , m_delegate(new TradeTableDelegate(model, theme, this))
{
    setObjectName(u"tradeTable"_s);
    m_filter->setSourceModel(&model);
    setModel(m_filter);
    setItemDelegate(m_delegate);
    for (int column = 0; column < model.columnCount(); ++column)
        if (model.looks()[std::size_t(column)].isHidden)
            m_unwanted.insert(column);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setHorizontalScrollMode(ScrollPerPixel);
    makeHeader();
    connect(m_delegate, &TradeTableDelegate::complained, this, &TradeTable::complained);
    connect(&theme, &Theme::changed, this, &TradeTable::restyle);
    m_model.setLocale(QLocale());
    restyle();
    applySorting();
}

void TradeTable::makeHeader()
{
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = horizontalHeader();
    header->setSectionsClickable(true);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setHighlightSections(false);
    header->setMinimumSectionSize(narrowest);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::sectionClicked, this, &TradeTable::sortBy);
    connect(header, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (m_fitting || width <= 0)
            return;
        m_widths[column] = width;
        emit stateChanged();
    });
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](QPoint position) {
        auto *menu = new QMenu(this);
        menu->setObjectName(u"tradeColumnMenu"_s);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        addColumnActions(menu);
        menu->popup(header->mapToGlobal(position));
    });
}

void TradeTable::setTake(TradeTableDelegate::Take take)
{
    m_delegate->setTake(
        [this, take = std::move(take)](const QModelIndex &cell, const QString &text) {
            return take(m_filter->mapToSource(cell), text);
        });
}

void TradeTable::setEmptyText(const QString &text)
{
    m_empty = text;
    viewport()->update();
}

void TradeTable::restyle()
{
    horizontalHeader()->setFont(m_theme.font(FontRole::Small));
    verticalHeader()->setDefaultSectionSize(m_delegate->rowHeight());
    fitColumns();
    viewport()->update();
}

// --- rows ------------------------------------------------------------------------------------

QModelIndex TradeTable::currentSource() const
{
    const QModelIndex current = currentIndex();
    return selectionModel()->isSelected(current) ? m_filter->mapToSource(current) : QModelIndex();
}

void TradeTable::choose(const QModelIndex &source)
{
    const QModelIndex shown = m_filter->mapFromSource(source);
    if (shown.isValid())
        selectRow(shown.row());
}

QModelIndex TradeTable::sourceAt(const QPoint &position) const
{
    return m_filter->mapToSource(indexAt(position));
}

bool TradeTable::editCurrent(int column)
{
    const QModelIndex cell = currentIndex().siblingAtColumn(column);
    if (!cell.isValid() || isColumnHidden(column) || !(cell.flags() & Qt::ItemIsEditable))
        return false;
    setCurrentIndex(cell);
    return edit(cell, AllEditTriggers, nullptr);
}

void TradeTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    emit currentChosen();
}

void TradeTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    emit currentChosen();
}

/// The focus alone chooses no row: Qt makes the first one the current one, unseen.
void TradeTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!selectionModel()->isSelected(currentIndex()))
        setCurrentIndex({});
}

/// What was chosen is gone: the next row is not meant by the next key.
void TradeTable::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    const int row = currentIndex().row();
    if (row >= first && row <= last) {
        clearSelection();
        setCurrentIndex({});
    }
    QTableView::rowsAboutToBeRemoved(parent, first, last);
}

// --- columns ---------------------------------------------------------------------------------

void TradeTable::setColumnWanted(int column, bool wanted)
{
    if (wanted == isColumnWanted(column))
        return;
    if (wanted)
        m_unwanted.remove(column);
    else
        m_unwanted.insert(column);
    fitColumns();
    emit stateChanged();
}

/// As the user drew them, else enough for their usual text and heading; 0 for those not wanted.
std::vector<int> TradeTable::wantedWidths() const
{
    const QFontMetrics titles(m_theme.font());
    const int roundTitle = m_theme.scaled(28); // margins, and room for a sorting arrow
    std::vector<int> widths;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const QString title = m_model.headerData(column, Qt::Horizontal).toString();
        const int usual = std::max(m_delegate->defaultWidth(column),
                                   titles.horizontalAdvance(title) + roundTitle);
        widths.push_back(isColumnWanted(column) ? m_widths.value(column, usual) : 0);
    }
    return widths;
}

/// The least wanted columns hide where there is no room; what is left over goes to one of the
/// others.
void TradeTable::shareRoom(std::vector<int> &widths) const
{
    using Look = TradeTableModel::ColumnLook;
    const std::span looks = m_model.looks();
    std::vector<std::size_t> order(widths.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, std::greater(), [&](std::size_t at) { return looks[at].rank; });
    int spare = viewport()->width() - std::accumulate(widths.begin(), widths.end(), 0);
    for (const std::size_t at : order)
        if (spare < 0 && looks[at].rank > 0)
            spare += std::exchange(widths[at], 0);
    auto taker = std::size_t(std::ranges::find_if(looks, &Look::takesRest) - looks.begin());
    if (widths[taker] == 0) // then the names of the rows
        taker = std::size_t(std::ranges::find_if(looks, &Look::isStrong) - looks.begin());
    widths[taker] += std::max(0, spare);
}

void TradeTable::fitColumns()
{
    std::vector<int> widths = wantedWidths();
    shareRoom(widths);
    m_fitting = true;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const int width = widths[std::size_t(column)];
        setColumnHidden(column, width == 0);
        if (width > 0)
            setColumnWidth(column, width);
    }
    m_fitting = false;
}

void TradeTable::addColumnActions(QMenu *menu)
{
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const QString title = m_model.headerData(column, Qt::Horizontal).toString();
        if (title.isEmpty())
            continue;
        QAction *action = menu->addAction(title);
        action->setCheckable(true);
        action->setChecked(isColumnWanted(column));
        connect(action, &QAction::toggled, this,
                [this, column](bool wanted) { setColumnWanted(column, wanted); });
    }
}

void TradeTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

/// Fonts do not outlive a move into another dock.
void TradeTable::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    restyle();
}

void TradeTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() != QEvent::LanguageChange && event->type() != QEvent::LocaleChange)
        return;
    m_model.setLocale(QLocale()); // follows the language, the widget's own does not
    fitColumns();
}

// --- sorting ---------------------------------------------------------------------------------

void TradeTable::setDefaultSorting(int column, Qt::SortOrder order)
{
    m_defaultColumn = column;
    m_defaultOrder = order;
    applySorting();
}

void TradeTable::sortBy(int column)
{
    if (m_model.headerData(column, Qt::Horizontal).toString().isEmpty())
        return;
    // Words begin at A, figures with the largest
    const auto first
        = m_model.looks()[std::size_t(column)].isText ? Qt::AscendingOrder : Qt::DescendingOrder;
    if (m_sortColumn != column) {
        m_sortColumn = column;
        m_sortOrder = first;
    } else if (m_sortOrder == first) {
        m_sortOrder = first == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    } else {
        m_sortColumn = -1;
    }
    applySorting();
    emit stateChanged();
}

void TradeTable::applySorting()
{
    const bool isOwn = m_sortColumn >= 0;
    m_filter->sort(isOwn ? m_sortColumn : m_defaultColumn, isOwn ? m_sortOrder : m_defaultOrder);
    horizontalHeader()->setSortIndicatorShown(isOwn);
    if (isOwn)
        horizontalHeader()->setSortIndicator(m_sortColumn, m_sortOrder);
}

// --- what is remembered ----------------------------------------------------------------------

QJsonObject TradeTable::saveState() const
{
    QJsonArray hidden;
    QJsonArray shown;
    for (int column = 0; column < m_model.columnCount(); ++column)
        (isColumnWanted(column) ? shown : hidden).append(m_model.columnName(column));
    QJsonObject widths;
    for (const auto &[column, width] : m_widths.asKeyValueRange())
        widths[m_model.columnName(column)] = width;
    QJsonObject state { { hiddenKey, hidden }, { shownKey, shown }, { widthsKey, widths } };
    if (m_sortColumn >= 0) {
        state[sortKey] = m_model.columnName(m_sortColumn);
        state[descendingKey] = m_sortOrder == Qt::DescendingOrder;
    }
    return state;
}

/// Columns that the state does not know stay as they are.
void TradeTable::restoreState(const QJsonObject &state)
{
    const QJsonArray hidden = state[hiddenKey].toArray();
    const QJsonArray shown = state[shownKey].toArray();
    const QJsonObject widths = state[widthsKey].toObject();
    m_sortColumn = -1;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const QString name = m_model.columnName(column);
        if (hidden.contains(name))
            m_unwanted.insert(column);
        else if (shown.contains(name))
            m_unwanted.remove(column);
        if (const int width = widths[name].toInt(); width >= narrowest && width <= widest)
            m_widths[column] = width;
        if (state[sortKey] == name)
            m_sortColumn = column;
    }
    m_sortOrder = state[descendingKey].toBool() ? Qt::DescendingOrder : Qt::AscendingOrder;
    applySorting();
    fitColumns();
}

void TradeTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_filter->rowCount() > 0 || m_empty.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setFont(m_theme.font());
    painter.setPen(m_theme.color(ColorRole::MutedText));
    const int edge = m_theme.scaled(12);
    painter.drawText(viewport()->rect().adjusted(edge, edge, -edge, -edge),
                     int(Qt::AlignCenter) | Qt::TextWordWrap, m_empty);
}

} // namespace tapeline
