#include "stylesheet.h"

#include "iconset.h"

#include <QFile>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

QString StyleSheet::generate(const Palette &palette, int percent)
{
    QFile file(u":/themes/desk.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString pattern = QString::fromUtf8(file.readAll());

    static const QRegularExpression token(u"\\$\\{([^}]+)\\}"_s);
    QString sheet;
    qsizetype done = 0;
    for (auto it = token.globalMatch(pattern); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        sheet += QStringView(pattern).sliced(done, match.capturedStart() - done);
        sheet += replacement(match.capturedView(1), palette, percent);
        done = match.capturedEnd();
    }
    sheet += QStringView(pattern).sliced(done);
    return sheet;
}

QString StyleSheet::replacement(QStringView token, const Palette &palette, int percent)
{
    if (token.endsWith("px"_L1)) {
        const double pixels = token.chopped(2).toDouble() * percent / 100;
        return u"%1px"_s.arg(qRound(pixels));
    }
    const QList<QStringView> parts = token.split(u':');
    const auto role = Palette::roleNamed(parts.last());
    if (!role) {
        qWarning("the style sheet names an unknown colour: %s", qUtf8Printable(token.toString()));
        return {};
    }
    const QColor color = palette.color(*role);
    return parts.size() == 3 ? iconFile(parts[1].toString(), color) : color.name();
}

QString StyleSheet::iconFile(const QString &name, const QColor &color)
{
    const QString path = m_folder.filePath(u"%1-%2.svg"_s.arg(name, color.name().sliced(1)));
    if (!QFile::exists(path)) {
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(IconSet::tintedSvg(name, color));
    }
    return path;
}

} // namespace tapeline
