#pragma once

#include "fillline.h"

namespace tapeline {

/// What the lines of a file say together: their order, and which of them are the same, took one
/// another back or rest on what others hold.
class FillSequence
{
public:
    /// lines: the fills as they stand in the file, which is told what is found.
    FillSequence(std::vector<FillLineReader::Line> &lines, FillFile &file)
        : m_lines(lines)
        , m_file(file)
    {
    }

    /// Leaves the fills that count, oldest first.
    void arrange();

private:
    using Line = FillLineReader::Line;

    void sort();
    void leaveOutRepeated();
    void takeBack();
    void takeOut();
    void countAlike();
    void refuse(const Line &line, FillFault fault, const QString &value);
    void showAgain(const Line &line);
    FillPreviewLine *previewOf(const Line &line);

    std::vector<Line> &m_lines;
    FillFile &m_file;
};

} // namespace tapeline
