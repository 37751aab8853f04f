#pragma once

#include "drawing.h"

#include <QJsonArray>

namespace tapeline {

/// All drawings of a symbol, the rearmost first.
struct DrawingSet
{
    std::vector<Drawing> drawings {};
    bool allLocked = false;
    bool allHidden = false;

    const Drawing *find(const QString &id) const;
    Drawing *find(const QString &id);

    friend bool operator==(const DrawingSet &, const DrawingSet &) = default;
};

/// A set as it is kept.
struct KeptDrawings
{
    DrawingSet set {};
    /// Entries that nobody here can read, of a newer version or damaged: written back as they are.
    QJsonArray unread {};
};

namespace drawing {

QByteArray toJson(const KeptDrawings &kept);
/// Malformed when it is no set of drawings at all; single entries that cannot be read are kept
/// aside.
Result<KeptDrawings> setFromJson(const QByteArray &json);

/// The kind of text in which drawings are copied.
QString clipboardType();

} // namespace drawing
} // namespace tapeline
