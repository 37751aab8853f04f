#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace tapeline {

/// Asks for a file. A seam: tests answer without a dialog.
class FilePrompt
{
public:
    using Answer = std::function<void(const QString &path)>;

    virtual ~FilePrompt() = default;

    /// Calls the answer later, and not at all when the user changed their mind.
    virtual void askOpen(QWidget *parent, const QString &title, const QString &filter,
                         const Answer &answer);
    /// The suggested name is without a folder.
    virtual void askSave(QWidget *parent, const QString &title, const QString &suggestedName,
                         const QString &filter, const Answer &answer);
};

} // namespace tapeline
