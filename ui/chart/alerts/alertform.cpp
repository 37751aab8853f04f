#include "alertform.h"

#include "easterntime.h"
#include "timeframetext.h"
#include "tradeinput.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Duration usualLife = 24h * 30;

const std::array usualTimeframes { Timeframe(1, TimeUnit::Minute), Timeframe(5, TimeUnit::Minute),
                                   Timeframe(15, TimeUnit::Minute), Timeframe(1, TimeUnit::Hour),
                                   Timeframe(1, TimeUnit::Day) };

/// The face of a clock in New York, as fields for time show it.
QDateTime clockFace(Timestamp time)
{
    const auto since = std::chrono::floor<std::chrono::milliseconds>(easterntime::timeOfDay(time));
    return { easterntime::date(time), QTime::fromMSecsSinceStartOfDay(int(since.count())),
             Qt::UTC };
}

Timestamp instantOf(const QDateTime &face)
{
    return easterntime::at(face.date(),
                           std::chrono::milliseconds(face.time().msecsSinceStartOfDay()));
}

QComboBox *makeBox(const QString &name, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

} // namespace

AlertForm::AlertForm(const AlertChoices &choices, const ChartAlert &alert, Timestamp now,
                     QWidget *parent)
    : QWidget(parent)
    , m_choices(choices)
    , m_alert(alert)
    , m_rows(new QFormLayout(this))
    , m_subject(makeBox(u"alertSubject"_s, this))
    , m_condition(makeBox(u"alertCondition"_s, this))
    , m_target(makeBox(u"alertTarget"_s, this))
    , m_when(makeBox(u"alertWhen"_s, this))
    , m_timeframe(makeBox(u"alertTimeframe"_s, this))
    , m_expires(new QCheckBox(tr("Until (ET)"), this))
    , m_expiry(new QDateTimeEdit(this))
    , m_note(new QLineEdit(this))
    , m_sound(new QCheckBox(tr("Sound"), this))
{
    m_rows->setContentsMargins({});
    m_rows->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    addFields(now);
    fillSubjects();
    fillTimeframes();
    for (int condition = 0; condition < alertConditionCount; ++condition)
        m_condition->addItem(alerttext::condition(AlertCondition(condition)));
    for (const AlertWhen when :
         { AlertWhen::Once, AlertWhen::OncePerBar, AlertWhen::OncePerBarClose })
        m_when->addItem(alerttext::when(when));
    showAlert();
    showUsed();
    for (QComboBox *box : { m_subject, m_condition, m_target, m_when, m_timeframe })
        connect(box, &QComboBox::currentIndexChanged, this, &AlertForm::showUsed);
    for (const QLineEdit *field : { m_level, m_other, m_percent, m_bars, m_note })
        connect(field, &QLineEdit::textChanged, this, &AlertForm::changed);
    connect(m_expires, &QCheckBox::toggled, this, &AlertForm::showUsed);
    connect(m_expiry, &QDateTimeEdit::dateTimeChanged, this, &AlertForm::changed);
    connect(m_sound, &QCheckBox::toggled, this, &AlertForm::changed);
}

void AlertForm::addFields(Timestamp now)
{
    //: What an alert watches: the price or an indicator
    m_rows->addRow(tr("Watch"), m_subject);
    m_rows->addRow(tr("Condition"), m_condition);
    //: What the watched value is compared with
    m_rows->addRow(tr("Against"), m_target);
    m_level = addNumber(m_rows, u"alertLevel"_s, tr("Level"));
    m_other = addNumber(m_rows, u"alertOtherLevel"_s, tr("Other level"));
    m_percent = addNumber(m_rows, u"alertPercent"_s, tr("By (%)"));
    m_bars = addNumber(m_rows, u"alertBars"_s, tr("Within (bars)"));
    //: How often an alert fires
    m_rows->addRow(tr("Fires"), m_when);
    m_rows->addRow(tr("Bars"), m_timeframe);
    m_expires->setObjectName(u"alertExpires"_s);
    m_expiry->setObjectName(u"alertExpiry"_s);
    m_expiry->setAccessibleName(tr("Until (Eastern time)"));
    m_expiry->setTimeSpec(Qt::UTC);
    m_expiry->setCalendarPopup(true);
    m_expiry->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    m_expiry->setDateTime(clockFace(m_alert.expiry.value_or(now + usualLife)));
    m_expires->setChecked(m_alert.expiry.has_value());
    m_rows->addRow(m_expires, m_expiry);
    m_note->setObjectName(u"alertNote"_s);
    m_note->setMaxLength(ChartAlert::longestNote);
    m_note->setPlaceholderText(tr("For yourself, said when it fires"));
    m_rows->addRow(tr("Note"), m_note);
    m_sound->setObjectName(u"alertSound"_s);
    m_rows->addRow(QString(), m_sound);
}

