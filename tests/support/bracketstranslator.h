#pragma once

#include <QTranslator>

namespace tapeline {

/// A language that puts every text of ours in brackets, to see what is set anew when it changes.
class BracketsTranslator : public QTranslator
{
public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        return QByteArrayView(context).startsWith("tapeline::")
            ? u'[' + QString::fromUtf8(source) + u']'
            : QString();
    }
};

} // namespace tapeline
