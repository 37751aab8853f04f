#include "benchlook.h"
#include "bookmodel.h"
#include "bookscale.h"
#include "ladderview.h"
#include "rows.h"
#include "splitmix64.h"
#include "stopwatch.h"

#include <QAbstractTableModel>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int rounds = 101;
constexpr int levels = 50; // a side
constexpr qint64 bid = 18'700;
constexpr QSize windowSize(480, 900);

/// A book of which so many levels are different each time.
class BusyBook
{
public:
    explicit BusyBook(quint64 seed)
        : m_random(seed)
    {
        m_update.kind = BookKind::Depth;
        m_update.columnLength = 250ms;
        m_update.best.bid = m_update.grid.bottom(bid);
        m_update.best.ask = m_update.grid.bottom(bid + 1);
        m_update.best.bidSize = m_update.best.askSize = Qty::whole(1);
        for (qint64 row = bid - levels + 1; row <= bid + levels; ++row)
            m_update.resting.push_back({ row, {}, {} });
        change(2 * levels);
    }

    void change(int count)
    {
        for (int at = 0; at < count; ++at) {
            // All of them, or those around the best prices
            const int first = levels - count / 2;
            RestingRow &row = m_update.resting[std::size_t(first + at)];
            const Qty size = Qty::whole(qint64(1 + m_random.below(9'999)));
            (row.row <= bid ? row.bid : row.ask) = size;
        }
    }
    const BookUpdate &update() const { return m_update; }

private:
    SplitMix64 m_random;
    BookUpdate m_update;
};

/// The ladder's texts for a QTableView: a row a price.
class LadderTable : public QAbstractTableModel
{
public:
    explicit LadderTable(const LadderView &ladder, const BookScale &scale)
        : m_ladder(ladder)
        , m_scale(scale)
    {
    }

    void announce(int firstRow, int lastRow)
    {
        emit dataChanged(index(firstRow, 0), index(lastRow, columnCount() - 1));
    }
    int rowCount(const QModelIndex & = {}) const override { return m_scale.rowCount(); }
    int columnCount(const QModelIndex & = {}) const override { return ladderColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role == Qt::DisplayRole)
            return m_ladder.cellText(LadderColumn(index.column()), m_scale.topRow() - index.row());
        if (role == Qt::TextAlignmentRole)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    }

private:
    const LadderView &m_ladder;
    const BookScale &m_scale;
};

Measurement ladderRow(const BenchLook &look, int changed)
{
    BusyBook book(1);
    BookModel model;
    model.apply(book.update());
    BookScale scale;
    LadderView view(model, scale, look.theme);
    view.resize(windowSize);
    showPainted(view);
    view.refresh();

    BusyBook peerBook(1);
    BookModel peerModel;
    peerModel.apply(peerBook.update());
    BookScale peerScale;
    LadderView texts(peerModel, peerScale, look.theme); // never shown: tells what cells say
    texts.resize(windowSize);
    texts.refresh();
    LadderTable table(texts, peerScale);
    QTableView peer;
    peer.setModel(&table);
    showTable(peer, look, view.rowHeight(), windowSize);

    const auto middle = int(peerScale.topRow() - bid);
    const std::vector<double> times
        = interleaved(rounds,
                      { [&] {
                           book.change(changed);
                           model.apply(book.update());
                           view.refresh();
                           paintPosted();
                       },
                        [&] {
                            peerBook.change(changed);
                            peerModel.apply(peerBook.update());
                            table.announce(std::max(0, middle - changed / 2), middle + changed / 2);
                            paintPosted();
                        } });
    Measurement row;
    row.row = u"ladder tick"_s;
    row.variant = u"%1 levels changed"_s.arg(changed);
    row.peer = u"QTableView"_s;
    row.unit = u"ms"_s;
    row.ours = times[0] / 1e6;
    row.peers = times[1] / 1e6;
    row.bound = { Bound::Kind::Faster, 5, 3 };
    return row;
}

} // namespace

Measurements bench::ladderTick()
{
    const BenchLook look;
    return { ladderRow(look, 2), ladderRow(look, 40) };
}

} // namespace tapeline
