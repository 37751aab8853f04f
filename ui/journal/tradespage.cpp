#include "tradespage.h"

#include "journalselection.h"
#include "journaltradesmodel.h"
#include "theme.h"
#include "tradefilter.h"
#include "tradesums.h"
#include "tradetable.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QVBoxLayout>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostStars = 5;

} // namespace

TradesPage::TradesPage(JournalSelection &selection, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_model(new JournalTradesModel(selection.journal(), this))
    , m_table(new TradeTable(*m_model, theme, this))
    , m_sums(new TradeSums(selection, theme, this))
{
    m_table->setDefaultSorting(JournalTradesModel::Date, Qt::DescendingOrder);
    m_table->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    column->addWidget(m_sums);
    setFocusProxy(m_table);

    connect(&selection, &JournalSelection::changed, this, &TradesPage::showTrades);
    const auto open = [this](const QModelIndex &source) {
        if (source.isValid())
            emit tradeOpened(m_model->trade(source.row()).key);
    };
    connect(m_table, &TradeTable::opened, this, open);
    connect(m_table, &TradeTable::iconClicked, this, open);
    connect(m_table, &TradeTable::symbolOpened, this,
            [this, open] { open(m_table->currentSource()); });
    connect(m_table, &TradeTable::symbolTyped, this, &TradesPage::symbolTyped);
    connect(m_table, &TradeTable::currentChosen, this, &TradesPage::currentChanged);
    connect(m_table, &TradeTable::menuRequested, this, &TradesPage::openMenu);
    connect(m_table, &TradeTable::stateChanged, this, &TradesPage::stateChanged);
    retranslate();
    showTrades();
}

std::optional<TradeKey> TradesPage::current() const
{
    const QModelIndex source = m_table->currentSource();
    return source.isValid() ? std::optional(m_model->trade(source.row()).key) : std::nullopt;
}

void TradesPage::choose(const TradeKey &key)
{
    const int row = m_model->rowOf(key);
    if (row < 0)
        return;
    m_table->choose(m_model->index(row, JournalTradesModel::Symbol));
    m_table->scrollTo(m_table->currentIndex());
}

std::optional<TradeKey> TradesPage::neighbour(const TradeKey &key, int rows) const
{
    const int row = m_model->rowOf(key);
    const int wanted = row + rows;
    if (row < 0 || wanted < 0 || wanted >= m_model->rowCount())
        return {};
    return m_model->trade(wanted).key;
}

void TradesPage::setNow(Timestamp now)
{
    m_model->setNow(now);
}

/// The chosen trade stays chosen, and the list where it is.
void TradesPage::showTrades()
{
    const QModelIndex source = m_table->currentSource();
    const std::optional<TradeKey> chosen
        = source.isValid() ? std::optional(m_model->keyAt(source.row())) : std::nullopt;
    const int scrolled = m_table->verticalScrollBar()->value();
    m_model->setTrades(m_selection.trades());
    if (chosen && !m_table->currentSource().isValid())
        if (const int row = m_model->rowOf(*chosen); row >= 0)
            m_table->choose(m_model->index(row, JournalTradesModel::Symbol));
    m_table->verticalScrollBar()->setValue(scrolled);
    retranslate();
}

bool TradesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int digit = key->key() - Qt::Key_0;
        const bool isPlain = !(key->modifiers() & ~Qt::KeypadModifier);
        if (isPlain && digit >= 0 && digit <= mostStars)
            if (const auto chosen = current()) {
                emit ratingChosen(*chosen, digit);
                return true;
            }
    }
    return QWidget::eventFilter(watched, event);
}

void TradesPage::openMenu(const QModelIndex &source, const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"journalMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (source.isValid()) {
        const TradeRecord trade = m_model->trade(source.row());
        const auto add = [&](const QString &text, auto act) { menu->addAction(text, this, act); };
        add(tr("Open"), [this, key = trade.key] { emit tradeOpened(key); });
        add(tr("Show on chart"), [this, key = trade.key] { emit chartRequested(key); });
        add(tr("Replay this trade"), [this, key = trade.key] { emit replayRequested(key); });
        menu->addSeparator();
        add(tr("Only %1").arg(trade.symbol), [this, symbol = trade.symbol] {
            JournalFilter filter = m_selection.filter();
            filter.symbol = symbol;
            m_selection.setFilter(filter);
        });
        const QString setup = m_selection.journal().notes(trade.key).setup;
        if (!setup.isEmpty())
            add(tr("Only “%1”").arg(setup), [this, setup] {
                JournalFilter filter = m_selection.filter();
                filter.setup = setup;
                m_selection.setFilter(filter);
            });
        menu->addSeparator();
    }
    m_table->addColumnActions(menu->addMenu(tr("Columns")));
    menu->popup(globalPosition);
}

QJsonObject TradesPage::saveState() const
{
    return m_table->saveState();
}

void TradesPage::restoreState(const QJsonObject &state)
{
    m_table->restoreState(state);
}

void TradesPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TradesPage::retranslate()
{
    m_table->setAccessibleName(tr("Trades"));
    if (!m_selection.ofAccounts().empty())
        m_table->setEmptyText(tr("No trade passes this filter."));
    else if (m_selection.journal().isCatchingUp())
        m_table->setEmptyText(tr("The journal is being read."));
    else
        m_table->setEmptyText(tr("No trades here yet. A trade is written down by itself as soon as "
                                 "an order of yours is filled."));
}

} // namespace tapeline
