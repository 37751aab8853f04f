#include "drawingbook.h"

#include <QUuid>

#include <algorithm>

namespace tapeline {

DrawingBook::DrawingBook(KeptDrawings kept, Write write, QObject *parent)
    : QObject(parent)
    , m_write(std::move(write))
    , m_set(std::move(kept.set))
    , m_shown(m_set)
    , m_unread(std::move(kept.unread))
{
}

QStringList DrawingBook::add(std::vector<Drawing> drawings)
{
    DrawingSet next = m_set;
    QStringList ids;
    for (Drawing &drawing : drawings) {
        if (drawing.id.isEmpty() || next.find(drawing.id))
            drawing.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        ids.append(drawing.id);
        next.drawings.push_back(std::move(drawing));
    }
    become(std::move(next));
    return ids;
}

void DrawingBook::change(const std::vector<Drawing> &drawings)
{
    DrawingSet next = m_set;
    for (const Drawing &drawing : drawings)
        if (Drawing *found = next.find(drawing.id))
            *found = drawing;
    become(std::move(next));
}

void DrawingBook::remove(const QStringList &ids)
{
    DrawingSet next = m_set;
    std::erase_if(next.drawings, [&](const Drawing &each) { return ids.contains(each.id); });
    become(std::move(next));
}

void DrawingBook::clear()
{
    DrawingSet next = m_set;
    next.drawings.clear();
    become(std::move(next));
}

void DrawingBook::setLocked(const QStringList &ids, bool locked)
{
    DrawingSet next = m_set;
    for (Drawing &each : next.drawings)
        if (ids.contains(each.id))
            each.locked = locked;
    become(std::move(next));
}

void DrawingBook::setHidden(const QStringList &ids, bool hidden)
{
    DrawingSet next = m_set;
    for (Drawing &each : next.drawings)
        if (ids.contains(each.id))
            each.hidden = hidden;
    become(std::move(next));
}

void DrawingBook::setAllLocked(bool locked)
{
    DrawingSet next = m_set;
    next.allLocked = locked;
    become(std::move(next));
}

void DrawingBook::setAllHidden(bool hidden)
{
    DrawingSet next = m_set;
    next.allHidden = hidden;
    become(std::move(next));
}

void DrawingBook::bringToFront(const QStringList &ids)
{
    reorder(ids, true);
}

void DrawingBook::sendToBack(const QStringList &ids)
{
    reorder(ids, false);
}

void DrawingBook::reorder(const QStringList &ids, bool toFront)
{
    DrawingSet next = m_set;
    std::ranges::stable_partition(
        next.drawings, [&](const Drawing &each) { return ids.contains(each.id) != toFront; });
    become(std::move(next));
}

void DrawingBook::preview(const std::vector<Drawing> &drawings)
{
    DrawingSet next = m_set;
    for (const Drawing &drawing : drawings)
        if (Drawing *found = next.find(drawing.id))
            *found = drawing;
    show(std::move(next));
}

void DrawingBook::endPreview()
{
    show(m_set);
}

void DrawingBook::undo()
{
    if (m_undo.empty())
        return;
    m_redo.push_back(std::exchange(m_set, std::move(m_undo.back())));
    m_undo.pop_back();
    write();
    show(m_set);
}

void DrawingBook::redo()
{
    if (m_redo.empty())
        return;
    m_undo.push_back(std::exchange(m_set, std::move(m_redo.back())));
    m_redo.pop_back();
    write();
    show(m_set);
}

/// A step, unless nothing is different.
void DrawingBook::become(DrawingSet next)
{
    if (next != m_set) {
        if (m_undo.size() == mostSteps)
            m_undo.erase(m_undo.begin());
        m_undo.push_back(std::exchange(m_set, std::move(next)));
        m_redo.clear();
        write();
    }
    show(m_set);
}

void DrawingBook::show(DrawingSet next)
{
    if (next == m_shown)
        return;
    m_shown = std::move(next);
    emit changed();
}

void DrawingBook::write()
{
    const Result<void> result = m_write(drawing::toJson(KeptDrawings { m_set, m_unread }));
    m_isWritten = bool(result);
    emit written(result);
}

} // namespace tapeline
