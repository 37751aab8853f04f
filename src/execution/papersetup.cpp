#include "papersetup.h"

#include "decimaltext.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A name of the configuration, what its value may be, and how it is taken.
struct Field
{
    QLatin1StringView name;
    QLatin1StringView expected;
    bool (*take)(PaperConfig &config, const QJsonValue &value);
};

std::optional<qint64> integer(const QJsonValue &value, qint64 least, qint64 greatest)
{
    // Two defaults tell a number that is no integer from one that happens to be the default
    const qint64 number = value.toInteger(least);
    if (number != value.toInteger(greatest) || number < least || number > greatest)
        return {};
    return number;
}

bool takeDuration(Duration &target, const QJsonValue &value)
{
    constexpr qint64 day = 86'400'000;
    const std::optional<qint64> ms = integer(value, 0, day);
    if (ms)
        target = std::chrono::milliseconds(*ms);
    return ms.has_value();
}

bool takeFlag(bool &target, const QJsonValue &value)
{
    target = value.toBool();
    return value.isBool();
}

/// A share from 0 to 1, as text or number, in parts per million.
std::optional<qint64> share(const QJsonValue &value)
{
    constexpr qint64 whole = 1'000'000;
    qint64 ppm = -1;
    if (value.isString())
        ppm = decimaltext::parse(value.toString(), 6).value_or(-1);
    else if (value.isDouble() && value.toDouble() >= 0 && value.toDouble() <= 1)
        ppm = std::llround(value.toDouble() * double(whole));
    return ppm >= 0 && ppm <= whole ? std::optional(ppm) : std::nullopt;
}

template<typename Value, std::size_t N>
bool takeWord(Value &target, const QJsonValue &value, const std::array<QLatin1StringView, N> &words)
{
    const QString text = value.toString();
    for (std::size_t i = 0; i < N; ++i)
        if (text == words[i]) {
            target = static_cast<Value>(i);
            return true;
        }
    return false;
}

template<typename Model> bool takeModel(Model &target, const QJsonValue &value)
{
    const Result<Model> model = Model::parse(value.toString());
    if (model)
        target = *model;
    return model.has_value();
}

bool takeMode(PaperConfig &config, const QJsonValue &value)
{
    return takeWord(config.mode, value, std::array { "queue"_L1, "through"_L1, "touch"_L1 });
}

bool takeLatency(PaperConfig &config, const QJsonValue &value)
{
    if (!takeDuration(config.orderLatency, value))
        return false;
    config.cancelLatency = config.orderLatency;
    return true;
}

bool takeRest(PaperConfig &config, const QJsonValue &value)
{
    return takeWord(config.rest, value, std::array { "wait"_L1, "slip"_L1, "all"_L1, "cancel"_L1 });
}

bool takeParticipation(PaperConfig &config, const QJsonValue &value)
{
    const std::optional<qint64> ppm = share(value);
    config.participationPpm = ppm.value_or(0);
    return ppm.value_or(0) > 0;
}

bool takePackageMid(PaperConfig &config, const QJsonValue &value)
{
    config.packageMidPpm = share(value);
    return config.packageMidPpm.has_value();
}

bool takeGoodTillDays(PaperConfig &config, const QJsonValue &value)
{
    const std::optional<qint64> days = integer(value, 1, 3'660);
    config.goodTillDays = int(days.value_or(1));
    return days.has_value();
}

bool takeSeed(PaperConfig &config, const QJsonValue &value)
{
    const std::optional<qint64> seed = integer(value, 0, std::numeric_limits<qint64>::max());
    config.seed = quint64(seed.value_or(0));
    return seed.has_value();
}

template<Duration PaperConfig::*Member> bool takeTime(PaperConfig &config, const QJsonValue &value)
{
    return takeDuration(config.*Member, value);
}

template<bool PaperConfig::*Member> bool takeSwitch(PaperConfig &config, const QJsonValue &value)
{
    return takeFlag(config.*Member, value);
}

constexpr auto durationText = "milliseconds from 0 to 86400000"_L1;
constexpr auto shareText = "a share from 0 to 1"_L1;
constexpr auto flagText = "true or false"_L1;

// cancel_latency stands behind latency, which sets both
constexpr std::array fields {
    Field { "mode"_L1, "queue, through or touch"_L1, takeMode },
    Field { "latency"_L1, durationText, takeLatency },
    Field { "cancel_latency"_L1, durationText, takeTime<&PaperConfig::cancelLatency> },
    Field { "jitter"_L1, durationText, takeTime<&PaperConfig::latencyJitter> },
    Field { "refresh"_L1, durationText, takeTime<&PaperConfig::refresh> },
    Field { "max_chase"_L1, durationText, takeTime<&PaperConfig::maxChase> },
    Field { "rest"_L1, "wait, slip, all or cancel"_L1, takeRest },
    Field { "participation"_L1, shareText, takeParticipation },
    Field { "slippage"_L1,
            "none, ticks:K, bps:B, spread:F, volume_share:LIMIT,IMPACT or sqrt_impact:ETA"_L1,
            [](PaperConfig &config, const QJsonValue &value) {
                return takeModel(config.slippage, value);
            } },
    Field { "commission"_L1,
            "zero, per_order:X, per_share:RATE,MIN,CAP_PERCENT, per_contract:RATE,MIN, bps:B or "
            "maker_taker:BPS,BPS"_L1,
            [](PaperConfig &config, const QJsonValue &value) {
                return takeModel(config.commission, value);
            } },
    Field { "regulatory_fees"_L1, flagText, takeSwitch<&PaperConfig::regulatoryFees> },
    Field { "package_mid"_L1, shareText, takePackageMid },
    Field { "hold_market_orders"_L1, flagText, takeSwitch<&PaperConfig::holdMarketOrders> },
    Field { "trigger_stops_at_once"_L1, flagText, takeSwitch<&PaperConfig::triggerStopsAtOnce> },
    Field { "allow_wide_spreads"_L1, flagText, takeSwitch<&PaperConfig::allowWideSpreads> },
    Field { "refuse_delayed_data"_L1, flagText, takeSwitch<&PaperConfig::refuseDelayedData> },
    Field { "refuse_wash_cross"_L1, flagText, takeSwitch<&PaperConfig::refuseWashCross> },
    Field { "reduce_on_dividend"_L1, flagText, takeSwitch<&PaperConfig::reduceOnDividend> },
    Field { "good_till_days"_L1, "days from 1 to 3660"_L1, takeGoodTillDays },
    Field { "seed"_L1, "a whole number from 0"_L1, takeSeed },
};

/// The names that the account's settings have.
QJsonObject accountNames()
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(settingsText({}))).object();
}

