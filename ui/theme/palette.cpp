#include "palette.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

/// The scheme's section of the file; Inverted is green-red the other way round.
QJsonObject upDownSection(const QJsonObject &file, UpDownColors scheme)
{
    const QJsonObject schemes = file["upDown"_L1].toObject();
    QJsonObject colors
        = schemes[scheme == UpDownColors::BlueOrange ? "blue-orange"_L1 : "green-red"_L1]
              .toObject();
    if (scheme != UpDownColors::Inverted)
        return colors;
    return { { u"up"_s, colors["down"_L1] },
             { u"down"_s, colors["up"_L1] },
             { u"upTint"_s, colors["downTint"_L1] },
             { u"downTint"_s, colors["upTint"_L1] } };
}

/// sRGB component to linear light, WCAG 2.1 "relative luminance"
double linear(double component)
{
    return component <= 0.03928 ? component / 12.92 : std::pow((component + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

} // namespace

Result<Palette> Palette::load(const QString &path, UpDownColors scheme)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error { Error::Code::NotFound, path };

    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject colors = root["colors"_L1].toObject();
    const QJsonObject upDown = upDownSection(root, scheme);

    Palette palette;
    palette.m_dark = root["dark"_L1].toBool();
    for (int i = 0; i < roleCount; ++i) {
        const QString name = nameOf(static_cast<Role>(i));
        const QJsonValue value = upDown.contains(name) ? upDown[name] : colors[name];
        const QColor color(value.toString());
        if (!color.isValid())
            return Error { Error::Code::Malformed, name };
        palette.m_colors[static_cast<std::size_t>(i)] = color;
    }
    return palette;
}

std::optional<Palette::Role> Palette::roleNamed(QStringView name)
{
    for (int i = 0; i < roleCount; ++i)
        if (nameOf(static_cast<Role>(i)) == name)
            return static_cast<Role>(i);
    return std::nullopt;
}

QString Palette::nameOf(Role role)
{
    QString name
        = QString::fromLatin1(QMetaEnum::fromType<Role>().valueToKey(static_cast<int>(role)));
    name[0] = name[0].toLower();
    return name;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace tapeline
