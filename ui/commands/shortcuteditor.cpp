#include "shortcuteditor.h"

#include "commandregistry.h"
#include "theme.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

constexpr int commandColumn = 0;
constexpr int categoryColumn = 1;
constexpr int keysColumn = 2;
constexpr int idRole = Qt::UserRole;

} // namespace

ShortcutEditor::ShortcutEditor(const Theme &theme, CommandRegistry &commands, QWidget *parent)
    : QDialog(parent)
    , m_commands(commands)
    , m_search(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
    , m_prompt(new QLabel(this))
    , m_keys(new QKeySequenceEdit(this))
    , m_assign(new QPushButton(this))
    , m_clear(new QPushButton(this))
    , m_resetAll(new QPushButton(this))
    , m_message(new QLabel(this))
{
    setObjectName(u"shortcutEditor"_s);
    m_search->setObjectName(u"shortcutSearch"_s);
    m_list->setObjectName(u"shortcutList"_s);
    m_keys->setObjectName(u"shortcutKeys"_s);
    m_assign->setObjectName(u"shortcutAssign"_s);
    m_clear->setObjectName(u"shortcutClear"_s);
    m_resetAll->setObjectName(u"shortcutResetAll"_s);
    m_message->setObjectName(u"shortcutMessage"_s);
    assemble(theme);

    connect(m_search, &QLineEdit::textChanged, this, &ShortcutEditor::filter);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ShortcutEditor::showCurrent);
    connect(m_keys, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutEditor::checkKeys);
    connect(m_assign, &QPushButton::clicked, this, &ShortcutEditor::assign);
    connect(m_clear, &QPushButton::clicked, this, [this] { m_commands.rebind(currentId(), {}); });
    connect(m_resetAll, &QPushButton::clicked, &m_commands, &CommandRegistry::resetShortcuts);
    connect(&commands, &CommandRegistry::shortcutsChanged, this, &ShortcutEditor::fill);
    retranslate();
}

void ShortcutEditor::assemble(const Theme &theme)
{
    m_list->setColumnCount(3);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->header()->setSectionResizeMode(commandColumn, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(categoryColumn, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(keysColumn, QHeaderView::ResizeToContents);
    m_message->setWordWrap(true);
    for (QPushButton *button : { m_assign, m_clear, m_resetAll })
        button->setAutoDefault(false);

    auto *edit = new QHBoxLayout;
    edit->addWidget(m_prompt);
    edit->addWidget(m_keys, 1);
    edit->addWidget(m_assign);
    edit->addWidget(m_clear);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    buttons->addButton(m_resetAll, QDialogButtonBox::ResetRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(18, 16, 18, 14);
    column->setSpacing(10);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addLayout(edit);
    column->addWidget(m_message);
    column->addWidget(buttons);
    resize(theme.scaled(680), theme.scaled(560));
}

void ShortcutEditor::fill()
{
    const QString current = currentId();
    m_list->clear();
    for (const Command &command : m_commands.commands()) {
        auto *row = new QTreeWidgetItem(m_list);
        row->setText(commandColumn, command.text());
        row->setText(categoryColumn, categoryName(command.category));
        row->setText(keysColumn,
                     m_commands.shortcut(command.id).toString(QKeySequence::NativeText));
        row->setData(commandColumn, idRole, command.id);
        if (command.id == current)
            m_list->setCurrentItem(row);
    }
    if (!m_list->currentItem())
        m_list->setCurrentItem(m_list->topLevelItem(0));
    filter(m_search->text());
}

void ShortcutEditor::filter(const QString &text)
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *row = m_list->topLevelItem(i);
        const bool fits = row->text(commandColumn).contains(text, Qt::CaseInsensitive)
            || row->text(keysColumn).contains(text, Qt::CaseInsensitive);
        row->setHidden(!fits);
    }
}

QString ShortcutEditor::currentId() const
{
    const QTreeWidgetItem *row = m_list->currentItem();
    return row ? row->data(commandColumn, idRole).toString() : QString();
}

void ShortcutEditor::showCurrent()
{
    const QKeySequence keys = m_commands.shortcut(currentId());
    m_keys->setKeySequence(keys);
    m_clear->setEnabled(!keys.isEmpty());
    checkKeys();
}

void ShortcutEditor::checkKeys()
{
    const QKeySequence keys = m_keys->keySequence();
    const QString owner = m_commands.commandWith(keys);
    m_assign->setEnabled(!keys.isEmpty() && owner != currentId());
    if (owner.isEmpty() || owner == currentId()) {
        m_message->clear();
        return;
    }
    m_message->setText(
        tr("%1 belongs to “%2”, which will have no shortcut any more.")
            .arg(keys.toString(QKeySequence::NativeText), m_commands.action(owner)->text()));
}

void ShortcutEditor::assign()
{
    m_commands.rebind(currentId(), m_keys->keySequence());
}

void ShortcutEditor::retranslate()
{
    setWindowTitle(tr("Keyboard shortcuts"));
    m_search->setPlaceholderText(tr("Search by command or key"));
    m_search->setAccessibleName(tr("Search by command or key"));
    m_list->setHeaderLabels({ tr("Command"), tr("Menu"), tr("Shortcut") });
    m_list->setAccessibleName(tr("Commands and their shortcuts"));
    m_prompt->setText(tr("New shortcut"));
    m_keys->setAccessibleName(tr("New shortcut"));
    m_assign->setText(tr("Assign"));
    m_clear->setText(tr("Take away"));
    m_resetAll->setText(tr("Reset all"));
    fill();
}

void ShortcutEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace tapeline
