#include "textencoding.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace tapeline::textencoding {

using namespace Qt::Literals::StringLiterals;

namespace {

/// So much of a file tells whether every other byte is zero.
constexpr qsizetype sampleSize = 4'096;

/// Windows-1252, 0x80 to 0x9F; the rest is Latin-1. Its five empty places are what they are in
/// Latin-1 (the mapping that the WHATWG Encoding Standard gives).
constexpr std::array<char16_t, 32> windowsHigh {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

bool isUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    constexpr qsizetype step = 1 << 20;
    // In pieces that end between characters, so that a long file needs no second copy of itself
    while (!bytes.isEmpty()) {
        qsizetype size = qMin(step, bytes.size());
        while (size < bytes.size() && size > step - 4 && (quint8(bytes[size]) & 0xC0) == 0x80)
            --size;
        [[maybe_unused]] const QString text = decoder.decode(bytes.first(size));
        if (decoder.hasError())
            return false;
        bytes = bytes.sliced(size);
    }
    return true;
}

Result<PlainText> fromUtf16(QByteArrayView bytes, TextEncoding encoding)
{
    const bool isLittle = encoding == TextEncoding::Utf16LittleEndian;
    QStringDecoder decoder(isLittle ? QStringConverter::Utf16LE : QStringConverter::Utf16BE);
    const QString text = decoder.decode(bytes);
    if (decoder.hasError() || bytes.size() % 2 != 0)
        return Error { Error::Code::Malformed, u"the file is cut off or no UTF-16 text"_s };
    if (text.contains(QChar::Null))
        return Error { Error::Code::Malformed, u"the file is no text"_s };
    return PlainText { text.toUtf8(), encoding };
}

QByteArray fromWindows(QByteArrayView bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &c : text) {
        if (c >= QChar(0x80) && c < QChar(0xA0))
            c = windowsHigh[std::size_t(c.unicode() - 0x80)];
    }
    return text.toUtf8();
}

/// Text of western letters in UTF-16 without a mark: nearly every other byte is zero.
bool hasZerosAt(QByteArrayView bytes, qsizetype offset)
{
    const QByteArrayView sample = bytes.first(qMin(bytes.size(), sampleSize) / 2 * 2);
    qsizetype zeros = 0;
    for (qsizetype at = offset; at < sample.size(); at += 2)
        zeros += sample[at] == '\0' ? 1 : 0;
    return sample.size() >= 8 && zeros * 10 >= sample.size() / 2 * 9;
}

} // namespace

Result<PlainText> decode(const QByteArray &bytes)
{
    if (bytes.startsWith("\xFF\xFE"))
        return fromUtf16(QByteArrayView(bytes).sliced(2), TextEncoding::Utf16LittleEndian);
    if (bytes.startsWith("\xFE\xFF"))
        return fromUtf16(QByteArrayView(bytes).sliced(2), TextEncoding::Utf16BigEndian);
    if (hasZerosAt(bytes, 1))
        return fromUtf16(bytes, TextEncoding::Utf16LittleEndian);
    if (hasZerosAt(bytes, 0))
        return fromUtf16(bytes, TextEncoding::Utf16BigEndian);
    if (bytes.contains('\0') || bytes.startsWith("%PDF") || bytes.startsWith("PK\x03\x04"))
        return Error { Error::Code::Malformed, u"the file is no text"_s };

    const bool isMarked = bytes.startsWith("\xEF\xBB\xBF");
    if (isUtf8(bytes))
        return PlainText { isMarked ? bytes.sliced(3) : bytes, TextEncoding::Utf8 };
    return PlainText { fromWindows(bytes), TextEncoding::Windows1252 };
}

QString name(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
        break;
    case TextEncoding::Utf16LittleEndian:
        return u"UTF-16 LE"_s;
    case TextEncoding::Utf16BigEndian:
        return u"UTF-16 BE"_s;
    case TextEncoding::Windows1252:
        return u"Windows-1252"_s;
    }
    return u"UTF-8"_s;
}

} // namespace tapeline::textencoding
