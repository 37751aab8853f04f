#include "drawingdesk.h"

#include <QJsonDocument>
#include <QLoggingCategory>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcDrawings, "tapeline.drawings")

const QString drawingsKind = u"drawings"_s;
const QString damagedKind = u"drawings-damaged"_s;
const QString stylesKind = u"drawing-style"_s;

} // namespace

DrawingDesk::DrawingDesk(DocumentStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    m_again.setSingleShot(true);
    m_again.setInterval(1'000);
    connect(&m_again, &QTimer::timeout, this, &DrawingDesk::writeAgain);
    if (const Result<void> done = read(); !done)
        qCWarning(lcDrawings) << "drawings cannot be read:" << done.error().detail;
    const Result<QList<DeskDocument>> styles = m_store.documents(stylesKind);
    if (!styles)
        return;
    for (const DeskDocument &document : *styles)
        if (const auto tool = drawing::toolOf(document.name))
            m_styles[*tool]
                = drawing::styleFromJson(QJsonDocument::fromJson(document.body).object(), *tool);
}

Result<void> DrawingDesk::read()
{
    if (m_isRead)
        return {};
    const Result<QList<DeskDocument>> documents = m_store.documents(drawingsKind);
    if (!documents)
        return documents.error();
    m_isRead = true;
    for (const DeskDocument &document : *documents) {
        // Who drew before they could be read must not lose them
        const bool isOpen = m_books.contains(document.name);
        (isOpen ? m_damaged : m_bodies).insert(document.name, document.body);
    }
    return {};
}

DrawingBook &DrawingDesk::book(const QString &symbol)
{
    std::unique_ptr<DrawingBook> &book = m_books[symbol];
    if (book)
        return *book;
    KeptDrawings kept;
    if (const auto body = m_bodies.constFind(symbol); body != m_bodies.cend()) {
        Result<KeptDrawings> found = drawing::setFromJson(*body);
        if (found) {
            kept = std::move(*found);
        } else {
            qCWarning(lcDrawings) << "the drawings of" << symbol
                                  << "are damaged, and left out:" << found.error().detail;
            m_damaged.insert(symbol, *body);
        }
        m_bodies.erase(body);
    }
    book = std::make_unique<DrawingBook>(
        std::move(kept), [this, symbol](const QByteArray &json) { return write(symbol, json); });
    connect(book.get(), &DrawingBook::changed, this, [this, symbol] { emit changed(symbol); });
    connect(book.get(), &DrawingBook::written, this, &DrawingDesk::onWritten);
    if (const Result<void> copied = keepDamaged(symbol); !copied)
        qCWarning(lcDrawings) << "no copy of them could be kept yet:" << copied.error().detail;
    return *book;
}

Result<void> DrawingDesk::write(const QString &symbol, const QByteArray &json)
{
    if (const Result<void> known = read(); !known)
        return known;
    if (const Result<void> copied = keepDamaged(symbol); !copied)
        return copied;
    return m_store.put(drawingsKind, { symbol, json });
}

/// Under the symbol's name, or that with a number where others are kept already.
Result<void> DrawingDesk::keepDamaged(const QString &symbol)
{
    const auto damaged = m_damaged.constFind(symbol);
    if (damaged == m_damaged.cend())
        return {};
    const Result<QList<DeskDocument>> kept = m_store.documents(damagedKind);
    if (!kept)
        return kept.error();
    const auto isTaken = [&](const QString &name) {
        return std::ranges::any_of(*kept, [&](const DeskDocument &each) {
            return each.name == name && each.body != *damaged;
        });
    };
    QString name = symbol;
    for (int number = 2; isTaken(name); ++number)
        name = symbol + u'-' + QString::number(number);
    const Result<void> put = m_store.put(damagedKind, { name, *damaged });
    if (put)
        m_damaged.erase(damaged);
    return put;
}

void DrawingDesk::onWritten(const Result<void> &result)
{
    if (!result) {
        qCWarning(lcDrawings) << "drawings could not be written:" << result.error().detail;
        m_again.start();
        return setTrouble(result.error().detail);
    }
    if (std::ranges::all_of(m_books, [](const auto &each) { return each.second->isWritten(); }))
        setTrouble({});
}

void DrawingDesk::writeAgain()
{
    for (const auto &[symbol, book] : m_books)
        if (!book->isWritten())
            book->write();
}

void DrawingDesk::setTrouble(const QString &detail)
{
    if (std::exchange(m_trouble, detail) != detail)
        emit troubleChanged(detail);
}

// --- styles
// ----------------------------------------------------------------------------------------------------

DrawingStyle DrawingDesk::style(DrawingTool tool) const
{
    const auto found = m_styles.find(tool);
    return found == m_styles.end() ? drawing::usualStyle(tool) : found->second;
}

/// A style that is not written is in force until the program ends: nothing that anybody drew is
/// lost with it.
void DrawingDesk::setStyle(DrawingTool tool, const DrawingStyle &style)
{
    m_styles[tool] = style;
    const QByteArray json = QJsonDocument(drawing::toJson(style)).toJson(QJsonDocument::Compact);
    if (const Result<void> put = m_store.put(stylesKind, { drawing::toolId(tool), json }); !put)
        qCWarning(lcDrawings) << "a tool's style could not be written:" << put.error().detail;
}

void DrawingDesk::resetStyle(DrawingTool tool)
{
    m_styles.erase(tool);
    if (const Result<void> done = m_store.remove(stylesKind, drawing::toolId(tool)); !done)
        qCWarning(lcDrawings) << "a tool's style could not be removed:" << done.error().detail;
}

} // namespace tapeline
