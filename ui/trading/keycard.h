#pragma once

#include <QDialog>

class QPagedPaintDevice;
class QPushButton;
class QTextBrowser;

namespace tapeline {

class CommandRegistry;
class FilePrompt;
class Theme;

/// All keys of trading as they are bound now, to be printed and put beside the screen.
class KeyCard : public QDialog
{
    Q_OBJECT

public:
    /// All must outlive the dialog.
    KeyCard(const Theme &theme, const CommandRegistry &commands, FilePrompt &files,
            QWidget *parent = nullptr);

    /// What is on the card, line by line.
    QString text() const;
    /// Writes the card as a PDF; false where that cannot be written.
    bool savePdf(const QString &path) const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fill();
    void print();
    void askForPdf();
    void printOn(QPagedPaintDevice &paper) const;
    QString html(const QString &text, const QString &muted, const QString &rule) const;

    const Theme &m_theme;
    const CommandRegistry &m_commands;
    FilePrompt &m_files;
    QTextBrowser *m_text;
    QPushButton *m_print;
    QPushButton *m_save;
    QPushButton *m_close;
};

} // namespace tapeline
