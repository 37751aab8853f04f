#pragma once

#include <QTranslator>

namespace tapeline {

/// A language whose texts are 1.4 times as long as ours, as German's are at worst: to see what is
/// cut off.
class LongTranslator : public QTranslator
{
public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        if (!QByteArrayView(context).startsWith("tapeline::"))
            return {};
        const QString text = QString::fromUtf8(source);
        const bool isFormat = text.contains(QLatin1String("yyyy")); // of dates
        return isFormat ? text : text + QString(text.size() * 2 / 5, u'e');
    }
};

} // namespace tapeline
