#pragma once

#include <QDialog>

class QDialogButtonBox;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace tapeline {

class CommandRegistry;
class Theme;

/// Every command with its shortcut, to be found, changed, taken away and put back. Changes hold at
/// once.
class ShortcutEditor : public QDialog
{
    Q_OBJECT

public:
    ShortcutEditor(const Theme &theme, CommandRegistry &commands, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void assemble(const Theme &theme);
    void fill();
    void filter(const QString &text);
    void showCurrent();
    void checkKeys();
    void assign();
    void retranslate();
    QString currentId() const;

    CommandRegistry &m_commands;
    QLineEdit *m_search;
    QTreeWidget *m_list;
    QLabel *m_prompt;
    QKeySequenceEdit *m_keys;
    QPushButton *m_assign;
    QPushButton *m_clear;
    QPushButton *m_resetAll;
    QLabel *m_message;
};

} // namespace tapeline
