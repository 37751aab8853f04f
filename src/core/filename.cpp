#include "filename.h"

#include <QStringList>

#include <algorithm>

namespace tapeline::filename {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Blanks, line breaks among them, are none of them.
bool isInvisible(QChar c)
{
    if (c.isSpace())
        return false;
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
}

/// Names of devices under Windows, whatever follows their first dot.
bool isReserved(const QString &name)
{
    const QString stem = name.section(u'.', 0, 0).trimmed().toUpper();
    for (const QString &device :
         { u"CON"_s, u"PRN"_s, u"AUX"_s, u"NUL"_s, u"CONIN$"_s, u"CONOUT$"_s })
        if (stem == device)
            return true;
    const bool isPort = stem.startsWith("COM"_L1) || stem.startsWith("LPT"_L1);
    return isPort && stem.size() == 4 && u"123456789\u00B9\u00B2\u00B3"_s.contains(stem.back());
}

} // namespace

QString plain(const QString &path)
{
    QString name = path.sliced(std::max(path.lastIndexOf(u'/'), path.lastIndexOf(u'\\')) + 1);
    name = name.removeIf(isInvisible).simplified();
    for (QChar &c : name)
        if (u"<>:\"|?*"_s.contains(c))
            c = u'_';
    while (name.endsWith(u'.') || name.endsWith(u' '))
        name.chop(1);
    return isReserved(name) ? u'_' + name : name;
}

} // namespace tapeline::filename
