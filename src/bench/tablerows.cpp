#include "benchlook.h"
#include "paintedtick.h"
#include "rows.h"
#include "splitmix64.h"
#include "stopwatch.h"
#include "tapemodel.h"
#include "tapepainter.h"
#include "tapeview.h"
#include "watchlistmodel.h"
#include "watchlistview.h"

#include <QAbstractTableModel>
#include <QApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int rounds = 101;
constexpr QSize windowSize(1600, 900);

/// The rows of a tape for a QTableView: a ring, newest on top, one change a batch. That is its
/// cheapest way; inserting rows costs it more.
class TapeTable : public QAbstractTableModel
{
public:
    TapeTable(const TapeModel &tape, const TapePainter &painter)
        : m_tape(tape)
        , m_painter(painter)
    {
    }

    void announce() { emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1)); }

    int rowCount(const QModelIndex & = {}) const override { return m_tape.rowCount(); }
    int columnCount(const QModelIndex & = {}) const override { return tapeColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        const auto column = TapeColumn(index.column());
        const bool number = column == TapeColumn::Price || column == TapeColumn::Size;
        if (role == Qt::DisplayRole)
            return m_text.cell(m_tape.print(index.row()), column);
        if (role == Qt::TextAlignmentRole)
            return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        if (role == Qt::ForegroundRole && number)
            return m_painter.colorOf(m_tape.print(index.row()));
        return {};
    }

private:
    const TapeModel &m_tape;
    const TapePainter &m_painter;
    TapeText m_text;
};

std::vector<TapePrint> somePrints(SplitMix64 &random, int count)
{
    std::vector<TapePrint> prints(static_cast<std::size_t>(count));
    for (TapePrint &print : prints) {
        print.trade.time = fromMs(1'786'629'600'000 + qint64(random.below(10'000'000)));
        print.trade.price
            = Price::fromUnits(qint64(18'700 + random.below(100)) * (Price::unitsPerOne / 100));
        print.trade.size = Qty::whole(qint64(1 + random.below(3'000)));
        print.trade.exchange = quint16(1 + random.below(18));
        print.side = PrintSide(random.below(7));
    }
    return prints;
}

Measurement tapeRow(const BenchLook &look, int newRows)
{
    TapeModel model;
    SplitMix64 random(1);
    model.append(somePrints(random, int(TapeModel::defaultCapacity)));
    TapeView view(model, look.theme);
    view.resize(windowSize);
    showPainted(view);

    TapeModel peerModel;
    peerModel.append(somePrints(random, int(TapeModel::defaultCapacity)));
    const TapePainter painter(look.theme);
    TapeTable table(peerModel, painter);
    QTableView peer;
    peer.setModel(&table);
    showTable(peer, look, painter.rowHeight(), windowSize);

    const auto ours = [&] {
        model.append(somePrints(random, newRows));
        view.refresh();
        paintPosted();
    };
    const auto theirs = [&] {
        peerModel.append(somePrints(random, newRows));
        table.announce();
        paintPosted();
    };
    const std::vector<double> times = interleaved(rounds, { ours, theirs });
    Measurement row;
    row.row = u"tape tick"_s;
    row.variant = u"%1 new rows"_s.arg(newRows);
    row.peer = u"QTableView"_s;
    row.unit = u"ms"_s;
    row.ours = times[0] / 1e6;
    row.peers = times[1] / 1e6;
    row.bound = { Bound::Kind::Faster, 5, 3 };
    return row;
}

std::vector<InstrumentSnapshot> someFigures(SplitMix64 &random, const QStringList &symbols)
{
    const auto cents = [&](quint64 about) {
        return Price::fromUnits(qint64(about + random.below(50)) * (Price::unitsPerOne / 100));
    };
    std::vector<InstrumentSnapshot> figures;
    for (const QString &symbol : symbols) {
        InstrumentSnapshot figure;
        figure.symbol = symbol;
        figure.time = fromMs(1'786'629'600'000 + qint64(random.below(10'000'000)));
        figure.last = cents(18'700);
        figure.previousClose = Price::whole(187);
        figure.bid = cents(18'650);
        figure.ask = cents(18'750);
        figure.bidSize = Qty::whole(qint64(100 + random.below(90) * 100));
        figure.askSize = Qty::whole(qint64(100 + random.below(90) * 100));
        figure.volume = Qty::whole(qint64(10'000'000 + random.below(1'000'000)));
        figures.push_back(figure);
    }
    return figures;
}

} // namespace

Measurements bench::tapeTick()
{
    const BenchLook look;
    return { tapeRow(look, 10), tapeRow(look, 100), tapeRow(look, 200) };
}

Measurements bench::watchlistTick()
{
    const BenchLook look;
    QStringList symbols; // times the seven figures that change: a thousand cells
    for (int i = 0; i < 143; ++i)
        symbols << u"S%1"_s.arg(i, 3, 10, QLatin1Char('0'));
    SplitMix64 random(1);
    WatchlistModel model;
    model.setSymbols(symbols);
    WatchlistView view(model, look.theme, look.settings);
    view.setColumnWanted(WatchlistModel::Sizes, true);
    view.resize(windowSize);
    showPainted(view);
    WatchlistModel peerModel;
    peerModel.setSymbols(symbols);
    QTableView peer;
    peer.setModel(&peerModel);
    showTable(peer, look, view.verticalHeader()->defaultSectionSize(), windowSize);

    const std::vector<double> times
        = interleaved(rounds,
                      { [&] {
                           model.apply(someFigures(random, symbols));
                           paintPosted();
                       },
                        [&] {
                            peerModel.apply(someFigures(random, symbols));
                            paintPosted();
                        } });
    Measurement row;
    row.row = u"watchlist tick"_s;
    row.variant = u"1,000 changed cells"_s;
    row.peer = u"QTableView"_s;
    row.unit = u"ms"_s;
    row.ours = times[0] / 1e6;
    row.peers = times[1] / 1e6;
    row.bound = { Bound::Kind::Faster, 2.5, 1.8 };
    row.note = u"ours draws the trend lines and flashes besides"_s;
    return { row };
}

} // namespace tapeline
