#include "recordingbook.h"

#include "deskdatabase.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcRecordings, "tapeline.recordings")

const QString recordingKind = u"recording"_s;

QByteArray bodyOf(const KnownRecording &recording)
{
    // Nanoseconds do not fit a JSON number
    const QJsonObject body { { u"from"_s, QString::number(toNs(recording.time.from)) },
                             { u"to"_s, QString::number(toNs(recording.time.to)) },
                             { u"symbols"_s, QJsonArray::fromStringList(recording.symbols) } };
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

KnownRecording fromDocument(const DeskDocument &document)
{
    const QJsonObject body = QJsonDocument::fromJson(document.body).object();
    KnownRecording recording;
    recording.file = document.name;
    recording.time = { fromNs(body[u"from"_s].toString().toLongLong()),
                       fromNs(body[u"to"_s].toString().toLongLong()) };
    for (const QJsonValue symbol : body[u"symbols"_s].toArray())
        recording.symbols.append(symbol.toString());
    return recording;
}

} // namespace

RecordingBook::RecordingBook(DeskDatabase &database)
    : m_database(database)
{
    const Result<QList<DeskDocument>> documents = database.documents(recordingKind);
    if (!documents) {
        qCWarning(lcRecordings) << "recordings are not remembered:" << documents.error().detail;
        return;
    }
    for (const DeskDocument &document : *documents)
        m_recordings.push_back(fromDocument(document));
}

void RecordingBook::note(const KnownRecording &recording)
{
    KnownRecording noted = recording;
    const auto known
        = std::find_if(m_recordings.begin(), m_recordings.end(),
                       [&](const KnownRecording &one) { return one.file == recording.file; });
    if (known != m_recordings.end()) {
        if (known->time == recording.time) // else another file has its name now
            noted.symbols += known->symbols;
        noted.symbols.removeDuplicates();
        m_recordings.erase(known);
    }
    noted.symbols.sort();
    m_recordings.insert(m_recordings.begin(), noted);
    if (m_recordings.size() > mostRemembered)
        m_recordings.resize(mostRemembered);
    save();
}

std::optional<KnownRecording> RecordingBook::covering(const QString &symbol, Timestamp at) const
{
    const auto holds = [&](const KnownRecording &recording) {
        return recording.time.contains(at) && recording.symbols.contains(symbol)
            && QFileInfo::exists(recording.file);
    };
    const auto found = std::find_if(m_recordings.begin(), m_recordings.end(), holds);
    return found == m_recordings.end() ? std::nullopt : std::optional(*found);
}

void RecordingBook::save() const
{
    QList<DeskDocument> documents;
    for (const KnownRecording &recording : m_recordings)
        documents.append({ recording.file, bodyOf(recording) });
    if (const Result<void> saved = m_database.replaceAll(recordingKind, documents); !saved)
        qCWarning(lcRecordings) << "recordings are not remembered:" << saved.error().detail;
}

} // namespace tapeline
