#include "flowpanel.h"

#include "alertsound.h"
#include "easternclock.h"
#include "flowtext.h"
#include "theme.h"
#include "valuemarks.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QSignalBlocker>

#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto ruleKey = "rule"_L1;
constexpr auto alertKey = "alertSlope"_L1;
constexpr double largestSlope = 1e6;

int signOf(double value)
{
    return value > 0 ? 1 : value < 0 ? -1 : 0;
}

} // namespace

FlowPanel::FlowPanel(const PanelContext &context, AlertSound &sound, QWidget *parent)
    : Panel(context, parent)
    , m_sound(sound)
    , m_note(new QLabel(this))
    , m_ruleName(new QLabel(this))
    , m_alertName(new QLabel(this))
    , m_rules(new QComboBox(this))
    , m_alert(new QDoubleSpinBox(this))
{
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(makeOptions());
    area->viewport()->setAutoFillBackground(false); // the panel's colour, not the window's
    area->widget()->setAutoFillBackground(false);
    setContent(area);
    FlowPanel::retranslate();
    connect(&theme(), &Theme::changed, this, &FlowPanel::showFigures);
}

QWidget *FlowPanel::makeOptions()
{
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    grid->setColumnStretch(1, 1);
    grid->setContentsMargins(12, 10, 12, 10);
    grid->setVerticalSpacing(6);
    for (int row = 0; row < rowCount; ++row) {
        m_names[std::size_t(row)] = new QLabel(content);
        m_values[std::size_t(row)] = new QLabel(content);
        m_values[std::size_t(row)]->setObjectName(u"flowValue%1"_s.arg(row));
        m_values[std::size_t(row)]->setAlignment(Qt::AlignRight);
        m_values[std::size_t(row)]->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(m_names[std::size_t(row)], row, 0);
        grid->addWidget(m_values[std::size_t(row)], row, 1);
    }
    m_rules->setObjectName(u"flowRule"_s);
    m_rules->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_rules->setMinimumContentsLength(6); // a narrow panel shows its figures whole
    m_ruleName->setBuddy(m_rules);
    m_alert->setObjectName(u"flowAlert"_s);
    m_alert->setRange(0, largestSlope);
    m_alert->setDecimals(1);
    m_alertName->setBuddy(m_alert);
    grid->addWidget(m_ruleName, rowCount, 0);
    grid->addWidget(m_rules, rowCount, 1);
    grid->addWidget(m_alertName, rowCount + 1, 0);
    grid->addWidget(m_alert, rowCount + 1, 1);
    m_note->setWordWrap(true);
    grid->addWidget(m_note, rowCount + 2, 0, 1, 2);
    grid->setRowStretch(rowCount + 3, 1);
    connect(m_rules, &QComboBox::currentIndexChanged, this,
            [this](int index) { setRule(ClassifierRule(index)); });
    connect(m_alert, &QDoubleSpinBox::valueChanged, this, &FlowPanel::setAlertSlope);
    return content;
}

void FlowPanel::retranslate()
{
    setTitle(tr("Order flow"));
    const std::array<QString, rowCount> names {
        tr("Cumulative delta"),
        //: Bought less sold volume of the newest prints
        tr("Net delta"),
        tr("Bought"),
        tr("Sold"),
        //: Bought by sold volume
        tr("Ratio"),
        tr("Slope a print"),
        tr("Divergence"),
        tr("VPIN"),
        tr("Prints"),
        //: Share of the prints on which all rules say the same
        tr("Rules agree"),
        //: Since when trades are counted
        tr("Since (ET)"),
    };
    for (int row = 0; row < rowCount; ++row)
        m_names[std::size_t(row)]->setText(names[std::size_t(row)]);
    for (QLabel *label : { m_names[Vpin], m_values[Vpin] })
        label->setToolTip(
            tr("How one-sided trading was, 0 to 1: the mean imbalance "
               "of the last 50 buckets of equal volume, each a fiftieth to a hundredth of what "
               "was traded so far. Nothing until they hold 20 prints each."));
    m_ruleName->setText(tr("&Rule"));
    m_alertName->setText(tr("&Alert at a slope of"));
    m_alert->setSpecialValueText(tr("Never"));
    m_alert->setToolTip(tr("Sounds when the slope of the cumulative delta over the last 100 "
                           "prints passes this many shares a print, up or down."));
    fillRules();
    showFigures();
}

void FlowPanel::fillRules()
{
    const QSignalBlocker quiet(m_rules);
    m_rules->clear();
    for (int rule = 0; rule < stockRuleCount; ++rule) {
        m_rules->addItem(ruleText(ClassifierRule(rule)));
        m_rules->setItemData(rule, ruleExplanation(ClassifierRule(rule)), Qt::ToolTipRole);
    }
    m_rules->setCurrentIndex(int(m_rule));
}

void FlowPanel::setRule(ClassifierRule rule)
{
    if (std::exchange(m_rule, rule) == rule)
        return;
    emit ruleChanged(rule);
    emit stateChanged();
}

