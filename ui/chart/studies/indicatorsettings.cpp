#include "indicatorsettings.h"

#include "colorbutton.h"
#include "easterntime.h"
#include "indicatorlist.h"
#include "indicatortext.h"
#include "linecolors.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int widestLine = 4;
constexpr int decimals = 4; // of a number: factors, thresholds

/// What an Eastern clock shows, without a zone.
QDateTime clockAt(double seconds)
{
    const Timestamp time = fromMs(qint64(seconds) * 1'000);
    const auto sinceMidnight
        = std::chrono::duration_cast<std::chrono::seconds>(easterntime::timeOfDay(time)).count();
    return QDateTime(easterntime::date(time), QTime(0, 0).addSecs(int(sinceMidnight)), Qt::UTC);
}

double instantOf(const QDateTime &clock)
{
    const Timestamp time = easterntime::at(
        clock.date(), std::chrono::milliseconds(clock.time().msecsSinceStartOfDay()));
    return double(
        std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count());
}

bool isLine(IndicatorOutput::Look look)
{
    return look == IndicatorOutput::Look::Line || look == IndicatorOutput::Look::Steps;
}

} // namespace

IndicatorSettings::IndicatorSettings(IndicatorSet &set, IndicatorSet::Id id,
                                     IndicatorDefaults &defaults, const ChartColors &colors,
                                     QWidget *parent)
    : QDialog(parent)
    , m_set(set)
    , m_id(id)
    , m_defaults(defaults)
    , m_info(set.info(id))
    , m_before(set.choice(id))
{
    setObjectName(u"indicatorSettings"_s);
    setWindowTitle(indicatorText(m_info.name));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(18, 16, 18, 14);
    column->setSpacing(14);
    auto *form = new QFormLayout;
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(6);
    m_isFilling = true;
    addParameters(form);
    addOutputs(grid, colors);
    column->addLayout(form);
    column->addLayout(grid);
    column->addStretch(1);
    addButtons(column);
    m_isFilling = false;
    fill(m_before);
    connect(&set, &IndicatorSet::choicesChanged, this, [this] {
        if (!m_set.contains(m_id))
            done(Rejected);
    });
}

// --- parts
// ---------------------------------------------------------------------------------------------------

void IndicatorSettings::addParameters(QFormLayout *form)
{
    for (std::size_t i = 0; i < m_info.parameters.size(); ++i) {
        QWidget *editor = makeEditor(i);
        const QString name = indicatorText(m_info.parameters[i].name);
        editor->setObjectName(u"parameter-"_s + QLatin1String(m_info.parameters[i].id));
        editor->setAccessibleName(name);
        if (m_info.parameters[i].kind == IndicatorParameter::Kind::Flag)
            form->addRow(editor);
        else
            form->addRow(name, editor);
    }
}

QWidget *IndicatorSettings::makeEditor(std::size_t index)
{
    const IndicatorParameter &parameter = m_info.parameters[index];
    switch (parameter.kind) {
    case IndicatorParameter::Kind::Count: {
        auto *box = new QSpinBox(this);
        box->setRange(int(parameter.least), int(std::min(parameter.most, 1e9)));
        connect(box, &QSpinBox::valueChanged, this, &IndicatorSettings::apply);
        m_read.push_back([box] { return box->value(); });
        m_write.push_back([box](double value) { box->setValue(int(value)); });
        return box;
    }
    case IndicatorParameter::Kind::Number: {
        auto *box = new QDoubleSpinBox(this);
        box->setDecimals(decimals);
        box->setRange(parameter.least, parameter.most);
        box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
        connect(box, &QDoubleSpinBox::valueChanged, this, &IndicatorSettings::apply);
        m_read.push_back([box] { return box->value(); });
        m_write.push_back([box](double value) { box->setValue(value); });
        return box;
    }
    case IndicatorParameter::Kind::Flag: {
        auto *box = new QCheckBox(indicatorText(parameter.name), this);
        connect(box, &QCheckBox::toggled, this, &IndicatorSettings::apply);
        m_read.push_back([box] { return box->isChecked() ? 1 : 0; });
        m_write.push_back([box](double value) { box->setChecked(value != 0); });
        return box;
    }
    case IndicatorParameter::Kind::Choice: {
        auto *box = new QComboBox(this);
        for (const char *choice : parameter.choices)
            box->addItem(indicatorText(choice));
        connect(box, &QComboBox::currentIndexChanged, this, &IndicatorSettings::apply);
        m_read.push_back([box] { return box->currentIndex(); });
        m_write.push_back([box](double value) { box->setCurrentIndex(int(value)); });
        return box;
    }
    case IndicatorParameter::Kind::Instant: {
        auto *box = new QDateTimeEdit(this);
        box->setTimeSpec(Qt::UTC); // the clock's digits as they are
        box->setCalendarPopup(true);
        //: Format of a date and time, as of QDateTime::toString(); ET is US Eastern time
        box->setDisplayFormat(tr("yyyy-MM-dd HH:mm 'ET'"));
        connect(box, &QDateTimeEdit::dateTimeChanged, this, &IndicatorSettings::apply);
        m_read.push_back([box] { return instantOf(box->dateTime()); });
        m_write.push_back([box](double value) { box->setDateTime(clockAt(value)); });
        return box;
    }
    }
    Q_UNREACHABLE();
}

