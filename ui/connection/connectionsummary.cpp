#include "connectionsummary.h"

#include "badgelabel.h"
#include "marketclocktext.h"
#include "plantext.h"
#include "planwords.h"
#include "streamtext.h"
#include "theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

constexpr std::array fieldNames { "sourceValue"_L1, "streamValue"_L1,   "latencyValue"_L1,
                                  "rateValue"_L1,   "requestsValue"_L1, "lossesValue"_L1,
                                  "marketValue"_L1, "planValue"_L1 };

QString sourceText(DataSource source)
{
    switch (source) {
    case DataSource::Live:
        return ConnectionSummary::tr("Live service");
    case DataSource::Simulated:
        return ConnectionSummary::tr("Simulated market");
    case DataSource::Replay:
        return ConnectionSummary::tr("Recording");
    }
    return {};
}

QString recencyText(Recency recency)
{
    switch (recency) {
    case Recency::RealTime:
        return ConnectionSummary::tr("real time");
    case Recency::Delayed:
        return ConnectionSummary::tr("%1 minutes late").arg(delayMinutes());
    case Recency::EndOfDay:
        return ConnectionSummary::tr("completed sessions");
    case Recency::Unknown:
        break;
    }
    return {};
}

} // namespace

ConnectionSummary::ConnectionSummary(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_pace(this)
    , m_streamIcon(new QLabel(this))
{
    setObjectName(u"connectionSummary"_s);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(10, 8, 10, 8);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(5);
    for (int field = 0; field < FieldCount; ++field)
        makeField(static_cast<Field>(field));
    arrange(true);

    connect(&m_pace, &StatusPace::due, this, &ConnectionSummary::refresh);
    connect(&theme, &Theme::changed, this, &ConnectionSummary::restyle);
    retranslate();
    restyle();
}

void ConnectionSummary::makeField(Field field)
{
    Row &row = m_rows[field];
    row.name = new QLabel(this);
    row.name->setProperty("muted", true);
    auto *value = new QLabel(this);
    value->setObjectName(fieldNames[field]);
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    row.value = value;
    row.cell = value;
    if (field != Stream)
        return;
    row.cell = new QWidget(this);
    auto *withIcon = new QHBoxLayout(row.cell);
    withIcon->setContentsMargins(0, 0, 0, 0);
    withIcon->setSpacing(4);
    withIcon->addWidget(m_streamIcon, 0, Qt::AlignTop);
    withIcon->addWidget(value, 1, Qt::AlignTop);
}

/// Short values stand two in a line where there is room for two.
void ConnectionSummary::arrange(bool wide)
{
    m_wide = wide;
    auto *grid = static_cast<QGridLayout *>(layout());
    const auto put = [&](Field field, int line, int column, int span) {
        grid->addWidget(m_rows[field].name, line, column, Qt::AlignTop);
        grid->addWidget(m_rows[field].cell, line, column + 1, 1, span, Qt::AlignTop);
    };
    put(Stream, 0, 0, 3);
    int cell = 0;
    for (const Field field : { Source, Market, Latency, Rate, Requests, Losses }) {
        const bool right = wide && cell % 2 == 1;
        put(field, 1 + (wide ? cell / 2 : cell), right ? 2 : 0, wide ? 1 : 3);
        ++cell;
    }
    put(Plan, 1 + cell, 0, 3);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, wide ? 1 : 0);
}

void ConnectionSummary::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool wide = width() >= m_theme.scaled(480);
    if (wide != m_wide)
        arrange(wide);
}

void ConnectionSummary::restyle()
{
    for (const Row &row : m_rows) {
        row.name->setFont(m_theme.font(FontRole::Small));
        row.value->setFont(m_theme.font(FontRole::Small));
    }
    m_rows[Stream].value->setFont(m_theme.font(FontRole::Strong));
    m_pace.showNow();
}

void ConnectionSummary::say(Field field, const QString &text, const QString &toolTip)
{
    QLabel *value = m_rows[field].value;
    value->setText(text);
    value->setToolTip(toolTip);
    //: %1 is the name of a value, %2 the value
    value->setAccessibleName(tr("%1: %2").arg(m_rows[field].name->text(), text));
}

