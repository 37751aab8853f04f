#include "drawingdialog.h"

#include "colorbutton.h"
#include "drawingdesk.h"
#include "drawingtext.h"
#include "easterntime.h"
#include "linecolors.h"
#include "openwindows.h"
#include "tradeinput.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTabWidget>

#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int levelColumns = 3;
constexpr double largestRatio = 100;

QString ratioText(double ratio)
{
    return QLocale().toString(ratio, 'g', 10);
}

QString priceText(double price)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(price, 'f', QLocale::FloatingPointShortest);
}

} // namespace

QString drawinginput::timeText(Timestamp time)
{
    const auto seconds
        = std::chrono::duration_cast<std::chrono::seconds>(easterntime::timeOfDay(time)).count();
    const QTime clock = QTime::fromMSecsSinceStartOfDay(int(seconds) * 1'000);
    return easterntime::date(time).toString(Qt::ISODate) + u' '
        + clock.toString(seconds % 60 == 0 ? u"HH:mm" : u"HH:mm:ss");
}

std::optional<Timestamp> drawinginput::time(const QString &text)
{
    const QStringList parts = text.simplified().split(u' ');
    const QDate date = QDate::fromString(parts.value(0), u"yyyy-MM-dd"_s);
    QTime clock(0, 0);
    if (parts.size() == 2) {
        clock = QTime::fromString(parts[1], u"HH:mm"_s);
        if (!clock.isValid())
            clock = QTime::fromString(parts[1], u"HH:mm:ss"_s);
    }
    if (!date.isValid() || !clock.isValid() || parts.size() > 2 || date.year() < 1950
        || date.year() > 2149)
        return std::nullopt;
    return easterntime::at(date, std::chrono::milliseconds(clock.msecsSinceStartOfDay()));
}

DrawingDialog::DrawingDialog(const Drawing &drawing, DrawingDesk &desk, const ChartColors &colors,
                             QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_before(drawing)
    , m_drawing(drawing)
    , m_pages(new QTabWidget(this))
    , m_complaint(new QLabel(this))
{
    setObjectName(u"drawingDialog"_s);
    setWindowTitle(drawingtext::name(drawing.tool));
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_pages);
    m_isFilling = true;
    m_pages->addTab(makeStylePage(colors), tr("Style"));
    if (drawing::hasText(drawing.tool))
        m_pages->addTab(makeTextPage(), tr("Text"));
    if (drawing.tool != DrawingTool::Brush)
        m_pages->addTab(makePointsPage(), tr("Coordinates"));
    m_complaint->setObjectName(u"drawingComplaint"_s);
    m_complaint->setProperty("complaint", true);
    m_complaint->setWordWrap(true);
    column->addWidget(m_complaint);
    makeButtons();
    showStyle(drawing.style);
    m_isFilling = false;
    if (m_text && (drawing.tool == DrawingTool::Text || drawing.tool == DrawingTool::Callout)) {
        m_pages->setCurrentIndex(1);
        m_text->setFocus();
        m_text->selectAll();
    }
}

// --- pages
// -----------------------------------------------------------------------------------------------------

QWidget *DrawingDialog::makeStylePage(const ChartColors &colors)
{
    auto *page = new QWidget(this);
    auto *form = new QFormLayout(page);
    const QColor usual = lineColor(colors, 0);
    m_color = new ColorButton(colors, usual, page);
    m_color->setObjectName(u"drawingColor"_s);
    m_color->setAccessibleName(tr("Colour of the line"));
    m_width = new QComboBox(page);
    m_width->setObjectName(u"drawingWidth"_s);
    m_width->setAccessibleName(tr("Width of the line"));
    for (int width = 1; width <= 4; ++width)
        m_width->addItem(tr("%n pixel(s)", nullptr, width));
    m_dash = new QComboBox(page);
    m_dash->setObjectName(u"drawingDash"_s);
    m_dash->setAccessibleName(tr("Kind of the line"));
    m_dash->addItems({ tr("Solid"), tr("Dashed"), tr("Dotted") });
    auto *line = new QHBoxLayout;
    line->addWidget(m_color);
    line->addWidget(m_width);
    line->addWidget(m_dash);
    line->addStretch(1);
    form->addRow(tr("Line"), line);
    connect(m_color, &ColorButton::chosen, this, &DrawingDialog::onEdited);
    connect(m_width, &QComboBox::currentIndexChanged, this, &DrawingDialog::onEdited);
    connect(m_dash, &QComboBox::currentIndexChanged, this, &DrawingDialog::onEdited);

    if (drawing::hasFill(m_drawing.tool)) {
        m_fillColor = new ColorButton(colors, usual, page);
        m_fillColor->setObjectName(u"drawingFillColor"_s);
        m_fillColor->setAccessibleName(tr("Colour of the fill"));
        m_opacity = new QSpinBox(page);
        m_opacity->setObjectName(u"drawingOpacity"_s);
        m_opacity->setAccessibleName(tr("Opacity of the fill"));
        m_opacity->setRange(0, 100);
        m_opacity->setSuffix(tr(" %"));
        auto *fill = new QHBoxLayout;
        fill->addWidget(m_fillColor);
        fill->addWidget(m_opacity);
        fill->addStretch(1);
        form->addRow(tr("Fill"), fill);
        connect(m_fillColor, &ColorButton::chosen, this, &DrawingDialog::onEdited);
        connect(m_opacity, &QSpinBox::valueChanged, this, &DrawingDialog::onEdited);
    }
    if (drawing::hasExtensions(m_drawing.tool)) {
        m_extendLeft = new QCheckBox(tr("To the left"), page);
        m_extendLeft->setObjectName(u"drawingExtendLeft"_s);
        m_extendRight = new QCheckBox(tr("To the right"), page);
        m_extendRight->setObjectName(u"drawingExtendRight"_s);
        auto *extend = new QHBoxLayout;
        extend->addWidget(m_extendLeft);
        extend->addWidget(m_extendRight);
        extend->addStretch(1);
        form->addRow(tr("Goes on"), extend);
        connect(m_extendLeft, &QCheckBox::toggled, this, &DrawingDialog::onEdited);
        connect(m_extendRight, &QCheckBox::toggled, this, &DrawingDialog::onEdited);
    }
    if (m_drawing.tool == DrawingTool::Pitchfork) {
        m_fork = new QComboBox(page);
        m_fork->setObjectName(u"drawingFork"_s);
        m_fork->addItems({ tr("Andrews"), tr("Schiff"), tr("Modified Schiff") });
        form->addRow(tr("Kind"), m_fork);
        connect(m_fork, &QComboBox::currentIndexChanged, this, &DrawingDialog::onEdited);
    }
    if (drawing::hasLevels(m_drawing.tool))
        form->addRow(tr("Levels"), makeLevels());
    return page;
}

QWidget *DrawingDialog::makeLevels()
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins({});
    for (std::size_t i = 0; i < m_drawing.style.levels.size(); ++i) {
        LevelFields fields { new QCheckBox(box), new QLineEdit(box) };
        fields.shown->setObjectName(u"levelShown%1"_s.arg(i));
        fields.shown->setAccessibleName(tr("Show level %1").arg(i + 1));
        fields.ratio->setObjectName(u"levelRatio%1"_s.arg(i));
        fields.ratio->setAccessibleName(tr("Ratio of level %1").arg(i + 1));
        fields.ratio->setAlignment(Qt::AlignRight);
        fields.ratio->setMaximumWidth(72);
        const int row = int(i) / levelColumns;
        const int column = int(i) % levelColumns * 2;
        grid->addWidget(fields.shown, row, column);
        grid->addWidget(fields.ratio, row, column + 1);
        connect(fields.shown, &QCheckBox::toggled, this, &DrawingDialog::onEdited);
        connect(fields.ratio, &QLineEdit::textChanged, this, &DrawingDialog::onEdited);
        m_levels.push_back(fields);
    }
    return box;
}

