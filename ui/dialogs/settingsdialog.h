#pragma once

#include <QDialog>
#include <QList>

class QListWidget;
class QStackedWidget;
class QPushButton;

namespace tapeline {

class Settings;
class SettingsPage;
class Theme;

/// Settings, a page a subject. Later parts of the program add their own pages.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    /// Comes with the page Appearance.
    SettingsDialog(const Theme &theme, Settings &settings, QWidget *parent = nullptr);

    /// Takes ownership.
    void addPage(SettingsPage *page);
    /// The first page (at is 0) is the one a new dialog opens on.
    void insertPage(int at, SettingsPage *page);
    /// Opens the dialog on a page; on the one shown last when there is none of that id.
    void openPage(const QString &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    const Theme &m_theme;
    QList<SettingsPage *> m_pages;
    QListWidget *m_list;
    QStackedWidget *m_stack;
    QPushButton *m_close;
};

} // namespace tapeline
