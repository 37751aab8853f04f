#include "fileprompt.h"

#include <QFileDialog>

namespace tapeline {

namespace {

/// Shown without a nested event loop; deletes itself.
void ask(QFileDialog *dialog, const FilePrompt::Answer &answer)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, answer);
    dialog->open();
}

} // namespace

void FilePrompt::askOpen(QWidget *parent, const QString &title, const QString &filter,
                         const Answer &answer)
{
    auto *dialog = new QFileDialog(parent, title, QString(), filter);
    dialog->setFileMode(QFileDialog::ExistingFile);
    ask(dialog, answer);
}

void FilePrompt::askSave(QWidget *parent, const QString &title, const QString &suggestedName,
                         const QString &filter, const Answer &answer)
{
    auto *dialog = new QFileDialog(parent, title, QString(), filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggestedName);
    ask(dialog, answer);
}

} // namespace tapeline
