#include "reportpdf.h"

#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgRenderer>
#include <QTextDocument>

#include <algorithm>
#include <memory>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qreal pageWidth = 720; ///< logical units, as plots have
constexpr qreal marginMm = 16;
constexpr qreal footer = 28;
constexpr auto ink = "#1b1f24"_L1;
constexpr auto muted = "#5c6570"_L1;

/// A text that is laid out for the page.
std::unique_ptr<QTextDocument> laidOut(const QString &html)
{
    auto text = std::make_unique<QTextDocument>();
    QFont font(u"sans-serif"_s);
    font.setPixelSize(12);
    text->setDefaultFont(font);
    text->setDocumentMargin(0);
    text->setTextWidth(pageWidth);
    text->setHtml(html);
    return text;
}

/// Widths of columns in per cent.
std::vector<int> widthsOf(const ReportBlock &table)
{
    const qsizetype columns = table.rows.empty() ? table.header.size() : table.rows.front().size();
    if (table.isProse)
        return { 26, 74 };
    if (table.header.isEmpty())
        return { 31, 19, 31, 19 };
    std::vector<int> widths(std::size_t(columns), int(78 / std::max<qsizetype>(columns - 1, 1)));
    if (!widths.empty())
        widths.front() = 22;
    return widths;
}

bool isTextColumn(const ReportBlock &table, qsizetype column)
{
    return column == 0 || table.isProse || (table.header.isEmpty() && column % 2 == 0);
}

QString rowHtml(const ReportBlock &table, const QStringList &cells, bool isHeader)
{
    const std::vector<int> widths = widthsOf(table);
    QString html = u"<tr>"_s;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const bool isText = isTextColumn(table, i);
        const bool isQuiet = isHeader || (isText && table.header.isEmpty());
        const bool isSecondPair = i == 2 && table.header.isEmpty() && !table.isProse;
        html += u"<td width=\"%1%\" align=\"%2\" style=\"color:%3%5\">%4</td>"_s.arg(
            QString::number(i < qsizetype(widths.size()) ? widths[std::size_t(i)] : 10),
            isText ? u"left"_s : u"right"_s, isQuiet ? muted : ink, cells[i].toHtmlEscaped(),
            isSecondPair ? u"; padding-left:28px"_s : QString());
    }
    return html + u"</tr>"_s;
}

QString tableHtml(const ReportBlock &table, std::size_t from, std::size_t to)
{
    QString html = u"<table width=\"100%\" cellspacing=\"0\" cellpadding=\"3\">"_s;
    if (!table.header.isEmpty())
        html += rowHtml(table, table.header, true);
    for (std::size_t i = from; i < to; ++i)
        html += rowHtml(table, table.rows[i], false);
    return html + u"</table>"_s;
}

/// Paints blocks one under the other and turns pages.
class ReportPages
{
public:
    ReportPages(QPdfWriter &writer, const PerformanceReport &report)
        : m_writer(writer)
        , m_report(report)
        , m_painter(&writer)
    {
        const qreal scale = writer.width() / pageWidth;
        m_painter.scale(scale, scale);
        m_bottom = writer.height() / scale - footer;
    }

    bool isOpen() const { return m_painter.isActive(); }
    void paint()
    {
        addText(u"<p style=\"font-size:22px; color:%1\">%2</p>"_s.arg(
                    ink, m_report.title.toHtmlEscaped()),
                2);
        addText(u"<p style=\"color:%1\">%2</p>"_s.arg(muted, m_report.subtitle.toHtmlEscaped()),
                10);
        for (const ReportBlock &block : m_report.blocks)
            add(block);
        addFooter();
        m_painter.end();
    }

private:
    static constexpr qreal headingRoom = 160; ///< below a heading, so that it does not stand alone

