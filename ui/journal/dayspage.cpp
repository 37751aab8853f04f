#include "dayspage.h"

#include "calendarview.h"
#include "daypage.h"
#include "journaltext.h"
#include "theme.h"
#include "tradetext.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QStyle>
#include <QToolButton>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

DaysPage::DaysPage(JournalSelection &selection, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_theme(theme)
    , m_bar(new QWidget(this))
    , m_spans(new QButtonGroup(this))
    , m_title(new QLabel(m_bar))
    , m_sum(new QLabel(m_bar))
    , m_pages(new QStackedWidget(this))
    , m_calendar(new CalendarView(theme, this))
    , m_day(new DayPage(selection, theme, this))
{
    setObjectName(u"daysPage"_s);
    m_bar->setObjectName(u"tradeBar"_s);
    m_bar->setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(m_bar);
    m_month = addButton(u"days-month"_s, true);
    m_week = addButton(u"days-week"_s, true);
    m_dayButton = addButton(u"days-day"_s, true);
    m_back = addButton(u"days-back"_s, false);
    m_forth = addButton(u"days-forth"_s, false);
    m_today = addButton(u"days-today"_s, false);
    m_title->setObjectName(u"daysTitle"_s);
    m_sum->setObjectName(u"daysSum"_s);
    row->addWidget(m_title);
    row->addStretch(1);
    row->addWidget(m_sum);
    m_month->setChecked(true);
    m_pages->addWidget(m_calendar);
    m_pages->addWidget(m_day);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_pages, 1);
    setFocusProxy(m_calendar);

    connect(m_month, &QToolButton::clicked, this, [this] { setSpan(CalendarSpan::Month); });
    connect(m_week, &QToolButton::clicked, this, [this] { setSpan(CalendarSpan::Week); });
    connect(m_dayButton, &QToolButton::clicked, this, [this] { setSpan(CalendarSpan::Day); });
    connect(m_back, &QToolButton::clicked, this,
            [this] { setCurrent(calendarspan::stepped(m_span, m_current, -1)); });
    connect(m_forth, &QToolButton::clicked, this,
            [this] { setCurrent(calendarspan::stepped(m_span, m_current, 1)); });
    connect(m_today, &QToolButton::clicked, this, [this] { setCurrent(m_selection.today()); });
    connect(m_calendar, &CalendarView::currentChanged, this, &DaysPage::setCurrent);
    connect(m_calendar, &CalendarView::opened, this, [this](QDate day) {
        setCurrent(day);
        setSpan(CalendarSpan::Day);
    });
    connect(m_day, &DayPage::backRequested, this, [this] { setSpan(CalendarSpan::Month); });
    connect(m_day, &DayPage::tradeOpened, this, &DaysPage::tradeOpened);
    connect(m_day, &DayPage::checklistChosen, this, &DaysPage::checklistChosen);
    connect(m_day, &DayPage::linkRequested, this, &DaysPage::linkRequested);
    connect(&selection, &JournalSelection::changed, this, &DaysPage::takeDays);
    connect(&selection.journal(), &Journal::dayChanged, this, &DaysPage::takeDays);
    connect(&theme, &Theme::changed, this, &DaysPage::restyle);
    retranslate();
    restyle();
}

QToolButton *DaysPage::addButton(const QString &name, bool isSpan)
{
    auto *button = new QToolButton(m_bar);
    button->setObjectName(name);
    button->setProperty("segment", true);
    button->setFocusPolicy(Qt::TabFocus);
    if (isSpan) {
        button->setCheckable(true);
        m_spans->addButton(button);
    }
    m_bar->layout()->addWidget(button);
    return button;
}

// --- what is shown ---------------------------------------------------------------------------

/// Reckoned when it is looked at.
void DaysPage::takeDays()
{
    m_isOld = true;
    if (!isVisible()) { // what was shown may be gone
        m_days = {};
        m_calendar->setDays({}, {});
        m_day->forgetTrades();
        return;
    }
    m_isOld = false;
    if (!m_current.isValid())
        m_current = m_selection.today();
    m_days = JournalDays(m_selection);
    QSet<QDate> written;
    for (const auto &[subject, notes] : m_selection.journal().days())
        if (notes != DayNotes())
            written.insert(subject.day);
    m_calendar->setDays(m_days, written);
    show();
}

void DaysPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isOld)
        takeDays();
}

void DaysPage::setSpan(CalendarSpan span)
{
    m_day->commit();
    m_span = span;
    (span == CalendarSpan::Month      ? m_month
         : span == CalendarSpan::Week ? m_week
                                      : m_dayButton)
        ->setChecked(true);
    QWidget *shown = m_calendar;
    if (span == CalendarSpan::Day)
        shown = m_day;
    else
        m_calendar->setSpan(span);
    m_pages->setCurrentWidget(shown);
    setFocusProxy(shown);
    shown->setFocus();
    show();
}

void DaysPage::setCurrent(QDate day)
{
    if (!day.isValid())
        return;
    m_current = day;
    show();
}

void DaysPage::setChecklist(const QStringList &items)
{
    m_day->setChecklist(items);
}

void DaysPage::commit()
{
    m_day->commit();
}

QString DaysPage::title() const
{
    const QLocale locale;
    const auto [first, last] = calendarspan::days(m_span, m_current);
    switch (m_span) {
    case CalendarSpan::Month:
        //: QLocale's format of a month and its year
        return locale.toString(first, tr("MMMM yyyy"));
    case CalendarSpan::Week:
        //: A week: its number, its first and its last day
        return tr("Week %1: %2 to %3")
            .arg(first.weekNumber())
            .arg(locale.toString(first, u"d MMM"_s), locale.toString(last, u"d MMM yyyy"_s));
    case CalendarSpan::Day:
        return journaltext::day(m_current, locale);
    }
    Q_UNREACHABLE();
}

QString DaysPage::sumText() const
{
    return m_sum->text();
}

void DaysPage::show()
{
    if (m_isOld || !m_current.isValid())
        return;
    m_calendar->setToday(m_selection.today());
    m_calendar->setCurrent(m_current);
    m_title->setText(title());
    if (m_span == CalendarSpan::Day)
        m_day->showDay(m_current, m_days);
    const auto [first, last] = calendarspan::days(m_span, m_current);
    const DaySum sum = m_days.sum(first, last);
    QStringList parts { tr("%n trade(s)", nullptr, int(sum.trades)) };
    if (sum.open > 0)
        parts += tr("%n open", nullptr, int(sum.open));
    if (sum.trades > 0) {
        //: %1 is an amount of money
        parts += tr("Net %1").arg(tradetext::profit(sum.net));
        parts += journaltext::multiple(sum.multiple);
    }
    m_sum->setText(parts.join(u"  ·  "_s));
    const QString look = sum.net > Money() ? u"up"_s : sum.net < Money() ? u"down"_s : QString();
    if (m_sum->property("sign").toString() != look) {
        m_sum->setProperty("sign", look);
        m_sum->style()->unpolish(m_sum); // its colour is chosen anew
        m_sum->style()->polish(m_sum);
    }
}

void DaysPage::retranslate()
{
    m_month->setText(tr("Month"));
    m_week->setText(tr("Week"));
    m_dayButton->setText(tr("Day"));
    m_today->setText(tr("Today"));
    m_back->setToolTip(tr("Earlier (Page Up)"));
    m_back->setAccessibleName(tr("Earlier"));
    m_forth->setToolTip(tr("Later (Page Down)"));
    m_forth->setAccessibleName(tr("Later"));
    show();
}

void DaysPage::restyle()
{
    m_bar->layout()->setContentsMargins(m_theme.scaled(8), m_theme.scaled(3), m_theme.scaled(10),
                                        m_theme.scaled(3));
    m_bar->layout()->setSpacing(m_theme.scaled(3));
    for (QWidget *part : m_bar->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        part->setFont(m_theme.font(FontRole::Small));
    m_title->setFont(m_theme.font(FontRole::Strong));
    m_sum->setFont(m_theme.font(FontRole::Strong));
    const int side = m_theme.scaled(14);
    m_back->setIcon(m_theme.icon(u"chevron-left"_s));
    m_forth->setIcon(m_theme.icon(u"chevron-right"_s));
    for (QToolButton *button : { m_back, m_forth })
        button->setIconSize({ side, side });
}

void DaysPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tapeline
