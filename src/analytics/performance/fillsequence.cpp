#include "fillsequence.h"

#include <algorithm>
#include <limits>
#include <unordered_set>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 mostHeld = std::numeric_limits<qint64>::max();

} // namespace

void FillSequence::arrange()
{
    sort();
    leaveOutRepeated();
    takeBack();
    takeOut();
    countAlike();
}

/// Oldest first; of one instant in the order of their happening, which many brokers write from the
/// bottom to the top, for each symbol or for all. What takes a fill back comes behind it.
void FillSequence::sort()
{
    qint64 ascents = 0; // less descents
    for (std::size_t i = 1; i < m_lines.size(); ++i) {
        const Timestamp before = m_lines[i - 1].fill.at;
        const Timestamp at = m_lines[i].fill.at;
        ascents += at > before ? 1 : at < before ? -1 : 0;
    }
    if (ascents < 0)
        std::ranges::reverse(m_lines);
    std::ranges::stable_sort(
        m_lines, {}, [](const Line &line) { return std::pair(line.fill.at, line.isTakenBack); });
}

/// What expired has no side: it is that of taking out what the file's fills hold.
void FillSequence::takeOut()
{
    QHash<QString, qint64> held; // units
    std::erase_if(m_lines, [&](Line &line) {
        qint64 &units = held[line.fill.symbol];
        if (line.isRemoval) {
            if ((units > 0 ? units : -units) < line.fill.qty.units()) {
                refuse(line, FillFault::NothingHeld, line.fill.symbol);
                return true;
            }
            line.fill.side = units > 0 ? Side::Sell : Side::Buy;
            showAgain(line);
        }
        const bool isBuy = line.fill.side == Side::Buy;
        const qint64 moved = isBuy ? line.fill.qty.units() : -line.fill.qty.units();
        if (qint64 sum = 0; !qAddOverflow(units, moved, &sum) && sum > -mostHeld)
            units = sum;
        return false;
    });
}

/// Neither a fill that the broker took back counts, nor the line that says so: of several that are
/// the same it is the newest one.
void FillSequence::takeBack()
{
    if (std::ranges::none_of(m_lines, &Line::isTakenBack))
        return;
    QHash<QString, std::vector<std::size_t>> alike; // that happened before
    std::vector<bool> isGone(m_lines.size());
    for (std::size_t at = 0; at < m_lines.size(); ++at) {
        const ImportedFill &fill = m_lines[at].fill;
        const QString key = u"%1 %2 %3 %4"_s.arg(fill.symbol)
                                .arg(int(fill.side))
                                .arg(fill.qty.units())
                                .arg(fill.price.units());
        if (!m_lines[at].isTakenBack) {
            alike[key].push_back(at);
            continue;
        }
        isGone[at] = true;
        std::vector<std::size_t> &earlier = alike[key];
        if (earlier.empty()) {
            refuse(m_lines[at], FillFault::Cancelled, fill.symbol);
            continue;
        }
        isGone[earlier.back()] = true;
        for (const std::size_t other : { earlier.back(), at })
            if (FillPreviewLine *preview = previewOf(m_lines[other]))
                preview->fill.reset();
        m_file.otherLines += 2;
        earlier.pop_back();
    }
    std::size_t at = 0;
    std::erase_if(m_lines, [&](const Line &) { return isGone[at++]; });
}

void FillSequence::leaveOutRepeated()
{
    QHash<QString, ImportedFill> known;
    std::erase_if(m_lines, [&](const Line &line) {
        if (line.fill.execution.isEmpty() || line.isTakenBack)
            return false;
        const auto earlier = known.constFind(line.fill.execution);
        if (earlier == known.constEnd()) {
            known.insert(line.fill.execution, line.fill);
            return false;
        }
        if (*earlier == line.fill)
            ++m_file.repeated;
        else
            refuse(line, FillFault::OtherContent, line.fill.execution);
        return true;
    });
}

void FillSequence::countAlike()
{
    std::unordered_set<std::size_t> seen; // of one instant
    Timestamp at = Timestamp::min();
    for (const Line &line : m_lines) {
        const ImportedFill &fill = line.fill;
        if (!fill.execution.isEmpty())
            continue;
        if (fill.at != at)
            seen.clear();
        at = fill.at;
        const std::size_t hash
            = qHashMulti(0, fill.symbol, fill.qty.units(), fill.price.units(), int(fill.side));
        m_file.alike += seen.insert(hash).second ? 0 : 1;
    }
}

void FillSequence::refuse(const Line &line, FillFault fault, const QString &value)
{
    ++m_file.badLines;
    if (m_file.problems.size() < FillFile::keptProblems)
        m_file.problems.push_back({ line.number, fault, {}, value });
    if (FillPreviewLine *preview = previewOf(line)) {
        preview->fill.reset();
        preview->problems.push_back({ line.number, fault, {}, value });
    }
}

/// More is known of a line now.
void FillSequence::showAgain(const Line &line)
{
    if (FillPreviewLine *preview = previewOf(line))
        preview->fill = line.fill;
}

FillPreviewLine *FillSequence::previewOf(const Line &line)
{
    const auto found = std::ranges::find(m_file.preview, line.number, &FillPreviewLine::line);
    return found == m_file.preview.end() ? nullptr : &*found;
}

} // namespace tapeline
