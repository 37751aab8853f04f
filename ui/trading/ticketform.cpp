#include "ticketform.h"

#include "stepedit.h"
#include "tradetext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QDateEdit>
#include <QEvent>
#include <QFormLayout>
#include <QGridLayout>
#include <QSignalBlocker>
#include <QToolButton>

#include <utility>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array offeredTypes { OrderType::Market,       OrderType::Limit,
                                    OrderType::Stop,         OrderType::StopLimit,
                                    OrderType::TrailingStop, OrderType::TrailingStopLimit };
constexpr std::array offeredTifs { TimeInForce::Day, TimeInForce::Gtc, TimeInForce::Gtd,
                                   TimeInForce::Ioc, TimeInForce::Fok, TimeInForce::Opg,
                                   TimeInForce::Cls };
constexpr int sizeByCount = 4;

QToolButton *segment(const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    return button;
}

/// Wide enough for its figures, and no wider than the panel; the wheel scrolls the ticket.
void tame(QComboBox *box, QObject *wheelGuard)
{
    box->setFocusPolicy(Qt::StrongFocus);
    box->installEventFilter(wheelGuard);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(4);
}

} // namespace

TicketForm::TicketForm(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_type(new QComboBox(this))
    , m_tif(new QComboBox(this))
    , m_sizeBy(new QComboBox(this))
    , m_until(new QDateEdit(this))
    , m_extended(new QCheckBox(this))
    , m_reduceOnly(new QCheckBox(this))
    , m_postOnly(new QCheckBox(this))
    , m_untilLabel(new QLabel(this))
{
    make();
    connectFields();
    retranslate();
    showDraft();
}

// --- parts
// ----------------------------------------------------------------------------------------

void TicketForm::make()
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setVerticalSpacing(6);
    m_form->setHorizontalSpacing(8);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_type->setObjectName(u"ticketType"_s);
    m_tif->setObjectName(u"ticketTif"_s);
    m_sizeBy->setObjectName(u"ticketSizeBy"_s);
    m_until->setObjectName(u"ticketUntil"_s);
    for (QComboBox *box : { m_type, m_tif, m_sizeBy })
        tame(box, this);
    m_untilLabel->setBuddy(m_until);
    m_until->setCalendarPopup(true);
    m_until->setFocusPolicy(Qt::StrongFocus);
    m_until->installEventFilter(this);
    for (int field = 0; field < fieldCount; ++field)
        makeField(Field(field));
    m_form->addRow(makeSides());
    m_form->addRow(sideBySide(m_type, m_tif));
    m_form->addRow(m_sizeBy, m_edits[Size]); // what the number means is to be chosen
    m_form->addRow(makeSizes());
    for (const Field field : { Stop, Limit, Trail, Offset })
        m_form->addRow(m_labels[field], m_edits[field]);
    m_form->addRow(m_untilLabel, m_until);
    m_form->addRow(sideBySide(m_edits[Target], m_edits[Loss]));
    m_form->addRow(makeConditions());
}

QWidget *TicketForm::sideBySide(QWidget *left, QWidget *right)
{
    auto *both = new QWidget(this);
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(left, 1);
    row->addWidget(right, 1);
    return both;
}

QWidget *TicketForm::makeSides()
{
    auto *sides = new QWidget(this);
    auto *row = new QHBoxLayout(sides);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_buy = segment(u"ticketBuy"_s, sides);
    m_sell = segment(u"ticketSell"_s, sides);
    row->addWidget(m_buy);
    row->addWidget(m_sell);
    return sides;
}

