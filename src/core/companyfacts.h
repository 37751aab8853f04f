#pragma once

#include "price.h"
#include "result.h"
#include "timestamp.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace tapeline {

/// A row of the ticker list.
struct TickerInfo
{
    QString symbol;
    QString name;
    QString market; ///< "stocks", "crypto", "fx", "otc", "indices"
    QString locale;
    QString type; ///< "CS", "ETF", ...; empty outside stocks
    QString primaryExchange; ///< MIC
    QString currency;
    QString cik;
    QString compositeFigi;
    bool active = true;
    QDate delisted;
};

struct TickerDetails
{
    TickerInfo info;
    QString description;
    QString homepage;
    QString phone;
    QStringList address; ///< its lines, as they are written on a letter
    QString sicCode;
    QString sicDescription;
    QString logoUrl; ///< on the REST host, wants the key
    QString iconUrl;
    QDate listed;
    double marketCap = 0; ///< 0 when not given, like the next three
    double employees = 0;
    double sharesOutstanding = 0;
    double weightedSharesOutstanding = 0;
    int roundLot = 0;
};

/// from old shares became to new ones.
struct Split
{
    QString symbol;
    QDate executionDate;
    double from = 1;
    double to = 1;
};

struct Dividend
{
    QString symbol;
    Price cashAmount; ///< per share, in currency
    QString currency;
    QDate exDate;
    QDate declared;
    QDate record;
    QDate pay;
    int frequency = 0; ///< times a year; 0 for one-off and unknown
    QString type; ///< "recurring", "special", ...; in the old list "CD", "SC", "LT", "ST"
};

struct NewsInsight
{
    QString symbol;
    QString sentiment; ///< "positive", "neutral", "negative"
    QString reasoning;
};

/// Texts are plain: entities are decoded, tags left out. Never render them as HTML.
struct NewsItem
{
    QString id;
    QString title;
    QString author;
    QString publisher;
    QString description;
    QString url;
    Timestamp published {};
    QStringList symbols;
    QStringList keywords;
    std::vector<NewsInsight> insights;
};

/// A quarterly report; without results while it is still to come.
struct EarningsReport
{
    QString symbol;
    QString company;
    QDate date;
    std::optional<Duration> time; ///< of day in New York
    bool isConfirmed = false; ///< else the date is projected
    int fiscalYear = 0;
    QString fiscalPeriod; ///< "Q1"
    std::optional<double> estimatedEps; ///< per share
    std::optional<double> actualEps;
    std::optional<double> previousEps;
    std::optional<double> estimatedRevenue; ///< dollars
    std::optional<double> actualRevenue;
};

/// Shares sold short and not bought back on a settlement date.
struct ShortInterest
{
    QString symbol;
    QDate settlement;
    double shares = 0;
    double averageDailyVolume = 0; ///< shares
    double daysToCover = 0;
};

/// What can be asked about companies.
enum class CompanySubject : quint8 {
    Profile, ///< of one symbol, as the next
    Related,
    Splits,
    Dividends,
    ShortInterest,
    News, ///< of one symbol, or of all where it is empty
    Earnings, ///< of one symbol, past and to come
    // Of several symbols, joined by commas, from today on
    SplitsAhead,
    DividendsAhead,
    EarningsAhead
};

struct CompanyQuestion
{
    CompanySubject subject = CompanySubject::Profile;
    QString symbols; ///< one, none or several: see the subject

    friend bool operator==(const CompanyQuestion &, const CompanyQuestion &) = default;
};

inline size_t qHash(const CompanyQuestion &question, size_t seed = 0)
{
    return qHashMulti(seed, static_cast<int>(question.subject), question.symbols);
}

/// What is known of it by now. While it is being asked for, or could not be had, the facts of an
/// earlier answer stay.
struct CompanyAnswer
{
    enum class State : quint8 {
        Asking,
        Here,
        NotInPlan, ///< the service refused it; of earnings: the add-on is missing
        Unknown, ///< the service does not know the symbol
        NoService, ///< a recording cannot be asked
        Failed ///< asked again after a while
    };
    using Facts = std::variant<std::monostate, TickerDetails, QStringList, std::vector<Split>,
                               std::vector<Dividend>, std::vector<ShortInterest>,
                               std::vector<NewsItem>, std::vector<EarningsReport>>;

    CompanyQuestion question;
    State state = State::Asking;
    Error::Code error = Error::Code::Network; ///< of Failed
    Timestamp asOf {}; ///< market time of the facts; epoch without
    Facts facts;

    bool hasFacts() const { return !std::holds_alternative<std::monostate>(facts); }
};

} // namespace tapeline
