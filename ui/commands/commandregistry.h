#pragma once

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>

class QAction;

namespace tapeline {

class Settings;
class Theme;

/// Where a command belongs: its menu, and its group in the palette and the shortcut editor.
enum class CommandCategory : quint8 { File, View, Workspace, Symbol, Market, Trade, Help };

/// "View", translated.
QString categoryName(CommandCategory category);

/// Something the user can do, once for menus, shortcuts and palette.
struct Command
{
    QString id; ///< "view.reset-layout"; rebound shortcuts are kept by it
    std::function<QString()> text; ///< translated when called; a whole phrase
    CommandCategory category = CommandCategory::View;
    QKeySequence shortcut; ///< the default; empty when it earns none
    QString icon; ///< of the IconSet; may be empty
    std::function<void()> run;
    bool checkable = false;
};

/// All commands of the desk. Each is one QAction, which menus, buttons and the palette share.
class CommandRegistry : public QObject
{
    Q_OBJECT

public:
    CommandRegistry(const Theme &theme, Settings &settings, QObject *parent = nullptr);

    /// The id must be new. A shortcut that was rebound earlier is in force at once.
    QAction *add(Command command);
    void remove(const QString &id);

    /// Null when unknown. Valid until a command is added or removed.
    const Command *find(const QString &id) const;
    /// Null when unknown.
    QAction *action(const QString &id) const;
    /// In the order they were added.
    const QList<Command> &commands() const { return m_commands; }

    QKeySequence shortcut(const QString &id) const;
    /// The command that has a shortcut now; empty when none.
    QString commandWith(const QKeySequence &shortcut) const;
    /// Gives a command a shortcut (empty: none), taking it from the one that had it, and keeps
    /// that.
    void rebind(const QString &id, const QKeySequence &shortcut);
    /// Back to the defaults, all of them.
    void resetShortcuts();

public slots:
    /// Sets every text anew, after a change of the language.
    void retranslate();

signals:
    void actionAdded(QAction *action);
    void shortcutsChanged();

private:
    void applyShortcut(const Command &command);
    void store(const QString &id, const QKeySequence &shortcut);

    const Theme &m_theme;
    Settings &m_settings;
    QList<Command> m_commands;
    QHash<QString, QAction *> m_actions;
};

} // namespace tapeline
