#pragma once

#include <QtGlobal>

#include <memory>
#include <string_view>

namespace tapeline {

/// Where the brackets, separators and scalars of a JSON text begin, in the order they were written.
/// Found by simdjson's first stage, with the kernel that suits the processor; the only place that
/// knows simdjson. It also makes sure that the text is UTF-8, that strings end and hold no control
/// characters. Whether the order makes sense is the reader's business.
///
/// Reused from text to text: once it has seen the largest, building allocates nothing.
class StructuralIndex
{
public:
    StructuralIndex();
    ~StructuralIndex();
    Q_DISABLE_COPY_MOVE(StructuralIndex)

    /// Null when built, else what is wrong with the text, and the index is empty. The text must
    /// outlive what is asked of the index. No alignment or padding is asked of it.
    const char *build(std::string_view text);

    std::string_view text() const { return m_text; }
    quint32 count() const { return m_count; }
    /// Of count() places, from the start of the text. One more stands behind them: the text's size.
    const quint32 *offsets() const { return m_offsets; }
    /// The byte at a place; a zero byte behind the last.
    char at(quint32 place) const { return place < m_count ? m_text[m_offsets[place]] : '\0'; }

private:
    class Finder; // hides simdjson

    std::unique_ptr<Finder> m_finder;
    std::string_view m_text;
    const quint32 *m_offsets = nullptr;
    quint32 m_count = 0;
};

} // namespace tapeline