void IndicatorSettings::addOutputs(QGridLayout *grid, const ChartColors &colors)
{
    for (std::size_t i = 0; i < m_info.outputs.size(); ++i) {
        const IndicatorOutput &output = m_info.outputs[i];
        const QString name = indicatorText(output.name);
        const QString number = QString::number(i);
        Output row {};
        row.shown = new QCheckBox(name, this);
        row.shown->setObjectName(u"shown-"_s + number);
        row.color = new ColorButton(colors, lineColor(colors, output.tint + m_before.tint), this);
        row.color->setObjectName(u"color-"_s + number);
        row.color->setAccessibleName(tr("Colour of %1").arg(name));
        // The sign gives the colour
        row.color->setEnabled(output.look != IndicatorOutput::Look::SignedColumns);
        row.width = new QComboBox(this);
        row.width->setObjectName(u"width-"_s + number);
        row.width->setAccessibleName(tr("Width of %1").arg(name));
        for (int width = 1; width <= widestLine; ++width)
            //: Width of a line in pixels
            row.width->addItem(tr("%1 px").arg(width));
        row.dash = new QComboBox(this);
        row.dash->setObjectName(u"dash-"_s + number);
        row.dash->setAccessibleName(tr("Style of %1").arg(name));
        row.dash->addItems({ tr("Solid"), tr("Dashed"), tr("Dotted") });
        row.width->setVisible(isLine(output.look) || output.look == IndicatorOutput::Look::Dots);
        row.dash->setVisible(isLine(output.look));
        int column = 0;
        for (QWidget *part :
             std::initializer_list<QWidget *> { row.shown, row.color, row.width, row.dash })
            grid->addWidget(part, int(i), column++);
        connect(row.shown, &QCheckBox::toggled, this, &IndicatorSettings::apply);
        connect(row.color, &ColorButton::chosen, this, &IndicatorSettings::apply);
        connect(row.width, &QComboBox::currentIndexChanged, this, &IndicatorSettings::apply);
        connect(row.dash, &QComboBox::currentIndexChanged, this, &IndicatorSettings::apply);
        m_outputs.push_back(row);
    }
    grid->setColumnStretch(0, 1);
}

void IndicatorSettings::addButtons(QVBoxLayout *column)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    auto *usual = new QPushButton(tr("Defaults"), this);
    usual->setObjectName(u"indicatorDefaults"_s);
    auto *keep = new QPushButton(tr("Save as default"), this);
    keep->setObjectName(u"keepIndicatorDefaults"_s);
    keep->setToolTip(
        tr("Every %1 added from now on is set like this").arg(QString::fromUtf8(m_info.shortName)));
    buttons->addButton(usual, QDialogButtonBox::ResetRole);
    buttons->addButton(keep, QDialogButtonBox::ActionRole);
    for (QPushButton *button : { usual, keep })
        button->setAutoDefault(false);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &IndicatorSettings::reject);
    connect(usual, &QPushButton::clicked, this, &IndicatorSettings::restoreDefaults);
    connect(keep, &QPushButton::clicked, this, [this] { m_defaults.keep(m_set.choice(m_id)); });
}

// --- what is chosen
// -----------------------------------------------------------------------------------------

void IndicatorSettings::fill(const IndicatorChoice &choice)
{
    m_isFilling = true;
    for (std::size_t i = 0; i < m_write.size(); ++i)
        m_write[i](i < choice.spec.parameters.size() ? choice.spec.parameters[i]
                                                     : m_info.parameters[i].initial);
    for (std::size_t i = 0; i < m_outputs.size(); ++i) {
        const LineStyle style = choice.style(i);
        m_outputs[i].shown->setChecked(
            !(i < choice.hiddenOutputs.size() && choice.hiddenOutputs[i]));
        m_outputs[i].color->setColor(style.color);
        m_outputs[i].width->setCurrentIndex(style.width - 1);
        m_outputs[i].dash->setCurrentIndex(int(style.dash));
    }
    m_isFilling = false;
}

/// A template may have put another one in its place.
bool IndicatorSettings::isThere() const
{
    return m_set.contains(m_id) && m_set.choice(m_id).spec.id == m_before.spec.id;
}

void IndicatorSettings::apply()
{
    if (m_isFilling || !isThere())
        return;
    IndicatorChoice choice = m_set.choice(m_id);
    choice.spec.parameters.clear();
    for (const auto &read : m_read)
        choice.spec.parameters.push_back(read());
    choice.styles.clear();
    choice.hiddenOutputs.clear();
    for (const Output &output : m_outputs) {
        choice.styles.push_back({ .color = output.color->color(),
                                  .width = output.width->currentIndex() + 1,
                                  .dash = LineDash(output.dash->currentIndex()) });
        choice.hiddenOutputs.push_back(!output.shown->isChecked());
    }
    (void)m_set.change(m_id, std::move(choice)); // the editors know the limits
}

void IndicatorSettings::restoreDefaults()
{
    m_defaults.forget(m_before.spec.id);
    fill(m_defaults.choice(m_before.spec.id));
    apply();
}

void IndicatorSettings::reject()
{
    if (isThere()) {
        IndicatorChoice choice = m_before;
        choice.pane = m_set.choice(m_id).pane; // moved meanwhile
        (void)m_set.change(m_id, std::move(choice));
    }
    QDialog::reject();
}

} // namespace tapeline
