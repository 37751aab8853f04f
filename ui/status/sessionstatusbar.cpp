#include "sessionstatusbar.h"

#include "badgelabel.h"
#include "marketclocktext.h"
#include "theme.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

constexpr std::chrono::milliseconds refreshInterval { 250 };

struct StreamWords
{
    QString text;
    ColorRole role;
};

StreamWords streamWords(StreamState state)
{
    switch (state) {
    case StreamState::Offline:
        return { SessionStatusBar::tr("No stream"), ColorRole::MutedText };
    case StreamState::Connecting:
        return { SessionStatusBar::tr("Connecting"), ColorRole::Warning };
    case StreamState::Authenticating:
        return { SessionStatusBar::tr("Signing in"), ColorRole::Warning };
    case StreamState::Live:
        return { SessionStatusBar::tr("Stream"), ColorRole::Success };
    case StreamState::Stale:
        return { SessionStatusBar::tr("Stream is silent"), ColorRole::Stale };
    case StreamState::WaitingToRetry:
        return { SessionStatusBar::tr("Waiting to reconnect"), ColorRole::Warning };
    case StreamState::Refused:
        return { SessionStatusBar::tr("Stream refused"), ColorRole::Error };
    case StreamState::Evicted:
        return { SessionStatusBar::tr("Stream taken by another program"), ColorRole::Error };
    }
    return {};
}

QString latencyText(qint64 microseconds)
{
    if (microseconds < 1'000)
        return SessionStatusBar::tr("%1 µs").arg(microseconds);
    if (microseconds < 10'000'000)
        return SessionStatusBar::tr("%1 ms").arg(QLocale().toString(microseconds / 1'000));
    return SessionStatusBar::tr("%1 s").arg(QLocale().toString(microseconds / 1'000'000));
}

QString restText(const SessionStatus &status)
{
    const QString used = status.restLimit > 0
        //: Requests to the service; %1 of %2 allowed
        ? SessionStatusBar::tr("REST %1/%2 this min").arg(status.restUsed).arg(status.restLimit)
        : SessionStatusBar::tr("REST %1 this min").arg(status.restUsed);
    if (status.restQueued == 0)
        return used;
    //: %1 is such as "REST 3/5 this min", %2 how many requests wait
    return SessionStatusBar::tr("%1, %2 waiting").arg(used).arg(status.restQueued);
}

} // namespace

SessionStatusBar::SessionStatusBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"sessionStatusBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 10, 0);
    row->setSpacing(14);

    m_dot = new QLabel(this);
    row->addWidget(m_dot);
    row->addSpacing(-10);
    m_stream = addField(u"streamField"_s, true);
    m_rate = addField(u"rateField"_s);
    m_rest = addField(u"restField"_s);
    row->addStretch(1);
    m_badge = new BadgeLabel(theme, this);
    row->addWidget(m_badge);
    m_speed = addField(u"speedField"_s);
    m_session = addField(u"sessionField"_s);
    m_time = addField(u"timeField"_s, true);

    m_timer.setInterval(refreshInterval);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SessionStatusBar::refresh);
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

void SessionStatusBar::restyle()
{
    setFixedHeight(m_theme.scaled(26));
    for (QLabel *field : findChildren<QLabel *>())
        field->setFont(m_theme.font(FontRole::Small));
    refresh();
}

void SessionStatusBar::setStatus(const SessionStatus &status)
{
    const bool urgent = status.stream != m_status.stream || status.source != m_status.source
        || status.part != m_status.part || status.speed != m_status.speed;
    m_status = status;
    if (urgent)
        refresh();
    else if (!m_timer.isActive())
        m_timer.start();
}

void SessionStatusBar::refresh()
{
    showStream();
    showTraffic();
    showMarket();
    m_badge->setBadge(
        { m_status.source, m_status.recency, m_status.stream == StreamState::Stale, false });
}

void SessionStatusBar::showStream()
{
    const StreamWords words = streamWords(m_status.stream);
    const int side = m_theme.scaled(18);
    m_dot->setPixmap(
        m_theme.icon(u"dot"_s, words.role).pixmap(QSize(side, side), devicePixelRatioF()));
    const bool timed = m_status.stream == StreamState::Live && m_status.latencyMicroseconds >= 0;
    //: State of the stream and its delay, such as "Stream 12 ms"
    m_stream->setText(timed ? tr("%1 %2").arg(words.text, latencyText(m_status.latencyMicroseconds))
                            : words.text);
    m_stream->setToolTip(m_status.detail.isEmpty()
                             ? tr("State of the stream, and how long prices take to get here.")
                             : m_status.detail);
    m_stream->setAccessibleDescription(m_stream->toolTip());
}

void SessionStatusBar::showTraffic()
{
    m_rate->setText(tr("%1 msg/s").arg(QLocale().toString(qRound64(m_status.messagesPerSecond))));
    m_rate->setToolTip(m_status.lagging
                           ? tr("The market is faster than this computer: data had to wait.")
                           : tr("Messages a second from the stream. %n could not be read.", nullptr,
                                static_cast<int>(std::min<quint64>(m_status.lost, 1'000'000))));
    m_rest->setText(restText(m_status));
    m_rest->setToolTip(tr("Requests for history in the last minute."));
}

void SessionStatusBar::showMarket()
{
    const bool known = m_status.marketTime != Timestamp {};
    m_session->setVisible(known);
    m_time->setVisible(known);
    if (known) {
        m_session->setText(sessionText(m_status.part, m_status.nextPart,
                                       m_status.nextChange - m_status.marketTime));
        m_time->setText(easternTimeText(m_status.marketTime));
        m_time->setToolTip(localTimeText(m_status.marketTime));
    }
    const bool paced = m_status.source != DataSource::Live;
    m_speed->setVisible(paced);
    //: Speed of the simulated market or of a replay, against real time
    m_speed->setText(tr("%1x").arg(QLocale().toString(m_status.speed)));
    m_speed->setToolTip(tr("How fast market time passes. Change it in the Market menu."));
}

void SessionStatusBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace tapeline
