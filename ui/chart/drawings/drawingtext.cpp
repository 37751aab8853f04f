#include "drawingtext.h"

#include "valuemarks.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

struct DrawingText // the context of translations
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::DrawingText)
};

} // namespace

QString drawingtext::name(DrawingTool tool)
{
    switch (tool) {
    case DrawingTool::TrendLine:
        return DrawingText::tr("Trend line");
    case DrawingTool::Ray:
        return DrawingText::tr("Ray");
    case DrawingTool::ExtendedLine:
        return DrawingText::tr("Extended line");
    case DrawingTool::Arrow:
        return DrawingText::tr("Arrow");
    case DrawingTool::HorizontalLine:
        return DrawingText::tr("Horizontal line");
    case DrawingTool::HorizontalRay:
        return DrawingText::tr("Horizontal ray");
    case DrawingTool::VerticalLine:
        return DrawingText::tr("Vertical line");
    case DrawingTool::CrossLine:
        return DrawingText::tr("Cross line");
    case DrawingTool::Channel:
        return DrawingText::tr("Parallel channel");
    case DrawingTool::Rectangle:
        return DrawingText::tr("Rectangle");
    case DrawingTool::Ellipse:
        return DrawingText::tr("Ellipse");
    case DrawingTool::Triangle:
        return DrawingText::tr("Triangle");
    case DrawingTool::FibRetracement:
        return DrawingText::tr("Fibonacci retracement");
    case DrawingTool::FibExtension:
        return DrawingText::tr("Fibonacci extension");
    case DrawingTool::Pitchfork:
        return DrawingText::tr("Pitchfork");
    case DrawingTool::Measure:
        return DrawingText::tr("Measure");
    case DrawingTool::Text:
        return DrawingText::tr("Text");
    case DrawingTool::Callout:
        return DrawingText::tr("Callout");
    case DrawingTool::Brush:
        return DrawingText::tr("Brush");
    }
    Q_UNREACHABLE();
}

QString drawingtext::use(DrawingTool tool)
{
    if (tool == DrawingTool::Brush)
        return DrawingText::tr("Press and draw.");
    switch (drawing::pointCount(tool)) {
    case 1:
        return DrawingText::tr("Click where it is to be.");
    case 2:
        return DrawingText::tr("Click two points, or drag from one to the other.");
    default:
        return DrawingText::tr("Click three points.");
    }
}

QString drawingtext::duration(Duration time, const QLocale &locale)
{
    struct Unit
    {
        qint64 seconds;
        const char *text;
    };
    static constexpr std::array units {
        //: Part of a length of time; %1 is a number
        Unit { 86'400, QT_TRANSLATE_NOOP("tapeline::DrawingText", "%1 d") },
        Unit { 3'600, QT_TRANSLATE_NOOP("tapeline::DrawingText", "%1 h") },
        Unit { 60, QT_TRANSLATE_NOOP("tapeline::DrawingText", "%1 min") },
        Unit { 1, QT_TRANSLATE_NOOP("tapeline::DrawingText", "%1 s") },
    };
    qint64 rest = std::abs(std::chrono::duration_cast<std::chrono::seconds>(time).count());
    QStringList parts;
    for (const Unit &unit : units) {
        const qint64 count = rest / unit.seconds;
        rest %= unit.seconds;
        if (count == 0 && (parts.isEmpty() ? unit.seconds > 1 : true)) {
            if (!parts.isEmpty())
                break;
            continue;
        }
        parts.append(DrawingText::tr(unit.text).arg(locale.toString(count)));
        if (parts.size() == 2)
            break;
    }
    return parts.join(u' ');
}

QStringList drawingtext::measure(const Measured &measured, const QLocale &locale)
{
    const double change = measured.to - measured.from;
    const QString changed = changeText(change, measured.decimals, locale);
    const QString percent
        = measured.from != 0 ? percentText(change / std::abs(measured.from), locale) : QString();
    QString first = percent.isEmpty()
        ? changed
        //: Of a measure on a chart: change of the price, the same in percent
        : DrawingText::tr("%1 (%2)").arg(changed, percent);
    if (measured.tick > 0) {
        const auto ticks = std::llround(std::abs(change) / measured.tick);
        //: Of a measure on a chart; %1 is the change
        first = DrawingText::tr("%1, %n tick(s)", nullptr, int(std::min<long long>(ticks, 1 << 30)))
                    .arg(first);
    }
    const QString second
        //: Of a measure on a chart; %1 is a length of time
        = DrawingText::tr("%n bar(s), %1", nullptr, int(measured.bars))
              .arg(duration(measured.time, locale));
    return { first, second };
}

QString drawingtext::level(double ratio, double price, int decimals, const QLocale &locale)
{
    //: A level of a Fibonacci tool: ratio, price
    return DrawingText::tr("%1 (%2)").arg(locale.toString(ratio, 'g', 6),
                                          priceText(price, decimals, locale));
}

} // namespace tapeline
