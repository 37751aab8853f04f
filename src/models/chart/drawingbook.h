#pragma once

#include "drawingset.h"

#include <QObject>
#include <QStringList>

#include <functional>

namespace tapeline {

/// The drawings of a symbol, shared by all its charts. Every action is one step that can be undone,
/// and is written before it counts as done; where writing fails the drawings stay as they are shown
/// and are written later.
class DrawingBook : public QObject
{
    Q_OBJECT

public:
    using Write = std::function<Result<void>(const QByteArray &json)>;

    DrawingBook(KeptDrawings kept, Write write, QObject *parent = nullptr);

    /// As they are shown, the rearmost first: with what is being dragged.
    const std::vector<Drawing> &drawings() const { return m_shown.drawings; }
    const Drawing *find(const QString &id) const { return m_shown.find(id); }
    /// As it was before it is dragged.
    const Drawing *findKept(const QString &id) const { return m_set.find(id); }
    bool allLocked() const { return m_shown.allLocked; }
    bool allHidden() const { return m_shown.allHidden; }
    /// By itself or with all.
    bool isLocked(const Drawing &drawing) const { return drawing.locked || allLocked(); }
    bool isShown(const Drawing &drawing) const { return !drawing.hidden && !allHidden(); }

    /// In front of all. Drawings without an id, or with one that is there, get one of their own.
    /// The ids, in their order.
    QStringList add(std::vector<Drawing> drawings);
    /// Drawings are found by their ids; those that are gone are not added.
    void change(const std::vector<Drawing> &drawings);
    void remove(const QStringList &ids);
    void clear();
    void setLocked(const QStringList &ids, bool locked);
    void setHidden(const QStringList &ids, bool hidden);
    void setAllLocked(bool locked);
    void setAllHidden(bool hidden);
    void bringToFront(const QStringList &ids);
    void sendToBack(const QStringList &ids);

    /// Shows drawings as they are while someone drags them: no step, not written. change() or
    /// endPreview() ends it.
    void preview(const std::vector<Drawing> &drawings);
    void endPreview();

    bool canUndo() const { return !m_undo.empty(); }
    bool canRedo() const { return !m_redo.empty(); }
    void undo();
    void redo();

    bool isWritten() const { return m_isWritten; }
    /// Tries again what could not be written.
    void write();

    static constexpr std::size_t mostSteps = 200;

signals:
    /// Something looks different.
    void changed();
    /// The newest state is on the disk, or is not.
    void written(const tapeline::Result<void> &result);

private:
    void become(DrawingSet next);
    void show(DrawingSet next);
    void reorder(const QStringList &ids, bool toFront);

    const Write m_write;
    DrawingSet m_set;
    DrawingSet m_shown; ///< m_set, with a preview
    QJsonArray m_unread;
    std::vector<DrawingSet> m_undo; ///< what was before, the newest last
    std::vector<DrawingSet> m_redo;
    bool m_isWritten = true;
};

} // namespace tapeline
