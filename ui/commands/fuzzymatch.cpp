#include "fuzzymatch.h"

#include <algorithm>
#include <vector>

namespace tapeline {

namespace {

constexpr int letterPoints = 1;
constexpr int runPoints = 5;
constexpr int wordStartPoints = 8;
constexpr int textStartPoints = 12;
constexpr int lengthScale = 64; ///< so that shorter texts win only between equals

bool startsWord(QStringView text, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = text[at - 1];
    return !before.isLetterOrNumber() || (before.isLower() && text[at].isUpper());
}

int pointsAt(QStringView text, qsizetype at, bool continues)
{
    int points = letterPoints;
    if (continues)
        points += runPoints;
    if (at == 0)
        points += textStartPoints;
    else if (startsWord(text, at))
        points += wordStartPoints;
    return points;
}

} // namespace

int fuzzyScore(QStringView pattern, QStringView text)
{
    if (pattern.isEmpty())
        return 0;
    // best[i]: points when the letters so far are matched and the last of them lies at i
    constexpr int none = -1;
    std::vector<int> best(static_cast<std::size_t>(text.size()), none);
    std::vector<int> next(best.size(), none);
    for (qsizetype p = 0; p < pattern.size(); ++p) {
        const QChar wanted = pattern[p].toCaseFolded();
        int before = p == 0 ? 0 : none; // the best that ends anywhere left of here
        for (qsizetype t = 0; t < text.size(); ++t) {
            const auto index = static_cast<std::size_t>(t);
            const int adjacent = t > 0 && p > 0 ? best[index - 1] : none;
            int points = none;
            if (text[t].toCaseFolded() == wanted) {
                if (before != none)
                    points = before + pointsAt(text, t, false);
                if (adjacent != none)
                    points = std::max(points, adjacent + pointsAt(text, t, true));
            }
            next[index] = points;
            if (p > 0)
                before = std::max(before, best[index]);
        }
        best.swap(next);
    }
    const auto top = std::max_element(best.cbegin(), best.cend());
    if (top == best.cend() || *top == none)
        return none;
    const int shortness = std::max<int>(0, lengthScale - static_cast<int>(text.size()));
    return *top * lengthScale + shortness;
}

} // namespace tapeline
