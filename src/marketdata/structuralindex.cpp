#include "structuralindex.h"

#include <simdjson.h>

#include <algorithm>

namespace tapeline {

class StructuralIndex::Finder
{
public:
    simdjson::error_code find(std::string_view text)
    {
        if (const simdjson::error_code error = makeRoomFor(text.size()))
            return error;
        // Reads whole blocks within the text and copies what is left over: it needs no padding
        return m_parser->stage1(reinterpret_cast<const quint8 *>(text.data()), text.size(),
                                simdjson::stage1_mode::regular);
    }
    const quint32 *offsets() const { return m_parser->structural_indexes.get(); }
    quint32 count() const { return m_parser->n_structural_indexes; }

private:
    simdjson::error_code makeRoomFor(std::size_t size)
    {
        constexpr std::size_t smallest = 64 * 1024;
        constexpr std::size_t depth = 1; // matters to the second stage only
        if (m_parser && size < m_parser->capacity())
            return simdjson::SUCCESS;
        const std::size_t wanted = std::max(size + size / 2, smallest);
        if (m_parser)
            return m_parser->allocate(wanted, depth);
        return simdjson::get_active_implementation()->create_dom_parser_implementation(
            wanted, depth, m_parser);
    }

    std::unique_ptr<simdjson::internal::dom_parser_implementation> m_parser;
};

StructuralIndex::StructuralIndex()
    : m_finder(std::make_unique<Finder>())
{
}

StructuralIndex::~StructuralIndex() = default;

const char *StructuralIndex::build(std::string_view text)
{
    m_text = text;
    m_count = 0;
    if (const simdjson::error_code error = m_finder->find(text))
        return simdjson::error_message(error);
    m_offsets = m_finder->offsets();
    m_count = m_finder->count();
    return nullptr;
}

} // namespace tapeline