QLineEdit *AlertForm::addNumber(QFormLayout *form, const QString &name, const QString &label)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(name);
    field->setAlignment(Qt::AlignRight);
    form->addRow(label, field);
    return field;
}

// --- choices
// ------------------------------------------------------------------------------------------------

QString AlertForm::nameOf(const AlertValue &value) const
{
    switch (value.kind) {
    case AlertValue::Kind::Price:
        return tr("Price of %1").arg(m_alert.symbol);
    case AlertValue::Kind::Level:
        return tr("A level");
    case AlertValue::Kind::Indicator:
        return alerttext::indicator(value.indicator, value.output, QLocale());
    case AlertValue::Kind::Drawing: {
        const QString name = m_choices.drawingName
            ? m_choices.drawingName(m_alert.symbol, value.drawing)
            : QString();
        return name.isEmpty() ? tr("A drawing") : name;
    }
    }
    Q_UNREACHABLE();
}

void AlertForm::fillSubjects()
{
    m_subjects = { AlertValue() };
    m_subjects.insert(m_subjects.end(), m_choices.indicators.begin(), m_choices.indicators.end());
    if (std::ranges::find(m_subjects, m_alert.watched) == m_subjects.end())
        m_subjects.push_back(m_alert.watched);
    for (const AlertValue &value : m_subjects)
        m_subject->addItem(nameOf(value));
}

/// All but what is watched; for a room only what has two edges.
void AlertForm::fillTargets()
{
    const AlertValue chosen = m_target->currentIndex() >= 0
        ? m_targets[std::size_t(m_target->currentIndex())]
        : m_alert.against;
    const auto condition = AlertCondition(m_condition->currentIndex());
    const bool isRoom
        = condition == AlertCondition::Entering || condition == AlertCondition::Leaving;
    const AlertValue subject = m_subjects[std::size_t(m_subject->currentIndex())];
    m_targets = { AlertValue::atLevel(0) };
    if (!isRoom) {
        m_targets.push_back({});
        m_targets.insert(m_targets.end(), m_choices.indicators.begin(), m_choices.indicators.end());
    }
    if (subject.kind == AlertValue::Kind::Price)
        m_targets.insert(m_targets.end(), m_choices.drawings.begin(), m_choices.drawings.end());
    if (m_alert.against.kind != AlertValue::Kind::Level
        && std::ranges::find(m_targets, m_alert.against) == m_targets.end()
        && (!isRoom || m_alert.against.kind == AlertValue::Kind::Drawing))
        m_targets.push_back(m_alert.against);
    std::erase(m_targets, subject);
    const QSignalBlocker quiet(m_target);
    m_target->clear();
    int at = 0;
    for (const AlertValue &value : m_targets) {
        const bool isSame = value == chosen
            || (value.kind == AlertValue::Kind::Level && chosen.kind == value.kind);
        if (isSame)
            at = m_target->count();
        m_target->addItem(nameOf(value));
    }
    m_target->setCurrentIndex(at);
}

void AlertForm::fillTimeframes()
{
    m_timeframes.assign(usualTimeframes.begin(), usualTimeframes.end());
    for (const Timeframe own : { m_choices.timeframe, m_alert.timeframe })
        if (std::ranges::find(m_timeframes, own) == m_timeframes.end())
            m_timeframes.push_back(own);
    std::ranges::sort(m_timeframes, {}, &Timeframe::nominalLength);
    for (const Timeframe timeframe : m_timeframes)
        m_timeframe->addItem(timeframeName(timeframe));
}

