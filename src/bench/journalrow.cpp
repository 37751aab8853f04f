#include "papermarket.h"
#include "peerjournal.h"
#include "rows.h"

#include <QTemporaryDir>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int samples = 500;

/// What an order that was sent and accepted leaves in the journal.
std::vector<JournalLine> orderLines(quint64 number)
{
    static const QByteArray body(420, 'x'); // about as long as they are
    std::vector<JournalLine> lines;
    for (quint64 i = 0; i < 2; ++i)
        lines.push_back({ u"Peer"_s, u"orders"_s, 2 * number + i, fromNs(qint64(number)), body });
    return lines;
}

Measurement commitRow(const QString &name, const Spread &ours, const Spread &peers)
{
    Measurement row;
    row.row = name;
    row.peer = u"one synchronous=FULL commit"_s;
    row.unit = u"us"_s;
    row.ours = ours.median / 1e3;
    row.peers = peers.median / 1e3;
    row.bound = { Bound::Kind::AtMost, 1.3, 2 };
    row.note = u"medians; p99 %1 / %2 us"_s.arg(ours.p99 / 1e3, 0, 'f', 0)
                   .arg(peers.p99 / 1e3, 0, 'f', 0);
    return row;
}

/// Writes, and waits for the disk.
double timeWrite(JournalWriter &journal, const std::vector<JournalLine> &lines)
{
    return nanoseconds([&] {
        journal.write(lines);
        journal.flush();
    });
}

} // namespace

Measurements bench::paperCommits()
{
    const QString order = u"order to acknowledgement, on the disk"_s;
    const QString write = u"journal write, acknowledged order"_s;
    const QTemporaryDir folder(QStringLiteral(TAPELINE_BENCH_WORK "-XXXXXX")); // /tmp may be memory
    JournalWriter journal;
    PeerJournal peer(folder.filePath(u"peer.db"_s));
    if (!journal.open(folder.filePath(u"journal.db"_s)) || !peer.open())
        return { commitRow(order, {}, {}), commitRow(write, {}, {}) };
    PaperBench bench(&journal);
    std::vector<double> writes;
    std::vector<double> peers;
    const std::vector<double> orders = bench.timeOrders(
        samples,
        [&] {
            bench.kept().keep();
            journal.flush();
            return isAccepted(bench.kept().takeAcknowledged());
        },
        [&] {
            const std::vector<JournalLine> lines = orderLines(writes.size() + 1);
            const bool first = writes.size() % 2 == 0; // in turns: a disk remembers
            if (first)
                peers.push_back(nanoseconds([&] { peer.commit(lines); }));
            writes.push_back(timeWrite(journal, lines));
            if (!first)
                peers.push_back(nanoseconds([&] { peer.commit(lines); }));
        });
    return { commitRow(order, spreadOf(orders), spreadOf(peers)),
             commitRow(write, spreadOf(writes), spreadOf(peers)) };
}

} // namespace tapeline
