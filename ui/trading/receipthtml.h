#pragma once

#include "receipttext.h"

#include <QColor>

namespace tapeline {

/// Parts of a receipt as rich text: headings in their colour, a line each below them.
inline QString receiptHtml(const std::vector<ReceiptPart> &parts, const QColor &heading)
{
    QString text;
    for (const ReceiptPart &part : parts) {
        text += QStringLiteral("<p style=\"margin-top:10px;margin-bottom:3px;color:%1\">%2</p>")
                    .arg(heading.name(), part.heading.toHtmlEscaped());
        for (const QString &line : part.lines)
            text += QStringLiteral("<p style=\"margin-top:0;margin-bottom:3px\">%1</p>")
                        .arg(line.toHtmlEscaped());
    }
    return text;
}

} // namespace tapeline
