#include "ticketpanel.h"

#include "onceclick.h"
#include "theme.h"
#include "ticketform.h"
#include "ticketsummary.h"
#include "tradedesk.h"
#include "symboltext.h"
#include "tradetext.h"

#include <QInputDialog>
#include <QJsonObject>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int lookSoonMs = 80;
constexpr int lookAgainMs = 500;
constexpr auto sellsKey = "sells"_L1;
constexpr auto typeKey = "type"_L1;

QToolButton *quoteButton(const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // both share the width
    return button;
}

QString quoteText(const QString &name, Price price, const QLocale &locale)
{
    return name + u' ' + (price.isZero() ? u"\u2013"_s : tradetext::price(price, locale));
}

} // namespace

TicketPanel::TicketPanel(const PanelContext &context, TradeDesk &desk, QWidget *parent)
    : Panel(context, parent)
    , m_desk(desk)
    , m_account(new QLabel(this))
    , m_presets(new QToolButton(this))
    , m_form(new TicketForm(this))
    , m_summary(new TicketSummary(theme(), this))
    , m_send(new QPushButton(this))
    , m_armed(new QToolButton(this))
    , m_flatten(new QPushButton(this))
    , m_reverse(new QPushButton(this))
    , m_cancelAll(new QPushButton(this))
{
    make();
    connectDesk();
    OrderDraft first;
    first.size = desk.settings().size.toString().replace(u'.', QLocale().decimalPoint());
    m_form->setDraft(first);
    m_form->setSizes(desk.settings().sizes);
    TicketPanel::retranslate();
    followSymbol(symbol());
    showAccount();
    restyle();
}

TicketPanel::~TicketPanel()
{
    m_desk.unfollow(m_followed);
}

// --- parts
// ----------------------------------------------------------------------------------------

void TicketPanel::make()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(10, 8, 10, 10);
    column->setSpacing(6);
    column->addWidget(makePresetRow());
    column->addWidget(makeQuotes());
    column->addWidget(m_form);
    m_send->setObjectName(u"ticketSend"_s);
    m_send->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    OnceClick::guard(m_send);
    column->addWidget(m_send);
    column->addWidget(m_summary);
    column->addWidget(makePositionButtons());
    column->addStretch(1);

    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    m_area = area;
    setContent(area);

    m_lookSoon.setSingleShot(true);
    m_lookSoon.setInterval(lookSoonMs);
    m_lookAgain.setInterval(lookAgainMs);
    connect(&m_lookSoon, &QTimer::timeout, this, &TicketPanel::look);
    connect(&m_lookAgain, &QTimer::timeout, this, &TicketPanel::look);
    connect(m_form, &TicketForm::edited, this, [this] {
        showButton();
        m_lookSoon.start();
        emit stateChanged();
    });
    connect(m_form, &TicketForm::priceWanted, this, &TicketPanel::fillPrice);
    connect(m_form, &TicketForm::submitted, this, &TicketPanel::send);
    connect(m_send, &QPushButton::clicked, this, &TicketPanel::send);
    connect(m_armed, &QToolButton::toggled, &m_desk, &TradeDesk::setArmed);
}

QWidget *TicketPanel::makePresetRow()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    m_account->setObjectName(u"ticketAccount"_s);
    m_account->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_presets->setObjectName(u"ticketPresets"_s);
    m_presets->setPopupMode(QToolButton::InstantPopup);
    m_presets->setMenu(new QMenu(m_presets));
    connect(m_presets->menu(), &QMenu::aboutToShow, this, &TicketPanel::fillPresets);
    m_armed->setObjectName(u"ticketArmed"_s);
    m_armed->setCheckable(true);
    m_armed->setChecked(m_desk.isArmed());
    row->setSpacing(2);
    row->addWidget(m_account, 1);
    row->addWidget(m_armed);
    row->addWidget(m_presets);
    return bar;
}

