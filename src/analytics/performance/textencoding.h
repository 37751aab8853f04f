#pragma once

#include "result.h"

#include <QByteArray>

namespace tapeline {

/// How the characters of a text file are written.
enum class TextEncoding : quint8 { Utf8, Utf16LittleEndian, Utf16BigEndian, Windows1252 };

/// A text file in one encoding, whatever its own was.
struct PlainText
{
    QByteArray utf8; ///< valid UTF-8 without a byte order mark
    TextEncoding encoding = TextEncoding::Utf8; ///< of the file

    friend bool operator==(const PlainText &, const PlainText &) = default;
};

namespace textencoding {

/// Tells the encoding by a byte order mark, else by the bytes: text that is valid UTF-8 is that,
/// text whose every other byte is zero is UTF-16, what remains is Windows-1252, of which Latin-1 is
/// the greater part. Malformed for what is no text: pictures, archives, spreadsheets.
Result<PlainText> decode(const QByteArray &bytes);

/// "UTF-8", "Windows-1252".
QString name(TextEncoding encoding);

} // namespace textencoding
} // namespace tapeline
