#include "strategylegrow.h"

#include "chainbook.h"
#include "chainlisting.h"
#include "stepedit.h"
#include "strategybuilder.h"
#include "strategytext.h"
#include "symboltext.h"
#include "theme.h"
#include "tradeinput.h"
#include "tradetext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

using View = StrategyLegsView;
const QString nothing = u"\u2013"_s;
constexpr qint64 cent = Price::unitsPerOne / 100;

QString figure(double value, int decimals)
{
    const QLocale here;
    return (value < 0 ? u"\u2212"_s : QString()) + here.toString(std::abs(value), 'f', decimals);
}

QString priceText(Price price)
{
    return price.isZero() ? nothing : tradetext::price(price, QLocale());
}

QString strikeText(Price strike)
{
    return QLocale().toString(strike.toDouble(), 'f', QLocale::FloatingPointShortest);
}

} // namespace

StrategyLegRow::StrategyLegRow(const Theme &theme, StrategyBuilder &builder, std::size_t index,
                               QWidget *parent)
    : m_theme(theme)
    , m_builder(builder)
    , m_index(index)
{
    make(parent);
    connectCells();
    retranslate();
    restyle();
}

StrategyLegRow::~StrategyLegRow()
{
    for (QWidget *own : m_cells)
        if (own) {
            own->hide();
            own->deleteLater(); // one of them may have asked for it
        }
}

void StrategyLegRow::make(QWidget *parent)
{
    m_cells[View::SideColumn] = m_side = new QToolButton(parent);
    m_cells[View::QtyColumn] = m_qty = new StepEdit(parent);
    auto *what = new QWidget(parent);
    auto *both = new QHBoxLayout(what);
    both->setContentsMargins(0, 0, 0, 0);
    m_cells[View::ExpiryColumn] = what;
    m_expiry = new QComboBox(what);
    m_name = new QLabel(what);
    both->addWidget(m_expiry);
    both->addWidget(m_name, 1);
    m_cells[View::StrikeColumn] = m_strike = new QComboBox(parent);
    m_cells[View::RightColumn] = m_right = new QComboBox(parent);
    m_cells[View::PriceColumn] = m_price = new StepEdit(parent);
    m_cells[View::RemoveColumn] = m_remove = new QToolButton(parent);
    for (QWidget *&own : m_cells) {
        if (own)
            continue;
        auto *label = new QLabel(parent);
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        own = label;
    }
    const std::array names { u"legSide"_s,  u"legQty"_s,   u"legWhat"_s,  u"legStrike"_s,
                             u"legRight"_s, u"legBid"_s,   u"legPrice"_s, u"legAsk"_s,
                             u"legIv"_s,    u"legDelta"_s, u"legGamma"_s, u"legTheta"_s,
                             u"legVega"_s,  u"legRemove"_s };
    for (std::size_t column = 0; column < m_cells.size(); ++column)
        m_cells[column]->setObjectName(names[column] + QString::number(m_index));
    m_expiry->setObjectName(u"legExpiry%1"_s.arg(m_index));
    m_name->setObjectName(u"legName%1"_s.arg(m_index));
    for (QLineEdit *field : { static_cast<QLineEdit *>(m_qty), static_cast<QLineEdit *>(m_price) })
        field->setAlignment(Qt::AlignRight);
    for (QComboBox *box : { m_expiry, m_strike, m_right })
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_right->addItem(u"C"_s);
    m_right->addItem(u"P"_s);
    m_strike->setMaxVisibleItems(24);
}

void StrategyLegRow::connectCells()
{
    connect(m_side, &QToolButton::clicked, this,
            [this] { change([](DraftLeg &leg) { leg.side = opposite(leg.side); }); });
    connect(m_remove, &QToolButton::clicked, this, [this] {
        m_builder.change([this](StrategyDraft &draft) {
            if (m_index < draft.legs.size())
                draft.legs.erase(draft.legs.begin() + std::ptrdiff_t(m_index));
        });
    });
    for (const QComboBox *box : { m_expiry, m_strike, m_right })
        connect(box, &QComboBox::activated, this, &StrategyLegRow::chooseContract);
    connect(m_qty, &QLineEdit::editingFinished, this, &StrategyLegRow::takeQty);
    connect(m_qty, &StepEdit::stepped, this, [this](int steps) {
        if (m_qty->isModified())
            takeQty(); // steps go on from what is seen
        const bool isOption = m_leg.symbol.startsWith(u"O:"_s);
        const Qty step = Qty::whole(steps * (isOption ? 1 : 100));
        if (m_leg.qty + step > Qty())
            change([step](DraftLeg &leg) { leg.qty += step; });
    });
    connect(m_price, &QLineEdit::editingFinished, this, &StrategyLegRow::takePrice);
    connect(m_price, &StepEdit::stepped, this, [this](int steps) {
        const auto shown = tradeinput::price(m_price->text().isEmpty() ? m_price->placeholderText()
                                                                       : m_price->text());
        if (!shown)
            return;
        const Price moved = *shown + Price::fromUnits(steps * cent);
        if (moved > Price())
            change([moved](DraftLeg &leg) { leg.price = moved; });
    });
}

