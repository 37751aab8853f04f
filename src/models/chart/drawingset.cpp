#include "drawingset.h"

#include <QJsonDocument>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto versionKey = "version"_L1;
constexpr auto drawingsKey = "drawings"_L1;
constexpr auto allLockedKey = "allLocked"_L1;
constexpr auto allHiddenKey = "allHidden"_L1;
constexpr int currentVersion = 1;

} // namespace

const Drawing *DrawingSet::find(const QString &id) const
{
    const auto found = std::ranges::find(drawings, id, &Drawing::id);
    return found == drawings.end() ? nullptr : &*found;
}

Drawing *DrawingSet::find(const QString &id)
{
    const auto found = std::ranges::find(drawings, id, &Drawing::id);
    return found == drawings.end() ? nullptr : &*found;
}

QByteArray drawing::toJson(const KeptDrawings &kept)
{
    QJsonArray drawings;
    for (const Drawing &each : kept.set.drawings)
        drawings.append(toJson(each));
    for (const QJsonValue &each : kept.unread)
        drawings.append(each);
    const QJsonObject json { { versionKey, currentVersion },
                             { drawingsKey, drawings },
                             { allLockedKey, kept.set.allLocked },
                             { allHiddenKey, kept.set.allHidden } };
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<KeptDrawings> drawing::setFromJson(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return Error { Error::Code::Malformed, error.errorString() };
    if (!object.value(drawingsKey).isArray())
        return Error { Error::Code::Malformed, u"there is no list of drawings"_s };
    KeptDrawings kept;
    kept.set.allLocked = object.value(allLockedKey).toBool();
    kept.set.allHidden = object.value(allHiddenKey).toBool();
    for (const QJsonValue &value : object.value(drawingsKey).toArray()) {
        Result<Drawing> drawing = fromJson(value.toObject());
        if (drawing && !kept.set.find(drawing->id))
            kept.set.drawings.push_back(std::move(*drawing));
        else
            kept.unread.append(value);
    }
    return kept;
}

QString drawing::clipboardType()
{
    return u"application/x-tapeline-drawings+json"_s;
}

} // namespace tapeline
