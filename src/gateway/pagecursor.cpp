#include "pagecursor.h"

#include "splitmix64.h"

#include <QByteArray>

namespace tapeline {

namespace {

QByteArray signature(std::string_view query, std::string_view body)
{
    return QByteArray::number(mixKeys(stableHash(query), stableHash(body)), 16);
}

QByteArray encoded(const QByteArray &plain)
{
    return plain.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

std::string pagecursor::seal(std::string_view query, const std::vector<std::string> &fields)
{
    std::string body;
    for (const std::string &field : fields) {
        body += field;
        body += '\n';
    }
    const QByteArray plain = signature(query, body) + '\n'
        + QByteArray(body.data(), static_cast<qsizetype>(body.size()));
    return encoded(plain).toStdString();
}

std::optional<std::vector<std::string>> pagecursor::open(std::string_view query,
                                                         std::string_view cursor)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        QByteArray(cursor.data(), static_cast<qsizetype>(cursor.size())),
        QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    // Encoded anew it must be the same: base64 has several spellings, a cursor has one
    if (!decoded || encoded(decoded.decoded).toStdString() != cursor)
        return std::nullopt;
    const std::string plain = decoded.decoded.toStdString();
    const std::size_t end = plain.find('\n');
    if (end == plain.npos)
        return std::nullopt;
    std::string_view body = std::string_view(plain).substr(end + 1);
    if (signature(query, body).toStdString() != plain.substr(0, end))
        return std::nullopt;
    std::vector<std::string> fields;
    while (!body.empty()) {
        fields.emplace_back(body.substr(0, body.find('\n')));
        body.remove_prefix(fields.back().size() + 1);
    }
    return fields;
}

} // namespace tapeline
