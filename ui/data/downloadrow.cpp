#include "downloadrow.h"

#include "datadesk.h"
#include "datatext.h"
#include "elidedlabel.h"
#include "theme.h"
#include "timeframetext.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QStyle>
#include <QToolButton>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int wholeBar = 1'000;

} // namespace

DownloadRow::DownloadRow(const Theme &theme, DataDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_title(new ElidedLabel(this))
    , m_toggle(addButton(u"toggleDownload"_s))
    , m_cancel(addButton(u"cancelDownload"_s))
    , m_bar(new QProgressBar(this))
    , m_state(new QLabel(this))
{
    setObjectName(u"downloadRow"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_bar->setRange(0, wholeBar);
    m_bar->setTextVisible(false);
    m_state->setWordWrap(true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(10, 6, 6, 8);
    grid->setHorizontalSpacing(4);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    grid->addWidget(m_title, 0, 0);
    grid->addWidget(m_toggle, 0, 1);
    grid->addWidget(m_cancel, 0, 2);
    grid->addWidget(m_bar, 1, 0, 1, 3);
    grid->addWidget(m_state, 2, 0, 1, 3);
    connect(m_toggle, &QToolButton::clicked, this, &DownloadRow::toggle);
    connect(m_cancel, &QToolButton::clicked, this, [this] { m_desk.cancel(id()); });
    connect(&theme, &Theme::changed, this, &DownloadRow::restyle);
}

QToolButton *DownloadRow::addButton(const QString &name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QList<QWidget *> DownloadRow::buttons() const
{
    return { m_toggle, m_cancel };
}

QString DownloadRow::title() const
{
    return m_title->text();
}

QString DownloadRow::state() const
{
    return m_state->text();
}

void DownloadRow::setStatus(const DownloadStatus &status)
{
    m_status = status;
    restyle();
}

void DownloadRow::toggle()
{
    if (m_status.state == DownloadStatus::State::Running)
        m_desk.pause(id());
    else
        m_desk.resume(id());
}

QString DownloadRow::titleText() const
{
    const DownloadOrder &order = m_status.order;
    QStringList parts { datatext::symbols(order.symbols), timeframeName(order.timeframe),
                        datatext::days(order, QLocale()) };
    if (!order.adjusted)
        parts << tr("not adjusted");
    return parts.join(u" · "_s);
}

QString DownloadRow::stateText() const
{
    using State = DownloadStatus::State;
    QStringList parts;
    if (m_status.state == State::Paused)
        parts << tr("Paused");
    else if (m_status.state == State::Done)
        parts << tr("Done");
    else if (m_status.state == State::Failed)
        parts << tr("Stopped");
    else if (m_desk.isFromBefore(id()))
        parts << tr("Resumed after the restart");
    parts << datatext::progress(m_status, QLocale());
    if (!m_status.detail.isEmpty())
        parts << m_status.detail;
    return parts.join(u" · "_s);
}

void DownloadRow::restyle()
{
    m_title->setFont(m_theme.font(FontRole::Strong));
    m_state->setFont(m_theme.font(FontRole::Small));
    showAll();
}

void DownloadRow::showAll()
{
    using State = DownloadStatus::State;
    const bool isRunning = m_status.state == State::Running;
    const bool isFailed = m_status.state == State::Failed;
    m_title->setText(titleText());
    m_state->setText(stateText());
    m_state->setProperty("muted", !isFailed);
    m_state->setProperty("wrong", isFailed);
    m_state->style()->unpolish(m_state); // its colour is chosen anew
    m_state->style()->polish(m_state);
    m_bar->setValue(int(m_status.progress * wholeBar));
    m_bar->setVisible(m_status.state != State::Done);
    m_toggle->setVisible(m_status.state != State::Done);
    m_toggle->setIcon(m_theme.icon(isRunning ? u"pause"_s : isFailed ? u"reset"_s : u"play"_s));
    m_cancel->setIcon(m_theme.icon(u"close"_s));
    m_toggle->setToolTip(isRunning ? tr("Pause") : isFailed ? tr("Try again") : tr("Resume"));
    m_cancel->setToolTip(m_status.state == State::Done ? tr("Remove from this list")
                                                       : tr("Cancel: what has come stays kept"));
    //: %1 is what a button does, %2 a download
    const QString pattern = tr("%1: %2");
    for (QToolButton *button : { m_toggle, m_cancel })
        button->setAccessibleName(pattern.arg(button->toolTip(), m_title->text()));
    m_bar->setAccessibleName(m_title->text());
    m_state->setAccessibleName(m_state->text());
}

void DownloadRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showAll();
    QWidget::changeEvent(event);
}

} // namespace tapeline
