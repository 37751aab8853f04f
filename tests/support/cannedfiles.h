#pragma once

#include "fileprompt.h"

#include <QStringList>

namespace tapeline::test {

/// Answers questions for files at once, with the next of a list.
class CannedFiles : public FilePrompt
{
public:
    QStringList toOpen;
    QStringList toSave;
    QStringList suggested; ///< names that were offered

    void askOpen(QWidget *, const QString &, const QString &, const Answer &answer) override
    {
        if (!toOpen.isEmpty())
            answer(toOpen.takeFirst());
    }
    void askSave(QWidget *, const QString &, const QString &name, const QString &,
                 const Answer &answer) override
    {
        suggested.append(name);
        if (!toSave.isEmpty())
            answer(toSave.takeFirst());
    }
};

} // namespace tapeline::test
