#include "jsontree.h"

#include "jsontext.h"

#include <QString>

#include <simdjson.h>

#include <algorithm>
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

/// Where the brackets, separators and scalars of a text begin.
class JsonTree::StructureFinder
{
public:
    /// Null when found, else what is wrong with the text.
    const char *find(std::string_view text)
    {
        if (const simdjson::error_code error = makeRoomFor(text.size()))
            return simdjson::error_message(error);
        const auto *bytes = reinterpret_cast<const quint8 *>(text.data());
        const simdjson::error_code error
            = m_parser->stage1(bytes, text.size(), simdjson::stage1_mode::regular);
        return error ? simdjson::error_message(error) : nullptr;
    }
    const quint32 *offsets() const { return m_parser->structural_indexes.get(); }
    quint32 count() const { return m_parser->n_structural_indexes; }

private:
    simdjson::error_code makeRoomFor(std::size_t size)
    {
        constexpr std::size_t smallest = 64 * 1024;
        if (m_parser && size < m_parser->capacity())
            return simdjson::SUCCESS;
        const std::size_t wanted = std::max(size + size / 2, smallest);
        if (m_parser)
            return m_parser->allocate(wanted, JsonTree::maxDepth);
        return simdjson::get_active_implementation()->create_dom_parser_implementation(
            wanted, JsonTree::maxDepth, m_parser);
    }

    std::unique_ptr<simdjson::internal::dom_parser_implementation> m_parser;
};

/// Turns the structure of one text into nodes.
class JsonTreeBuilder
{
public:
    JsonTreeBuilder(JsonTree &tree, std::string_view text)
        : m_tree(tree)
        , m_text(text)
        , m_offsets(tree.m_finder->offsets())
        , m_count(tree.m_finder->count())
    {
    }

    bool build() { return value({}, 0) && m_at == m_count; }
    /// Where building stopped, in bytes from the start.
    std::size_t position() const { return m_at < m_count ? m_offsets[m_at] : m_text.size(); }

private:
    char peek() const { return m_at < m_count ? m_text[m_offsets[m_at]] : '\0'; }
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
        const std::size_t begin = m_offsets[m_at++];
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
    const std::string_view m_text;
    const quint32 *m_offsets;
    const quint32 m_count;
    quint32 m_at = 0;
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

JsonTree::JsonTree()
    : m_finder(std::make_unique<StructureFinder>())
{
}

JsonTree::~JsonTree() = default;

Result<void> JsonTree::parse(std::string_view text)
{
    m_nodes.clear();
    m_unescaped.clear();
    if (const char *reason = m_finder->find(text))
        return Error { Error::Code::Malformed,
                       QLatin1String("not JSON: ") + QLatin1String(reason) };
    JsonTreeBuilder builder(*this, text);
    if (!builder.build()) {
        m_nodes.clear();
        return Error {
            Error::Code::Malformed,
            QStringLiteral("not JSON: cannot be read at byte %1").arg(builder.position())
        };
    }
    return {};
}

} // namespace tapeline