QWidget *TicketForm::makeSizes()
{
    m_sizeButtons = new QWidget(this);
    auto *row = new QHBoxLayout(m_sizeButtons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    return m_sizeButtons;
}

QWidget *TicketForm::makeConditions()
{
    auto *conditions = new QWidget(this);
    auto *grid = new QGridLayout(conditions);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(0);
    m_extended->setObjectName(u"ticketExtended"_s);
    m_reduceOnly->setObjectName(u"ticketReduceOnly"_s);
    m_postOnly->setObjectName(u"ticketPostOnly"_s);
    grid->addWidget(m_reduceOnly, 0, 0);
    grid->addWidget(m_extended, 0, 1);
    grid->addWidget(m_postOnly, 1, 0);
    return conditions;
}

void TicketForm::makeField(Field field)
{
    static const std::array<QString, fieldCount> names {
        u"ticketSize"_s,   u"ticketStop"_s,   u"ticketLimit"_s,    u"ticketTrail"_s,
        u"ticketOffset"_s, u"ticketTarget"_s, u"ticketStopLoss"_s,
    };
    m_edits[field] = new StepEdit(this);
    m_edits[field]->setObjectName(names[field]);
    m_edits[field]->setMinimumWidth(1); // a narrow ticket shows its figures whole
    if (field == Size || field == Target || field == Loss)
        return; // they say themselves what they are
    m_labels[field] = new QLabel(this);
    m_labels[field]->setBuddy(m_edits[field]);
}

void TicketForm::setSizes(const std::vector<Qty> &sizes)
{
    qDeleteAll(m_sizeButtons->findChildren<QToolButton *>(QString(), Qt::FindDirectChildrenOnly));
    for (const Qty size : sizes) {
        auto *button = new QToolButton(m_sizeButtons);
        button->setText(tradetext::qty(size, QLocale()));
        button->setProperty("segment", true);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        connect(button, &QToolButton::clicked, this, [this, size] {
            m_draft.sizeBy = SizeBy::Quantity;
            m_draft.size = size.toString().replace(u'.', QLocale().decimalPoint());
            showDraft();
            tell();
        });
        m_sizeButtons->layout()->addWidget(button);
    }
}

// --- what is typed
// --------------------------------------------------------------------------------

void TicketForm::connectFields()
{
    connect(m_buy, &QToolButton::toggled, this, [this](bool buys) {
        m_draft.side = buys ? Side::Buy : Side::Sell;
        tell();
    });
    connect(m_type, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_draft.type = offeredTypes[std::size_t(index)];
        showRows();
        emit priceWanted(m_draft.type);
        tell();
    });
    connect(m_tif, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_draft.tif = offeredTifs[std::size_t(index)];
        if (m_draft.tif == TimeInForce::Gtd && !m_draft.until.isValid())
            m_draft.until = m_until->date();
        showRows();
        tell();
    });
    connect(m_sizeBy, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_draft.sizeBy = SizeBy(index);
        tell();
    });
    connect(m_until, &QDateEdit::dateChanged, this, [this](QDate day) {
        m_draft.until = day;
        tell();
    });
    for (auto [box, flag] : { std::pair(m_extended, &OrderDraft::extendedHours),
                              std::pair(m_reduceOnly, &OrderDraft::reduceOnly),
                              std::pair(m_postOnly, &OrderDraft::postOnly) })
        connect(box, &QCheckBox::toggled, this, [this, flag = flag](bool on) {
            m_draft.*flag = on;
            tell();
        });
    for (int field = 0; field < fieldCount; ++field)
        connectField(Field(field));
}

void TicketForm::connectField(Field field)
{
    StepEdit *edit = m_edits[field];
    connect(edit, &QLineEdit::textEdited, this, [this, field](const QString &typed) {
        text(field) = typed;
        tell();
    });
    connect(edit, &StepEdit::stepped, this, [this, field](int steps) { step(field, steps); });
    connect(edit, &QLineEdit::returnPressed, this, &TicketForm::submitted);
}

void TicketForm::step(Field field, int steps)
{
    QString &number = text(field);
    number = field == Size ? orderdrafts::steppedSize(number, steps, QLocale())
                           : orderdrafts::stepped(number, steps, m_symbol, QLocale());
    showDraft();
    tell();
}

QString &TicketForm::text(Field field)
{
    switch (field) {
    case Size:
        return m_draft.size;
    case Stop:
        return m_draft.stop;
    case Limit:
        return m_draft.limit;
    case Trail:
        return m_draft.trail;
    case Offset:
        return m_draft.limitOffset;
    case Target:
        return m_draft.target;
    case Loss:
        return m_draft.stopLoss;
    }
    Q_UNREACHABLE();
}

void TicketForm::tell()
{
    emit edited();
}

void TicketForm::focusFirst()
{
    StepEdit *edit = hasLimitField(m_draft.type) ? m_edits[Limit]
        : hasStopField(m_draft.type)             ? m_edits[Stop]
                                                 : m_edits[Size];
    edit->setFocus(Qt::ShortcutFocusReason);
    edit->selectAll();
}

// --- what is shown
// ----------------------------------------------------------------------------------

void TicketForm::setDraft(const OrderDraft &draft)
{
    if (m_draft == draft)
        return;
    m_draft = draft;
    showDraft();
}

