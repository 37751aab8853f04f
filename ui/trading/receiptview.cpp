#include "receiptview.h"

#include "receipthtml.h"
#include "theme.h"
#include "tradedesk.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QTextBrowser>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

ReceiptView::ReceiptView(TradeDesk &desk, const Theme &theme, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_desk(desk)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_waiting(new QLabel(this))
    , m_text(new QTextBrowser(this))
    , m_copy(new QPushButton(this))
{
    setObjectName(u"receipt"_s);
    m_title->setObjectName(u"receiptTitle"_s);
    m_waiting->setObjectName(u"receiptWaiting"_s);
    m_text->setObjectName(u"receiptText"_s);
    m_copy->setObjectName(u"receiptCopy"_s);
    for (QLabel *label : { m_title, m_waiting }) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    m_text->setOpenLinks(false);
    m_copy->setFlat(true);
    auto *column = new QVBoxLayout(this);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_copy, 0, Qt::AlignTop);
    column->addLayout(head);
    column->addWidget(m_waiting);
    column->addWidget(m_text, 1);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(text()); });
    connect(&desk, &TradeDesk::orderAnswered, this, &ReceiptView::take);
    connect(&desk, &TradeDesk::accountsChanged, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(&theme, &Theme::changed, this, &ReceiptView::restyle);
    connect(&m_timer, &QTimer::timeout, this, &ReceiptView::ask);
    m_timer.setInterval(askMs);
    retranslate();
    restyle();
}

void ReceiptView::open(const QString &account, const QString &order, const QWidget &beside)
{
    m_account = account;
    m_order = order;
    m_waiting->clear();
    m_text->clear();
    m_text->setProperty("shown", {});
    refresh();
    ask();
    place(beside);
    show();
    m_text->setFocus();
    m_timer.start();
}

const OrderLine *ReceiptView::order() const
{
    return m_desk.log(m_account).find(m_order);
}

void ReceiptView::refresh()
{
    const OrderLine *own = m_order.isEmpty() ? nullptr : order();
    if (!own)
        return;
    m_title->setText(receipttext::title(*own));
    m_waiting->setVisible(own->isOpen());
    showText();
}

/// Not while a part of it is chosen, which would be lost.
void ReceiptView::showText()
{
    const QString now = receiptHtml(receipttext::parts(*order(), m_desk.log(m_account)),
                                    m_theme.color(ColorRole::MutedText));
    if (m_text->textCursor().hasSelection() || m_text->property("shown").toString() == now)
        return;
    const int at = m_text->verticalScrollBar()->value();
    m_text->setProperty("shown", now);
    m_text->setHtml(now);
    m_text->verticalScrollBar()->setValue(at);
}

void ReceiptView::ask()
{
    const OrderLine *own = order();
    if (own && own->isOpen())
        m_request = m_desk.askWhyNotYet(m_account, m_order);
    else
        m_timer.stop();
}

void ReceiptView::take(const OrderAnswer &answer)
{
    if (answer.request != m_request || m_request == 0)
        return;
    m_waiting->setText(receipttext::waiting(answer.reason));
}

QString ReceiptView::text() const
{
    QStringList lines { m_title->text() };
    if (!m_waiting->isHidden() && !m_waiting->text().isEmpty())
        lines += m_waiting->text();
    return lines.join(u'\n') + u'\n' + m_text->toPlainText();
}

// --- the frame -------------------------------------------------------------------------------

/// As high as its text where the screen has the room; its lower edge on that of the widget.
void ReceiptView::place(const QWidget &beside)
{
    const QRect room = beside.screen()->availableGeometry();
    const int width = std::min(m_theme.scaled(560), room.width());
    const std::unique_ptr<QTextDocument> whole(m_text->document()->clone());
    whole->setTextWidth(width - m_theme.scaled(40));
    const int wanted = int(whole->size().height()) + m_theme.scaled(84);
    const int height
        = std::clamp(wanted, m_theme.scaled(160), std::min(m_theme.scaled(520), room.height()));
    QRect frame(0, 0, width, height);
    frame.moveBottomRight(beside.mapToGlobal(beside.rect().bottomRight()));
    frame.moveLeft(std::clamp(frame.left(), room.left(), room.right() - width + 1));
    frame.moveTop(std::clamp(frame.top(), room.top(), room.bottom() - height + 1));
    setGeometry(frame);
}

void ReceiptView::restyle()
{
    const int edge = m_theme.scaled(12);
    layout()->setContentsMargins(edge, m_theme.scaled(8), edge, m_theme.scaled(8));
    layout()->setSpacing(m_theme.scaled(4));
    m_title->setFont(m_theme.font(FontRole::Strong));
    m_waiting->setFont(m_theme.font(FontRole::Text));
    m_text->document()->setDefaultFont(m_theme.font(FontRole::Text));
    m_text->document()->setDocumentMargin(0);
    m_copy->setFont(m_theme.font(FontRole::Small));
    const int side = m_theme.scaled(14);
    m_copy->setIconSize({ side, side });
    m_copy->setIcon(m_theme.icon(u"copy"_s, ColorRole::Accent));
    refresh();
}

void ReceiptView::retranslate()
{
    setWindowTitle(tr("Receipt"));
    setAccessibleName(tr("Receipt"));
    m_text->setAccessibleName(tr("Receipt"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copies the whole receipt"));
    refresh();
}

void ReceiptView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

void ReceiptView::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    m_timer.stop();
    m_request = 0;
}

void ReceiptView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace tapeline
