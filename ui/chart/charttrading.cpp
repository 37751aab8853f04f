#include "charttrading.h"

#include "pricechart.h"
#include "tradedesk.h"
#include "tradelayer.h"

#include <QEvent>

#include <algorithm>

namespace tapeline {

ChartTrading::ChartTrading(TradeDesk &desk, PriceChart &chart)
    : QObject(&chart)
    , m_desk(desk)
    , m_chart(chart)
    , m_layer(new TradeLayer(chart.scene(), &chart))
{
    connect(&desk, &TradeDesk::accountsChanged, this, &ChartTrading::onAccounts);
    connect(&desk, &TradeDesk::accountChosen, this, &ChartTrading::takeAccount);
    connect(&desk, &TradeDesk::questionChanged, this, &ChartTrading::rebuild);
    connect(&desk, &TradeDesk::sent, this, &ChartTrading::onSent);
    connect(&desk, &TradeDesk::marketChanged, this, [this](const QStringList &symbols) {
        if (!m_lines.empty() && symbols.contains(m_symbol))
            layOut();
    });
    connect(chart.series(), &ChartSeries::changed, this, [this](const ChartSeries::Change &change) {
        if (change.reset)
            followSymbol();
    });
    chart.installEventFilter(this);
    chart.addGuest(*this);
    takeAccount();
    followSymbol();
}

ChartTrading::~ChartTrading()
{
    m_desk.unfollow(m_followed);
}

bool ChartTrading::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != &m_chart)
        return false;
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        followSymbol();
    else if (event->type() == QEvent::FocusOut && !m_press)
        giveUp(); // what is not sent must not look as if it were
    return false;
}

QWidget *ChartTrading::layer()
{
    return m_layer;
}

const TradePicture &ChartTrading::picture() const
{
    return m_layer->picture();
}

const std::vector<FillMark> &ChartTrading::marks() const
{
    return m_layer->marks();
}

// --- what there is
// ---------------------------------------------------------------------------------------------------

/// The market of the chart's symbol is wanted while the chart is shown.
void ChartTrading::followSymbol()
{
    const QString symbol = m_chart.series() ? m_chart.series()->symbol() : QString();
    const QString wanted = m_chart.isVisible() ? symbol : QString();
    if (wanted != m_followed) {
        m_desk.follow(wanted);
        m_desk.unfollow(std::exchange(m_followed, wanted));
    }
    if (symbol == m_symbol)
        return;
    giveUp();
    m_selected.reset();
    m_hovered.reset();
    m_symbol = symbol;
    m_instrument = instrumentFromSymbol(symbol).value_or(Instrument());
    takeFills();
    rebuild();
}

void ChartTrading::takeAccount()
{
    if (m_log)
        m_log->disconnect(this);
    m_log = &m_desk.log();
    connect(m_log, &OrderLog::restarted, this, [this] {
        m_sent.clear();
        takeFills();
    });
    connect(m_log, &OrderLog::orderChanged, this, &ChartTrading::onOrderChanged);
    connect(m_log, &OrderLog::fillAdded, this, [this](std::size_t index) {
        m_fills.add(m_log->fills()[index]);
        layOutMarks();
    });
    m_sent.clear();
    giveUp();
    takeFills();
    rebuild();
}

void ChartTrading::takeFills()
{
    m_fills.restart(m_symbol);
    for (const FillLine &fill : m_log->fills())
        m_fills.add(fill);
    layOutMarks();
}

void ChartTrading::onSent(const QString &account, const TradePlan &plan)
{
    if (account != m_desk.accountName())
        return;
    for (const OrderReplace &change : plan.changes)
        if (const OrderRow *row = orderOf(change.id))
            m_sent[change.id] = { change, row->ticket };
    rebuild();
}

/// What the order's own history tells ends the waiting.
void ChartTrading::onOrderChanged(std::size_t index)
{
    const OrderLine &order = m_log->orders()[index];
    if (order.state != OrderState::PendingReplace)
        m_sent.erase(order.ticket.id);
}

void ChartTrading::onAccounts()
{
    std::erase_if(m_sent, [this](const auto &entry) {
        const OrderRow *row = orderOf(entry.first);
        const OrderTicket &before = entry.second.before;
        return !row || row->ticket.limit != before.limit || row->ticket.stop != before.stop
            || row->ticket.qty != before.qty;
    });
    rebuild();
}

const OrderRow *ChartTrading::orderOf(const QString &id) const
{
    const PaperAccountView *account = m_desk.account();
    if (!account)
        return nullptr;
    for (const OrderRow &row : account->working)
        if (row.ticket.id == id)
            return &row;
    return nullptr;
}

/// Changes that someone is asked about, and those that are on their way.
std::vector<ShownChange> ChartTrading::shownChanges() const
{
    std::vector<ShownChange> changes;
    for (const auto &[id, sent] : m_sent)
        changes.push_back({ sent.change });
    const TradeQuestion *question = m_desk.question();
    if (question && question->account == m_desk.accountName())
        for (const OrderReplace &change : question->plan.changes)
            changes.push_back({ change });
    return changes;
}

void ChartTrading::rebuild()
{
    const PaperAccountView *account = m_symbol.isEmpty() ? nullptr : m_desk.account();
    std::vector<ShownChange> changes = shownChanges();
    m_settled = account ? tradeLines(*account, m_symbol, changes) : std::vector<TradeLine>();
    m_lines = m_settled;
    const TradeLine *line = selectedLine();
    if (!line)
        m_selected.reset();
    if (m_move && (!line || !line->isMovable)) {
        m_move.reset(); // filled or ended meanwhile
        m_press.reset();
    }
    if (m_move) {
        for (OrderReplace &change :
             moveTo(m_settled, *line, m_move->to, m_move->together, m_instrument))
            changes.push_back({ std::move(change), false });
        m_lines = tradeLines(*account, m_symbol, changes);
    }
    layOut();
}

void ChartTrading::layOut()
{
    if (m_lines.empty())
        return m_layer->setPicture({});
    TradeLook look { .instrument = m_instrument, .market = market() };
    look.selected = m_selected;
    if (m_hovered)
        look.hovered = m_hovered->id;
    look.isDragged = m_move.has_value();
    const ChartScene &scene = m_chart.scene();
    m_layer->setPicture(scene.hasBars() ? placeTradeLines(m_lines, look, scene, m_layer->textSize(),
                                                          m_chart.legendHeight())
                                        : TradePicture());
}

void ChartTrading::layOutMarks()
{
    m_layer->setMarks(m_fills.inView(m_chart.scene()));
}

void ChartTrading::viewDrawn()
{
    layOut();
    layOutMarks();
    m_layer->updateAll();
}

void ChartTrading::paintForPicture(QPainter &painter)
{
    m_layer->paintAll(painter);
}

std::optional<Price> ChartTrading::market() const
{
    const InstrumentSnapshot *seen = m_desk.market(m_symbol);
    return seen && seen->last > Price() ? std::optional(seen->last) : std::nullopt;
}

const TradeLine *ChartTrading::find(const TradeLineId &id) const
{
    const auto found = std::ranges::find(m_settled, id, &TradeLine::id);
    return found == m_settled.end() ? nullptr : &*found;
}

const TradeLine *ChartTrading::selectedLine() const
{
    return m_selected ? find(*m_selected) : nullptr;
}

} // namespace tapeline