void TicketForm::showDraft()
{
    const OrderDraft shown = m_draft; // what signals would write back
    const QSignalBlocker quiet[] { QSignalBlocker(m_buy),        QSignalBlocker(m_type),
                                   QSignalBlocker(m_tif),        QSignalBlocker(m_sizeBy),
                                   QSignalBlocker(m_until),      QSignalBlocker(m_extended),
                                   QSignalBlocker(m_reduceOnly), QSignalBlocker(m_postOnly) };
    (shown.side == Side::Buy ? m_buy : m_sell)->setChecked(true);
    m_type->setCurrentIndex(
        int(std::ranges::find(offeredTypes, shown.type) - offeredTypes.begin()));
    m_tif->setCurrentIndex(int(std::ranges::find(offeredTifs, shown.tif) - offeredTifs.begin()));
    m_sizeBy->setCurrentIndex(int(shown.sizeBy));
    m_until->setDate(shown.until.isValid() ? shown.until : QDate::currentDate());
    m_extended->setChecked(shown.extendedHours);
    m_reduceOnly->setChecked(shown.reduceOnly);
    m_postOnly->setChecked(shown.postOnly);
    for (int field = 0; field < fieldCount; ++field)
        if (m_edits[std::size_t(field)]->text() != text(Field(field)))
            m_edits[std::size_t(field)]->setText(text(Field(field)));
    showRows();
}

void TicketForm::showRows()
{
    const auto show = [this](std::size_t field, bool shown) {
        m_edits[field]->setVisible(shown);
        m_labels[field]->setVisible(shown);
    };
    show(Stop, hasStopField(m_draft.type));
    show(Limit, hasLimitField(m_draft.type));
    show(Trail, hasTrailField(m_draft.type));
    show(Offset, m_draft.type == OrderType::TrailingStopLimit);
    m_until->setVisible(m_draft.tif == TimeInForce::Gtd);
    m_untilLabel->setVisible(m_draft.tif == TimeInForce::Gtd);
    m_postOnly->setVisible(m_draft.type == OrderType::Limit);
}

void TicketForm::fillTypes()
{
    const QSignalBlocker quiet[] { QSignalBlocker(m_type), QSignalBlocker(m_tif),
                                   QSignalBlocker(m_sizeBy) };
    for (QComboBox *box : { m_type, m_tif, m_sizeBy })
        box->clear();
    for (const OrderType type : offeredTypes)
        m_type->addItem(tradetext::type(type));
    for (const TimeInForce tif : offeredTifs)
        m_tif->addItem(tradetext::timeInForce(tif));
    const std::array<QString, sizeByCount> names {
        tr("Quantity"),
        //: The size follows from the amount that is lost at the stop loss
        tr("Risk"),
        //: The size follows from the amount that is paid
        tr("Cash"),
        //: The size follows from the amount that is lost over two average true ranges
        tr("Risk (2 ATR)"),
    };
    for (const QString &name : names)
        m_sizeBy->addItem(name);
}

void TicketForm::retranslate()
{
    fillTypes();
    m_buy->setText(tr("Buy"));
    m_sell->setText(tr("Sell"));
    const std::array<QString, fieldCount> names {
        tr("Size"),   tr("Stop"),   tr("Limit"),     tr("Trail by"),
        tr("Offset"), tr("Target"), tr("Stop loss"),
    };
    for (std::size_t field = 0; field < names.size(); ++field) {
        m_edits[field]->setAccessibleName(names[field]);
        if (m_labels[field])
            m_labels[field]->setText(names[field]);
    }
    m_untilLabel->setText(tr("Last day"));
    m_edits[Trail]->setPlaceholderText(tr("0.50 or 1 %"));
    m_edits[Target]->setPlaceholderText(names[Target]);
    m_edits[Loss]->setPlaceholderText(names[Loss]);
    m_edits[Target]->setToolTip(tr("Price at which the position is to be closed with a profit; "
                                   "empty for none."));
    m_edits[Loss]->setToolTip(tr("Price at which the position is closed with a loss, or a "
                                 "distance as in \"2 ATR\"; empty for none."));
    m_type->setAccessibleName(tr("Type"));
    m_tif->setAccessibleName(tr("In force"));
    m_sizeBy->setAccessibleName(tr("What the size is said by"));
    m_extended->setText(tr("Ext. hours"));
    m_reduceOnly->setText(tr("Reduce only"));
    m_postOnly->setText(tr("Post only"));
    m_extended->setToolTip(tr("Also before 9:30 and after 16:00 Eastern; limit orders only."));
    m_reduceOnly->setToolTip(tr("Ends or reduces a position, never turns it round."));
    m_postOnly->setToolTip(tr("Is refused where it would be filled at once."));
    showDraft();
}

/// Numbers stay what they are when the language, and with it the decimal point, is another one.
void TicketForm::rewriteNumbers()
{
    const QLocale before = std::exchange(m_locale, QLocale());
    m_draft = orderdrafts::rewritten(m_draft, before, m_locale);
}

/// What is scrolled past is not changed.
bool TicketForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void TicketForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        rewriteNumbers();
        retranslate();
    }
}

} // namespace tapeline
