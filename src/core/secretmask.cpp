#include "secretmask.h"

#include <QRegularExpression>

#include <algorithm>
#include <mutex>
#include <string_view>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isAsciiLetterOrDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// What may stand between the pieces of a secret that was written in several.
bool isSeparator(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x80 && !isAsciiLetterOrDigit(c);
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// A byte that a text stands for at one place, and how many bytes of the text that takes.
struct Decoded
{
    char byte = 0;
    std::size_t length = 0; ///< 0 behind the end
};

constexpr int deepestEncoding = 3;

/// What stands at a place when percent-encoding is undone so many times.
Decoded decodedAt(std::string_view text, std::size_t at, int times)
{
    if (at >= text.size())
        return {};
    if (times == 0)
        return { text[at], 1 };
    const Decoded sign = decodedAt(text, at, times - 1);
    if (sign.byte != '%')
        return sign;
    const Decoded first = decodedAt(text, at + sign.length, times - 1);
    const Decoded second = decodedAt(text, at + sign.length + first.length, times - 1);
    const int high = hexDigit(first.byte);
    const int low = hexDigit(second.byte);
    if (high < 0 || low < 0)
        return sign;
    return { static_cast<char>(high * 16 + low), sign.length + first.length + second.length };
}

constexpr std::size_t nowhere = std::string_view::npos;

/// Where the rest of a secret, from its byte i, ends when it goes on at a place in text; else
/// nowhere.
std::size_t endOf(std::string_view secret, std::size_t i, std::string_view text, std::size_t at)
{
    if (i == secret.size())
        return at;
    for (; at < text.size(); ++at) {
        std::size_t tried = 0;
        const int deepest = text[at] == '%' ? deepestEncoding : 0;
        for (int times = deepest; times >= 0; --times) {
            const Decoded here = decodedAt(text, at, times);
            if (here.byte != secret[i] || here.length == tried)
                continue;
            const std::size_t end = endOf(secret, i + 1, text, at + here.length);
            if (end != nowhere)
                return end;
            tried = here.length;
        }
        if (tried > 0 || i == 0 || !isSeparator(text[at]))
            return nowhere;
    }
    return nowhere;
}

QByteArray withoutSecret(const QByteArray &text, std::string_view secret)
{
    const std::string_view all(text.constData(), static_cast<std::size_t>(text.size()));
    QByteArray out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < all.size();) {
        const bool mayBegin = all[at] == secret.front() || all[at] == '%';
        const std::size_t end = mayBegin ? endOf(secret, 0, all, at) : nowhere;
        if (end == nowhere) {
            out += all[at++];
        } else {
            out += SecretMask::mask;
            at = end;
        }
    }
    return out;
}

/// What stands where keys stand, whether it is known or not.
QString withoutUnknown(QString text)
{
    static const QRegularExpression assigned(
        uR"((api_?key\\*["']?\s*(?:=|:|%3D)\s*\\*["']?)[^\s&"'\\,;)\]}]+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression bearer(uR"((bearer(?:\s|%20)+)[^\s"'\\,;)\]}]+)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression authAction(uR"(\\*"action\\*"\s*:\s*\\*"auth\\*")"_s);
    static const QRegularExpression parameters(uR"((\\*"params\\*"\s*:\s*\\*")[^"\\]*)"_s);
    const QString hidden = u"\\1"_s + QLatin1String(SecretMask::mask);
    text.replace(assigned, hidden);
    text.replace(bearer, hidden);
    if (text.contains(authAction))
        text.replace(parameters, hidden);
    return text;
}

} // namespace

void SecretMask::add(const QString &secret)
{
    const QByteArray bytes = secret.toUtf8();
    const std::unique_lock lock(m_mutex);
    if (bytes.size() < shortestSecret || m_secrets.contains(bytes))
        return;
    const auto isShorter = [&](const QByteArray &known) { return known.size() < bytes.size(); };
    m_secrets.insert(std::find_if(m_secrets.begin(), m_secrets.end(), isShorter), bytes);
}

QString SecretMask::masked(const QString &text) const
{
    return QString::fromUtf8(masked(text.toUtf8()));
}

QByteArray SecretMask::masked(const QByteArray &utf8) const
{
    QByteArray text = utf8;
    {
        const std::shared_lock lock(m_mutex);
        for (const QByteArray &secret : m_secrets)
            text = withoutSecret(text,
                                 { secret.constData(), static_cast<std::size_t>(secret.size()) });
    }
    return withoutUnknown(QString::fromUtf8(text)).toUtf8();
}

} // namespace tapeline
