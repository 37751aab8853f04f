#include "sessionstatusbar.h"

#include "badgelabel.h"
#include "marketclocktext.h"
#include "streamtext.h"
#include "theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

/// Prices are not what they were: nothing comes that would tell.
bool isAway(StreamState stream)
{
    return stream == StreamState::Stale || stream == StreamState::WaitingToRetry
        || stream == StreamState::Evicted;
}

} // namespace

SessionStatusBar::SessionStatusBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_pace(this)
{
    setObjectName(u"sessionStatusBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4, 0, 10, 0);
    row->setSpacing(14);
    row->setSizeConstraint(QLayout::SetNoConstraint); // what does not fit is hidden by fit()

    m_stream = addButton(u"streamField"_s);
    m_stream->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_stream, &QToolButton::clicked, this, &SessionStatusBar::connectionRequested);
    m_rate = addField(u"rateField"_s);
    m_rest = addButton(u"restField"_s);
    m_rest->setToolButtonStyle(Qt::ToolButtonTextOnly);
    connect(m_rest, &QToolButton::clicked, this, &SessionStatusBar::requestsRequested);
    row->addStretch(1);
    m_badge = new BadgeLabel(theme, this);
    row->addWidget(m_badge);
    m_speed = addField(u"speedField"_s);
    m_session = addField(u"sessionField"_s);
    m_time = addField(u"timeField"_s, true);

    connect(&m_pace, &StatusPace::due, this, &SessionStatusBar::refresh);
    connect(&theme, &Theme::changed, this, &SessionStatusBar::restyle);
    restyle();
}

QLabel *SessionStatusBar::addField(const QString &name, bool strong)
{
    auto *row = static_cast<QHBoxLayout *>(layout());
    auto *field = new QLabel(this);
    field->setObjectName(name);
    field->setTextFormat(Qt::PlainText);
    field->setProperty("strong", strong);
    row->addWidget(field);
    return field;
}

QToolButton *SessionStatusBar::addButton(const QString &name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setFocusPolicy(Qt::TabFocus);
    button->setCursor(Qt::PointingHandCursor);
    layout()->addWidget(button);
    return button;
}

void SessionStatusBar::restyle()
{
    setFixedHeight(m_theme.scaled(26));
    for (QLabel *field : findChildren<QLabel *>())
        field->setFont(m_theme.font(FontRole::Small));
    for (QToolButton *field : { m_stream, m_rest })
        field->setFont(m_theme.font(FontRole::Small));
    m_stream->setIconSize({ m_theme.scaled(16), m_theme.scaled(16) });
    m_pace.showNow();
}

void SessionStatusBar::refresh()
{
    showStream();
    showTraffic();
    showMarket();
    m_badge->setBadge({ status().source, status().recency, isAway(status().stream), false });
    fit();
}

void SessionStatusBar::showStream()
{
    const StreamText words = streamText(status(), wallTime());
    m_stream->setIcon(m_theme.icon(u"dot"_s, words.role));
    m_stream->setText(words.text);
    //: %1 is a sentence about the stream
    m_stream->setToolTip(tr("%1\nClick for the history of the connection.").arg(words.explanation));
    m_stream->setAccessibleName(words.text);
    m_stream->setAccessibleDescription(words.explanation);
}

void SessionStatusBar::showTraffic()
{
    m_rate->setText(tr("%1 msg/s").arg(QLocale().toString(qRound64(status().messagesPerSecond))));
    m_rate->setToolTip(tr("Messages a second from the stream. %n could not be read.", nullptr,
                          static_cast<int>(std::min<quint64>(status().lost, 1'000'000))));
    m_rest->setText(restText(status()));
    m_rest->setToolTip(status().restLimit > 0
                           ? tr("Requests for history in the last minute, and how many your plan "
                                "allows.\nClick for what waits.")
                           : tr("Requests for history in the last minute.\nClick for what waits."));
}

void SessionStatusBar::showMarket()
{
    const bool known = status().marketTime != Timestamp {};
    if (known) {
        m_session->setText(sessionText(status().part, status().nextPart,
                                       status().nextChange - status().marketTime));
        m_time->setText(easternTimeText(status().marketTime));
        m_time->setToolTip(localTimeText(status().marketTime));
    }
    //: Speed of the simulated market or of a replay, against real time
    m_speed->setText(tr("%1x").arg(QLocale().toString(status().speed)));
    m_speed->setToolTip(tr("How fast market time passes. Change it in the Market menu."));
}

/// Shows what there is to say; from the least urgent on what does not fit goes.
void SessionStatusBar::fit()
{
    const bool known = status().marketTime != Timestamp {};
    m_session->setVisible(known);
    m_time->setVisible(known);
    m_speed->setVisible(status().source != DataSource::Live);
    m_rate->setVisible(true);
    m_rest->setVisible(true);
    for (QWidget *field : std::initializer_list<QWidget *> { m_rate, m_rest, m_session, m_time }) {
        layout()->activate();
        if (layout()->minimumSize().width() <= width())
            return;
        field->setVisible(false);
    }
}

QSize SessionStatusBar::minimumSizeHint() const
{
    return { m_theme.scaled(200), height() };
}

void SessionStatusBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void SessionStatusBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_pace.showNow();
    QWidget::changeEvent(event);
}

void SessionStatusBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_pace.showNow();
}

} // namespace tapeline