void AlertForm::showAlert()
{
    const QLocale locale;
    m_subject->setCurrentIndex(
        int(std::ranges::find(m_subjects, m_alert.watched) - m_subjects.begin()));
    m_condition->setCurrentIndex(int(m_alert.condition));
    m_when->setCurrentIndex(int(m_alert.when));
    m_timeframe->setCurrentIndex(
        int(std::ranges::find(m_timeframes, m_alert.timeframe) - m_timeframes.begin()));
    fillTargets();
    const bool isLevel = m_alert.against.kind == AlertValue::Kind::Level;
    m_level->setText(alerttext::level(isLevel ? m_alert.against.level : 0, locale));
    const double other = m_alert.isRoom() ? m_alert.otherLevel : m_alert.against.level;
    m_other->setText(alerttext::level(other, locale));
    m_percent->setText(locale.toString(m_alert.percent, 'f', QLocale::FloatingPointShortest));
    m_bars->setText(QString::number(m_alert.bars));
    m_note->setText(m_alert.note);
    m_sound->setChecked(m_alert.sound);
}

void AlertForm::showUsed()
{
    fillTargets();
    const auto condition = AlertCondition(m_condition->currentIndex());
    const bool isMoving
        = condition == AlertCondition::Rising || condition == AlertCondition::Falling;
    const bool isRoom
        = condition == AlertCondition::Entering || condition == AlertCondition::Leaving;
    const bool isLevel = !isMoving
        && m_targets[std::size_t(m_target->currentIndex())].kind == AlertValue::Kind::Level;
    const std::pair<QWidget *, bool> used[] {
        { m_target, !isMoving && m_targets.size() > 1 },
        { m_level, isLevel },
        { m_other, isLevel && isRoom },
        { m_percent, isMoving },
        { m_bars, isMoving },
        { m_expiry, true },
    };
    for (const auto &[field, isUsed] : used) {
        field->setVisible(isUsed);
        if (QWidget *label = m_rows->labelForField(field))
            label->setVisible(isUsed);
    }
    m_expiry->setEnabled(m_expires->isChecked());
    const auto when = AlertWhen(m_when->currentIndex());
    ChartAlert chosen = m_alert;
    chosen.watched = m_subjects[std::size_t(m_subject->currentIndex())];
    chosen.condition = condition;
    chosen.against = m_targets[std::size_t(m_target->currentIndex())];
    chosen.when = when;
    const bool needsBars = !chosen.isOfAnyBars();
    m_timeframe->setEnabled(needsBars);
    m_rows->labelForField(m_timeframe)->setEnabled(needsBars);
    emit changed();
}

void AlertForm::focusLevel()
{
    QLineEdit *field = m_level->isHidden() ? m_percent : m_level;
    if (field->isHidden())
        return m_condition->setFocus();
    field->setFocus();
    field->selectAll();
}

// --- what they say
// ------------------------------------------------------------------------------------------------

/// Levels of indicators may be larger than any price.
bool AlertForm::readNumber(const QLineEdit *field, double &number, QString &why) const
{
    if (const std::optional<Price> exact = tradeinput::price(field->text(), QLocale())) {
        number = exact->toDouble();
        return true;
    }
    bool isNumber = false;
    number = QLocale().toDouble(field->text().trimmed(), &isNumber);
    if (!isNumber)
        why = tr("“%1” is no number.").arg(field->text());
    return isNumber;
}

void AlertForm::readTarget(ChartAlert &alert, QString &why) const
{
    alert.against = m_targets[std::size_t(m_target->currentIndex())];
    if (alert.against.kind != AlertValue::Kind::Level)
        return;
    if (readNumber(m_level, alert.against.level, why) && alert.isRoom())
        readNumber(m_other, alert.otherLevel, why);
}

Result<ChartAlert> AlertForm::alert() const
{
    QString why;
    ChartAlert alert = m_alert;
    alert.watched = m_subjects[std::size_t(m_subject->currentIndex())];
    alert.condition = AlertCondition(m_condition->currentIndex());
    alert.when = AlertWhen(m_when->currentIndex());
    alert.timeframe = m_timeframes[std::size_t(m_timeframe->currentIndex())];
    alert.note = m_note->text();
    alert.sound = m_sound->isChecked();
    alert.expiry.reset();
    if (m_expires->isChecked())
        alert.expiry = instantOf(m_expiry->dateTime());
    if (alert.isMoving()) {
        double bars = 0;
        if (readNumber(m_percent, alert.percent, why) && readNumber(m_bars, bars, why))
            alert.bars = bars == std::floor(bars) ? int(std::clamp(bars, -1.0, 1e6)) : 0;
    } else {
        readTarget(alert, why);
    }
    if (!why.isEmpty())
        return Error { Error::Code::InvalidArgument, why };
    if (const Result<void> checked = alert.check(); !checked)
        return checked.error();
    return alert;
}

} // namespace tapeline