QWidget *TicketPanel::makeQuotes()
{
    auto *quotes = new QWidget(this);
    auto *row = new QHBoxLayout(quotes);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_bid = quoteButton(u"ticketBid"_s, quotes);
    m_ask = quoteButton(u"ticketAsk"_s, quotes);
    row->addWidget(m_bid);
    row->addWidget(m_ask);
    connect(m_bid, &QToolButton::clicked, this, [this] {
        if (const InstrumentSnapshot *seen = m_desk.market(symbol()))
            takeQuote(seen->bid);
    });
    connect(m_ask, &QToolButton::clicked, this, [this] {
        if (const InstrumentSnapshot *seen = m_desk.market(symbol()))
            takeQuote(seen->ask);
    });
    return quotes;
}

QWidget *TicketPanel::makePositionButtons()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_flatten->setObjectName(u"ticketFlatten"_s);
    m_reverse->setObjectName(u"ticketReverse"_s);
    m_cancelAll->setObjectName(u"ticketCancelAll"_s);
    for (QPushButton *button : { m_flatten, m_reverse, m_cancelAll }) {
        button->setProperty("compact", true);
        OnceClick::guard(button);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        row->addWidget(button, 1);
    }
    connect(m_flatten, &QPushButton::clicked, this, [this] { m_desk.flatten(symbol()); });
    connect(m_reverse, &QPushButton::clicked, this, [this] { m_desk.reverse(symbol()); });
    connect(m_cancelAll, &QPushButton::clicked, this, [this] { m_desk.cancelAll(symbol()); });
    return bar;
}

// --- the desk
// -------------------------------------------------------------------------------------

void TicketPanel::connectDesk()
{
    connect(this, &Panel::symbolChanged, this, &TicketPanel::followSymbol);
    connect(&m_desk, &TradeDesk::marketChanged, this, [this](const QStringList &symbols) {
        if (symbols.contains(symbol()))
            showMarket();
    });
    connect(&m_desk, &TradeDesk::accountsChanged, this, &TicketPanel::showAccount);
    connect(&m_desk, &TradeDesk::accountChosen, this, &TicketPanel::look);
    connect(&m_desk, &TradeDesk::sourceChanged, this, &TicketPanel::showAccount);
    connect(&m_desk, &TradeDesk::armedChanged, m_armed, &QToolButton::setChecked);
    connect(&m_desk, &TradeDesk::armedChanged, this, &TicketPanel::restyle);
    connect(&m_desk, &TradeDesk::settingsChanged, this,
            [this] { m_form->setSizes(m_desk.settings().sizes); });
    connect(&m_desk, &TradeDesk::orderAnswered, this, &TicketPanel::takeAnswer);
    connect(&theme(), &Theme::changed, this, &TicketPanel::restyle);
}

/// Prices of another symbol mean nothing here.
void TicketPanel::followSymbol(const QString &symbol)
{
    if (m_followed == symbol && !symbol.isEmpty())
        return;
    m_desk.unfollow(m_followed);
    m_followed = symbol;
    m_desk.follow(symbol);
    m_form->setSymbol(symbol);
    OrderDraft draft = m_form->draft();
    draft.limit.clear();
    draft.stop.clear();
    draft.target.clear();
    draft.stopLoss.clear();
    draft.trail.clear();
    draft.limitOffset.clear();
    m_form->setDraft(draft);
    showMarket();
    showAccount();
    look();
}

void TicketPanel::showMarket()
{
    const InstrumentSnapshot *seen = m_desk.market(symbol());
    const InstrumentSnapshot none;
    const InstrumentSnapshot &market = seen ? *seen : none;
    m_bid->setText(quoteText(tr("Bid"), market.bid, QLocale()));
    m_ask->setText(quoteText(tr("Ask"), market.ask, QLocale()));
    m_bid->setEnabled(market.bid > Price());
    m_ask->setEnabled(market.ask > Price());
    if (!seen)
        return;
    setBadge(market.badge);
    const OrderDraft &draft = m_form->draft();
    if (hasLimitField(draft.type) && draft.limit.isEmpty() && reference() > Price()
        && !m_form->isAncestorOf(focusWidget()))
        fillPrice(draft.type);
}

