#pragma once

#include <QtGlobal>

#include <optional>
#include <string>
#include <string_view>

namespace tapeline {

/// What stands before the fraction of a number; ByFile: what the numbers of the file show.
enum class DecimalSign : quint8 { ByFile, Point, Comma };

/// Numbers of a file, seen one after the other, for what they say of its decimal sign. "1,234" says
/// nothing, "1,5" and "1.234,50" do.
class DecimalSurvey
{
public:
    void add(std::string_view text);
    /// Some may be thousands or fractions, and none tells which.
    bool isOpen() const { return m_open > 0 && m_points == m_commas; }
    /// What most of them show; Point where none shows any.
    DecimalSign sign() const
    {
        return m_commas > m_points ? DecimalSign::Comma : DecimalSign::Point;
    }

private:
    qint64 m_points = 0;
    qint64 m_commas = 0;
    qint64 m_open = 0;
};

namespace fillnumbers {

/// Whether a field says that there is nothing: empty, "--", "-", "~", "N/A".
bool isNothing(std::string_view text);

/// A number as people and programs write it, as plain decimal text that Price::parseFeed() and the
/// like read: without groups of thousands, currency signs, "@" and "+"; "(1.50)" is negative, and
/// so is a Unicode minus. Nothing when it is no number, when its groups are no groups of three, or
/// when the decimal sign is another one. sign is Point or Comma.
std::optional<std::string> plain(std::string_view text, DecimalSign sign);

} // namespace fillnumbers
} // namespace tapeline
