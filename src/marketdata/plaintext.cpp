#include "plaintext.h"

#include <QStringView>

#include <array>
#include <utility>

namespace tapeline::plaintext {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestEntity = 10; // "&#x10FFFF;"

constexpr std::array<std::pair<QStringView, char16_t>, 13> namedEntities { {
    { u"amp", u'&' },
    { u"lt", u'<' },
    { u"gt", u'>' },
    { u"quot", u'"' },
    { u"apos", u'\'' },
    { u"nbsp", u' ' },
    { u"lsquo", u'\u2018' },
    { u"rsquo", u'\u2019' },
    { u"ldquo", u'\u201C' },
    { u"rdquo", u'\u201D' },
    { u"ndash", u'\u2013' },
    { u"mdash", u'\u2014' },
    { u"hellip", u'\u2026' },
} };

/// What the name between & and ; stands for; empty when it is none.
QString entity(QStringView name)
{
    if (name.startsWith(u'#')) {
        const bool hexadecimal = name.startsWith(u"#x", Qt::CaseInsensitive);
        bool isNumber = false;
        const uint code = name.mid(hexadecimal ? 2 : 1).toUInt(&isNumber, hexadecimal ? 16 : 10);
        const bool isText
            = isNumber && code >= 0x20 && code <= 0x10FFFF && !(code >= 0xD800 && code <= 0xDFFF);
        const char32_t character = code;
        return isText ? QString::fromUcs4(&character, 1) : QString();
    }
    for (const auto &[known, character] : namedEntities) {
        if (name == known)
            return QString(QChar(character));
    }
    return {};
}

/// The length of the tag at the start of text, or 0.
qsizetype tagLength(QStringView text)
{
    if (text.size() < 3 || !(text[1].isLetter() || text[1] == u'/' || text[1] == u'!'))
        return 0;
    return text.indexOf(u'>') + 1;
}

} // namespace

QString fromHtml(const QString &text)
{
    if (!text.contains(u'&') && !text.contains(u'<'))
        return text;
    QString out;
    out.reserve(text.size());
    for (QStringView rest = text; !rest.isEmpty();) {
        if (rest.front() == u'<') {
            if (const qsizetype length = tagLength(rest)) {
                rest = rest.mid(length);
                continue;
            }
        } else if (rest.front() == u'&') {
            const qsizetype end = rest.left(longestEntity).indexOf(u';');
            if (const QString decoded = end > 1 ? entity(rest.mid(1, end - 1)) : QString();
                !decoded.isEmpty()) {
                out += decoded;
                rest = rest.mid(end + 1);
                continue;
            }
        }
        out += rest.front();
        rest = rest.mid(1);
    }
    return out;
}

} // namespace tapeline::plaintext
