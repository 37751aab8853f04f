#include "questionbox.h"

#include "theme.h"
#include "ticketsummary.h"
#include "tradedesk.h"
#include "tradetext.h"

#include <QApplication>
#include <QCursor>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>
#include <utility>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Keys that were meant for something else arrive so soon.
constexpr int leastReadingMs = 250;
constexpr int wantedWidth = 320;
constexpr int margin = 12;

/// Where nothing is to be cancelled first, a refusal is certain.
bool isHopeless(const TradeQuestion &question)
{
    return question.plan.cancels.isEmpty()
        && std::ranges::any_of(question.previews, [](const OrderAnswer &answer) {
               return !answer.preview || !answer.preview->refusals.empty();
           });
}

} // namespace

QuestionBox::QuestionBox(const Theme &theme, TradeDesk &desk, QWidget *window)
    : QFrame(window)
    , m_desk(desk)
    , m_title(new QLabel(this))
    , m_lines(new QLabel(this))
    , m_lineArea(new QScrollArea(this))
    , m_note(new QLabel(this))
    , m_summary(new TicketSummary(theme, this))
    , m_send(new QPushButton(this))
    , m_dismiss(new QPushButton(this))
{
    setObjectName(u"tradeQuestion"_s);
    setFocusPolicy(Qt::StrongFocus);
    m_title->setFont(theme.font(FontRole::Strong));
    m_lines->setObjectName(u"questionLines"_s);
    m_note->setProperty("muted", true);
    for (QLabel *label : { m_lines, m_note }) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_send->setObjectName(u"questionSend"_s);
    m_send->setProperty("primary", true);
    m_dismiss->setObjectName(u"questionDismiss"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_dismiss);
    buttons->addWidget(m_send);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(8);
    m_lineArea->setObjectName(u"questionArea"_s);
    m_lineArea->setFrameShape(QFrame::NoFrame);
    m_lineArea->setWidgetResizable(true);
    m_lineArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_lineArea->setWidget(m_lines);
    m_lines->setAutoFillBackground(false); // the box shows through
    m_lineArea->viewport()->setAutoFillBackground(false);
    for (QWidget *part :
         std::initializer_list<QWidget *> { m_title, m_lineArea, m_summary, m_note })
        column->addWidget(part);
    column->addLayout(buttons);
    connect(m_send, &QPushButton::clicked, &desk, [this] { m_desk.confirm(m_number); });
    connect(m_dismiss, &QPushButton::clicked, &desk, &TradeDesk::dismiss);
    connect(&desk, &TradeDesk::questionChanged, this, &QuestionBox::showQuestion);
    retranslate();
    hide();
}

QString QuestionBox::text() const
{
    return m_lines->text();
}

void QuestionBox::showQuestion()
{
    const TradeQuestion *question = m_desk.question();
    if (!question) {
        const bool hadFocus = isAncestorOf(QApplication::focusWidget());
        hide();
        m_number = 0;
        if (hadFocus && m_focusBefore)
            m_focusBefore->setFocus();
        return;
    }
    if (isHidden())
        m_focusBefore = QApplication::focusWidget();
    if (std::exchange(m_number, question->number) != question->number)
        m_shownSince.start();
    m_lines->setText(lines().join(u'\n'));
    const bool single = question->previews.size() == 1;
    m_summary->setVisible(single);
    if (single)
        m_summary->setAnswer(question->previews.front());
    const bool hopeless = isHopeless(*question);
    m_send->setEnabled(!hopeless);
    m_note->setText(hopeless               ? tr("It would be refused.")
                        : m_desk.isArmed() ? tr("Asked because a limit that only warns is passed.")
                                           : tr("One-click trading is off."));
    place();
    show();
    raise();
    setFocus(); // and not a button's: a blank that is being typed is no answer
}

QStringList QuestionBox::lines() const
{
    const TradeQuestion &question = *m_desk.question();
    OrderLog &log = m_desk.log(question.account);
    const auto named = [&](const QString &id) {
        const OrderLine *order = log.find(id);
        return order ? tradetext::order(order->ticket, QLocale()) : id;
    };
    QStringList all;
    for (const QString &id : question.plan.cancels)
        all.append(tr("Cancel: %1").arg(named(id)));
    for (const OrderReplace &change : question.plan.changes)
        all.append(
            tr("Change: %1 \u2192 %2").arg(named(change.id), tradetext::change(change, QLocale())));
    for (const OrderTicket &order : question.plan.orders)
        all.append(tradetext::order(order, QLocale()));
    return all;
}

/// Beside the mouse, whole within the window.
void QuestionBox::place()
{
    const QWidget &window = *parentWidget();
    setFixedWidth(std::min(wantedWidth * fontMetrics().height() / 16, window.width() - 2 * margin));
    // Many lines scroll, so that the buttons stay in the window
    const int inner = width() - layout()->contentsMargins().left() * 2;
    m_lineArea->setFixedHeight(std::min(m_lines->heightForWidth(inner), window.height() / 2));
    layout()->activate();
    const int height
        = layout()->hasHeightForWidth() ? layout()->heightForWidth(width()) : sizeHint().height();
    resize(width(), std::max(height, sizeHint().height()));
    const QPoint mouse = window.mapFromGlobal(QCursor::pos());
    const QPoint wanted = window.rect().contains(mouse)
        ? mouse + QPoint(margin, margin)
        : QPoint((window.width() - width()) / 2, (window.height() - this->height()) / 2);
    move(std::clamp(wanted.x(), margin, std::max(margin, window.width() - width() - margin)),
         std::clamp(wanted.y(), margin,
                    std::max(margin, window.height() - this->height() - margin)));
}

/// Enter answers what was read, and not what came up under the fingers.
void QuestionBox::answerByKey()
{
    if (!m_shownSince.hasExpired(leastReadingMs))
        return;
    if (m_dismiss->hasFocus() || !m_send->isEnabled())
        m_desk.dismiss();
    else
        m_desk.confirm(m_number);
}

void QuestionBox::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->isAutoRepeat())
        return event->accept(); // a held key is no answer
    if (event->key() == Qt::Key_Escape)
        m_desk.dismiss();
    else if (enter)
        answerByKey();
    else
        QFrame::keyPressEvent(event);
}

void QuestionBox::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void QuestionBox::retranslate()
{
    m_title->setText(tr("Send this?"));
    m_send->setText(tr("Send"));
    m_dismiss->setText(tr("Don't send"));
    if (m_desk.question())
        showQuestion();
}

} // namespace tapeline
