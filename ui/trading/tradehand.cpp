#include "tradehand.h"

#include "panel.h"
#include "questionbox.h"
#include "symbolathand.h"
#include "tradedesk.h"

#include <QApplication>

namespace tapeline {

namespace {

constexpr int patienceMs = 3'000; // an order that comes later surprises

} // namespace

TradeHand::TradeHand(TradeDesk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, &TradeHand::carryOut); // the desk says what lacks
    connect(&desk, &TradeDesk::marketChanged, this, [this](const QStringList &symbols) {
        if (m_waiting && symbols.contains(m_symbol))
            carryOut();
    });
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *now) { watch(now); });
    watch(QApplication::focusWidget());
}

TradeHand::~TradeHand()
{
    m_desk.unfollow(m_symbol);
}

/// The panel that had the focus last stays in hand where the next widget is in none.
void TradeHand::watch(QWidget *focused)
{
    Panel *panel = panelOf(focused);
    if (!panel)
        return;
    for (const QMetaObject::Connection &connection : m_focused)
        disconnect(connection);
    const auto take = [this, panel] {
        if (const QString symbol = panel->symbolAtHand(); !symbol.isEmpty())
            follow(symbol);
    };
    m_focused[0] = connect(panel, &Panel::symbolChanged, this, take);
    m_focused[1] = connect(panel, &Panel::rowAtHandChanged, this, take);
    take();
}

QString TradeHand::atHand() const
{
    for (const QWidget *widget = QApplication::focusWidget(); widget;
         widget = widget->parentWidget())
        if (qobject_cast<const QuestionBox *>(widget) && !m_symbol.isEmpty())
            return m_symbol; // whatever the pointer is on: it is at the question
    return symbolAtHand();
}

void TradeHand::follow(const QString &symbol)
{
    if (symbol == m_symbol)
        return;
    m_waiting = nullptr; // it was meant for the other one
    m_patience.stop();
    m_desk.follow(symbol);
    m_desk.unfollow(std::exchange(m_symbol, symbol));
}

bool TradeHand::takeInHand()
{
    const QString symbol = atHand();
    if (symbol.isEmpty()) {
        emit m_desk.nothingToDo(
            tr("No symbol is at hand. Click a panel that has one, or point at it."));
        return false;
    }
    follow(symbol);
    return true;
}

void TradeHand::act(Wish wish)
{
    if (takeInHand())
        wish(m_desk, m_symbol);
}

void TradeHand::actOnQuote(Wish wish)
{
    if (!takeInHand())
        return;
    m_waiting = wish;
    if (m_desk.market(m_symbol))
        carryOut();
    else
        m_patience.start();
}

void TradeHand::carryOut()
{
    m_patience.stop();
    if (const Wish wish = std::exchange(m_waiting, nullptr))
        wish(m_desk, m_symbol);
}

} // namespace tapeline
