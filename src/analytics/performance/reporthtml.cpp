#include "reporthtml.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Nothing may be fetched or run, whatever stands in the page.
constexpr auto head = R"(<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body { font: 14px/1.5 system-ui, sans-serif; color: #1b1f24; background: #fff; max-width: 760px;
  margin: 32px auto; padding: 0 20px; font-variant-numeric: tabular-nums; }
h1 { font-size: 24px; margin: 0; } h2 { font-size: 16px; margin: 32px 0 8px; }
p { margin: 8px 0; color: #5c6570; }
table { border-collapse: collapse; width: 100%; margin: 8px 0 16px; font-size: 13px; }
th, td { padding: 4px 8px; border-bottom: 1px solid #dfe3e8; text-align: right; vertical-align: top; }
th { color: #5c6570; font-weight: 500; }
th:first-child, td:first-child, .prose td { text-align: left; }
.pairs td:nth-child(odd) { text-align: left; color: #5c6570; }
.pairs td:nth-child(2) { padding-right: 32px; }
.prose td:first-child { white-space: nowrap; }
svg { display: block; width: 100%; height: auto; margin: 12px 0; }
@media print { body { margin: 0; max-width: none; } table, svg { break-inside: avoid; } }
</style>
)"_L1;

QString row(const QStringList &cells, QLatin1StringView element)
{
    QString text = u"<tr>"_s;
    for (const QString &cell : cells)
        text += u"<%1>%2</%1>"_s.arg(element, cell.toHtmlEscaped());
    return text + u"</tr>\n"_s;
}

QString tableHtml(const ReportBlock &table)
{
    const QLatin1StringView kind = table.isProse ? "prose"_L1
        : table.header.isEmpty()                 ? "pairs"_L1
                                                 : "groups"_L1;
    QString text = u"<table class=\"%1\">\n"_s.arg(kind);
    if (!table.header.isEmpty())
        text += row(table.header, "th"_L1);
    for (const QStringList &cells : table.rows)
        text += row(cells, "td"_L1);
    return text + u"</table>\n"_s;
}

QString blockHtml(const ReportBlock &block)
{
    switch (block.kind) {
    case ReportBlock::Kind::Heading:
        return u"<h2>%1</h2>\n"_s.arg(block.text.toHtmlEscaped());
    case ReportBlock::Kind::Paragraph:
        return u"<p>%1</p>\n"_s.arg(block.text.toHtmlEscaped());
    case ReportBlock::Kind::Table:
        return tableHtml(block);
    case ReportBlock::Kind::Plot:
        return QString::fromUtf8(block.svg) + u'\n';
    }
    return {};
}

} // namespace

QByteArray reportHtml(const PerformanceReport &report)
{
    const QString title = report.title.toHtmlEscaped();
    const QString subtitle = report.subtitle.toHtmlEscaped();
    QString page
        = u"<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n"_s.arg(report.language.toHtmlEscaped());
    page += head;
    page += u"<title>%1: %2</title>\n</head>\n<body>\n<h1>%1</h1>\n<p>%2</p>\n"_s.arg(title,
                                                                                      subtitle);
    for (const ReportBlock &block : report.blocks)
        page += blockHtml(block);
    return (page + u"</body>\n</html>\n"_s).toUtf8();
}

} // namespace tapeline
