#include "strategyorderbar.h"

#include "onceclick.h"
#include "stepedit.h"
#include "strategybuilder.h"
#include "strategytext.h"
#include "theme.h"
#include "tradedesk.h"
#include "tradeinput.h"
#include "tradetext.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int besideFrom = 620;
constexpr int leastWidth = 460;
constexpr int lookSoonMs = 80;
constexpr int lookAgainMs = 1'000;
constexpr qint64 mostPackages = 100'000;
constexpr qint64 cent = Price::unitsPerOne / 100;
constexpr std::array tifs { TimeInForce::Day, TimeInForce::Gtc };

QString sentence(QString words)
{
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words.endsWith(u'.') || words.isEmpty() ? words : words + u'.';
}

} // namespace

StrategyOrderBar::StrategyOrderBar(const Theme &theme, StrategyBuilder &builder, TradeDesk &desk,
                                   QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_builder(builder)
    , m_desk(desk)
    , m_packagesName(new QLabel(this))
    , m_packages(new StepEdit(this))
    , m_choice(new QComboBox(this))
    , m_price(new StepEdit(this))
    , m_direction(new QToolButton(this))
    , m_tif(new QComboBox(this))
    , m_note(new QLabel(this))
    , m_send(new QPushButton(this))
    , m_orders(Error {})
{
    setObjectName(u"strategyOrderBar"_s);
    setMinimumWidth(theme.scaled(leastWidth)); // less than fields and button side by side
    make();
    connectParts();
    retranslate();
    restyle();
}

StrategyOrderBar::~StrategyOrderBar()
{
    for (const QString &symbol : m_followed)
        m_desk.unfollow(symbol);
}

void StrategyOrderBar::make()
{
    m_packages->setObjectName(u"strategyPackages"_s);
    m_choice->setObjectName(u"strategyPriceChoice"_s);
    m_price->setObjectName(u"strategyPrice"_s);
    m_direction->setObjectName(u"strategyDirection"_s);
    m_tif->setObjectName(u"strategyTif"_s);
    m_note->setObjectName(u"strategyNote"_s);
    m_send->setObjectName(u"strategySend"_s);
    m_send->setProperty("primary", true);
    OnceClick::guard(m_send);
    m_packagesName->setBuddy(m_packages);
    m_packages->setAlignment(Qt::AlignRight);
    m_price->setAlignment(Qt::AlignRight);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *fields = new QHBoxLayout;
    fields->setSpacing(6);
    for (QWidget *part : std::initializer_list<QWidget *> { m_packagesName, m_packages, m_choice,
                                                            m_price, m_direction, m_tif })
        fields->addWidget(part);
    fields->addStretch(1);
    m_row = new QBoxLayout(QBoxLayout::LeftToRight);
    m_row->setSpacing(6);
    m_row->addLayout(fields, 1);
    m_row->addWidget(m_send);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(m_row);
    column->addWidget(m_note);
    m_lookSoon.setSingleShot(true);
    m_lookSoon.setInterval(lookSoonMs);
    m_lookAgain.setInterval(lookAgainMs);
}

void StrategyOrderBar::connectParts()
{
    connect(&m_builder, &StrategyBuilder::draftChanged, this, [this] {
        m_previews.clear();
        m_objection.clear();
        m_asked.clear();
        follow();
        showDraft();
        emit previewed({});
        m_lookSoon.start();
    });
    connect(&m_builder, &StrategyBuilder::evaluated, this, [this] {
        showDraft();
        m_shown = m_builder.draft();
    });
    connect(m_packages, &QLineEdit::editingFinished, this, &StrategyOrderBar::takePackages);
    connect(m_packages, &StepEdit::stepped, this, [this](int steps) {
        if (m_packages->isModified())
            takePackages(); // steps go on from what is seen
        m_builder.change([steps](StrategyDraft &draft) {
            draft.packages = std::clamp<qint64>(draft.packages + steps, 1, mostPackages);
        });
    });
    connect(m_choice, &QComboBox::activated, this, [this](int index) {
        const std::optional<Price> shown
            = strategyevaluation::limitOf(m_builder.draft(), m_builder.evaluation());
        m_builder.change([&](StrategyDraft &draft) {
            draft.price = PackagePrice(index);
            if (draft.price == PackagePrice::Own && shown)
                draft.ownPrice = *shown;
        });
    });
    connect(m_tif, &QComboBox::activated, this, [this](int index) {
        m_builder.change([index](StrategyDraft &draft) { draft.tif = tifs[std::size_t(index)]; });
    });
    connect(m_price, &QLineEdit::editingFinished, this, &StrategyOrderBar::takePrice);
    connect(m_price, &StepEdit::stepped, this, &StrategyOrderBar::stepPrice);
    connect(m_direction, &QToolButton::clicked, this, &StrategyOrderBar::flip);
    connect(m_send, &QPushButton::clicked, this, &StrategyOrderBar::send);
    connect(&m_lookSoon, &QTimer::timeout, this, &StrategyOrderBar::look);
    connect(&m_lookAgain, &QTimer::timeout, this, &StrategyOrderBar::look);
    connect(&m_desk, &TradeDesk::orderAnswered, this, &StrategyOrderBar::takeAnswer);
    connect(&m_desk, &TradeDesk::accountChosen, this, &StrategyOrderBar::look);
    connect(&m_theme, &Theme::changed, this, &StrategyOrderBar::restyle);
}

// --- the fields
// -----------------------------------------------------------------------------------

/// What is being typed stays while only the market moves.
void StrategyOrderBar::showDraft()
{
    const StrategyDraft draft = m_builder.draft();
    const StrategyEvaluation &seen = m_builder.evaluation();
    const bool isOther = draft.underlying != m_shown.underlying;
    if (isOther || draft.packages != m_shown.packages || !m_packages->hasFocus())
        m_packages->setText(QLocale().toString(draft.packages));
    m_choice->setCurrentIndex(int(draft.price));
    m_tif->setCurrentIndex(draft.tif == TimeInForce::Gtc ? 1 : 0);
    const std::optional<Price> limit = strategyevaluation::limitOf(draft, seen);
    const Price shown = limit.value_or(Price());
    if (draft != m_shown || !m_price->hasFocus())
        m_price->setText(
            limit ? QLocale().toString((shown < Price() ? -shown : shown).toDouble(), 'f', 2)
                  : QString());
    m_price->setEnabled(draft.price != PackagePrice::Market);
    m_direction->setEnabled(limit.has_value());
    m_direction->setText(shown < Price() ? tr("credit") : tr("debit"));
    m_orders = strategyorders::of(draft, seen);
    m_send->setEnabled(m_orders.has_value() && m_desk.account());
    m_send->setText(!m_orders || m_orders->isOne()
                        ? tr("Send as one order")
                        : tr("Send as %n order(s)", nullptr, int(m_orders->tickets.size())));
    m_send->setToolTip(m_orders ? tradetext::order(m_orders->tickets.front(), QLocale())
                                : sentence(m_orders.error().detail));
    showNote();
}

/// What stands in the way, else how it is split, else what the account has against it.
void StrategyOrderBar::showNote()
{
    QStringList lines;
    if (m_builder.draft().isEmpty()) {
        m_note->hide();
        return;
    }
    for (const LegEvaluation &leg : m_builder.evaluation().legs)
        if (const QString trouble = strategytext::trouble(leg); !trouble.isEmpty())
            lines.append(trouble);
    if (lines.isEmpty() && !m_orders)
        lines.append(sentence(m_orders.error().detail));
    if (m_orders && !m_orders->isOne())
        lines.append(strategytext::split(*m_orders));
    if (!m_desk.account())
        lines.append(tr("There is no paper account yet."));
    if (!m_objection.isEmpty())
        lines.append(m_objection);
    for (const OrderPreview &preview : m_previews)
        for (const std::vector<Reason> *reasons : { &preview.refusals, &preview.warnings })
            for (const Reason &reason : *reasons)
                if (const QString words = sentence(tradetext::reason(reason));
                    !lines.contains(words))
                    lines.append(words);
    m_note->setText(lines.join(u'\n'));
    m_note->setVisible(!lines.isEmpty());
}

QString StrategyOrderBar::note() const
{
    return m_note->text();
}

void StrategyOrderBar::takePackages()
{
    const std::optional<Qty> typed = tradeinput::qty(m_packages->text());
    const bool fits = typed && typed->units() % Qty::unitsPerOne == 0 && *typed > Qty()
        && *typed <= Qty::whole(mostPackages);
    if (!fits)
        return showDraft();
    const qint64 packages = typed->units() / Qty::unitsPerOne;
    m_builder.change([packages](StrategyDraft &draft) { draft.packages = packages; });
}

/// A number that is typed counts in the direction beside it; a negative one turns that round.
void StrategyOrderBar::takePrice()
{
    const StrategyDraft draft = m_builder.draft();
    const std::optional<Price> limit = strategyevaluation::limitOf(draft, m_builder.evaluation());
    const std::optional<Price> typed = tradeinput::price(m_price->text());
    const Price before = limit.value_or(Price());
    if (!typed || typed->units() % cent != 0)
        return showDraft();
    const Price wanted = before < Price() ? -*typed : *typed;
    if (wanted != before)
        setOwnPrice(wanted);
}

void StrategyOrderBar::stepPrice(int cents)
{
    if (m_price->isModified())
        takePrice();
    const std::optional<Price> limit
        = strategyevaluation::limitOf(m_builder.draft(), m_builder.evaluation());
    if (!limit)
        return;
    const int sign = *limit < Price() ? -1 : 1; // up is more of what is shown
    setOwnPrice(*limit + Price::fromUnits(sign * cents * cent));
}

void StrategyOrderBar::flip()
{
    if (m_price->isModified())
        takePrice();
    if (const auto limit = strategyevaluation::limitOf(m_builder.draft(), m_builder.evaluation()))
        setOwnPrice(-*limit);
}

void StrategyOrderBar::setOwnPrice(Price price)
{
    m_builder.change([price](StrategyDraft &draft) {
        draft.price = PackagePrice::Own;
        draft.ownPrice = price;
    });
}

// --- the account
// ----------------------------------------------------------------------------------

/// The account prices what is followed.
void StrategyOrderBar::follow()
{
    QStringList wanted;
    if (isVisible())
        for (const DraftLeg &leg : m_builder.draft().legs)
            wanted.append(leg.symbol);
    for (const QString &symbol : wanted)
        m_desk.follow(symbol);
    for (const QString &symbol : std::exchange(m_followed, wanted))
        m_desk.unfollow(symbol);
}

void StrategyOrderBar::look()
{
    if (!isVisible() || !m_orders || !m_desk.account() || !m_asked.empty())
        return;
    for (const OrderTicket &ticket : m_orders->tickets)
        m_asked[m_desk.preview(ticket)] = {};
}

void StrategyOrderBar::takeAnswer(const OrderAnswer &answer)
{
    const auto own = m_asked.find(answer.request);
    if (own == m_asked.end())
        return;
    if (!answer.preview) {
        m_asked.clear();
        m_previews.clear();
        m_objection = sentence(tradetext::reason(answer.reason));
        showNote();
        emit previewed({});
        return;
    }
    own->second = answer.preview;
    if (!std::ranges::all_of(m_asked, [](const auto &asked) { return asked.second.has_value(); }))
        return;
    m_previews.clear();
    m_objection.clear();
    for (const auto &[request, preview] : std::exchange(m_asked, {}))
        m_previews.push_back(*preview);
    showNote();
    emit previewed(m_previews);
}

void StrategyOrderBar::send()
{
    if (m_orders)
        m_desk.send(m_orders->tickets);
}

void StrategyOrderBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    follow();
    m_lookAgain.start();
    m_lookSoon.start();
}