void FlowPanel::setAlertSlope(double slope)
{
    m_alertSlope = slope;
    m_alertOut = false;
    emit stateChanged();
}

void FlowPanel::setTradesExpected(bool expected)
{
    if (std::exchange(m_tradesExpected, expected) != expected)
        showFigures();
}

void FlowPanel::clear()
{
    m_shown.reset();
    m_alertOut = false;
    showFigures();
}

void FlowPanel::setStatistics(const FlowUpdate &update)
{
    FlowUpdate shown;
    shown.knownFrom = update.knownFrom;
    shown.statistics = update.statistics;
    m_shown = std::move(shown);
    showFigures();
    watchSlope(update.statistics.cvd.slope);
}

/// Once for each time it gets steep: a slope that trembles around the value rings no bell twice.
void FlowPanel::watchSlope(double slope)
{
    const double steepness = std::abs(slope);
    if (m_alertSlope <= 0 || steepness < m_alertSlope / 2)
        m_alertOut = false;
    if (m_alertSlope <= 0 || steepness < m_alertSlope || std::exchange(m_alertOut, true))
        return;
    m_sound.play();
    emit alerted(slope);
}

void FlowPanel::set(Row row, const QString &text, int sign)
{
    QLabel *label = m_values[row];
    label->setText(text);
    label->setAccessibleName(m_names[row]->text() + u' ' + text);
    const ColorRole role = sign > 0 ? ColorRole::Up : sign < 0 ? ColorRole::Down : ColorRole::Text;
    QPalette palette = label->palette();
    if (palette.color(QPalette::WindowText) == theme().color(role))
        return;
    palette.setColor(QPalette::WindowText, theme().color(role));
    label->setPalette(palette);
}

void FlowPanel::showFigures()
{
    const bool known = m_shown && m_shown->knownFrom;
    m_note->setText(!m_tradesExpected ? tr("The plan has no stream of trades. Charts show an "
                                           "estimate from bars.")
                        : known       ? QString()
                                      : tr("Waiting for the first print"));
    if (!known) {
        for (int row = 0; row < rowCount; ++row)
            set(Row(row), u"\u2013"_s);
        return;
    }
    const QLocale locale;
    const CvdStatistics &cvd = m_shown->statistics.cvd;
    const auto shares = [&](HalfQty volume) {
        const double whole = wholeShares(volume.toDouble());
        return whole == std::floor(whole) ? locale.toString(whole, 'f', 0)
                                          : volumeText(whole, locale);
    };
    set(Cvd, signedVolumeText(wholeShares(cvd.cvd.toDouble()), locale), signOf(cvd.cvd.toDouble()));
    set(NetDelta, signedVolumeText(wholeShares(cvd.netDelta.toDouble()), locale),
        signOf(cvd.netDelta.toDouble()));
    set(Bought, shares(cvd.buyVolume));
    set(Sold, shares(cvd.sellVolume));
    set(Ratio, std::isfinite(cvd.ratio) ? locale.toString(cvd.ratio, 'f', 2) : u"\u221e"_s);
    set(Slope,
        std::abs(cvd.slope) < 1 ? signedVolumeText(cvd.slope, locale)
                                : locale.toString(cvd.slope, 'f', 1),
        signOf(cvd.slope));
    set(Trend,
        cvd.divergence == Divergence::Bullish       ? tr("bullish")
            : cvd.divergence == Divergence::Bearish ? tr("bearish")
                                                    : tr("none"),
        cvd.divergence == Divergence::Bullish       ? 1
            : cvd.divergence == Divergence::Bearish ? -1
                                                    : 0);
    const std::optional<double> vpin = m_shown->statistics.vpin;
    set(Vpin, vpin ? locale.toString(*vpin, 'f', 2) : u"\u2013"_s);
    set(Prints, locale.toString(cvd.lifetime.trades()));
    set(Agreement,
        //: Share in percent
        tr("%1 %").arg(locale.toString(m_shown->statistics.unanimous * 100, 'f', 0)));
    set(Since, easternClock(*m_shown->knownFrom));
    if (m_shown->statistics.rule == ClassifierRule::Venue)
        m_note->setText(tr("Crypto goes by the venue's word on each print."));
    else if (m_shown->statistics.rule != m_rule)
        //: %1 is the name of a rule that tells buys from sells
        m_note->setText(
            tr("Without quotes there is only the %1.").arg(ruleText(m_shown->statistics.rule)));
}

QJsonObject FlowPanel::saveState() const
{
    return { { ruleKey, QString(ruleName(m_rule)) }, { alertKey, m_alertSlope } };
}

void FlowPanel::restoreState(const QJsonObject &state)
{
    const auto rule = parseClassifierRule(state.value(ruleKey).toString());
    if (rule && int(*rule) < stockRuleCount)
        m_rules->setCurrentIndex(int(*rule));
    const double slope = state.value(alertKey).toDouble();
    m_alert->setValue(std::isfinite(slope) ? slope : 0);
}

} // namespace tapeline
