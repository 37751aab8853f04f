#include "tradenews.h"

#include "theme.h"
#include "tradedesk.h"
#include "tradetext.h"

#include <QApplication>
#include <QDateTime>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int shownMs = 7'000;
constexpr int margin = 14;
constexpr int noteWidth = 330;

} // namespace

SystemNotifier::SystemNotifier(const QIcon &icon)
    : m_icon(icon)
{
}

void SystemNotifier::notify(const QString &title, const QString &text)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    m_icon.show(); // messages need it
    m_icon.showMessage(title, text, m_icon.icon());
}

TradeNewsStack::TradeNewsStack(const Parts &parts, QWidget *window)
    : QFrame(window)
    , m_parts(parts)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"tradeNews"_s);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    m_ageing.setInterval(shownMs);
    connect(&m_ageing, &QTimer::timeout, this, &TradeNewsStack::removeOldest);
    connect(&parts.desk, &TradeDesk::happened, this, &TradeNewsStack::tell);
    connect(&parts.desk, &TradeDesk::nothingToDo, this,
            [this](const QString &why) { add(why, false); });
    window->installEventFilter(this);
    hide();
}

QStringList TradeNewsStack::texts() const
{
    QStringList all;
    for (const QWidget *note : m_notes)
        all.append(static_cast<const QLabel *>(note)->text());
    return all;
}

void TradeNewsStack::tell(const TradeNews &news)
{
    const QString text = tradetext::news(news, QLocale());
    const TradeSettings &settings = m_parts.desk.settings();
    add(text, news.kind == TradeNews::Kind::Refused);
    if (settings.sounds && m_soundLimit.allows(QDateTime::currentMSecsSinceEpoch()))
        m_parts.sound.play();
    if (settings.notifications && !window()->isActiveWindow())
        m_parts.notifier.notify(news.account, text);
}

void TradeNewsStack::remind(const QString &text)
{
    add(text, false);
    if (m_parts.desk.settings().notifications && !window()->isActiveWindow())
        m_parts.notifier.notify(m_parts.desk.accountName(), text);
}

void TradeNewsStack::add(const QString &text, bool isBad)
{
    while (m_notes.size() >= std::size_t(mostNotes))
        removeOldest();
    auto *note = new QLabel(text, this);
    note->setObjectName(u"tradeNote"_s);
    note->setProperty("bad", isBad);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    note->setFixedWidth(noteWidth * fontMetrics().height() / 16);
    note->installEventFilter(this);
    note->ensurePolished(); // its height is that of its own style
    note->setFixedHeight(note->heightForWidth(note->width()));
    m_column->addWidget(note);
    m_notes.push_back(note);
    m_ageing.start();
    place();
    show();
    raise();
}

void TradeNewsStack::removeOldest()
{
    if (m_notes.empty())
        return;
    m_notes.front()->deleteLater();
    m_notes.front()->hide();
    m_column->removeWidget(m_notes.front());
    m_notes.pop_front();
    if (m_notes.empty()) {
        m_ageing.stop();
        hide();
    }
    place();
}

/// In the lower right corner, above the status line.
void TradeNewsStack::place()
{
    m_column->activate();
    int height = 0;
    for (QWidget *note : m_notes)
        height += note->height() + m_column->spacing();
    resize(noteWidth * fontMetrics().height() / 16, height);
    const int statusLine = fontMetrics().height() * 2;
    move(parentWidget()->width() - width() - margin,
         parentWidget()->height() - this->height() - statusLine - margin);
}

/// The window is resized; a note is clicked away.
bool TradeNewsStack::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (event->type() == QEvent::MouseButtonRelease && watched != parentWidget()) {
        const auto found = std::ranges::find(m_notes, watched);
        if (found != m_notes.end()) {
            std::rotate(m_notes.begin(), found, found + 1);
            removeOldest();
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace tapeline
