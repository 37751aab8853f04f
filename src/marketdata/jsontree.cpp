#include "jsontree.h"

#include "jsontext.h"

#include <QString>

#include <cstring>

namespace tapeline {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool hasEscape(std::string_view string)
{
    constexpr std::size_t longName = 16;
    if (string.size() > longName)
        return std::memchr(string.data(), '\\', string.size()) != nullptr;
    for (const char c : string) { // nearly all names and symbols: shorter than the call
        if (c == '\\')
            return true;
    }
    return false;
}

} // namespace

/// Turns the structure of one text into nodes.
class JsonTreeBuilder
{
public:
    JsonTreeBuilder(JsonTree &tree, const StructuralIndex &index, quint32 at)
        : m_tree(tree)
        , m_index(index)
        , m_text(index.text())
        , m_at(at)
    {
        tree.m_nodes.clear();
        tree.m_unescaped.clear();
    }

    /// One value that lies within so many containers.
    bool build(int depth) { return value({}, depth); }
    /// Of the index: where building stopped.
    quint32 at() const { return m_at; }
    /// The same in bytes from the start.
    std::size_t position() const
    {
        return m_at < m_index.count() ? m_index.offsets()[m_at] : m_text.size();
    }

private:
    char peek() const { return m_index.at(m_at); }
    bool take(char expected)
    {
        if (peek() != expected)
            return false;
        ++m_at;
        return true;
    }

    /// The scalar here, up to the next structure.
    std::string_view takeScalar()
    {
        const std::size_t begin = m_index.offsets()[m_at++];
        std::size_t end = position();
        while (end > begin && isSpace(m_text[end - 1]))
            --end;
        return m_text.substr(begin, end - begin);
    }

    bool value(std::string_view key, int depth)
    {
        const std::size_t index = m_tree.m_nodes.size();
        JsonNode &node = m_tree.m_nodes.emplace_back();
        node.key = key.data();
        node.keyLength = static_cast<quint32>(key.size());
        switch (peek()) {
        case '{':
            return depth < JsonTree::maxDepth && object(index, depth + 1);
        case '[':
            return depth < JsonTree::maxDepth && array(index, depth + 1);
        case '\0':
            return false;
        default:
            return scalar(node);
        }
    }

    bool object(std::size_t index, int depth)
    {
        ++m_at;
        quint32 members = 0;
        if (!take('}')) {
            do {
                std::string_view key;
                if (peek() != '"' || !string(key) || !take(':') || !value(key, depth))
                    return false;
                ++members;
            } while (take(','));
            if (!take('}'))
                return false;
        }
        close(index, JsonKind::Object, members);
        return true;
    }

    bool array(std::size_t index, int depth)
    {
        ++m_at;
        quint32 values = 0;
        if (!take(']')) {
            do {
                if (!value({}, depth))
                    return false;
                ++values;
            } while (take(','));
            if (!take(']'))
                return false;
        }
        close(index, JsonKind::Array, values);
        return true;
    }

    void close(std::size_t index, JsonKind kind, quint32 size)
    {
        JsonNode &node = m_tree.m_nodes[index];
        node.kind = kind;
        node.length = size;
        node.span = static_cast<quint32>(m_tree.m_nodes.size() - index);
    }

    bool scalar(JsonNode &node)
    {
        std::string_view text;
        if (peek() == '"') {
            if (!string(text))
                return false;
            node.kind = JsonKind::String;
        } else {
            text = takeScalar();
            node.kind = jsontext::kindOfBareScalar(text);
        }
        node.text = text.data();
        node.length = static_cast<quint32>(text.size());
        return node.kind != JsonKind::Missing;
    }

    bool string(std::string_view &out)
    {
        const std::string_view token = takeScalar();
        if (token.size() < 2 || token.back() != '"')
            return false;
        out = token.substr(1, token.size() - 2);
        return !hasEscape(out) || unescape(out);
    }

    bool unescape(std::string_view &string)
    {
        // Never longer than what it is written as, so one reservation holds all
        if (m_tree.m_unescaped.empty())
            m_tree.m_unescaped.reserve(m_text.size());
        const std::size_t begin = m_tree.m_unescaped.size();
        if (!jsontext::appendUnescaped(m_tree.m_unescaped, string))
            return false;
        string = std::string_view(m_tree.m_unescaped).substr(begin);
        return true;
    }

    JsonTree &m_tree;
    const StructuralIndex &m_index;
    const std::string_view m_text;
    quint32 m_at;
};

JsonValue JsonValue::operator[](std::string_view name) const
{
    if (isObject()) {
        for (const JsonValue member : *this)
            if (member.key() == name)
                return member;
    }
    return {};
}

Result<void> JsonTree::parse(std::string_view text)
{
    m_nodes.clear();
    if (const char *reason = m_index.build(text))
        return Error { Error::Code::Malformed,
                       QLatin1String("not JSON: ") + QLatin1String(reason) };
    JsonTreeBuilder builder(*this, m_index, 0);
    if (!builder.build(0) || builder.at() != m_index.count()) {
        m_nodes.clear();
        return Error {
            Error::Code::Malformed,
            QStringLiteral("not JSON: cannot be read at byte %1").arg(builder.position())
        };
    }
    return {};
}

bool JsonTree::parseElement(const StructuralIndex &index, quint32 &at)
{
    JsonTreeBuilder builder(*this, index, at);
    const bool parsed = builder.build(1);
    if (!parsed)
        m_nodes.clear();
    at = builder.at();
    return parsed;
}

} // namespace tapeline
