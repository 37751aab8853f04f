#pragma once

#include "price.h"
#include "timestamp.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace tapeline {

/// from old shares became to new ones before the open of a day.
struct ServedSplit
{
    QDate executed;
    int from = 1;
    int to = 1;
};

/// Cash per share, in shares of its ex-date.
struct ServedDividend
{
    QDate declared;
    QDate exDate;
    QDate record;
    QDate paid;
    Price amount;
    int frequency = 4; ///< times a year
};

/// A quarterly report; without results while it is still to come.
struct ServedReport
{
    Timestamp published {};
    int fiscalYear = 0;
    int fiscalQuarter = 1;
    bool isOut = false;
    bool isConfirmed = true; ///< else the date is an estimate
    Timestamp told {}; ///< when the date was last told, before it is out
    double estimatedEarnings = 0; ///< per share
    double actualEarnings = 0; ///< only when it is out, as the next
    qint64 actualRevenue = 0;
    double previousEarnings = 0; ///< of the same quarter of the year before, as the next
    qint64 previousRevenue = 0;
    qint64 estimatedRevenue = 0;
};

struct ServedNews
{
    QString id;
    Timestamp published {};
    QString publisher;
    QString title; ///< plain text, as the next
    QString description;
    QString author;
    QStringList symbols; ///< the first is the one the tone is about
    QStringList keywords;
    QString sentiment; ///< "positive", "neutral", "negative"
    QString reasoning;
};

/// Shares sold short and not bought back on a settlement date.
struct ServedShortInterest
{
    QDate settlement;
    qint64 shares = 0;
    qint64 averageDailyVolume = 0;
};

/// A day's sales of borrowed shares; the venues add up to the whole.
struct ServedShortVolume
{
    struct Venue
    {
        qint64 sold = 0; ///< exempt included
        qint64 exempt = 0;
    };

    QDate date;
    qint64 total = 0; ///< shares of the day
    qint64 sold = 0;
    qint64 exempt = 0;
    std::array<Venue, 4> venues; ///< ADF, NYSE, Nasdaq Carteret, Nasdaq Chicago
};

struct ServedFloat
{
    QDate effective;
    qint64 shares = 0;
    double percent = 0; ///< of the shares outstanding
};

/// Treasury yields of a day, percent a year: of 1, 3 and 6 months, 1, 2, 3, 5, 7, 10, 20 and 30
/// years.
struct ServedYields
{
    QDate date;
    std::array<double, 11> percent {};
};

/// The part of a MarketSource that knows what happens to companies besides trading; this one knows
/// nothing. Instruments are indices into the source's list. Called only on the server's thread;
/// tells only what was known at an instant, which includes what was announced for later.
class CorporateSource
{
public:
    virtual ~CorporateSource() = default;

    /// All ascending by date.
    virtual std::vector<ServedSplit> splits(int, Timestamp) const { return {}; }
    virtual std::vector<ServedDividend> dividends(int, Timestamp) const { return {}; }
    /// Of the days from and to and those between, as the next.
    virtual std::vector<ServedReport> reports(int, QDate, QDate, Timestamp) const { return {}; }
    /// Of all instruments where the index is -1.
    virtual std::vector<ServedNews> news(int, QDate, QDate, Timestamp) const { return {}; }
    /// Twice a month.
    virtual std::vector<ServedShortInterest> shortInterest(int, QDate, QDate, Timestamp) const
    {
        return {};
    }
    /// Days that are over.
    virtual std::vector<ServedShortVolume> shortVolume(int, QDate, QDate, Timestamp) const
    {
        return {};
    }
    virtual std::optional<ServedFloat> floatOf(int, Timestamp) const { return {}; }
    /// Of days that are over, as of their close.
    virtual std::vector<ServedYields> yields(QDate, QDate, Timestamp) const { return {}; }
    /// Those like an instrument, the nearest first.
    virtual std::vector<int> related(int) const { return {}; }
};

} // namespace tapeline
