#include "tradefacts.h"

#include "executionsmodel.h"
#include "keptpicture.h"
#include "momentview.h"
#include "orderlog.h"
#include "receipthtml.h"
#include "theme.h"
#include "tradetable.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QTextBrowser>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

enum Tab { Context, Executions, Orders, Pictures };

} // namespace

TradeFacts::TradeFacts(const Theme &theme, QWidget *parent)
    : QTabWidget(parent)
    , m_theme(theme)
    , m_moments(new MomentView(theme))
    , m_model(new ExecutionsModel(this))
    , m_executions(new TradeTable(*m_model, theme))
    , m_orders(new QTextBrowser)
    , m_entry(new KeptPicture(theme))
    , m_exit(new KeptPicture(theme))
{
    setObjectName(u"tradeFacts"_s);
    setDocumentMode(true);
    auto *area = new QScrollArea;
    area->setObjectName(u"accountArea"_s); // as other forms on a panel
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    m_moments->setObjectName(u"accountBody"_s);
    area->setWidget(m_moments);
    m_executions->setDefaultSorting(ExecutionsModel::Time, Qt::AscendingOrder);
    m_orders->setObjectName(u"tradeOrders"_s);
    m_orders->setOpenLinks(false);
    auto *pictures = new QWidget;
    auto *row = new QHBoxLayout(pictures);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_entry, 1);
    row->addWidget(m_exit, 1);
    addTab(area, {});
    addTab(m_executions, {});
    addTab(m_orders, {});
    addTab(pictures, {});
    connect(&theme, &Theme::changed, this, &TradeFacts::restyle);
    retranslate();
    restyle();
}

void TradeFacts::showTrade(const TradeRecord &trade)
{
    m_moments->showTrade(trade);
}

void TradeFacts::showDetail(const TradeDetail &detail)
{
    m_model->setExecutions(detail.executions);
    m_events = detail.orders;
    m_entry->setPicture(detail.entryPicture);
    m_exit->setPicture(detail.exitPicture);
    showOrders();
}

/// Every order with its life and what its fills rest on, as its receipt tells it.
void TradeFacts::showOrders()
{
    OrderLog log;
    log.restart(m_events);
    std::vector<ReceiptPart> parts;
    for (const OrderLine &order : log.orders()) {
        std::vector<ReceiptPart> own = receipttext::parts(order, log);
        if (!own.empty())
            own.front().heading = receipttext::title(order) + u"  ·  "_s + own.front().heading;
        parts.insert(parts.end(), own.begin(), own.end());
    }
    if (parts.empty())
        m_orders->setPlainText(tr("No orders are known for this trade: its fills were imported, or "
                                  "came of an exercise or a split."));
    else
        m_orders->setHtml(receiptHtml(parts, m_theme.color(ColorRole::MutedText)));
}

QString TradeFacts::ordersText() const
{
    return m_orders->toPlainText();
}

void TradeFacts::retranslate()
{
    setTabText(Context, tr("Context"));
    setTabText(Executions, tr("Executions"));
    setTabText(Orders, tr("Orders"));
    setTabText(Pictures, tr("Pictures"));
    setAccessibleName(tr("About this trade"));
    m_executions->setAccessibleName(tr("Executions"));
    m_executions->setEmptyText(tr("No executions are known."));
    m_orders->setAccessibleName(tr("Orders"));
    m_entry->setNames(tr("Chart at the entry"), tr("No picture was kept."));
    m_exit->setNames(tr("Chart at the exit"), tr("No picture was kept."));
    showOrders();
}

void TradeFacts::restyle()
{
    tabBar()->setFont(m_theme.font(FontRole::Small));
    m_orders->document()->setDefaultFont(m_theme.font(FontRole::Text));
    m_orders->document()->setDocumentMargin(m_theme.scaled(4));
    showOrders();
}

void TradeFacts::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QTabWidget::changeEvent(event);
}

} // namespace tapeline