template<typename Change> void StrategyLegRow::change(Change change)
{
    m_builder.change([&](StrategyDraft &draft) {
        if (m_index < draft.legs.size())
            change(draft.legs[m_index]);
    });
}

void StrategyLegRow::takeQty()
{
    const std::optional<Qty> qty = tradeinput::qty(m_qty->text());
    const bool isOption = m_leg.symbol.startsWith(u"O:"_s);
    const bool fits = qty && *qty > Qty() && (!isOption || qty->units() % Qty::unitsPerOne == 0);
    if (fits && *qty != m_leg.qty)
        change([&](DraftLeg &leg) { leg.qty = *qty; });
    else
        m_qty->setText(tradetext::qty(m_leg.qty, QLocale()));
}

void StrategyLegRow::takePrice()
{
    const QString typed = m_price->text().trimmed();
    const std::optional<Price> price = tradeinput::price(typed);
    const bool isOther = typed.isEmpty() ? m_leg.price.has_value() : price && price != m_leg.price;
    if (isOther)
        change([&](DraftLeg &leg) { leg.price = price; });
    else
        m_price->setText(m_leg.price ? tradetext::price(*m_leg.price, QLocale()) : QString());
}

/// The contract that the boxes say; of another expiration that with the nearest strike.
void StrategyLegRow::chooseContract()
{
    const ChainBook *book = m_builder.book();
    const int day = m_expiry->currentIndex();
    const int strike = m_strike->currentIndex();
    if (!book || day < 0 || strike < 0)
        return;
    const OptionRight right = m_right->currentIndex() == 0 ? OptionRight::Call : OptionRight::Put;
    const ChainContract *chosen = chainlisting::nearest(*book, m_expiries[std::size_t(day)], right,
                                                        m_strikes[std::size_t(strike)]);
    if (!chosen || chosen->symbol == m_leg.symbol)
        return;
    change([&](DraftLeg &leg) {
        leg.symbol = chosen->symbol;
        leg.price.reset();
    });
}

// --- what is shown
// --------------------------------------------------------------------------------

void StrategyLegRow::set(int column, const QString &text)
{
    static_cast<QLabel *>(cell(column))->setText(text);
}

void StrategyLegRow::show(const DraftLeg &leg, const LegEvaluation *seen, const ChainBook *book)
{
    const DraftLeg before = std::exchange(m_leg, leg);
    const bool isOther = before.symbol != leg.symbol || before.isHeld != leg.isHeld;
    const bool buys = leg.side == Side::Buy;
    m_side->setText(leg.isHeld ? (buys ? tr("Held long") : tr("Held short"))
                               : tradetext::side(leg.side));
    m_side->setEnabled(!leg.isHeld);
    m_side->setProperty("side", buys ? u"buy"_s : u"sell"_s);
    // What is being typed stays, but not for another leg
    if (isOther || before.qty != leg.qty || !m_qty->hasFocus())
        m_qty->setText(tradetext::qty(leg.qty, QLocale()));
    m_qty->setReadOnly(leg.isHeld);
    if (isOther || before.price != leg.price || !m_price->hasFocus())
        m_price->setText(leg.price ? tradetext::price(*leg.price, QLocale()) : QString());
    showContract(seen, book);
    showMarket(seen);
    if (std::exchange(m_styledSide, leg.side) != leg.side)
        restyle();
}

