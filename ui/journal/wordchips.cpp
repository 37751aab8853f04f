#include "wordchips.h"

#include "flowlayout.h"
#include "theme.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStringListModel>
#include <QToolButton>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

WordChips::WordChips(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_flow(new FlowLayout(this))
    , m_field(new QLineEdit(this))
    , m_known(new QStringListModel(this))
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFocusProxy(m_field);
    m_flow->setContentsMargins(0, 0, 0, 0);
    m_field->setObjectName(u"wordField"_s);
    m_field->setMaxLength(longestWord);
    auto *completer = new QCompleter(m_known, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_field->setCompleter(completer);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::returnPressed, this, &WordChips::commit);
    connect(m_field, &QLineEdit::editingFinished, this, [this] {
        if (!m_field->hasFocus())
            commit();
    });
    // Later: the completer writes the word into the field after it told of it
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, &WordChips::commit,
            Qt::QueuedConnection);
    connect(&theme, &Theme::changed, this, &WordChips::restyle);
    m_flow->addWidget(m_field);
    restyle();
}

void WordChips::setWords(const QStringList &words)
{
    if (std::exchange(m_words, words) != words)
        rebuild();
}

void WordChips::setKnown(const QStringList &known)
{
    if (m_known->stringList() != known)
        m_known->setStringList(known);
}

void WordChips::setNames(const QString &name, const QString &prompt)
{
    setAccessibleName(name);
    m_field->setAccessibleName(name);
    m_field->setPlaceholderText(prompt);
    rebuild();
}

void WordChips::commit()
{
    const QString text = m_field->text();
    m_field->clear();
    add(text);
}

void WordChips::add(const QString &text)
{
    QStringList words = m_words;
    for (const QString &part : text.split(u',')) {
        const QString word = part.simplified();
        if (!word.isEmpty() && !words.contains(word, Qt::CaseInsensitive)
            && words.size() < mostWords)
            words.append(word);
    }
    if (words == m_words)
        return;
    setWords(words);
    emit wordsChosen(m_words);
}

void WordChips::remove(const QString &word)
{
    QStringList words = m_words;
    words.removeOne(word);
    setWords(words);
    m_field->setFocus();
    emit wordsChosen(m_words);
}

void WordChips::rebuild()
{
    while (QLayoutItem *item = m_flow->takeAt(0))
        delete item;
    for (QToolButton *chip : std::exchange(m_chips, {})) {
        chip->hide(); // it may be the one that was clicked
        chip->deleteLater();
    }
    for (const QString &word : m_words) {
        auto *chip = new QToolButton(this);
        chip->setObjectName(u"filterChip"_s);
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        chip->setLayoutDirection(Qt::RightToLeft); // the cross behind the word
        chip->setIcon(m_theme.icon(u"close"_s));
        chip->setText(word);
        chip->setToolTip(tr("Take “%1” away").arg(word));
        chip->setAccessibleName(tr("%1: take “%2” away").arg(accessibleName(), word));
        connect(chip, &QToolButton::clicked, this, [this, word] { remove(word); });
        m_flow->addWidget(chip);
        chip->show();
        m_chips.append(chip);
    }
    m_flow->addWidget(m_field);
    restyle();
    updateGeometry();
}

void WordChips::restyle()
{
    const QFont font = m_theme.font(FontRole::Small);
    const int side = m_theme.scaled(10);
    for (QToolButton *chip : m_chips) {
        chip->setFont(font);
        chip->setIconSize({ side, side });
        const int room = QFontMetrics(font).horizontalAdvance(chip->text()) + m_theme.scaled(32);
        chip->setMaximumWidth(std::min(room, m_theme.scaled(240)));
    }
    m_field->setFont(font);
    m_field->setMinimumWidth(std::max(
        m_theme.scaled(90),
        QFontMetrics(font).horizontalAdvance(m_field->placeholderText()) + m_theme.scaled(24)));
    m_flow->setSpacing(m_theme.scaled(4));
}

bool WordChips::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress && m_field->text().isEmpty()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Backspace && !m_words.isEmpty()) {
        remove(m_words.last());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tapeline