QWidget *DrawingDialog::makeTextPage()
{
    auto *page = new QWidget(this);
    auto *form = new QFormLayout(page);
    m_text = new QPlainTextEdit(m_drawing.text, page);
    m_text->setObjectName(u"drawingText"_s);
    m_text->setAccessibleName(tr("Text"));
    m_text->setTabChangesFocus(true);
    form->addRow(m_text);
    m_fontSize = new QSpinBox(page);
    m_fontSize->setObjectName(u"drawingFontSize"_s);
    m_fontSize->setRange(drawing::smallestFont, drawing::largestFont);
    form->addRow(tr("Size of the letters"), m_fontSize);
    connect(m_text, &QPlainTextEdit::textChanged, this, &DrawingDialog::onEdited);
    connect(m_fontSize, &QSpinBox::valueChanged, this, &DrawingDialog::onEdited);
    return page;
}

QWidget *DrawingDialog::makePointsPage()
{
    auto *page = new QWidget(this);
    auto *form = new QFormLayout(page);
    for (std::size_t i = 0; i < m_drawing.points.size(); ++i) {
        const DrawingPoint &point = m_drawing.points[i];
        PointFields fields { new QLineEdit(drawinginput::timeText(point.time), page),
                             new QLineEdit(priceText(point.price), page) };
        fields.time->setObjectName(u"pointTime%1"_s.arg(i));
        fields.time->setAccessibleName(tr("Time of point %1, Eastern").arg(i + 1));
        fields.price->setObjectName(u"pointPrice%1"_s.arg(i));
        fields.price->setAccessibleName(tr("Price of point %1").arg(i + 1));
        fields.price->setAlignment(Qt::AlignRight);
        auto *row = new QHBoxLayout;
        row->addWidget(fields.time, 3);
        row->addWidget(fields.price, 2);
        form->addRow(tr("Point %1").arg(i + 1), row);
        connect(fields.time, &QLineEdit::textChanged, this, &DrawingDialog::onEdited);
        connect(fields.price, &QLineEdit::textChanged, this, &DrawingDialog::onEdited);
        m_points.push_back(fields);
    }
    form->addRow(new QLabel(tr("Times are Eastern, as 2026-08-13 10:00."), page));
    return page;
}

void DrawingDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    QPushButton *keep = buttons->addButton(tr("Use for new ones"), QDialogButtonBox::ActionRole);
    keep->setObjectName(u"drawingUseForNew"_s);
    keep->setToolTip(tr("Drawings that are made with this tool from now on look like this"));
    keep->setAutoDefault(false);
    connect(keep, &QPushButton::clicked, this,
            [this] { m_desk.setStyle(m_drawing.tool, m_drawing.style); });
    QPushButton *reset = buttons->addButton(QDialogButtonBox::Reset);
    reset->setObjectName(u"drawingReset"_s);
    reset->setToolTip(tr("The tool's own look, for this drawing and new ones"));
    reset->setAutoDefault(false);
    connect(reset, &QPushButton::clicked, this, [this] {
        m_desk.resetStyle(m_drawing.tool);
        showStyle(drawing::usualStyle(m_drawing.tool));
        onEdited();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(buttons);
}

// --- values
// ----------------------------------------------------------------------------------------------------

void DrawingDialog::showStyle(const DrawingStyle &style)
{
    const bool wasFilling = std::exchange(m_isFilling, true);
    m_color->setColor(style.line.color);
    m_width->setCurrentIndex(style.line.width - 1);
    m_dash->setCurrentIndex(int(style.line.dash));
    if (m_fillColor) {
        m_fillColor->setColor(style.fillColor);
        m_opacity->setValue(style.fillOpacity);
    }
    if (m_extendLeft) {
        m_extendLeft->setChecked(style.extendLeft);
        m_extendRight->setChecked(style.extendRight);
    }
    if (m_fork)
        m_fork->setCurrentIndex(int(style.fork));
    if (m_fontSize)
        m_fontSize->setValue(style.fontSize);
    for (std::size_t i = 0; i < std::min(m_levels.size(), style.levels.size()); ++i) {
        m_levels[i].shown->setChecked(style.levels[i].isShown);
        m_levels[i].ratio->setText(ratioText(style.levels[i].ratio));
    }
    m_isFilling = wasFilling;
}

DrawingStyle DrawingDialog::readStyle(QString &why) const
{
    DrawingStyle style = m_before.style;
    style.line
        = { m_color->color(), m_width->currentIndex() + 1, LineDash(m_dash->currentIndex()) };
    if (m_fillColor) {
        style.fillColor = m_fillColor->color();
        style.fillOpacity = m_opacity->value();
    }
    if (m_extendLeft) {
        style.extendLeft = m_extendLeft->isChecked();
        style.extendRight = m_extendRight->isChecked();
    }
    if (m_fork)
        style.fork = ForkKind(m_fork->currentIndex());
    if (m_fontSize)
        style.fontSize = m_fontSize->value();
    for (std::size_t i = 0; i < m_levels.size(); ++i) {
        bool ok = false;
        const QString text = m_levels[i].ratio->text();
        const double ratio = QLocale().toDouble(text, &ok);
        if (!ok || !(std::abs(ratio) <= largestRatio))
            why = tr("“%1” is no ratio: a number from -100 to 100 is needed.").arg(text);
        style.levels[i] = { ratio, m_levels[i].shown->isChecked() };
    }
    return style;
}

/// Fields that show what they were filled with leave a point as it is, to the nanosecond.
void DrawingDialog::readPoints(std::vector<DrawingPoint> &points, QString &why) const
{
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const DrawingPoint &before = m_before.points[i];
        const QString timeText = m_points[i].time->text();
        if (timeText != drawinginput::timeText(before.time)) {
            const auto time = drawinginput::time(timeText);
            if (!time)
                why = tr("“%1” is no time: one like 2026-08-13 10:00 is needed.").arg(timeText);
            points[i].time = time.value_or(before.time);
        }
        const QString text = m_points[i].price->text();
        if (text != priceText(before.price)) {
            const auto price = tradeinput::price(text);
            if (!price)
                why = tr("“%1” is no price: a number is needed.").arg(text);
            points[i].price = price.value_or(Price()).toDouble();
        }
    }
}

Drawing DrawingDialog::read(QString &why) const
{
    Drawing drawing = m_before;
    drawing.style = readStyle(why);
    if (m_text)
        drawing.text = m_text->toPlainText();
    const bool isOnlyText
        = drawing.tool == DrawingTool::Text || drawing.tool == DrawingTool::Callout;
    if (isOnlyText && drawing.text.trimmed().isEmpty())
        why = tr("A text of nothing could not be found again.");
    readPoints(drawing.points, why);
    return drawing;
}

QString DrawingDialog::complaint() const
{
    QString why;
    read(why);
    return why;
}

void DrawingDialog::onEdited()
{
    if (m_isFilling)
        return;
    QString why;
    const Drawing drawing = read(why);
    m_complaint->setText(why);
    m_ok->setEnabled(why.isEmpty());
    if (!why.isEmpty() || drawing == m_drawing)
        return;
    m_drawing = drawing;
    emit edited(m_drawing);
}

} // namespace tapeline
