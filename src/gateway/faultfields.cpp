#include "faultfields.h"

#include "jsonwriter.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <array>
#include <cmath>
#include <variant>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double day = 86'400;
constexpr double year = 366 * day;
constexpr double maxExact = 9'007'199'254'740'992; // whole numbers JSON carries exactly

using Member = std::variant<bool Faults::*, Duration Faults::*, double Faults::*, quint64 Faults::*,
                            std::string Faults::*>;

struct Field
{
    std::string_view name;
    Member member;
    double min = 0; ///< of numbers; durations in seconds
    double max = 1;
};

constexpr std::array fields {
    Field { "htmlError", &Faults::htmlError },
    Field { "truncatedJson", &Faults::truncatedJson },
    Field { "rateBurst", &Faults::rateBurst },
    Field { "stall", &Faults::stall, 0, day },
    Field { "clockSkew", &Faults::clockSkew, -year, year },
    Field { "redirectTo", &Faults::redirectTo },
    Field { "nextUrlBase", &Faults::nextUrlBase },
    Field { "silent", &Faults::silent },
    Field { "idleDrop", &Faults::idleDrop, 0, day },
    Field { "evictNewcomer", &Faults::evictNewcomer },
    Field { "dropProbability", &Faults::dropProbability },
    Field { "repeatProbability", &Faults::repeatProbability },
    Field { "swapProbability", &Faults::swapProbability },
    Field { "seed", &Faults::seed, 0, maxExact },
};

/// Makes one visitor of several functions.
template<typename... Functions> struct Overloaded : Functions...
{
    using Functions::operator()...;
};

const Field *find(QStringView name)
{
    for (const Field &field : fields)
        if (name == QLatin1String(field.name.data(), qsizetype(field.name.size())))
            return &field;
    return nullptr;
}

QString nameOf(const Field &field)
{
    return QString::fromLatin1(field.name.data(), qsizetype(field.name.size()));
}

/// What a value of the field is, for sentences.
QString kindOf(const Field &field)
{
    const auto number = [&](const char16_t *what) {
        return u"%1 from %2 to %3"_s.arg(QStringView(what))
            .arg(field.min, 0, 'f', 0)
            .arg(field.max, 0, 'f', 0);
    };
    return std::visit(
        Overloaded { [](bool Faults::*) { return u"true or false"_s; },
                     [&](Duration Faults::*) { return number(u"a number of seconds"); },
                     [&](double Faults::*) { return number(u"a number"); },
                     [&](quint64 Faults::*) { return number(u"a whole number"); },
                     [](std::string Faults::*) {
                         return u"a text such as http://127.0.0.1:8080, or an empty one"_s;
                     } },
        field.member);
}

Error unknown(QStringView name)
{
    return { Error::Code::InvalidArgument, u"\"%1\" is no fault."_s.arg(name) };
}

Error wrongValue(const Field &field)
{
    return { Error::Code::InvalidArgument, u"%1 is %2."_s.arg(nameOf(field), kindOf(field)) };
}

bool isBase(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && url.path().isEmpty()
        && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
}

/// False when the value is not one of the field's.
bool assign(Faults &faults, const Field &field, const QJsonValue &value)
{
    const double number = value.toDouble();
    const bool isNumber = value.isDouble() && number >= field.min && number <= field.max;
    return std::visit(Overloaded { [&](bool Faults::*member) {
                                      faults.*member = value.toBool();
                                      return value.isBool();
                                  },
                                   [&](Duration Faults::*member) {
                                       faults.*member
                                           = Duration(isNumber ? std::llround(number * 1e9) : 0);
                                       return isNumber;
                                   },
                                   [&](double Faults::*member) {
                                       faults.*member = number;
                                       return isNumber;
                                   },
                                   [&](quint64 Faults::*member) {
                                       faults.*member = isNumber ? static_cast<quint64>(number) : 0;
                                       return isNumber && std::trunc(number) == number;
                                   },
                                   [&](std::string Faults::*member) {
                                       const QString text = value.toString();
                                       faults.*member = text.toStdString();
                                       return value.isString() && (text.isEmpty() || isBase(text));
                                   } },
                      field.member);
}

/// What stands behind "=" on the command line, as JSON would have it.
QJsonValue jsonOf(const Field &field, QStringView text)
{
    if (std::holds_alternative<std::string Faults::*>(field.member))
        return text.toString();
    if (text == "true"_L1 || text == "false"_L1)
        return text == "true"_L1;
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue();
}

} // namespace

std::string faultfields::toJson(const Faults &faults)
{
    constexpr int fractionDigits = 9;
    std::string text;
    JsonWriter json(text);
    json.beginObject();
    for (const Field &field : fields)
        std::visit(
            Overloaded { [&](bool Faults::*member) { json.flag(field.name, faults.*member); },
                         [&](Duration Faults::*member) {
                             json.real(field.name,
                                       std::chrono::duration<double>(faults.*member).count(),
                                       fractionDigits);
                         },
                         [&](double Faults::*member) {
                             json.real(field.name, faults.*member, fractionDigits);
                         },
                         [&](quint64 Faults::*member) {
                             json.integer(field.name, static_cast<qint64>(faults.*member));
                         },
                         [&](std::string Faults::*member) {
                             json.text(field.name, std::string_view(faults.*member));
                         } },
            field.member);
    json.endObject();
    return text;
}

Result<Faults> faultfields::fromJson(std::string_view text)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(
        QByteArray::fromRawData(text.data(), qsizetype(text.size())), &problem);
    if (!document.isObject())
        return Error { Error::Code::InvalidArgument, u"The body is no JSON object."_s };
    const QJsonObject object = document.object();
    Faults faults;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const Field *field = find(entry.key());
        if (!field)
            return unknown(entry.key());
        if (!assign(faults, *field, entry.value()))
            return wrongValue(*field);
    }
    return faults;
}

Result<void> faultfields::set(Faults &faults, QStringView assignment)
{
    const qsizetype equals = assignment.indexOf(u'=');
    const QStringView name = equals < 0 ? assignment : assignment.first(equals);
    const Field *field = find(name);
    if (!field)
        return unknown(name);
    const bool isSwitch = std::holds_alternative<bool Faults::*>(field->member);
    const QJsonValue value = equals < 0 ? QJsonValue(isSwitch ? QJsonValue(true) : QJsonValue())
                                        : jsonOf(*field, assignment.sliced(equals + 1));
    Faults changed = faults;
    if (!assign(changed, *field, value))
        return wrongValue(*field);
    faults = changed;
    return {};
}

QString faultfields::summary()
{
    QStringList lines;
    for (const Field &field : fields)
        lines.append(u"%1 (%2)"_s.arg(nameOf(field), kindOf(field)));
    return lines.join(u", "_s);
}

} // namespace tapeline