void TicketPanel::showAccount()
{
    const PaperAccountView *account = m_desk.account();
    m_account->setText(account ? account->name : tr("No account yet"));
    const bool held = account && account->position(symbol());
    m_flatten->setEnabled(held);
    m_reverse->setEnabled(held);
    m_cancelAll->setEnabled(account && !tradeplans::cancelAll(*account, symbol()).isEmpty());
    showButton();
}

/// In words what a click sends.
void TicketPanel::showButton()
{
    const Result<OrderTicket> order = orderdrafts::toOrder(draft(), symbol(), QLocale());
    const bool buys = draft().side == Side::Buy;
    const bool reckoned = order && order->size;
    const QString what = shortSymbolText(symbol(), QLocale());
    m_send->setText(!order || reckoned ? tradetext::side(draft().side) + u' ' + what
                                       : tr("%1 %2 %3")
                                             .arg(tradetext::side(order->side),
                                                  tradetext::qty(order->qty, QLocale()), what));
    m_send->setToolTip(order ? tradetext::order(*order, QLocale()) : order.error().detail);
    m_send->setEnabled(order && m_desk.account() && !symbol().isEmpty());
    if (m_send->property("side").toString() == (buys ? u"buy"_s : u"sell"_s))
        return;
    m_send->setProperty("side", buys ? u"buy"_s : u"sell"_s);
    restyle();
}

// --- prices
// ---------------------------------------------------------------------------------------

/// The own side's best price: where a limit order would wait.
Price TicketPanel::reference() const
{
    const InstrumentSnapshot *seen = m_desk.market(symbol());
    if (!seen)
        return {};
    const Price own = draft().side == Side::Buy ? seen->bid : seen->ask;
    return own > Price() ? own : seen->last;
}

void TicketPanel::fillPrice(OrderType type)
{
    OrderDraft filled = draft();
    const Price at = reference();
    if (hasLimitField(type) && filled.limit.isEmpty() && at > Price())
        filled.limit = orderdrafts::fieldText(at, QLocale());
    m_form->setDraft(filled);
    showButton();
    m_lookSoon.start();
}

void TicketPanel::takeQuote(Price price)
{
    OrderDraft filled = draft();
    QString &field
        = hasStopField(filled.type) && !hasLimitField(filled.type) ? filled.stop : filled.limit;
    field = orderdrafts::fieldText(price, QLocale());
    if (filled.type == OrderType::Market)
        filled.type = OrderType::Limit;
    m_form->setDraft(filled);
    showButton();
    m_lookSoon.start();
}

// --- what would come of it
// --------------------------------------------------------------------------

void TicketPanel::look()
{
    if (!isVisible() || symbol().isEmpty() || !m_desk.account())
        return;
    const Result<OrderTicket> order = orderdrafts::toOrder(draft(), symbol(), QLocale());
    if (!order)
        return m_summary->setObstacle(order.error().detail);
    m_lookWaits = m_asked.has_value();
    if (!m_lookWaits)
        m_asked = m_desk.preview(*order);
}

void TicketPanel::takeAnswer(const OrderAnswer &answer)
{
    if (m_asked != answer.request)
        return;
    m_asked.reset();
    if (std::exchange(m_lookWaits, false))
        return look(); // the fields have changed since
    m_summary->setAnswer(answer);
}

void TicketPanel::send()
{
    const Result<OrderTicket> order = orderdrafts::toOrder(draft(), symbol(), QLocale());
    if (!order)
        return m_summary->setObstacle(order.error().detail);
    m_desk.send(*order);
}

// --- presets
// ----------------------------------------------------------------------------------------

void TicketPanel::fillPresets()
{
    QMenu &menu = *m_presets->menu();
    menu.clear();
    QMenu *remove = nullptr;
    for (const TicketPreset &preset : m_desk.settings().presets) {
        menu.addAction(preset.name, this, [this, preset] {
            m_form->setDraft(
                orderdrafts::fromPreset(preset, draft(), symbol(), reference(), QLocale()));
            fillPrice(preset.type);
        });
    }
    if (!m_desk.settings().presets.empty()) {
        menu.addSeparator();
        remove = menu.addMenu(tr("Remove"));
        for (const TicketPreset &preset : m_desk.settings().presets)
            remove->addAction(preset.name, this,
                              [this, name = preset.name] { removePreset(name); });
    }
    menu.addAction(tr("Save as preset…"), this, [this] {
        auto *ask = new QInputDialog(this);
        ask->setAttribute(Qt::WA_DeleteOnClose);
        ask->setObjectName(u"presetName"_s);
        ask->setWindowTitle(tr("Save as preset"));
        ask->setLabelText(tr("Name of the preset"));
        connect(ask, &QInputDialog::textValueSelected, this, &TicketPanel::savePreset);
        ask->open();
    });
}

