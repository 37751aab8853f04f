#include "connectionpanel.h"

#include "connectionlogmodel.h"
#include "connectionsummary.h"
#include "linkbutton.h"
#include "panelheader.h"
#include "requestqueuemodel.h"
#include "requestsview.h"
#include "theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTabBar>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

ColorRole roleOf(ConnectionLogModel::Weight weight)
{
    switch (weight) {
    case ConnectionLogModel::Weight::Good:
        return ColorRole::Success;
    case ConnectionLogModel::Weight::Plain:
        return ColorRole::MutedText;
    case ConnectionLogModel::Weight::Attention:
        return ColorRole::Warning;
    case ConnectionLogModel::Weight::Trouble:
        return ColorRole::Error;
    }
    return ColorRole::MutedText;
}

/// Puts a dot in the colour of its weight before what happened; the row, not a cell, is current.
class HistoryDelegate : public QStyledItemDelegate
{
public:
    HistoryDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->state &= ~QStyle::State_HasFocus;
        if (index.column() != ConnectionLogModel::What)
            return;
        const auto weight = index.data(ConnectionLogModel::WeightRole);
        option->icon = m_theme.icon(u"dot"_s, roleOf(weight.value<ConnectionLogModel::Weight>()));
        option->features |= QStyleOptionViewItem::HasDecoration;
        const int side = m_theme.scaled(14);
        option->decorationSize = { side, side };
    }

private:
    const Theme &m_theme;
};

} // namespace

ConnectionPanel::ConnectionPanel(const PanelContext &context, ConnectionLogModel &model,
                                 RequestQueueModel &requests, QWidget *parent)
    : Panel(context, parent)
    , m_model(model)
    , m_requests(requests)
    , m_summary(new ConnectionSummary(theme(), this))
    , m_copy(new QPushButton(this))
    , m_open(new QPushButton(this))
    , m_tabs(new QTabBar(this))
    , m_pages(new QStackedWidget(this))
    , m_table(new QTableView(this))
    , m_reason(new QLabel(this))
    , m_queue(new RequestsView(theme(), requests, this))
{
    setSymbolInTitle(false);
    header()->linkButton()->hide(); // it shows no symbol
    m_copy->setObjectName(u"diagnosticsButton"_s);
    m_open->setObjectName(u"connectionSettingsButton"_s);
    for (QPushButton *button : { m_copy, m_open })
        button->setFlat(true);
    makeTable();
    m_tabs->setObjectName(u"connectionTabs"_s);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab({});
    m_tabs->addTab({});
    m_pages->addWidget(makeOverview());
    m_pages->addWidget(m_queue);

    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_pages, 1);
    content->setFocusProxy(m_table);
    setContent(content);

    connect(m_copy, &QPushButton::clicked, this, &ConnectionPanel::diagnosticsRequested);
    connect(m_open, &QPushButton::clicked, this, &ConnectionPanel::settingsRequested);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(&requests, &RequestQueueModel::changed, this, &ConnectionPanel::nameTabs);
    connect(&theme(), &Theme::changed, this, &ConnectionPanel::restyle);
    ConnectionPanel::retranslate();
    restyle();
}

QWidget *ConnectionPanel::makeOverview()
{
    auto *page = new QWidget(this);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(4, 0, 4, 4);
    buttons->addWidget(m_open);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_summary);
    column->addLayout(buttons);
    column->addWidget(m_table, 1);
    column->addWidget(m_reason);
    return page;
}

void ConnectionPanel::showPage(Page page)
{
    m_tabs->setCurrentIndex(static_cast<int>(page));
}

/// How many wait is seen without a look at them.
void ConnectionPanel::nameTabs()
{
    const int waiting = m_requests.waiting();
    m_tabs->setTabText(int(Page::Overview), tr("Overview"));
    m_tabs->setTabText(int(Page::Requests),
                       //: Requests to the service, %1 of them wait
                       waiting > 0 ? tr("Requests (%1)").arg(waiting) : tr("Requests"));
}

void ConnectionPanel::makeTable()
{
    m_table->setObjectName(u"connectionHistory"_s);
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new HistoryDelegate(theme(), m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->viewport()->installEventFilter(this);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(ConnectionLogModel::Time, QHeaderView::Fixed);
    header->setSectionResizeMode(ConnectionLogModel::What, QHeaderView::Fixed);
    header->setSectionResizeMode(ConnectionLogModel::Why, QHeaderView::Stretch);

    m_reason->setObjectName(u"connectionReason"_s);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    m_reason->setContentsMargins(10, 4, 10, 6);
    m_reason->setProperty("muted", true);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ConnectionPanel::showReason);
}

/// Below the table for the row that was chosen, where there is no room for its column.
void ConnectionPanel::showReason()
{
    const QModelIndex why = m_table->currentIndex().siblingAtColumn(ConnectionLogModel::Why);
    m_reason->setText(why.data().toString());
    m_reason->setVisible(m_table->isColumnHidden(ConnectionLogModel::Why)
                         && !m_reason->text().isEmpty());
}

void ConnectionPanel::setStatus(const SessionStatus &status)
{
    m_summary->setStatus(status);
}

void ConnectionPanel::restyle()
{
    const QFont font = theme().font(FontRole::Small);
    m_table->setFont(font);
    m_reason->setFont(font);
    m_tabs->setFont(font);
    m_table->horizontalHeader()->setFont(font);
    m_table->verticalHeader()->setDefaultSectionSize(QFontMetrics(font).height()
                                                     + theme().scaled(8));
    const QSize icon(theme().scaled(15), theme().scaled(15));
    for (QPushButton *button : { m_copy, m_open }) {
        button->setFont(font);
        button->setIconSize(icon);
    }
    m_copy->setIcon(theme().icon(u"copy"_s, ColorRole::Accent));
    m_open->setIcon(theme().icon(u"settings"_s, ColorRole::Accent));
    fitColumns();
}

/// What happened has the first claim to the room.
void ConnectionPanel::fitColumns()
{
    const int time
        = QFontMetrics(m_table->font()).horizontalAdvance(u"88:88:88"_s) + theme().scaled(22);
    const int rest = m_table->viewport()->width() - time;
    const bool wide = rest >= theme().scaled(420);
    m_table->setColumnHidden(ConnectionLogModel::Why, !wide);
    m_table->setColumnWidth(ConnectionLogModel::Time, time);
    m_table->setColumnWidth(ConnectionLogModel::What,
                            wide ? std::max(rest * 3 / 5, rest - theme().scaled(420)) : rest);
    showReason();
}

bool ConnectionPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    return Panel::eventFilter(watched, event);
}

void ConnectionPanel::retranslate()
{
    setTitle(tr("Connection"));
    m_copy->setText(tr("Copy diagnostics"));
    m_copy->setToolTip(tr("Copies what a helper needs to know. It never holds your key."));
    m_open->setText(tr("Settings"));
    m_open->setToolTip(tr("Connection settings"));
    m_open->setAccessibleName(tr("Connection settings"));
    m_table->setAccessibleName(tr("History of the connection"));
    m_model.retranslate();
    m_requests.retranslate();
    nameTabs();
}

} // namespace tapeline
