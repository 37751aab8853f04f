#include "alertnews.h"

#include "noticebar.h"
#include "tradenews.h"

#include <QDateTime>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

AlertNews::AlertNews(const Parts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
    , m_bar(new NoticeBar(parts.theme, u"alertNotice"_s, window))
{
    m_bar->setClosable(true);
    connect(&parts.book, &AlertBook::fired, this, &AlertNews::tell);
    connect(&parts.book, &AlertBook::troubleChanged, this, &AlertNews::tellTrouble);
    connect(m_bar, &NoticeBar::actionRequested, this, [this] {
        m_bar->setText({});
        if (m_shown)
            emit showRequested(*m_shown);
    });
}

void AlertNews::tell(const AlertFiring &firing)
{
    if (m_bar->isHidden())
        m_unread = 0;
    ++m_unread;
    m_shown = firing;
    const QString what = alerttext::fired(firing, QLocale(), m_drawings);
    const QString note = firing.alert.note.simplified();
    //: An alert that fired, and the note that someone gave it
    const QString text = note.isEmpty() ? tr("%1.").arg(what) : tr("%1. %2").arg(what, note);
    m_bar->setAction(tr("Show"));
    m_bar->setText(m_unread == 1
                       ? text
                       //: %1 is the newest of several alerts that fired
                       : tr("%1 (and %n more before it)", nullptr, m_unread - 1).arg(text));
    const AlertSettings &settings = m_parts.book.settings();
    if (settings.sounds && firing.alert.sound
        && m_soundLimit.allows(QDateTime::currentMSecsSinceEpoch()))
        m_parts.sound.play();
    if (settings.notifications && !m_window->isActiveWindow())
        m_parts.notifier.notify(tr("Alert on %1").arg(firing.alert.symbol), text);
}

void AlertNews::tellTrouble(const QString &trouble)
{
    if (trouble.isEmpty())
        return;
    m_shown.reset();
    m_bar->setAction({});
    m_bar->setText(
        tr("Alerts could not be saved: %1. They are watched all the same.").arg(trouble));
}

} // namespace tapeline