void StrategyLegRow::showContract(const LegEvaluation *seen, const ChainBook *book)
{
    const bool isOption = seen && seen->option;
    for (QComboBox *box : { m_expiry, m_strike, m_right }) {
        box->setVisible(isOption);
        box->setEnabled(!m_leg.isHeld);
    }
    m_name->setVisible(!isOption);
    const QString name = shortSymbolText(m_leg.symbol, QLocale());
    const bool isContract = m_leg.symbol.startsWith(u"O:"_s);
    m_name->setText(isContract ? name : tr("%1 shares").arg(name));
    if (!isOption || !book)
        return;
    fillExpiries(*book);
    fillStrikes(*book, seen->expiry);
    const auto day = std::ranges::find(m_expiries, seen->expiry);
    const auto strike = std::ranges::find(m_strikes, seen->option->strike);
    m_expiry->setCurrentIndex(
        day == m_expiries.end() ? -1 : int(std::distance(m_expiries.begin(), day)));
    m_strike->setCurrentIndex(
        strike == m_strikes.end() ? -1 : int(std::distance(m_strikes.begin(), strike)));
    m_right->setCurrentIndex(seen->option->right == OptionRight::Call ? 0 : 1);
}

void StrategyLegRow::fillExpiries(const ChainBook &book)
{
    std::vector<ChainExpiry> expiries = book.expiries();
    if (expiries == m_expiries)
        return;
    m_expiries = std::move(expiries);
    m_expiry->clear();
    const QLocale here;
    for (std::size_t i = 0; i < m_expiries.size(); ++i) {
        const QDate day = m_expiries[i].day;
        const bool twin = (i > 0 && m_expiries[i - 1].day == day)
            || (i + 1 < m_expiries.size() && m_expiries[i + 1].day == day);
        const QString text = here.toString(day, u"d MMM yy"_s);
        m_expiry->addItem(twin ? text + u' ' + m_expiries[i].root : text);
    }
}

void StrategyLegRow::fillStrikes(const ChainBook &book, const ChainExpiry &expiry)
{
    std::vector<Price> strikes;
    for (const ChainStrike &strike : book.strikes(expiry))
        strikes.push_back(strike.strike);
    if (strikes == m_strikes)
        return;
    m_strikes = std::move(strikes);
    m_strike->clear();
    for (const Price strike : m_strikes)
        m_strike->addItem(strikeText(strike));
}

void StrategyLegRow::showMarket(const LegEvaluation *seen)
{
    set(View::BidColumn, seen ? priceText(seen->bid) : nothing);
    set(View::AskColumn, seen ? priceText(seen->ask) : nothing);
    m_price->setPlaceholderText(seen && seen->mid > 0 ? QLocale().toString(seen->mid, 'f', 2)
                                                      : nothing);
    set(View::VolatilityColumn,
        seen && seen->volatility > 0 ? tr("%1 %").arg(figure(seen->volatility * 100, 1)) : nothing);
    const bool known = seen && seen->greeks;
    set(View::DeltaColumn, known ? figure(seen->greeks->delta, 1) : nothing);
    set(View::GammaColumn, known ? figure(seen->greeks->gamma, 2) : nothing);
    set(View::ThetaColumn, known ? figure(seen->greeks->theta, 1) : nothing);
    set(View::VegaColumn, known ? figure(seen->greeks->vega, 1) : nothing);
    m_qty->setToolTip(seen ? strategytext::trouble(*seen) : QString());
}

void StrategyLegRow::retranslate()
{
    const QString number = QLocale().toString(m_index + 1);
    m_side->setToolTip(tr("Turns the leg round"));
    m_remove->setToolTip(tr("Takes this leg out"));
    m_remove->setAccessibleName(m_remove->toolTip());
    m_qty->setAccessibleName(tr("Size of leg %1").arg(number));
    m_expiry->setAccessibleName(tr("Expiration of leg %1").arg(number));
    m_strike->setAccessibleName(tr("Strike of leg %1").arg(number));
    m_right->setAccessibleName(tr("Call or put of leg %1").arg(number));
    m_price->setAccessibleName(tr("Price of leg %1").arg(number));
    m_price->setToolTip(tr("The middle of the quote; a price that is typed stands in for it. "
                           "Empty takes the market's again."));
}

void StrategyLegRow::restyle()
{
    m_remove->setIcon(m_theme.icon(u"close"_s));
    const bool buys = m_leg.side == Side::Buy;
    const QColor back = m_theme.color(buys ? ColorRole::UpTint : ColorRole::DownTint);
    const QColor front = m_theme.color(ColorRole::Text);
    m_side->setStyleSheet(u"QToolButton { background: %1; color: %2; padding: 2px 8px; }"_s.arg(
        back.name(), front.name()));
    m_side->setMinimumWidth(m_theme.scaled(52));
    m_qty->setFixedWidth(m_theme.scaled(56));
    m_price->setFixedWidth(m_theme.scaled(72));
    m_expiry->setMinimumWidth(m_theme.scaled(112));
    for (QWidget *own : m_cells)
        own->setFont(m_theme.font());
}

} // namespace tapeline
