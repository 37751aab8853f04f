#include "tradingpage.h"

#include "orderdraft.h"
#include "tradedesk.h"
#include "tradetext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostTicks = 100'000;

/// Sizes, set apart by blanks or semicolons; nothing when one is no quantity above 0.
std::optional<std::vector<Qty>> sizesFrom(const QString &typed, const QLocale &locale)
{
    std::vector<Qty> sizes;
    QString spaced = typed;
    for (const QString &word : spaced.replace(u';', u' ').split(u' ', Qt::SkipEmptyParts)) {
        OrderDraft draft;
        draft.type = OrderType::Market;
        draft.size = word;
        const Result<OrderTicket> order = orderdrafts::toOrder(draft, {}, locale);
        if (!order || order->qty <= Qty() || sizes.size() == TradeSettings::mostSizes)
            return std::nullopt;
        sizes.push_back(order->qty);
    }
    return sizes.empty() ? std::nullopt : std::optional(sizes);
}

std::optional<int> ticks(int value)
{
    return value > 0 ? std::optional(value) : std::nullopt;
}

} // namespace

TradingPage::TradingPage(TradeDesk &desk, QWidget *parent)
    : SettingsPage(parent)
    , m_desk(desk)
    , m_sizes(new QLineEdit(this))
    , m_complaint(new QLabel(this))
    , m_tif(new QComboBox(this))
    , m_extended(new QCheckBox(this))
    , m_stop(new QSpinBox(this))
    , m_target(new QSpinBox(this))
    , m_reminder(new QSpinBox(this))
    , m_sounds(new QCheckBox(this))
    , m_notifications(new QCheckBox(this))
    , m_sizesLabel(new QLabel(this))
    , m_tifLabel(new QLabel(this))
    , m_stopLabel(new QLabel(this))
    , m_targetLabel(new QLabel(this))
    , m_reminderLabel(new QLabel(this))
{
    make();
    connectFields();
    retranslate();
}

void TradingPage::make()
{
    m_sizes->setObjectName(u"tradeSizes"_s);
    m_complaint->setObjectName(u"tradeSizesComplaint"_s);
    m_complaint->setWordWrap(true);
    m_complaint->hide();
    m_tif->setObjectName(u"tradeTif"_s);
    m_tif->addItems({ {}, {} });
    m_stop->setObjectName(u"tradeStopTicks"_s);
    m_target->setObjectName(u"tradeTargetTicks"_s);
    for (QSpinBox *box : { m_stop, m_target })
        box->setRange(0, mostTicks);
    m_reminder->setObjectName(u"optionReminder"_s);
    m_reminder->setRange(0, TradeSettings::mostReminderDays);
    m_extended->setObjectName(u"tradeExtended"_s);
    m_sounds->setObjectName(u"tradeSounds"_s);
    m_notifications->setObjectName(u"tradeNotifications"_s);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(18);
    form->setVerticalSpacing(12);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (const auto &[label, field] : std::initializer_list<std::pair<QLabel *, QWidget *>> {
             { m_sizesLabel, m_sizes },
             { m_tifLabel, m_tif },
             { m_stopLabel, m_stop },
             { m_targetLabel, m_target },
             { m_reminderLabel, m_reminder } }) {
        label->setBuddy(field);
        form->addRow(label, field);
        if (field == m_sizes)
            form->addRow(QString(), m_complaint);
    }
    for (QCheckBox *box : { m_extended, m_sounds, m_notifications })
        form->addRow(QString(), box);
}