void ConnectionSummary::refresh()
{
    showStream();
    showTraffic();
    showMarket();
    showPlan();
}

void ConnectionSummary::showStream()
{
    const StreamText words = streamText(status(), wallTime());
    const int side = m_theme.scaled(16);
    m_streamIcon->setPixmap(
        m_theme.icon(u"dot"_s, words.role).pixmap(QSize(side, side), devicePixelRatioF()));
    const bool good = status().stream == StreamState::Live && !status().lagging;
    //: %1 is what the stream does, %2 a sentence that says why
    say(Stream, good ? words.text : tr("%1. %2").arg(words.text, words.explanation),
        words.explanation);
    const QString recency
        = status().source == DataSource::Live ? recencyText(status().recency) : QString();
    const DataBadge badge { status().source, status().recency,
                            status().stream == StreamState::Stale, false };
    //: %1 is where prices come from, %2 how recent they are
    say(Source,
        recency.isEmpty() ? sourceText(status().source)
                          : tr("%1, %2").arg(sourceText(status().source), recency),
        badgeText(badge).explanation);
}

void ConnectionSummary::showTraffic()
{
    const QLocale locale;
    say(Latency,
        status().latencyMicroseconds < 0 ? tr("not known")
                                         : latencyText(status().latencyMicroseconds),
        tr("How long prices take from the market to this computer."));
    say(Rate, tr("%1 a second").arg(locale.toString(qRound64(status().messagesPerSecond))));
    const QString limit = status().restLimit > 0
        //: Requests: %1 made of %2 allowed
        ? tr("%1 of %2 this minute").arg(status().restUsed).arg(status().restLimit)
        : tr("%1 this minute").arg(status().restUsed);
    //: %1 is such as "3 of 5 this minute", %2 how many requests wait
    say(Requests,
        status().restQueued > 0 ? tr("%1, %2 waiting").arg(limit).arg(status().restQueued) : limit);
    //: %1 messages that could not be read, %2 trades that came twice
    say(Losses,
        tr("%1 unreadable, %2 repeated")
            .arg(locale.toString(status().lost), locale.toString(status().repeated)),
        tr("Messages that could not be read, and trades that came twice and were counted once."));
}

void ConnectionSummary::showMarket()
{
    if (status().marketTime == Timestamp {}) {
        say(Market, tr("not known"));
        return;
    }
    say(Market,
        sessionText(status().part, status().nextPart, status().nextChange - status().marketTime),
        localTimeText(status().nextChange));
}

void ConnectionSummary::showPlan()
{
    const bool live = status().source == DataSource::Live;
    m_rows[Plan].name->setVisible(live);
    m_rows[Plan].value->setVisible(live);
    if (!live)
        return;
    const Capabilities &capabilities = status().capabilities;
    const QString plan = planTitle(Product::Stocks, capabilities.plans().of(Product::Stocks));
    const QString opens = planOpensText(capabilities, Product::Stocks);
    const QString lacks = planLacksList(capabilities, Product::Stocks);
    //: %1 is a plan, %2 what it opens, %3 what other plans add: "Developer adds trades"
    say(Plan,
        lacks.isEmpty() ? tr("%1 opens %2.").arg(plan, opens)
                        : tr("%1 opens %2. %3.").arg(plan, opens, lacks));
}

void ConnectionSummary::retranslate()
{
    const std::array names { tr("Source"),   tr("Stream"), tr("Latency"), tr("Messages"),
                             tr("Requests"), tr("Losses"), tr("Market"),  tr("Plan") };
    for (int field = 0; field < FieldCount; ++field)
        m_rows[std::size_t(field)].name->setText(names[std::size_t(field)]);
    m_pace.showNow();
}

void ConnectionSummary::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ConnectionSummary::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    restyle(); // a style sheet takes the fonts when the panel is put into a dock
}

} // namespace tapeline