    void add(const ReportBlock &block)
    {
        switch (block.kind) {
        case ReportBlock::Kind::Heading:
            m_y += 14;
            makeRoom(headingRoom);
            addText(u"<p style=\"font-size:15px; color:%1\"><b>%2</b></p>"_s.arg(
                        ink, block.text.toHtmlEscaped()),
                    4);
            break;
        case ReportBlock::Kind::Paragraph:
            addText(u"<p style=\"color:%1\">%2</p>"_s.arg(muted, block.text.toHtmlEscaped()), 8);
            break;
        case ReportBlock::Kind::Table:
            addTable(block);
            break;
        case ReportBlock::Kind::Plot:
            addPlot(block);
            break;
        }
    }

    void addText(const QString &html, qreal below)
    {
        const auto text = laidOut(html);
        makeRoom(text->size().height());
        paintText(*text);
        m_y += below;
    }

    void addTable(const ReportBlock &table)
    {
        std::size_t from = 0;
        while (from < table.rows.size()) {
            const std::size_t to = fitting(table, from);
            paintText(*laidOut(tableHtml(table, from, to)));
            from = to;
            if (from < table.rows.size())
                turnPage();
        }
        m_y += 12;
    }

    /// Up to which row a table has room on this page, or on the next where none has: at least one.
    std::size_t fitting(const ReportBlock &table, std::size_t from)
    {
        const auto fits = [&](std::size_t to) {
            return laidOut(tableHtml(table, from, to))->size().height() <= m_bottom - m_y;
        };
        if (!fits(std::min(from + 2, table.rows.size())))
            turnPage();
        std::size_t low = from + 1;
        std::size_t high = table.rows.size();
        while (low < high) {
            const std::size_t middle = (low + high + 1) / 2;
            if (fits(middle))
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }

    /// One that is taller than a page is made smaller.
    void addPlot(const ReportBlock &block)
    {
        QSvgRenderer plot(block.svg);
        if (!plot.isValid())
            return;
        const QSizeF natural = plot.viewBoxF().size();
        const qreal shrink = std::min(1.0, m_bottom / natural.height());
        const QSizeF size = natural * shrink;
        makeRoom(size.height());
        plot.render(&m_painter, QRectF(QPointF(0, m_y), size));
        m_y += size.height() + 10;
    }

    void paintText(QTextDocument &text)
    {
        m_painter.save();
        m_painter.translate(0, m_y);
        text.drawContents(&m_painter);
        m_painter.restore();
        m_y += text.size().height();
    }

    void makeRoom(qreal height)
    {
        if (m_y + height > m_bottom && m_y > 0)
            turnPage();
    }

    void turnPage()
    {
        if (m_y <= 0)
            return;
        addFooter();
        m_writer.newPage();
        ++m_page;
        m_y = 0;
    }

    void addFooter()
    {
        QFont font(u"sans-serif"_s);
        font.setPixelSize(10);
        m_painter.setFont(font);
        m_painter.setPen(QColor(muted));
        const QRectF line(0, m_bottom + 10, pageWidth, 14);
        m_painter.drawText(line, Qt::AlignLeft, m_report.subtitle);
        m_painter.drawText(line, Qt::AlignRight, QString::number(m_page));
    }

    QPdfWriter &m_writer;
    const PerformanceReport &m_report;
    QPainter m_painter;
    qreal m_bottom = 0;
    qreal m_y = 0;
    int m_page = 1;
};

} // namespace

Result<void> writeReportPdf(const PerformanceReport &report, const QString &file)
{
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly))
        return Error { Error::Code::Storage, target.errorString() };
    QPdfWriter writer(&target);
    writer.setTitle(report.title);
    writer.setCreator(u"Tapeline"_s);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(marginMm, marginMm, marginMm, marginMm),
                          QPageLayout::Millimeter);
    ReportPages pages(writer, report);
    if (!pages.isOpen())
        return Error { Error::Code::Storage, target.errorString() };
    pages.paint();
    if (!target.commit())
        return Error { Error::Code::Storage, target.errorString() };
    return {};
}

} // namespace tapeline