void StrategyOrderBar::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_lookAgain.stop();
    m_asked.clear();
    follow();
}

/// In a narrow panel the button stands below the fields.
void StrategyOrderBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isWide = width() >= m_theme.scaled(besideFrom);
    m_row->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

// --- looks
// ----------------------------------------------------------------------------------------

void StrategyOrderBar::retranslate()
{
    m_packagesName->setText(tr("Packages"));
    const QSignalBlocker quiet(m_choice);
    const int chosen = std::max(m_choice->currentIndex(), 0);
    m_choice->clear();
    m_choice->addItems({ tr("Middle"), tr("Natural"), tr("Own price"), tr("Market") });
    m_choice->setCurrentIndex(chosen);
    m_choice->setToolTip(tr("Natural: bought legs at the ask, sold legs at the bid, as the market "
                            "gives them at once."));
    m_choice->setAccessibleName(tr("Price of the package"));
    const QSignalBlocker quietTif(m_tif);
    const int tif = std::max(m_tif->currentIndex(), 0);
    m_tif->clear();
    for (const TimeInForce own : tifs)
        m_tif->addItem(tradetext::timeInForce(own));
    m_tif->setCurrentIndex(tif);
    m_tif->setAccessibleName(tr("How long the order works"));
    m_price->setAccessibleName(tr("Limit, per unit of the underlying"));
    m_price->setToolTip(tr("Of one package, per unit of the underlying; arrows change it by a "
                           "cent."));
    m_direction->setToolTip(tr("Whether the package is paid for or pays"));
    showDraft();
}

void StrategyOrderBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StrategyOrderBar::restyle()
{
    m_packages->setFixedWidth(m_theme.scaled(64));
    m_price->setFixedWidth(m_theme.scaled(80));
    QPalette warning = m_note->palette();
    warning.setColor(QPalette::WindowText, m_theme.color(ColorRole::Warning));
    m_note->setPalette(warning);
}

} // namespace tapeline
