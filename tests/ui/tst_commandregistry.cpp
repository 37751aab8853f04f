#include "commandregistry.h"
#include "settings.h"
#include "shortcuteditor.h"
#include "theme.h"

#include <QAction>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTreeWidget>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

class TestCommandRegistry : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        restart();
    }

    void oneActionForAll()
    {
        QAction *action = m_commands->action(u"view.palette"_s);
        QCOMPARE(action->text(), u"Search"_s);
        QCOMPARE(action->shortcut(), QKeySequence(u"Ctrl+K"_s));
        action->trigger();
        QCOMPARE(m_searches, 1);
        QVERIFY(!m_commands->action(u"no.such"_s));
    }

    void anAmpersandIsNoShortcut()
    {
        QCOMPARE(m_commands->action(u"view.tape"_s)->text(), u"Time && sales"_s);
    }

    void aReboundShortcutPersists()
    {
        m_commands->rebind(u"view.palette"_s, QKeySequence(u"Ctrl+J"_s));
        QCOMPARE(m_commands->shortcut(u"view.palette"_s), QKeySequence(u"Ctrl+J"_s));
        restart();
        QCOMPARE(m_commands->shortcut(u"view.palette"_s), QKeySequence(u"Ctrl+J"_s));
        m_commands->resetShortcuts();
        restart();
        QCOMPARE(m_commands->shortcut(u"view.palette"_s), QKeySequence(u"Ctrl+K"_s));
    }

    void aShortcutBelongsToOneCommand()
    {
        m_commands->rebind(u"view.tape"_s, QKeySequence(u"Ctrl+K"_s));
        QCOMPARE(m_commands->commandWith(QKeySequence(u"Ctrl+K"_s)), u"view.tape"_s);
        QVERIFY(m_commands->shortcut(u"view.palette"_s).isEmpty());
        restart();
        QVERIFY(m_commands->shortcut(u"view.palette"_s).isEmpty());
    }

    void theDefaultIsNotStored()
    {
        m_commands->rebind(u"view.palette"_s, QKeySequence(u"Ctrl+J"_s));
        m_commands->rebind(u"view.palette"_s, QKeySequence(u"Ctrl+K"_s));
        QVERIFY(!m_settings->shortcut(u"view.palette"_s));
    }

    void removedCommandsAreGone()
    {
        m_commands->remove(u"view.tape"_s);
        QVERIFY(!m_commands->action(u"view.tape"_s));
        QCOMPARE(m_commands->commands().size(), 1);
    }

    void theEditorAssignsAndWarns()
    {
        ShortcutEditor editor(*m_theme, *m_commands);
        editor.show();
        auto *list = editor.findChild<QTreeWidget *>(u"shortcutList"_s);
        QTest::keyClicks(editor.findChild<QLineEdit *>(u"shortcutSearch"_s), u"sales"_s);
        QVERIFY(list->topLevelItem(0)->isHidden());
        QVERIFY(!list->topLevelItem(1)->isHidden());
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualItemRect(list->topLevelItem(1)).center());

        auto *keys = editor.findChild<QKeySequenceEdit *>(u"shortcutKeys"_s);
        keys->setFocus();
        QTest::keyClick(keys, Qt::Key_K, Qt::ControlModifier);
        auto *message = editor.findChild<QLabel *>(u"shortcutMessage"_s);
        QTRY_VERIFY(message->text().contains(u"Search"_s)); // a sequence may have more keys
        QTest::mouseClick(editor.findChild<QPushButton *>(u"shortcutAssign"_s), Qt::LeftButton);
        QCOMPARE(m_commands->shortcut(u"view.tape"_s), QKeySequence(u"Ctrl+K"_s));
        QVERIFY(message->text().isEmpty());

        QTest::mouseClick(editor.findChild<QPushButton *>(u"shortcutResetAll"_s), Qt::LeftButton);
        QCOMPARE(m_commands->shortcut(u"view.palette"_s), QKeySequence(u"Ctrl+K"_s));
        QVERIFY(m_commands->shortcut(u"view.tape"_s).isEmpty());
    }

private:
    void restart()
    {
        m_commands.reset();
        m_theme.reset();
        m_settings = std::make_unique<Settings>(m_folder->filePath(u"tapeline.ini"_s));
        m_theme = std::make_unique<Theme>(*m_settings);
        m_commands = std::make_unique<CommandRegistry>(*m_theme, *m_settings);
        m_searches = 0;
        m_commands->add({ u"view.palette"_s, [] { return u"Search"_s; }, CommandCategory::View,
                          QKeySequence(u"Ctrl+K"_s), u"search"_s, [this] { ++m_searches; } });
        m_commands->add({ u"view.tape"_s,
                          [] { return u"Time & sales"_s; },
                          CommandCategory::View,
                          {},
                          {},
                          [] {} });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<CommandRegistry> m_commands;
    int m_searches = 0;
};

QTEST_MAIN(TestCommandRegistry)
#include "tst_commandregistry.moc"
