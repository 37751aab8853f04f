#pragma once

#include <QDialog>

class QTextBrowser;

namespace tapeline {

class Theme;

/// The help pages, in a window beside the desk.
class HelpBrowser : public QDialog
{
    Q_OBJECT

public:
    explicit HelpBrowser(const Theme &theme, QWidget *parent = nullptr);

    /// Shows the window, on the first page at first.
    void openHelp();

protected:
    void changeEvent(QEvent *event) override;

private:
    void load();
    void style();
    void retranslate();

    const Theme &m_theme;
    QTextBrowser *m_text;
};

} // namespace tapeline
