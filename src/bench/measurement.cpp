#include "measurement.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>
#include <QThread>

#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

QString word(Measurement::Verdict verdict)
{
    switch (verdict) {
    case Measurement::Verdict::Goal:
        return u"goal"_s;
    case Measurement::Verdict::Floor:
        return u"floor"_s;
    case Measurement::Verdict::Missed:
        return u"MISSED"_s;
    case Measurement::Verdict::NotMeasured:
        return u"not measured"_s;
    }
    Q_UNREACHABLE();
}

QString sign(Bound::Kind kind)
{
    return kind == Bound::Kind::Faster ? u"≥"_s : u"≤"_s;
}

QString suffix(const Measurement &measurement)
{
    return measurement.bound.kind == Bound::Kind::Below ? u" "_s + measurement.unit : u"x"_s;
}

/// Three significant digits, never an exponent.
QString shortNumber(double value)
{
    const double size = std::abs(value);
    return QString::number(value, 'f', size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
}

QString budgetText(const Measurement &m)
{
    return sign(m.bound.kind) + u' ' + shortNumber(m.bound.goal) + suffix(m);
}

QString nameOf(const Measurement &m)
{
    return m.variant.isEmpty() ? m.row : m.row + u", "_s + m.variant;
}

QString line(const Measurement &m)
{
    const bool measured = m.verdict() != Measurement::Verdict::NotMeasured;
    const QString costs = !measured ? QString()
        : m.peers > 0 ? u"%1 / %2 %3"_s.arg(shortNumber(m.ours), shortNumber(m.peers), m.unit)
                      : u"%1 %2"_s.arg(shortNumber(m.ours), m.unit);
    const QString figure = measured ? shortNumber(m.figure()) + suffix(m) : u"-"_s;
    QString text = u"%1 | %2 | %3 | %4 | %5 | %6"_s.arg(nameOf(m), -48)
                       .arg(m.peer, -34)
                       .arg(costs, 30)
                       .arg(figure, 9)
                       .arg(budgetText(m), 12)
                       .arg(word(m.verdict()));
    if (!m.note.isEmpty())
        text += u" ("_s + m.note + u')';
    return text;
}

QJsonObject object(const Measurement &m)
{
    const Measurement::Verdict verdict = m.verdict();
    const bool measured = verdict != Measurement::Verdict::NotMeasured;
    return { { u"name"_s, nameOf(m) },
             { u"value"_s, m.ours },
             { u"unit"_s, m.unit },
             { u"peer"_s, m.peer },
             { u"peer_value"_s, m.peers },
             { u"ratio"_s, measured ? QJsonValue(m.figure()) : QJsonValue() },
             { u"budget"_s, budgetText(m) },
             { u"floor"_s, m.bound.floor },
             { u"ok"_s, verdict != Measurement::Verdict::Missed },
             { u"verdict"_s, word(verdict).toLower() },
             { u"note"_s, m.note } };
}

QString machineText()
{
    return u"%1, %2 CPUs, %3"_s.arg(QSysInfo::prettyProductName())
        .arg(QThread::idealThreadCount())
        .arg(QSysInfo::currentCpuArchitecture());
}

} // namespace

double Measurement::figure() const
{
    switch (bound.kind) {
    case Bound::Kind::Faster:
        return ours > 0 ? peers / ours : 0;
    case Bound::Kind::AtMost:
        return peers > 0 ? ours / peers : 0;
    case Bound::Kind::Below:
        return ours;
    }
    Q_UNREACHABLE();
}

Measurement::Verdict Measurement::verdict() const
{
    if (peerIsMissing)
        return Verdict::NotMeasured;
    const double value = figure();
    if (failed || !(value > 0) || !std::isfinite(value))
        return Verdict::Missed;
    const bool larger = bound.kind == Bound::Kind::Faster;
    const auto meets = [&](double asked) { return larger ? value >= asked : value <= asked; };
    return meets(bound.goal) ? Verdict::Goal
        : meets(bound.floor) ? Verdict::Floor
                             : Verdict::Missed;
}

QString tableText(const Measurements &measurements)
{
    QString text;
    for (const Measurement &measurement : measurements)
        text += line(measurement) + u'\n';
    return text;
}

QByteArray toJson(const Measurements &measurements)
{
    QJsonArray results;
    for (const Measurement &measurement : measurements)
        results.append(object(measurement));
    const QJsonObject root { { u"machine"_s, machineText() },
                             { u"build"_s,
                               u"%1, Qt %2"_s.arg(QStringLiteral(TAPELINE_VERSION),
                                                  QLatin1String(qVersion())) },
                             { u"results"_s, results } };
    return QJsonDocument(root).toJson();
}

} // namespace tapeline