void TradingPage::connectFields()
{
    const auto change = [this](auto set) {
        TradeSettings settings = m_desk.settings();
        set(settings);
        m_desk.setSettings(settings);
    };
    connect(m_sizes, &QLineEdit::editingFinished, this, &TradingPage::takeSizes);
    connect(m_tif, &QComboBox::activated, this, [change](int row) {
        change([row](TradeSettings &own) { own.tif = row ? TimeInForce::Gtc : TimeInForce::Day; });
    });
    connect(m_extended, &QCheckBox::toggled, this,
            [change](bool on) { change([on](TradeSettings &own) { own.extendedHours = on; }); });
    connect(m_stop, &QSpinBox::valueChanged, this, [change](int value) {
        change([value](TradeSettings &own) { own.stopTicks = ticks(value); });
    });
    connect(m_target, &QSpinBox::valueChanged, this, [change](int value) {
        change([value](TradeSettings &own) { own.targetTicks = ticks(value); });
    });
    connect(m_reminder, &QSpinBox::valueChanged, this, [change](int days) {
        change([days](TradeSettings &own) { own.reminderDays = days; });
    });
    connect(m_sounds, &QCheckBox::toggled, this,
            [change](bool on) { change([on](TradeSettings &own) { own.sounds = on; }); });
    connect(m_notifications, &QCheckBox::toggled, this,
            [change](bool on) { change([on](TradeSettings &own) { own.notifications = on; }); });
    connect(&m_desk, &TradeDesk::settingsChanged, this, &TradingPage::showSettings);
}

/// What cannot be taken is said, and the sizes stay.
void TradingPage::takeSizes()
{
    const auto sizes = sizesFrom(m_sizes->text(), QLocale());
    m_complaint->setVisible(!sizes);
    if (!sizes)
        return;
    TradeSettings settings = m_desk.settings();
    settings.sizes = *sizes;
    if (std::ranges::find(*sizes, settings.size) == sizes->end())
        settings.size = sizes->front();
    m_desk.setSettings(settings);
}

void TradingPage::showSettings()
{
    const TradeSettings &own = m_desk.settings();
    const QSignalBlocker quiet[] { QSignalBlocker(m_extended), QSignalBlocker(m_stop),
                                   QSignalBlocker(m_target),   QSignalBlocker(m_reminder),
                                   QSignalBlocker(m_sounds),   QSignalBlocker(m_notifications) };
    QStringList sizes;
    for (const Qty size : own.sizes)
        sizes.append(tradetext::qty(size, QLocale()));
    if (!m_sizes->hasFocus())
        m_sizes->setText(sizes.join(u"  "_s));
    m_tif->setCurrentIndex(own.tif == TimeInForce::Gtc ? 1 : 0);
    m_extended->setChecked(own.extendedHours);
    m_stop->setValue(own.stopTicks.value_or(0));
    m_target->setValue(own.targetTicks.value_or(0));
    m_reminder->setValue(own.reminderDays);
    m_sounds->setChecked(own.sounds);
    m_notifications->setChecked(own.notifications);
}

QString TradingPage::id() const
{
    return u"trading"_s;
}

QString TradingPage::title() const
{
    return tr("Trading");
}

QString TradingPage::icon() const
{
    return u"ticket"_s;
}

void TradingPage::retranslate()
{
    m_sizesLabel->setText(tr("&Sizes to choose from"));
    m_sizes->setToolTip(tr("Up to six, set apart by blanks."));
    m_complaint->setText(tr("Up to six quantities above 0, set apart by blanks. The sizes were "
                            "not changed."));
    m_tifLabel->setText(tr("&In force"));
    m_tif->setItemText(0, tr("Until the end of the day"));
    m_tif->setItemText(1, tr("Until cancelled (GTC)"));
    m_stopLabel->setText(tr("S&top loss of a click, in ticks"));
    m_targetLabel->setText(tr("T&arget of a click, in ticks"));
    for (QSpinBox *box : { m_stop, m_target })
        box->setSpecialValueText(tr("None"));
    m_reminderLabel->setText(tr("&Remind of options so many days before they end"));
    m_reminder->setSpecialValueText(tr("On the last day"));
    m_extended->setText(tr("&Limit orders also in extended hours"));
    m_sounds->setText(tr("S&ound when an order fills or is refused"));
    m_notifications->setText(tr("&Desktop notification while another program is in front"));
    showSettings();
}

void TradingPage::changeEvent(QEvent *event)
{
    SettingsPage::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace tapeline
