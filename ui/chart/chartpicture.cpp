#include "chartpicture.h"

#include "badgelabel.h"
#include "chartlook.h"
#include "linecolors.h"
#include "pricechart.h"
#include "timemarks.h"

#include <QFileInfo>
#include <QPdfWriter>
#include <QPrinter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <qcustomplot.h>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int padding = 8;
const QString separator = u" · "_s;

/// Other colours of a chart, as long as it lives.
class Recoloured
{
public:
    Recoloured(PriceChart &chart, const ChartColors &colors)
        : m_chart(chart)
        , m_before(chart.scene().colors)
    {
        chart.setColors(colors);
    }
    ~Recoloured()
    {
        m_chart.setColors(m_before);
        m_chart.redraw();
    }
    Q_DISABLE_COPY_MOVE(Recoloured)

private:
    PriceChart &m_chart;
    const ChartColors m_before;
};

Error unwritable(const QString &path)
{
    return { Error::Code::Storage, ChartPicture::tr("%1 could not be written").arg(path) };
}

} // namespace

ChartPicture::Format ChartPicture::formatOf(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == u"svg"_s)
        return Format::Svg;
    return suffix == u"pdf"_s ? Format::Pdf : Format::Png;
}

ChartPicture::ChartPicture(PriceChart &chart, std::vector<ComparedWord> compared,
                           const ChartColors &paper)
    : m_chart(chart)
    , m_compared(std::move(compared))
    , m_paper(paper)
{
}

QString ChartPicture::captionOfChart() const
{
    const ChartSeries *series = m_chart.series();
    if (!series || series->symbol().isEmpty())
        return u"Tapeline"_s;
    QStringList parts { series->symbol(), series->timeframe().toString(),
                        chartTypeName(m_chart.look().type()) };
    parts.append(badgeText(series->badge(), { series->keptAsOf(), series->provider() },
                           productOf(series->assetClass()))
                     .text);
    const Timestamp market = m_chart.scene().marketTime;
    if (market != Timestamp() || !series->isEmpty()) {
        const Timestamp time = market != Timestamp() ? market : series->start(series->lastKey());
        const QString text = barTimeText(*series, time, m_chart.locale());
        //: A time in New York, in the line below a picture
        parts.append(series->timeframe().isIntraday() ? tr("%1 ET").arg(text) : text);
    }
    parts.removeAll(QString());
    return parts.join(separator);
}

QString ChartPicture::caption() const
{
    QStringList parts { captionOfChart() };
    for (const ComparedWord &word : m_compared)
        parts.append(word.text);
    return parts.join(separator);
}

int ChartPicture::captionHeight() const
{
    return m_chart.fontMetrics().height() + padding;
}

void ChartPicture::paintCaption(QCPPainter &painter, const QRect &room) const
{
    const ChartColors &colors = m_chart.scene().colors;
    painter.fillRect(room, colors.background);
    painter.fillRect(QRect(room.left(), room.top(), room.width(), 1), colors.paneLine);
    painter.setFont(m_chart.font());
    QRect inner = room.adjusted(padding, 1, -padding, 0);
    const auto write = [&](const QString &text, const QColor &color) {
        const QString shown = m_chart.fontMetrics().elidedText(text, Qt::ElideRight, inner.width());
        painter.setPen(color);
        painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft, shown);
        inner.setLeft(inner.left() + m_chart.fontMetrics().horizontalAdvance(shown));
    };
    write(captionOfChart(), colors.textDim);
    for (const ComparedWord &word : m_compared) {
        write(separator, colors.textDim);
        write(word.text, lineColor(colors, word.tint)); // as its line
    }
}

/// The chart, and the line below it.
void ChartPicture::paint(QCPPainter &painter) const
{
    painter.save();
    m_chart.paintPicture(painter);
    painter.restore();
    paintCaption(painter, QRect(0, m_chart.height(), m_chart.width(), captionHeight()));
}

QImage ChartPicture::image() const
{
    const double ratio = m_chart.devicePixelRatioF();
    const QSize size(m_chart.width(), m_chart.height() + captionHeight());
    QImage image((QSizeF(size) * ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(m_chart.scene().colors.background);
    QCPPainter painter(&image);
    paint(painter);
    return image;
}

Result<void> ChartPicture::save(const QString &path) const
{
    switch (formatOf(path)) {
    case Format::Svg:
        return saveSvg(path);
    case Format::Pdf:
        return savePdf(path);
    case Format::Png:
        return savePng(image(), path);
    }
    Q_UNREACHABLE();
}

Result<void> ChartPicture::savePng(const QImage &image, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !image.save(&file, "PNG") || !file.commit())
        return unwritable(path);
    return {};
}

Result<void> ChartPicture::saveSvg(const QString &path) const
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(path);
    const QSize size(m_chart.width(), m_chart.height() + captionHeight());
    QSvgGenerator generator;
    generator.setOutputDevice(&file);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setResolution(m_chart.logicalDpiX());
    generator.setTitle(caption());
    QCPPainter painter;
    if (!painter.begin(&generator))
        return unwritable(path);
    paint(painter);
    painter.end();
    if (!file.commit())
        return unwritable(path);
    return {};
}

Result<void> ChartPicture::savePdf(const QString &path) const
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(path);
    const Recoloured paper(m_chart, m_paper);
    const int perInch = m_chart.logicalDpiX();
    const QSizeF inches = QSizeF(m_chart.width(), m_chart.height() + captionHeight()) / perInch;
    QPdfWriter writer(&file);
    writer.setResolution(perInch);
    writer.setPageMargins(QMarginsF());
    writer.setPageSize(QPageSize(inches, QPageSize::Inch, {}, QPageSize::ExactMatch));
    writer.setTitle(caption());
    QCPPainter painter;
    if (!painter.begin(&writer))
        return unwritable(path);
    paint(painter);
    painter.end();
    if (!file.commit())
        return unwritable(path);
    return {};
}

Result<void> ChartPicture::print(QPrinter &printer) const
{
    const Recoloured paper(m_chart, m_paper);
    printer.setDocName(caption());
    QCPPainter painter;
    if (!painter.begin(&printer))
        return Error { Error::Code::Storage, tr("the printer does not take the page") };
    const QRectF page = printer.pageLayout().paintRectPixels(printer.resolution());
    const double scale = std::min(page.width() / m_chart.width(),
                                  page.height() / (m_chart.height() + captionHeight()));
    painter.scale(scale, scale);
    paintCaption(painter, QRect(0, 0, m_chart.width(), captionHeight()));
    painter.translate(0, captionHeight());
    m_chart.paintPicture(painter);
    painter.end();
    return {};
}

} // namespace tapeline
