#include "sandboxoption.h"

#include "symbology.h"

namespace tapeline {

namespace {

constexpr int strikeBits = 12;
constexpr int rightBits = 1;
constexpr int dayBits = 13;

/// Days are counted from here.
QDate firstDay()
{
    return { 2018, 1, 1 };
}

} // namespace

std::optional<quint32> sandboxoption::pack(const SandboxOption &option)
{
    const qint32 unit = option.series().strikeUnit;
    const qint64 day = firstDay().daysTo(option.expiration);
    const qint32 units = option.strike / unit;
    if (day < 0 || day >= (1 << dayBits) || option.strike <= 0 || option.strike % unit != 0
        || units >= (1 << strikeBits))
        return {};
    quint32 number = static_cast<quint32>(option.root);
    number = (number << dayBits) | static_cast<quint32>(day);
    number = (number << rightBits) | (option.right == OptionRight::Put ? 1U : 0U);
    return (number << strikeBits) | static_cast<quint32>(units);
}

std::optional<SandboxOption> sandboxoption::unpack(quint32 number)
{
    const auto take = [&number](int bits) {
        const quint32 field = number & ((1U << bits) - 1);
        number >>= bits;
        return field;
    };
    const quint32 units = take(strikeBits);
    SandboxOption option;
    option.right = take(rightBits) == 0 ? OptionRight::Call : OptionRight::Put;
    option.expiration = firstDay().addDays(take(dayBits));
    if (number >= optionRoots.size() || units == 0)
        return {};
    option.root = static_cast<int>(number);
    option.strike = static_cast<qint32>(units) * option.series().strikeUnit;
    return option;
}

QString sandboxoption::symbolOf(const SandboxOption &option)
{
    const std::string_view root = option.series().root;
    const Result<QString> symbol = symbology::formatOption(
        { .root = QString::fromLatin1(root.data(), static_cast<qsizetype>(root.size())),
          .expiration = option.expiration,
          .call = option.right == OptionRight::Call,
          .strike = centPrice(option.strike) });
    return symbol.value_or(QString());
}

std::optional<SandboxOption> sandboxoption::fromSymbol(QStringView symbol)
{
    const Result<symbology::OptionContract> contract = symbology::parseOption(symbol);
    if (!contract)
        return {};
    SandboxOption option;
    option.root = optionRootOf(contract->root.toStdString());
    const qint64 cents = contract->strike.units() / (Price::unitsPerOne / 100);
    if (option.root < 0 || centPrice(cents) != contract->strike || cents > 100'000'00)
        return {};
    option.right = contract->call ? OptionRight::Call : OptionRight::Put;
    option.expiration = contract->expiration;
    option.strike = static_cast<qint32>(cents);
    if (!pack(option)) // none of ours
        return {};
    return option;
}

} // namespace tapeline
