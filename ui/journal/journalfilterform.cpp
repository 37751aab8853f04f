#include "journalfilterform.h"

#include "journal.h"
#include "journaltext.h"
#include "theme.h"
#include "tradetext.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDoubleValidator>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMetaEnum>
#include <QPushButton>
#include <QScreen>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

using Period = JournalFilter::Period;
using State = JournalFilter::State;
using Outcome = JournalFilter::Outcome;
using Notes = JournalFilter::Notes;

constexpr double widestMultiple = 10'000;

template<typename Enum> Enum chosen(const QComboBox *combo)
{
    return Enum(combo->currentData().toInt());
}

/// Nothing for -1, which stands for all.
template<typename Enum> std::optional<Enum> chosenIfAny(const QComboBox *combo)
{
    const int value = combo->currentData().toInt();
    return value < 0 ? std::nullopt : std::optional(Enum(value));
}

template<typename Enum> int valueOf(const std::optional<Enum> &value)
{
    return value ? int(*value) : -1;
}

std::optional<double> number(const QLineEdit *field)
{
    bool ok = false;
    const double value = QLocale().toDouble(field->text(), &ok);
    return ok ? std::optional(value) : std::nullopt;
}

void showNumber(QLineEdit *field, std::optional<double> value)
{
    if (number(field) != value)
        field->setText(value ? QLocale().toString(*value, 'g', 6) : QString());
}

} // namespace

JournalFilterForm::JournalFilterForm(const Journal &journal, const Theme &theme, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_journal(journal)
    , m_theme(theme)
    , m_form(new QFormLayout(this))
{
    setObjectName(u"tapeFilterForm"_s);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_period = addCombo(u"filterPeriod"_s);
    m_from = new QDateEdit(this);
    m_to = new QDateEdit(this);
    m_until = new QLabel(this);
    m_range = pair(m_from, m_until, m_to);
    addRow(m_range);
    for (QDateEdit *field : { m_from, m_to }) {
        field->setCalendarPopup(false);
        connect(field, &QDateEdit::dateChanged, this, &JournalFilterForm::readForm);
    }
    m_from->setObjectName(u"filterFrom"_s);
    m_to->setObjectName(u"filterTo"_s);
    m_symbol = addField(u"filterSymbol"_s);
    addRow(m_symbol);
    m_symbol->setMaxLength(30);
    m_class = addCombo(u"filterClass"_s);
    m_direction = addCombo(u"filterDirection"_s);
    m_state = addCombo(u"filterState"_s);
    m_outcome = addCombo(u"filterOutcome"_s);
    m_least = addField(u"filterLeast"_s);
    m_most = addField(u"filterMost"_s);
    m_upTo = new QLabel(this);
    for (QLineEdit *field : { m_least, m_most })
        field->setValidator(new QDoubleValidator(-widestMultiple, widestMultiple, 4, field));
    m_multiples = pair(m_least, m_upTo, m_most);
    addRow(m_multiples);
    m_setup = addCombo(u"filterSetup"_s);
    m_tag = addCombo(u"filterTag"_s);
    m_mistake = addCombo(u"filterMistake"_s);
    m_rating = addCombo(u"filterRating"_s);
    m_notes = addCombo(u"filterNotes"_s);
    m_clear = new QPushButton(this);
    m_clear->setObjectName(u"filterClear"_s);
    m_clear->setFlat(true);
    m_form->addRow(QString(), m_clear);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        JournalFilter none;
        none.market = m_filter.market;
        none.account = m_filter.account;
        none.words = m_filter.words;
        setFilter(none, m_today);
        emit filterChosen(none);
    });
    connect(&theme, &Theme::changed, this, &JournalFilterForm::restyle);
    retranslate();
    restyle();
}

QComboBox *JournalFilterForm::addCombo(const QString &name)
{
    auto *combo = new QComboBox(this);
    combo->setObjectName(name);
    combo->setMaxVisibleItems(16);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(18);
    addRow(combo);
    connect(combo, &QComboBox::activated, this, &JournalFilterForm::readForm);
    return combo;
}

QLineEdit *JournalFilterForm::addField(const QString &name)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(name);
    connect(field, &QLineEdit::textChanged, this, &JournalFilterForm::readForm);
    return field;
}

