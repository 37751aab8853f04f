#include "requestsview.h"

#include "requestqueuemodel.h"
#include "streamtext.h"
#include "theme.h"

#include <QDateTime>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

ColorRole roleOf(QueuedRequest::State state)
{
    switch (state) {
    case QueuedRequest::State::Running:
        return ColorRole::Success;
    case QueuedRequest::State::WaitsForConnections:
    case QueuedRequest::State::WaitsForBudget:
        return ColorRole::MutedText;
    case QueuedRequest::State::WaitsAfterRefusal:
    case QueuedRequest::State::WaitsForRetry:
        return ColorRole::Warning;
    }
    return ColorRole::MutedText;
}

/// A dot in the colour of the state before its words; the row, not a cell, is current.
class QueueDelegate : public QStyledItemDelegate
{
public:
    QueueDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->state &= ~QStyle::State_HasFocus;
        if (index.column() != RequestQueueModel::Why)
            return;
        const auto state = index.data(RequestQueueModel::StateRole).value<QueuedRequest::State>();
        option->icon = m_theme.icon(u"dot"_s, roleOf(state));
        option->features |= QStyleOptionViewItem::HasDecoration;
        const int side = m_theme.scaled(14);
        option->decorationSize = { side, side };
    }

private:
    const Theme &m_theme;
};

QLabel *newLabel(const QString &name, QWidget *parent, bool muted)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("muted", muted);
    return label;
}

} // namespace

RequestsView::RequestsView(const Theme &theme, RequestQueueModel &model, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(model)
    , m_used(newLabel(u"requestsUsed"_s, this, false))
    , m_bar(new QProgressBar(this))
    , m_next(newLabel(u"requestsNext"_s, this, true))
    , m_table(new QTableView(this))
    , m_nothing(newLabel(u"requestsNone"_s, this, true))
    , m_usage(newLabel(u"requestsUsage"_s, this, true))
{
    m_bar->setTextVisible(false);
    m_nothing->setAlignment(Qt::AlignCenter);
    makeTable();

    auto *head = new QVBoxLayout;
    head->setContentsMargins(10, 8, 10, 6);
    head->setSpacing(4);
    for (QWidget *part : std::initializer_list<QWidget *> { m_used, m_bar, m_next })
        head->addWidget(part);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(10, 4, 10, 6);
    foot->addWidget(m_usage);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_table, 1);
    column->addWidget(m_nothing, 1);
    column->addLayout(foot);

    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &RequestsView::countDown);
    connect(&model, &RequestQueueModel::changed, this, &RequestsView::refresh);
    connect(&theme, &Theme::changed, this, &RequestsView::restyle);
    restyle();
}

void RequestsView::makeTable()
{
    m_table->setObjectName(u"requestTable"_s);
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new QueueDelegate(m_theme, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(RequestQueueModel::Why, QHeaderView::Stretch);
}

void RequestsView::restyle()
{
    const QFont font = m_theme.font(FontRole::Small);
    for (QWidget *part : std::initializer_list<QWidget *> { m_next, m_table, m_nothing, m_usage })
        part->setFont(font);
    m_used->setFont(m_theme.font(FontRole::Strong));
    m_table->horizontalHeader()->setFont(font);
    m_table->verticalHeader()->setDefaultSectionSize(QFontMetrics(font).height()
                                                     + m_theme.scaled(8));
    fitColumns();
    refresh();
}

/// Why something waits, and how long still, has the first claim to the room.
void RequestsView::fitColumns()
{
    const QFontMetrics metrics(m_table->font());
    const int margin = m_theme.scaled(18);
    const int subject = metrics.horizontalAdvance(u"WWWWW 30m"_s) + margin;
    const QHeaderView *header = m_table->horizontalHeader();
    const auto widthOf = [&](int column) {
        return std::max(header->sectionSizeHint(column) + m_theme.scaled(10),
                        metrics.horizontalAdvance(u"888 min"_s) + margin);
    };
    const int due = widthOf(RequestQueueModel::Due);
    const int age = widthOf(RequestQueueModel::Age);
    const int rest = width() - subject - due - age;
    m_table->setColumnHidden(RequestQueueModel::Age, rest < m_theme.scaled(280));
    m_table->setColumnHidden(RequestQueueModel::What, rest < m_theme.scaled(280));
    m_table->setColumnWidth(RequestQueueModel::Subject, subject);
    m_table->setColumnWidth(RequestQueueModel::What, std::min(rest * 2 / 5, m_theme.scaled(220)));
    m_table->setColumnWidth(RequestQueueModel::Due, due);
    m_table->setColumnWidth(RequestQueueModel::Age, age);
}

void RequestsView::refresh()
{
    if (!isVisible())
        return;
    showBudget();
    showUsage();
    const bool isEmpty = m_model.rowCount() == 0;
    m_table->setVisible(!isEmpty);
    m_nothing->setVisible(isEmpty);
    m_nothing->setText(tr("Nothing waits: every request was answered."));
    m_table->setAccessibleName(tr("Requests that were not answered yet"));
    if (!m_model.isMoving())
        m_clock.stop();
    else if (!m_clock.isActive())
        m_clock.start();
}

void RequestsView::showBudget()
{
    const RequestQueue &queue = m_model.mainQueue();
    const bool limited = queue.limit > 0;
    m_bar->setVisible(limited);
    m_bar->setRange(0, std::max(1, queue.limit));
    m_bar->setValue(std::min(queue.used, queue.limit));
    m_next->setVisible(limited || queue.nextSlot > m_model.now());
    m_next->setText(RequestQueueModel::nextText(queue, m_model.now()));
    m_used->setText(
        limited
            //: %1 requests of %2 that the plan allows
            ? tr("%1 of the plan's %2 requests in the last minute").arg(queue.used).arg(queue.limit)
            : tr("%n request(s) in the last minute, without a limit", nullptr, queue.used));
}

void RequestsView::showUsage()
{
    const ApiUsage &usage = m_model.mainQueue().usage;
    m_usage->setVisible(usage.requests > 0);
    const QLocale locale;
    const int form = int(std::min<qint64>(usage.requests, std::numeric_limits<int>::max()));
    const QTime since = QDateTime::fromMSecsSinceEpoch(toMs(usage.since)).time();
    //: %1 is the time the program's first request went out, %2 a number of requests, %3 of those
    //: that were too many for the plan, %4 of those that failed, %5 a size such as "4.2 MB"
    m_usage->setText(
        tr("Since %1: %2 request(s), %3 refused as too many, %4 failed, %5 received", nullptr, form)
            .arg(locale.toString(since, QLocale::ShortFormat), locale.toString(usage.requests),
                 locale.toString(usage.tooMany), locale.toString(usage.failures),
                 locale.formattedDataSize(usage.bytes, 1, QLocale::DataSizeTraditionalFormat)));
}

void RequestsView::countDown()
{
    if (isVisible())
        m_model.setNow(wallTime());
    else
        m_clock.stop();
}

void RequestsView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        fitColumns();
        refresh();
    }
    QWidget::changeEvent(event);
}

void RequestsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model.setNow(wallTime());
}

void RequestsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

} // namespace tapeline
