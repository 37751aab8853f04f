#pragma once

#include "result.h"
#include "structuralindex.h"

#include <QtGlobal>

#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace tapeline {

enum class JsonKind : quint8 { Missing, Null, Boolean, Number, String, Array, Object };

/// One value within a JsonTree, with the values below it right behind it in memory.
struct JsonNode
{
    const char *text = nullptr; ///< a scalar as written, a string without quotes and escapes
    const char *key = nullptr; ///< of a member of an object, without quotes and escapes
    quint32 length = 0; ///< of text; of containers, how many values they hold directly
    quint32 keyLength = 0;
    quint32 span = 1; ///< nodes up to the next sibling, this one included
    JsonKind kind = JsonKind::Missing;
};

/// A view of one value; valid as long as its tree is not parsed anew. Asking a missing value, or
/// one of another kind, is harmless and gives missing values and empty texts.
class JsonValue
{
public:
    JsonValue() = default;
    explicit JsonValue(const JsonNode *node)
        : m_node(node)
    {
    }

    JsonKind kind() const { return m_node ? m_node->kind : JsonKind::Missing; }
    bool isObject() const { return kind() == JsonKind::Object; }
    bool isArray() const { return kind() == JsonKind::Array; }
    bool isNumber() const { return kind() == JsonKind::Number; }
    bool isString() const { return kind() == JsonKind::String; }
    bool isTrue() const { return kind() == JsonKind::Boolean && m_node->text[0] == 't'; }
    /// There, and not null: the service writes an absent field either way.
    bool isPresent() const { return kind() > JsonKind::Null; }

    /// Numbers exactly as written, strings without escapes; empty for everything else.
    std::string_view text() const
    {
        return isNumber() || isString() ? std::string_view(m_node->text, m_node->length)
                                        : std::string_view();
    }
    /// The name under which an object holds this value.
    std::string_view key() const
    {
        return m_node && m_node->key ? std::string_view(m_node->key, m_node->keyLength)
                                     : std::string_view();
    }

    /// How many values an array or object holds.
    quint32 size() const { return isArray() || isObject() ? m_node->length : 0; }
    /// The member of an object; the first one when the name comes twice.
    JsonValue operator[](std::string_view name) const;

    /// Walks the values of an array or object in the order they were written.
    class Iterator
    {
    public:
        using iterator_category = std::input_iterator_tag; // gives views, not references
        using value_type = JsonValue;
        using difference_type = std::ptrdiff_t;
        using pointer = void;
        using reference = JsonValue;

        explicit Iterator(const JsonNode *node)
            : m_node(node)
        {
        }
        JsonValue operator*() const { return JsonValue(m_node); }
        Iterator &operator++()
        {
            m_node += m_node->span;
            return *this;
        }
        friend bool operator==(Iterator, Iterator) = default;

    private:
        const JsonNode *m_node;
    };
    Iterator begin() const { return Iterator(m_node ? m_node + 1 : nullptr); }
    Iterator end() const
    {
        if (!m_node)
            return Iterator(nullptr);
        return Iterator(isArray() || isObject() ? m_node + m_node->span : m_node + 1);
    }

private:
    const JsonNode *m_node = nullptr;
};

/// A JSON text taken apart without changing its numbers, which prices need: 0.1 stays "0.1". Strict
/// (RFC 8259); at most maxDepth containers in one another.
///
/// Reused from text to text: once it has seen the largest, parsing allocates nothing. Not copied,
/// since values point into it.
class JsonTree
{
public:
    static constexpr int maxDepth = 128;

    JsonTree() = default;
    Q_DISABLE_COPY_MOVE(JsonTree)

    /// Malformed, and a missing root, when text is not one JSON value. The values point into text.
    Result<void> parse(std::string_view text);
    /// The same of one element of the array that the text behind index is; at is where it begins
    /// in the index, and becomes what follows it.
    bool parseElement(const StructuralIndex &index, quint32 &at);
    JsonValue root() const { return m_nodes.empty() ? JsonValue() : JsonValue(m_nodes.data()); }

private:
    friend class JsonTreeBuilder;

    StructuralIndex m_index;
    std::vector<JsonNode> m_nodes;
    std::string m_unescaped; ///< strings that had escapes; reserved before the first, never grown
};

} // namespace tapeline
