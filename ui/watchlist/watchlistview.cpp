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

#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int resortMs = 250;
constexpr int fadeMs = 66;

/// Which columns go first when there is no room; the symbol, last price and change in percent
/// always stay.
constexpr std::array leastWanted { WatchlistModel::Volume, WatchlistModel::Ask, WatchlistModel::Bid,
                                   WatchlistModel::Spark, WatchlistModel::Change };

} // namespace

WatchlistView::WatchlistView(WatchlistModel &model, const Theme &theme, const Settings &settings,
                             QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_theme(theme)
{
    setObjectName(u"watchlistView"_s);
    setModel(&model);
    setItemDelegate(new WatchlistDelegate(theme, settings, this));
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
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(24);

    connect(this, &QTableView::clicked, this, [this] { emit symbolActivated(currentSymbol()); });
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &WatchlistView::cycleSort);
    connect(&theme, &Theme::changed, this, &WatchlistView::restyle);
    connect(&m_resort, &QTimer::timeout, &model, &WatchlistModel::resort);
    m_resort.start(resortMs);
    // Glows fade by themselves, also where nothing changes any more
    connect(&m_fade, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    if (settings.flashOnChange())
        m_fade.start(fadeMs);
    connect(&settings, &Settings::flashOnChangeChanged, this,
            [this](bool on) { on ? m_fade.start(fadeMs) : m_fade.stop(); });
    restyle();
}

QString WatchlistView::currentSymbol() const
{
    return m_model.index(currentIndex().row(), WatchlistModel::Symbol).data().toString();
}

void WatchlistView::removeCurrent()
{
    m_model.removeSymbol(currentSymbol());
}

void WatchlistView::restyle()
{
    setAccessibleName(tr("Watchlist"));
    m_model.setLocale(locale());
    verticalHeader()->setDefaultSectionSize(m_theme.scaled(26));
    fitColumns();
}

/// Columns are as wide as their widest usual text; the least wanted ones hide where there is no
/// room.
void WatchlistView::fitColumns()
{
    const QFontMetrics metrics(m_theme.font(FontRole::Strong));
    const auto textWidth = [&](const QString &sample) {
        return metrics.horizontalAdvance(sample) + m_theme.scaled(14);
    };
    std::array<int, WatchlistModel::ColumnCount> widths {};
    widths[WatchlistModel::Symbol] = textWidth(u"GOOGL"_s);
    widths[WatchlistModel::Spark] = m_theme.scaled(64);
    widths[WatchlistModel::Last] = textWidth(u"0000.00"_s);
    widths[WatchlistModel::Change] = textWidth(u"+00.00"_s);
    widths[WatchlistModel::ChangePercent] = textWidth(u"+0.00 %"_s);
    widths[WatchlistModel::Bid] = widths[WatchlistModel::Ask] = textWidth(u"0000.00"_s);
    widths[WatchlistModel::Volume] = textWidth(u"000,000,000"_s);
    int total = 0;
    for (const int width : widths)
        total += width;
    for (int column = 0; column < WatchlistModel::ColumnCount; ++column)
        setColumnHidden(column, false);
    for (const WatchlistModel::Column column : leastWanted) {
        if (total <= viewport()->width())
            break;
        setColumnHidden(column, true);
        total -= widths[column];
    }
    // What is left over goes to the symbol and the line of the day
    const int spare = std::max(0, viewport()->width() - total);
    const bool hasSpark = !isColumnHidden(WatchlistModel::Spark);
    widths[WatchlistModel::Spark] += hasSpark ? spare / 2 : 0;
    widths[WatchlistModel::Symbol] += hasSpark ? spare - spare / 2 : spare;
    for (int column = 0; column < WatchlistModel::ColumnCount; ++column)
        setColumnWidth(column, widths[static_cast<std::size_t>(column)]);
}

void WatchlistView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void WatchlistView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        restyle();
    QTableView::changeEvent(event);
}

void WatchlistView::cycleSort(int column)
{
    const bool same = m_model.sortColumn() == column;
    if (!same)
        m_model.sort(column,
                     column == WatchlistModel::Symbol ? Qt::AscendingOrder : Qt::DescendingOrder);
    else if ((m_model.sortOrder() == Qt::DescendingOrder) == (column != WatchlistModel::Symbol))
        m_model.sort(column,
                     column == WatchlistModel::Symbol ? Qt::DescendingOrder : Qt::AscendingOrder);
    else
        m_model.sort(-1);
    horizontalHeader()->setSortIndicatorShown(m_model.sortColumn() >= 0);
    if (m_model.sortColumn() >= 0)
        horizontalHeader()->setSortIndicator(m_model.sortColumn(), m_model.sortOrder());
}

void WatchlistView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentIndex().isValid())
            emit symbolActivated(currentSymbol());
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        removeCurrent();
        return;
    default:
        break;
    }
    const QString typed = event->text();
    if (!typed.isEmpty() && typed.front().isLetterOrNumber()
        && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))) {
        emit symbolTyped(typed);
        return;
    }
    QTableView::keyPressEvent(event);
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
    // The model has moved the row: the view must not remove it as the source of a move
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void WatchlistView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    QMenu menu(this);
    if (index.isValid()) {
        const QString symbol = m_model.index(index.row(), WatchlistModel::Symbol).data().toString();
        menu.addAction(tr("Open %1").arg(symbol), this,
                       [this, symbol] { emit symbolActivated(symbol); });
        menu.addAction(tr("Remove %1 from this list").arg(symbol), this,
                       [this, symbol] { m_model.removeSymbol(symbol); });
        menu.addSeparator();
    }
    QAction *own = menu.addAction(tr("My own order"), this, [this] {
        m_model.sort(-1);
        horizontalHeader()->setSortIndicatorShown(false);
    });
    own->setEnabled(m_model.sortColumn() >= 0);
    menu.exec(event->globalPos());
}

} // namespace tapeline