void JournalFilterForm::addRow(QWidget *field)
{
    auto *label = new QLabel(this);
    label->setProperty("muted", true);
    m_form->addRow(label, field);
}

QWidget *JournalFilterForm::pair(QWidget *left, QLabel *between, QWidget *right)
{
    auto *both = new QWidget(this);
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    between->setProperty("muted", true);
    row->addWidget(left, 1);
    row->addWidget(between);
    row->addWidget(right, 1);
    return both;
}

void JournalFilterForm::setFilter(const JournalFilter &filter, QDate today)
{
    m_filter = filter;
    m_today = today;
    fill();
    showFilter();
}

void JournalFilterForm::openAt(const QWidget &button)
{
    adjustSize();
    const QRect room = button.screen()->availableGeometry();
    QRect frame({}, sizeHint());
    frame.moveTopLeft(button.mapToGlobal(QPoint(0, button.height())));
    frame.moveLeft(std::clamp(frame.left(), room.left(),
                              std::max(room.left(), room.right() - frame.width() + 1)));
    frame.moveTop(std::clamp(frame.top(), room.top(),
                             std::max(room.top(), room.bottom() - frame.height() + 1)));
    setGeometry(frame);
    show();
    m_period->setFocus();
}

// --- choices ---------------------------------------------------------------------------------

void JournalFilterForm::fillUsed(QComboBox *combo, const QStringList &used, const QString &chosen)
{
    combo->clear();
    combo->addItem(tr("Any"), QString());
    for (const QString &word : used)
        combo->addItem(word, word);
    if (!chosen.isEmpty() && combo->findText(chosen, Qt::MatchFixedString) < 0)
        combo->addItem(chosen, chosen);
}

void JournalFilterForm::fill()
{
    m_showing = true;
    const auto start = [](QComboBox *combo, const QString &all) {
        combo->clear();
        combo->addItem(all, -1);
    };
    m_period->clear();
    const QMetaEnum periods = QMetaEnum::fromType<Period>();
    for (int i = 0; i < periods.keyCount(); ++i)
        m_period->addItem(journaltext::period(Period(periods.value(i))), periods.value(i));
    start(m_class, tr("Any"));
    for (const AssetClass assetClass : allAssetClasses)
        m_class->addItem(tradetext::assetClass(assetClass), int(assetClass));
    start(m_direction, tr("Any"));
    for (const TradeDirection direction :
         { TradeDirection::Long, TradeDirection::Short, TradeDirection::Structure })
        m_direction->addItem(journaltext::direction(direction), int(direction));
    m_state->clear();
    m_state->addItem(tr("Open and closed"), int(State::Any));
    m_state->addItem(tr("Closed"), int(State::Closed));
    m_state->addItem(tr("Open"), int(State::Open));
    m_outcome->clear();
    m_outcome->addItem(tr("Any"), int(Outcome::Any));
    m_outcome->addItem(tr("Winners"), int(Outcome::Winner));
    m_outcome->addItem(tr("Losers"), int(Outcome::Loser));
    m_outcome->addItem(tr("Break-even"), int(Outcome::Even));
    fillUsed(m_setup, m_journal.setups(), m_filter.setup);
    fillUsed(m_tag, m_journal.tags(), m_filter.tag);
    fillUsed(m_mistake, m_journal.mistakes(), m_filter.mistake);
    m_rating->clear();
    m_rating->addItem(tr("Any"), 0);
    for (int rating = 1; rating <= 5; ++rating)
        m_rating->addItem(rating < 5 ? tr("%1 or better").arg(rating) : QString::number(rating),
                          rating);
    m_notes->clear();
    m_notes->addItem(tr("Any"), int(Notes::Any));
    m_notes->addItem(tr("Something written"), int(Notes::Written));
    m_notes->addItem(tr("Nothing written"), int(Notes::None));
    m_showing = false;
}

