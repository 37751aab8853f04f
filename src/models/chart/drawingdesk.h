#pragma once

#include "documentstore.h"
#include "drawingbook.h"

#include <QHash>
#include <QTimer>

#include <map>
#include <memory>

namespace tapeline {

/// The drawings of all symbols, and how each tool draws, kept among the desk's documents. What
/// cannot be written is tried again every second.
class DrawingDesk : public QObject
{
    Q_OBJECT

public:
    /// store must outlive it.
    explicit DrawingDesk(DocumentStore &store, QObject *parent = nullptr);

    /// Lives as long as the desk. Drawings that cannot be read are left out, with a line in the
    /// log; a copy of them is kept before anything is written in their place.
    DrawingBook &book(const QString &symbol);

    /// How a tool draws next.
    DrawingStyle style(DrawingTool tool) const;
    void setStyle(DrawingTool tool, const DrawingStyle &style);
    void resetStyle(DrawingTool tool);

    /// Why the newest change is not on the disk; empty when all is.
    const QString &trouble() const { return m_trouble; }
    /// Tries again what is not on the disk.
    void writeAgain();

signals:
    /// Drawings of a symbol whose book was asked for look different, or are gone.
    void changed(const QString &symbol);
    void troubleChanged(const QString &detail);

private:
    Result<void> read();
    Result<void> write(const QString &symbol, const QByteArray &json);
    Result<void> keepDamaged(const QString &symbol);
    void onWritten(const Result<void> &result);
    void setTrouble(const QString &detail);

    DocumentStore &m_store;
    bool m_isRead = false;
    QHash<QString, QByteArray> m_bodies; ///< of symbols whose book nobody has opened yet
    QHash<QString, QByteArray> m_damaged; ///< to be copied before they are written over
    std::map<QString, std::unique_ptr<DrawingBook>> m_books;
    std::map<DrawingTool, DrawingStyle> m_styles;
    QString m_trouble;
    QTimer m_again;
};

} // namespace tapeline