void TicketPanel::savePreset(const QString &name)
{
    const QString kept = name.trimmed();
    if (kept.isEmpty())
        return;
    TradeSettings settings = m_desk.settings();
    std::erase_if(settings.presets, [&](const TicketPreset &own) { return own.name == kept; });
    settings.presets.push_back(
        orderdrafts::toPreset(kept, draft(), symbol(), reference(), QLocale()));
    m_desk.setSettings(settings);
}

void TicketPanel::removePreset(const QString &name)
{
    TradeSettings settings = m_desk.settings();
    std::erase_if(settings.presets, [&](const TicketPreset &own) { return own.name == name; });
    m_desk.setSettings(settings);
}

// --- the panel
// ----------------------------------------------------------------------------------------

const OrderDraft &TicketPanel::draft() const
{
    return m_form->draft();
}

void TicketPanel::setDraft(const OrderDraft &draft)
{
    m_form->setDraft(draft);
    showButton();
    look();
}

QJsonObject TicketPanel::saveState() const
{
    return { { typeKey, int(draft().type) }, { sellsKey, draft().side == Side::Sell } };
}

void TicketPanel::restoreState(const QJsonObject &state)
{
    OrderDraft restored = draft();
    const int type = state[typeKey].toInt(int(restored.type));
    restored.type = OrderType(std::clamp(type, 0, int(OrderType::TrailingStopLimit)));
    restored.side = state[sellsKey].toBool() ? Side::Sell : Side::Buy;
    setDraft(restored);
}

void TicketPanel::retranslate()
{
    setTitle(tr("Ticket"));
    m_presets->setText(tr("Presets"));
    m_armed->setText(tr("One-click"));
    m_armed->setToolTip(tr("Orders go out at once, without a question. Off at every start."));
    m_flatten->setText(tr("Flatten"));
    m_reverse->setText(tr("Reverse"));
    m_cancelAll->setText(tr("Cancel all"));
    m_flatten->setToolTip(tr("Ends the position at the market and cancels what works in it."));
    m_reverse->setToolTip(tr("A position of the same size on the other side."));
    m_cancelAll->setToolTip(tr("Cancels the working orders of this symbol."));
    m_bid->setToolTip(tr("Takes this price into the ticket."));
    m_ask->setToolTip(m_bid->toolTip());
    showMarket();
    showAccount();
    fitWidth();
}

/// As wide as what is in it: nothing is cut off at the side.
void TicketPanel::fitWidth()
{
    m_area->setMinimumWidth(m_area->widget()->minimumSizeHint().width()
                            + m_area->verticalScrollBar()->sizeHint().width());
}

void TicketPanel::restyle()
{
    fitWidth();
    const bool buys = draft().side == Side::Buy;
    const ColorRole role = buys ? ColorRole::Up : ColorRole::Down;
    // The theme's own text colours on the side's: whichever can be read better
    const QColor back = theme().color(role);
    const QColor window = theme().color(ColorRole::Window);
    const QColor text = theme().color(ColorRole::Text);
    const QColor front = contrastRatio(back, window) > contrastRatio(back, text) ? window : text;
    m_send->setStyleSheet(u"QPushButton:enabled { background: %1; color: %2; border-color: %1; "
                          "font-weight: 600; padding: 7px; }"_s.arg(back.name(), front.name()));
}

void TicketPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    m_lookAgain.start();
    look();
}

void TicketPanel::hideEvent(QHideEvent *event)
{
    Panel::hideEvent(event);
    m_lookAgain.stop();
}

} // namespace tapeline
