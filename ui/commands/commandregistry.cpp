#include "commandregistry.h"

#include "settings.h"
#include "theme.h"

#include <QAction>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

/// Menus take a single & for a shortcut of theirs.
QString menuText(const Command &command)
{
    return command.text().replace(u'&', u"&&"_s);
}

} // namespace

QString categoryName(CommandCategory category)
{
    switch (category) {
    case CommandCategory::File:
        return CommandRegistry::tr("File");
    case CommandCategory::View:
        return CommandRegistry::tr("View");
    case CommandCategory::Workspace:
        return CommandRegistry::tr("Workspace");
    case CommandCategory::Symbol:
        return CommandRegistry::tr("Symbol");
    case CommandCategory::Market:
        return CommandRegistry::tr("Market");
    case CommandCategory::Trade:
        return CommandRegistry::tr("Trade");
    case CommandCategory::Help:
        return CommandRegistry::tr("Help");
    }
    return {};
}

CommandRegistry::CommandRegistry(const Theme &theme, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_settings(settings)
{
}

QAction *CommandRegistry::add(Command command)
{
    Q_ASSERT(!m_actions.contains(command.id));
    auto *action = new QAction(this);
    action->setObjectName(command.id);
    action->setText(menuText(command));
    action->setCheckable(command.checkable);
    // Floating panels are windows of their own: shortcuts work there too
    action->setShortcutContext(Qt::ApplicationShortcut);
    if (!command.icon.isEmpty())
        action->setIcon(m_theme.icon(command.icon));
    connect(action, &QAction::triggered, this, [run = command.run] { run(); });
    m_actions.insert(command.id, action);
    m_commands.append(std::move(command));
    applyShortcut(m_commands.last());
    emit actionAdded(action);
    return action;
}

void CommandRegistry::remove(const QString &id)
{
    delete m_actions.take(id);
    m_commands.removeIf([&](const Command &command) { return command.id == id; });
}

QAction *CommandRegistry::action(const QString &id) const
{
    return m_actions.value(id);
}

const Command *CommandRegistry::find(const QString &id) const
{
    for (const Command &command : m_commands)
        if (command.id == id)
            return &command;
    return nullptr;
}

QKeySequence CommandRegistry::shortcut(const QString &id) const
{
    const QAction *found = action(id);
    return found ? found->shortcut() : QKeySequence();
}

QString CommandRegistry::commandWith(const QKeySequence &shortcut) const
{
    if (shortcut.isEmpty())
        return {};
    for (const Command &command : m_commands)
        if (m_actions[command.id]->shortcut() == shortcut)
            return command.id;
    return {};
}

void CommandRegistry::rebind(const QString &id, const QKeySequence &shortcut)
{
    if (!find(id))
        return;
    const QString owner = commandWith(shortcut);
    if (!owner.isEmpty() && owner != id)
        store(owner, {});
    store(id, shortcut);
    emit shortcutsChanged();
}

void CommandRegistry::store(const QString &id, const QKeySequence &shortcut)
{
    const Command *command = find(id);
    if (shortcut == command->shortcut)
        m_settings.clearShortcut(id);
    else
        m_settings.setShortcut(id, shortcut.toString(QKeySequence::PortableText));
    applyShortcut(*command);
}

void CommandRegistry::resetShortcuts()
{
    m_settings.clearShortcuts();
    for (const Command &command : m_commands)
        applyShortcut(command);
    emit shortcutsChanged();
}

void CommandRegistry::applyShortcut(const Command &command)
{
    const auto rebound = m_settings.shortcut(command.id);
    m_actions[command.id]->setShortcut(
        rebound ? QKeySequence::fromString(*rebound, QKeySequence::PortableText)
                : command.shortcut);
}

void CommandRegistry::retranslate()
{
    for (const Command &command : m_commands)
        m_actions[command.id]->setText(menuText(command));
}

} // namespace tapeline
