#include "chartevents.h"

#include "chartseries.h"
#include "eventstrip.h"
#include "pricechart.h"
#include "theme.h"

#include <QAction>
#include <QEvent>
#include <QLabel>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

constexpr auto shownKey = "shown"_L1;
constexpr auto newsKey = "news"_L1;
constexpr int edge = 8; // between the words and the pane's left edge

} // namespace

ChartEvents::ChartEvents(PriceChart &chart, const ChartSeries &series, const Theme &theme)
    : QObject(&chart)
    , m_chart(chart)
    , m_series(series)
    , m_theme(theme)
    , m_strip(new EventStrip(chart, series, theme))
    , m_text(new QLabel(&chart))
    , m_shownAction(new QAction(&chart))
    , m_newsAction(new QAction(&chart))
{
    m_text->setObjectName(u"chartEventText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_text->setAutoFillBackground(true);
    m_text->setContentsMargins(5, 2, 5, 2);
    m_text->hide();
    m_shownAction->setObjectName(u"chartEventsShown"_s);
    m_newsAction->setObjectName(u"chartNewsShown"_s);
    for (QAction *action : { m_shownAction, m_newsAction }) {
        action->setCheckable(true);
        chart.addToMenu(action);
        connect(action, &QAction::toggled, this, [this] {
            show();
            emit subjectsChanged();
        });
    }
    m_shownAction->setChecked(true);
    chart.installEventFilter(this);
    connect(&chart, &PriceChart::viewDrawn, m_strip, &EventStrip::place);
    connect(&chart, &PriceChart::crosshairMoved, this, &ChartEvents::explain);
    connect(&theme, &Theme::changed, m_strip, &EventStrip::place);
    retranslate();
}

bool ChartEvents::isShown() const
{
    return m_shownAction->isChecked();
}

void ChartEvents::setShown(bool shown)
{
    m_shownAction->setChecked(shown);
}

bool ChartEvents::hasNews() const
{
    return m_newsAction->isChecked();
}

void ChartEvents::setNews(bool shown)
{
    m_newsAction->setChecked(shown);
}

QList<CompanySubject> ChartEvents::subjects() const
{
    QList<CompanySubject> subjects;
    if (isShown())
        subjects = { CompanySubject::Splits, CompanySubject::Dividends, CompanySubject::Earnings };
    if (hasNews())
        subjects.append(CompanySubject::News);
    return subjects;
}

void ChartEvents::clear()
{
    m_events.clear();
    m_text->hide();
    show();
}

void ChartEvents::take(const CompanyAnswer &answer)
{
    std::vector<ChartEvent> events;
    if (const auto *splits = std::get_if<std::vector<Split>>(&answer.facts))
        events = chartevents::of(*splits);
    else if (const auto *dividends = std::get_if<std::vector<Dividend>>(&answer.facts))
        events = chartevents::of(*dividends);
    else if (const auto *reports = std::get_if<std::vector<EarningsReport>>(&answer.facts))
        events = chartevents::of(*reports);
    else if (const auto *news = std::get_if<std::vector<NewsItem>>(&answer.facts))
        events = chartevents::of(*news);
    m_events[answer.question.subject] = std::move(events);
    show();
}

void ChartEvents::show()
{
    std::vector<ChartEvent> all;
    const QList<CompanySubject> wanted = subjects();
    for (const auto &[subject, events] : m_events)
        if (wanted.contains(subject))
            all.insert(all.end(), events.begin(), events.end());
    std::stable_sort(all.begin(), all.end(),
                     [](const ChartEvent &a, const ChartEvent &b) { return a.time < b.time; });
    m_strip->setEvents(std::move(all));
    m_strip->place();
}

void ChartEvents::explain(std::optional<Timestamp> barStart)
{
    const QString text = barStart && !m_series.isEmpty()
        ? m_strip->textAt(m_series.keyHolding(*barStart))
        : QString();
    m_text->setVisible(!text.isEmpty());
    if (text.isEmpty())
        return;
    m_text->setFont(m_theme.font(FontRole::Small));
    m_text->setText(text);
    m_text->adjustSize();
    const QRect &pane = m_chart.panes().price;
    m_text->move(pane.left() + edge, m_strip->y() - m_text->height());
    m_text->raise();
}

void ChartEvents::retranslate()
{
    m_shownAction->setText(tr("Earnings, dividends and splits"));
    m_newsAction->setText(tr("News"));
}

bool ChartEvents::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return QObject::eventFilter(watched, event);
}

QJsonObject ChartEvents::toJson() const
{
    return { { shownKey, isShown() }, { newsKey, hasNews() } };
}

void ChartEvents::fromJson(const QJsonObject &state)
{
    setShown(state[shownKey].toBool(true));
    setNews(state[newsKey].toBool());
}

} // namespace tapeline
