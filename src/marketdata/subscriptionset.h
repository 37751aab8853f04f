#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace tapeline {

/// Who wants which pair ("T.AAPL", "AM.*"), counted, so that the service is told once.
class SubscriptionSet
{
public:
    /// Counts every pair once more and returns those that were not wanted before. What is no pair
    /// is ignored.
    QStringList add(const QStringList &pairs);
    /// Counts down and returns those that no one wants any more. Pairs that are not held are
    /// ignored.
    QStringList remove(const QStringList &pairs);
    /// All that are held, sorted.
    QStringList pairs() const { return m_counts.keys(); }

    /// A channel and a symbol around the first dot, without commas and blanks.
    static bool isPair(const QString &text);

private:
    QMap<QString, int> m_counts;
};

} // namespace tapeline
