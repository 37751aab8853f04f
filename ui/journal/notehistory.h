#pragma once

#include "tradenotes.h"

#include <QFrame>

class QTextBrowser;

namespace tapeline {

class Theme;

/// All that was ever written about a trade or a day, newest first, with what stood there before.
/// Pops up and closes by a click elsewhere or Esc.
class NoteHistory : public QFrame
{
    Q_OBJECT

public:
    /// The theme must outlive it.
    explicit NoteHistory(const Theme &theme, QWidget *parent = nullptr);

    void setRevisions(const std::vector<NoteRevision> &revisions);
    void openAt(const QWidget &button);
    QString text() const;

private:
    void rebuild();

    const Theme &m_theme;
    QTextBrowser *m_text;
    std::vector<NoteRevision> m_revisions;
};

} // namespace tapeline