void JournalFilterForm::showFilter()
{
    m_showing = true;
    const auto choose = [](QComboBox *combo, int value) {
        combo->setCurrentIndex(std::max(0, combo->findData(value)));
    };
    const auto chooseWord = [](QComboBox *combo, const QString &word) {
        combo->setCurrentIndex(word.isEmpty() ? 0 : combo->findText(word, Qt::MatchFixedString));
    };
    choose(m_period, int(m_filter.period));
    m_from->setDate(m_filter.from.isValid() ? m_filter.from : m_today.addDays(-30));
    m_to->setDate(m_filter.to.isValid() ? m_filter.to : m_today);
    m_symbol->setText(m_filter.symbol);
    choose(m_class, valueOf(m_filter.assetClass));
    choose(m_direction, valueOf(m_filter.direction));
    choose(m_state, int(m_filter.state));
    choose(m_outcome, int(m_filter.outcome));
    showNumber(m_least, m_filter.least);
    showNumber(m_most, m_filter.most);
    chooseWord(m_setup, m_filter.setup);
    chooseWord(m_tag, m_filter.tag);
    chooseWord(m_mistake, m_filter.mistake);
    choose(m_rating, m_filter.rating);
    choose(m_notes, int(m_filter.notes));
    showRange();
    m_showing = false;
}

void JournalFilterForm::showRange()
{
    const bool isRange = chosen<Period>(m_period) == Period::Range;
    m_from->setEnabled(isRange);
    m_to->setEnabled(isRange);
}

void JournalFilterForm::readForm()
{
    if (m_showing)
        return;
    showRange();
    m_filter.period = chosen<Period>(m_period);
    const bool isRange = m_filter.period == Period::Range;
    m_filter.from = isRange ? m_from->date() : QDate();
    m_filter.to = isRange ? m_to->date() : QDate();
    m_filter.symbol = m_symbol->text().simplified();
    m_filter.assetClass = chosenIfAny<AssetClass>(m_class);
    m_filter.direction = chosenIfAny<TradeDirection>(m_direction);
    m_filter.state = chosen<State>(m_state);
    m_filter.outcome = chosen<Outcome>(m_outcome);
    m_filter.least = number(m_least);
    m_filter.most = number(m_most);
    m_filter.setup = m_setup->currentData().toString();
    m_filter.tag = m_tag->currentData().toString();
    m_filter.mistake = m_mistake->currentData().toString();
    m_filter.rating = m_rating->currentData().toInt();
    m_filter.notes = chosen<Notes>(m_notes);
    emit filterChosen(m_filter);
}

// --- the frame -------------------------------------------------------------------------------

void JournalFilterForm::retranslate()
{
    const auto name = [this](QWidget *field, const QString &text) {
        auto *label = static_cast<QLabel *>(m_form->labelForField(field));
        label->setText(text);
        field->setAccessibleName(text);
    };
    setAccessibleName(tr("Filter of the trades"));
    name(m_period, tr("Period"));
    name(m_range, tr("Days"));
    name(m_symbol, tr("Symbol"));
    name(m_class, tr("Kind"));
    name(m_direction, tr("Side"));
    name(m_state, tr("State"));
    name(m_outcome, tr("Result"));
    name(m_multiples, tr("Result in R"));
    name(m_setup, tr("Setup"));
    name(m_tag, tr("Tag"));
    name(m_mistake, tr("Mistake"));
    name(m_rating, tr("Rating"));
    name(m_notes, tr("Notes"));
    m_from->setAccessibleName(tr("First day"));
    m_to->setAccessibleName(tr("Last day"));
    m_least->setAccessibleName(tr("At least, in R"));
    m_most->setAccessibleName(tr("At most, in R"));
    m_from->setDisplayFormat(u"d MMM yyyy"_s);
    m_to->setDisplayFormat(u"d MMM yyyy"_s);
    //: Between two dates or two figures
    m_until->setText(tr("to"));
    m_upTo->setText(tr("to"));
    m_clear->setText(tr("Clear"));
    fill();
    showFilter();
}

void JournalFilterForm::restyle()
{
    const int edge = m_theme.scaled(12);
    m_form->setContentsMargins(edge, edge, edge, edge);
    m_form->setVerticalSpacing(m_theme.scaled(5));
    for (QWidget *part : findChildren<QWidget *>())
        part->setFont(m_theme.font(FontRole::Small));
}

void JournalFilterForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace tapeline
