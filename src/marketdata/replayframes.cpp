#include "replayframes.h"

#include "depthframes.h"
#include "frametime.h"
#include "linereader.h"

namespace tapeline {

namespace {

constexpr qsizetype sparePadding = 64; // what frameReceived() promises
constexpr std::string_view blanks = " \t";

bool isBlank(std::string_view line)
{
    return line.find_first_not_of(blanks) == std::string_view::npos;
}

/// Frames are lists, records are objects.
bool isRecord(std::string_view line)
{
    return line[line.find_first_not_of(blanks)] == '{';
}

/// Frames as they were recorded.
class RecordedFrames : public ReplayFrames
{
public:
    RecordedFrames(LineReader lines, std::string_view first)
        : m_lines(std::move(lines))
        , m_first(first)
    {
    }

    bool next(ReplayFrame &frame) override
    {
        std::string_view line = m_first;
        while (isBlank(line))
            if (!m_lines.next(line))
                return false;
        frame.bytes = framed(line);
        frame.time = frameTime(frame.bytes).value_or(frame.time);
        m_first.clear();
        return true;
    }
    Result<void> status() const override { return m_lines.status(); }

private:
    LineReader m_lines;
    std::string m_first; ///< until it was told
};

} // namespace

Result<std::unique_ptr<ReplayFrames>> ReplayFrames::open(const QString &path)
{
    Result<LineReader> lines = LineReader::open(path);
    if (!lines)
        return lines.error();
    std::string_view line;
    bool isThere = lines->next(line);
    while (isThere && isBlank(line))
        isThere = lines->next(line);
    const std::string first(isThere ? line : std::string_view());
    std::unique_ptr<ReplayFrames> frames;
    if (isThere && isRecord(first))
        frames = std::make_unique<DepthFrames>(*std::move(lines), first);
    else
        frames = std::make_unique<RecordedFrames>(*std::move(lines), first);
    return frames;
}

QByteArray ReplayFrames::framed(std::string_view bytes)
{
    QByteArray frame;
    frame.reserve(static_cast<qsizetype>(bytes.size()) + sparePadding);
    frame.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
    return frame;
}

} // namespace tapeline