Error malformed(const QString &sentence)
{
    return { Error::Code::Malformed, sentence };
}

std::optional<Error> unknownName(const QJsonObject &object)
{
    const QJsonObject account = accountNames();
    for (const QString &name : object.keys()) {
        const bool known = std::ranges::find(fields, name,
                                             [](const Field &field) { return QString(field.name); })
            != fields.end();
        if (!known && !account.contains(name))
            return malformed(u"There is no setting \"%1\"."_s.arg(name));
    }
    const QJsonObject rules = account.value("risk"_L1).toObject();
    const QJsonValue risk = object.value("risk"_L1);
    if (!risk.isUndefined() && !risk.isObject())
        return malformed(u"\"risk\" must be an object of rules."_s);
    for (const QString &name : risk.toObject().keys())
        if (!rules.contains(name))
            return malformed(u"There is no risk rule \"%1\"."_s.arg(name));
    return {};
}

/// What the account's settings alone would take.
std::optional<Error> accountFault(const AccountSettings &account)
{
    // The journal keeps it by its name, behind a slash where worlds are kept apart
    if (account.name.trimmed().isEmpty() || account.name.contains(u'/'))
        return malformed(u"\"name\" must be a name without a slash."_s);
    if (account.startingCash < Money())
        return malformed(u"\"starting_cash\" must be 0 or more."_s);
    const RiskSettings &risk = account.risk;
    const std::array shares { std::pair("per_trade_ppm"_L1, risk.perTradePpm),
                              std::pair("per_symbol_ppm"_L1, risk.perSymbolPpm),
                              std::pair("per_strategy_ppm"_L1, risk.perStrategyPpm),
                              std::pair("cash_reserve_ppm"_L1, risk.cashReservePpm),
                              std::pair("daily_loss_ppm"_L1, risk.dailyLossPpm),
                              std::pair("debit_rate_ppm"_L1, account.debitRatePpm),
                              std::pair("borrow_rate_ppm"_L1, account.borrowRatePpm) };
    for (const auto &[name, ppm] : shares)
        if (ppm < 0 || ppm > 1'000'000'000)
            return malformed(u"\"%1\" must be parts per million from 0 to 1000000000."_s.arg(name));
    return {};
}

} // namespace

Result<PaperSetup> paperSetupFromJson(const QByteArray &text)
{
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(text, &parsed);
    if (!document.isObject())
        return malformed(
            u"Line %1 is no JSON object: %2."_s.arg(text.left(parsed.offset).count('\n') + 1)
                .arg(parsed.errorString()));
    const QJsonObject object = document.object();
    if (const std::optional<Error> unknown = unknownName(object))
        return *unknown;
    PaperSetup setup;
    for (const Field &field : fields) {
        const QJsonValue value = object.value(field.name);
        if (!value.isUndefined() && !field.take(setup.broker, value))
            return malformed(u"\"%1\" must be %2."_s.arg(field.name, field.expected));
    }
    const Result<AccountSettings> account = settingsFromJson(object);
    if (!account)
        return malformed(u"The account cannot be kept so: %1."_s.arg(account.error().detail));
    if (const std::optional<Error> fault = accountFault(*account))
        return *fault;
    setup.account = *account;
    return setup;
}

Result<PaperSetup> readPaperSetup(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return Error { Error::Code::Storage, source.errorString() };
    return paperSetupFromJson(source.readAll());
}

} // namespace tapeline
