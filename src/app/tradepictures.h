#pragma once

#include "journalport.h"
#include "tradebarsport.h"

#include <QObject>

class QImage;
class QPixmap;

namespace tapeline {

class MainWindow;
class MarketDispatcher;

/// A small picture of the chart when a trade begins and when it ends: of the chart that shows its
/// symbol on the screen, as the trader saw it, else one drawn from the minutes before.
class TradePictures : public QObject
{
    Q_OBJECT

public:
    static constexpr int longestSide = 720; ///< pixels

    /// What it works with, as long as trades are told of.
    struct Parts
    {
        JournalPort &journal;
        TradeBarsPort &bars;
        MainWindow &window;
        const MarketDispatcher &dispatcher;
    };

    explicit TradePictures(const Parts &parts, QObject *parent = nullptr);

    /// A trade is as it was not before; null: it was not known. What has not just happened is left
    /// alone: of the past there is no picture.
    void take(const TradeRecord &now, const TradeRecord *before);

private:
    void picture(const TradeRecord &trade, bool isExit);
    void draw(const TradeKey &key, const QString &symbol, bool isExit, Timestamp at);
    void keep(const TradeKey &key, bool isExit, const QPixmap &pixmap);
    bool isJustNow(Timestamp at) const;

    const Parts m_parts;
};

} // namespace tapeline
