#include "replaybar.h"

#include "elidedlabel.h"
#include "marketclocktext.h"
#include "seekslider.h"
#include "theme.h"

#include <QComboBox>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

constexpr int progressSteps = 1'000;

int progressOf(const ReplayState &state)
{
    const double whole = static_cast<double>((state.to - state.from).count());
    if (whole <= 0)
        return 0;
    const double done = static_cast<double>((state.at - state.from).count());
    return static_cast<int>(std::clamp(done / whole, 0.0, 1.0) * progressSteps);
}

} // namespace

ReplayBar::ReplayBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_play(new QToolButton(this))
    , m_speed(new QComboBox(this))
    , m_file(new ElidedLabel(this))
    , m_progress(new SeekSlider(this))
    , m_position(new QLabel(this))
{
    setObjectName(u"replayBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_play->setObjectName(u"playButton"_s);
    m_speed->setObjectName(u"speedBox"_s);
    m_progress->setObjectName(u"replayPosition"_s);
    m_progress->setRange(0, progressSteps);
    m_progress->setSingleStep(progressSteps / 100);
    m_progress->setPageStep(progressSteps / 10);
    for (const int speed : deskSpeeds)
        m_speed->addItem(QString(), speed);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 10, 4);
    row->setSpacing(8);
    row->addWidget(m_play);
    row->addWidget(m_speed);
    row->addWidget(m_position);
    row->addWidget(m_progress, 1);
    row->addWidget(m_file);

    connect(m_play, &QToolButton::clicked, this, [this] { emit playRequested(!m_state.playing); });
    connect(m_speed, &QComboBox::activated, this,
            [this](int index) { emit speedRequested(m_speed->itemData(index).toDouble()); });
    connect(m_progress, &SeekSlider::chosen, this, [this](int step) {
        const double part = static_cast<double>(step) / progressSteps;
        const double whole = static_cast<double>((m_state.to - m_state.from).count());
        emit seekRequested(m_state.from + Duration(static_cast<qint64>(whole * part)));
    });
    connect(&theme, &Theme::changed, this, &ReplayBar::restyle);
    restyle();
}

void ReplayBar::setState(const ReplayState &state)
{
    if (state == m_state)
        return;
    m_state = state;
    refresh();
}

void ReplayBar::restyle()
{
    m_play->setIconSize({ m_theme.scaled(16), m_theme.scaled(16) });
    refresh();
}

void ReplayBar::refresh()
{
    m_play->setIcon(m_theme.icon(m_state.playing ? u"pause"_s : u"play"_s, ColorRole::Text));
    m_play->setToolTip(m_state.playing ? tr("Pause the replay") : tr("Play the replay"));
    m_play->setAccessibleName(m_play->toolTip());
    const int speed = qRound(m_state.speed);
    if (m_speed->findData(speed) < 0)
        m_speed->addItem(QString(), speed); // one that only the command line offers
    for (int row = 0; row < m_speed->count(); ++row)
        //: Speed against real time, such as "10x"
        m_speed->setItemText(row, tr("%1x").arg(m_speed->itemData(row).toInt()));
    m_speed->setCurrentIndex(m_speed->findData(speed));
    m_speed->setToolTip(tr("Speed of the replay"));
    m_speed->setAccessibleName(tr("Speed of the replay"));
    m_position->setText(m_state.at == Timestamp {} ? QString() : easternTimeText(m_state.at));
    m_position->setToolTip(localTimeText(m_state.at));
    m_progress->setEnabled(m_state.to > m_state.from); // while the end is not known
    m_progress->follow(progressOf(m_state));
    m_progress->setToolTip(tr("Position in the recording: click or drag to go elsewhere"));
    m_progress->setAccessibleName(tr("Position in the recording"));
    m_file->setText(QFileInfo(m_state.fileName).fileName());
    m_file->setToolTip(m_state.fileName);
}

void ReplayBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace tapeline
