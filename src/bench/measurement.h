#pragma once

#include <QString>

#include <vector>

namespace tapeline {

/// What a row of the budget table (README, "Measuring") asks for.
struct Bound
{
    enum class Kind : quint8 {
        Faster, ///< the peer's cost divided by ours is at least this
        AtMost, ///< our cost divided by the peer's is at most this
        Below ///< our figure itself is at most this
    };

    Kind kind = Kind::Faster;
    double goal = 0;
    double floor = 0; ///< what still passes, with an explanation
};

/// One line of the table: a cost of ours beside that of a named peer, taken in the same run.
/// Costs are per unit of work, so smaller is better.
struct Measurement
{
    QString row; ///< of the table: "decode"
    QString variant; ///< "10 messages a frame"
    QString peer; ///< "node JSON.parse"
    QString unit; ///< of the costs: "ns/message"
    double ours = 0;
    double peers = 0; ///< 0 for Bound::Kind::Below
    Bound bound;
    QString note; ///< why a peer is missing, or what a figure leaves out
    bool peerIsMissing = false; ///< it is not installed here: nothing to compare with
    bool failed = false; ///< the work was not done, whatever the time it took

    enum class Verdict : quint8 { Goal, Floor, Missed, NotMeasured };

    /// What the bound speaks of: a ratio, or our own figure.
    double figure() const;
    Verdict verdict() const;
};

using Measurements = std::vector<Measurement>;

/// A table for people, one line a measurement.
QString tableText(const Measurements &measurements);
/// The same as one JSON object: {"machine","build","results":[{"name","value","unit","peer",
/// "peer_value","ratio","budget","floor","ok","verdict","note"}]}. "ratio" is the figure the budget
/// speaks of.
QByteArray toJson(const Measurements &measurements);

} // namespace tapeline
