#include "keyfield.h"

#include "theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

KeyField::KeyField(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_edit(new QLineEdit(this))
    , m_reveal(new QToolButton(this))
{
    m_edit->setObjectName(u"keyEdit"_s);
    m_edit->setMaxLength(512);
    m_reveal->setObjectName(u"revealButton"_s);
    m_reveal->setCheckable(true);
    m_reveal->setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_edit);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_edit, 1);
    row->addWidget(m_reveal);
    connect(m_reveal, &QToolButton::toggled, this, &KeyField::reveal);
    connect(m_edit, &QLineEdit::textEdited, this, &KeyField::edited);
    m_edit->installEventFilter(this);
    const auto restyle = [this] {
        m_reveal->setIconSize({ m_theme.scaled(16), m_theme.scaled(16) });
        // A placeholder is a text to be read here, not a hint
        QPalette palette = m_edit->palette();
        palette.setColor(QPalette::PlaceholderText, m_theme.color(ColorRole::MutedText));
        m_edit->setPalette(palette);
    };
    connect(&theme, &Theme::changed, this, restyle);
    restyle();
    reveal(false);
}

QString KeyField::key() const
{
    return m_edit->text().trimmed();
}

KeyField::Problem KeyField::problem() const
{
    const QString text = key();
    if (text.isEmpty())
        return Problem::Empty;
    const bool wellFormed
        = std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
    return wellFormed ? Problem::None : Problem::IllFormed;
}

void KeyField::clear()
{
    m_edit->clear();
    conceal(); // the next key is another secret
}

void KeyField::conceal()
{
    m_reveal->setChecked(false);
}

void KeyField::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

void KeyField::setAccessibleTexts(const QString &name, const QString &description)
{
    m_edit->setAccessibleName(name);
    m_edit->setAccessibleDescription(description);
}

QList<QWidget *> KeyField::fields() const
{
    return { m_edit, m_reveal };
}

void KeyField::reveal(bool shown)
{
    m_edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_reveal->setIcon(m_theme.icon(shown ? u"eye-off"_s : u"eye"_s));
    m_reveal->setToolTip(shown ? tr("Hide the key") : tr("Show the key"));
    m_reveal->setAccessibleName(m_reveal->toolTip());
}

/// Enter ends here: a line edit would hand it on to the dialog, which may press a button.
bool KeyField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    emit confirmed();
    return true;
}

void KeyField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        reveal(m_reveal->isChecked());
    QWidget::changeEvent(event);
}

} // namespace tapeline
