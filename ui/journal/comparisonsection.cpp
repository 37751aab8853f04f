#include "comparisonsection.h"

#include "breakdowntext.h"
#include "curveplot.h"
#include "easterntime.h"
#include "figurerows.h"
#include "plottext.h"
#include "resultcurve.h"
#include "theme.h"
#include "tradestudy.h"
#include "tradetable.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto byKey = "by"_L1;
constexpr auto dayKey = "day"_L1;
constexpr QStringView dayFormat = u"d MMM yyyy";

/// Net added up, by the number of trades.
std::vector<QPointF> countedCurve(std::span<const TradeResult> results)
{
    std::vector<QPointF> points;
    for (const ResultPoint &point : closedCurve(results))
        points.push_back({ double(points.size()), point.value.toDouble() });
    return points;
}

} // namespace

ComparisonSection::ComparisonSection(TradeStudy &study, const Theme &theme, QWidget *parent)
    : DashboardSection(study, theme, u"comparison"_s, parent)
    , m_by(new QComboBox(this))
    , m_first(new QComboBox(this))
    , m_second(new QComboBox(this))
    , m_day(new QDateEdit(this))
    , m_verdict(addHeading())
    , m_note(addNote())
    , m_curves(new CurvePlot(theme, u"comparisonCurves"_s, this))
    , m_model(new FiguresModel(FiguresModel::Width::Intervals, this))
    , m_table(new TradeTable(*m_model, theme, this))
    , m_asker(new QObject(this))
{
    m_by->setObjectName(u"compareBy"_s);
    for (int i = 0; i <= tradeBreakdownCount; ++i)
        m_by->addItem({});
    m_first->setObjectName(u"compareFirst"_s);
    m_second->setObjectName(u"compareSecond"_s);
    m_day->setObjectName(u"compareDay"_s);
    m_day->setCalendarPopup(true);
    m_day->setDisplayFormat(dayFormat.toString());
    m_verdict->setObjectName(u"comparisonVerdict"_s);
    m_verdict->setWordWrap(true);
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_note->setObjectName(u"comparisonNote"_s);
    m_table->setObjectName(u"comparisonTable"_s);
    for (QComboBox *box : { m_by, m_first, m_second })
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *head = new QHBoxLayout;
    for (QWidget *choice : std::initializer_list<QWidget *> { m_by, m_day, m_first, m_second })
        head->addWidget(choice);
    head->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->addLayout(head);
    column->addWidget(m_verdict);
    column->addWidget(m_table, 2);
    column->addWidget(m_curves, 5);
    column->addWidget(m_note);
    connect(m_by, &QComboBox::currentIndexChanged, this, [this] {
        onKind();
        refreshSoon();
        emit stateChanged();
    });
    connect(m_first, &QComboBox::currentIndexChanged, this, &ComparisonSection::compare);
    connect(m_second, &QComboBox::currentIndexChanged, this, &ComparisonSection::compare);
    connect(m_day, &QDateEdit::dateChanged, this, [this] {
        m_isDayChosen = true;
        compare();
        emit stateChanged();
    });
    ComparisonSection::retranslate();
    onKind();
}

QString ComparisonSection::title() const
{
    return tr("Comparison");
}

void ComparisonSection::comparePeriods(QDate day)
{
    m_by->setCurrentIndex(0);
    if (day.isValid())
        m_day->setDate(day);
}

void ComparisonSection::compareBy(TradeBreakdown breakdown)
{
    m_by->setCurrentIndex(int(breakdown) + 1);
}

QString ComparisonSection::verdict() const
{
    return m_verdict->text();
}

std::optional<TradeBreakdown> ComparisonSection::breakdown() const
{
    const int by = m_by->currentIndex() - 1;
    return by >= 0 ? std::optional(TradeBreakdown(by)) : std::nullopt;
}

void ComparisonSection::onKind()
{
    const bool isByDay = !breakdown();
    m_day->setVisible(isByDay);
    m_first->setVisible(!isByDay);
    m_second->setVisible(!isByDay);
}

void ComparisonSection::refresh()
{
    if (!breakdown()) {
        if (!m_isDayChosen) {
            const std::span<const StudiedTrade> trades = sample().trades();
            const QSignalBlocker quiet(m_day);
            m_day->setDate(easterntime::date(trades[trades.size() / 2].result.closedAt));
        }
        compare();
        return;
    }
    study().ask<std::vector<TradeGroup>>(
        m_asker,
        [by = *breakdown()](const TradeSample &sample) {
            std::vector<TradeGroup> groups = tradeGroups(sample.trades(), by);
            for (TradeGroup &group : groups)
                group.results = {};
            return groups;
        },
        [this](const std::vector<TradeGroup> &groups) {
            offer(groups);
            compare();
        });
}

/// The chosen ones stay where they can; else the two with the most trades.
void ComparisonSection::offer(const std::vector<TradeGroup> &groups)
{
    const QSignalBlocker quietFirst(m_first);
    const QSignalBlocker quietSecond(m_second);
    const QString first = m_first->currentText();
    const QString second = m_second->currentText();
    m_groups = groups;
    for (QComboBox *box : { m_first, m_second }) {
        box->clear();
        for (const TradeGroup &group : groups)
            box->addItem(breakdowntext::group(*breakdown(), group, locale()));
    }
    int atFirst = m_first->findText(first);
    int atSecond = m_second->findText(second);
    if (atFirst < 0 || atSecond < 0 || atFirst == atSecond) {
        std::vector<int> order(groups.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = int(i);
        std::ranges::stable_sort(order, std::greater(),
                                 [&](int i) { return groups[std::size_t(i)].statistics.trades; });
        atFirst = order.empty() ? -1 : order.front();
        atSecond = order.size() > 1 ? order[1] : atFirst;
    }
    m_first->setCurrentIndex(atFirst);
    m_second->setCurrentIndex(atSecond);
}

std::optional<ComparisonSection::Choice> ComparisonSection::choice() const
{
    if (!breakdown())
        return Choice { .day = easterntime::at(m_day->date()) };
    const auto first = std::size_t(m_first->currentIndex());
    const auto second = std::size_t(m_second->currentIndex());
    if (first >= m_groups.size() || second >= m_groups.size() || first == second)
        return {};
    return Choice { breakdown(), {}, m_groups[first], m_groups[second] };
}

void ComparisonSection::compare()
{
    if (!study().sample() || !isVisible())
        return;
    const std::optional<Choice> chosen = choice();
    if (!chosen) {
        m_curves->setMessage(m_groups.size() < 2
                                 ? tr("There is only one group here: there is nothing to compare.")
                                 : tr("Choose two different groups."));
        m_verdict->clear();
        m_model->show({}, {});
        m_note->clear();
        return;
    }
    study().ask<Figures>(
        this, [chosen = *chosen](const TradeSample &sample) { return figuresOf(sample, chosen); },
        [this](const Figures &figures) { show(figures); });
}

/// On the study's thread.
ComparisonSection::Figures ComparisonSection::figuresOf(const TradeSample &sample,
                                                        const Choice &choice)
{
    std::vector<TradeResult> first;
    std::vector<TradeResult> second;
    qint64 shared = 0;
    for (const StudiedTrade &trade : sample.trades()) {
        const bool isEarly = trade.result.closedAt < choice.day;
        const bool isFirst
            = choice.breakdown ? isInGroup(trade, *choice.breakdown, choice.first) : isEarly;
        const bool isSecond
            = choice.breakdown ? isInGroup(trade, *choice.breakdown, choice.second) : !isEarly;
        if (isFirst && isSecond)
            ++shared;
        else if (isFirst)
            first.push_back(trade.result);
        else if (isSecond)
            second.push_back(trade.result);
    }
    return { tradeConfidence(first), tradeConfidence(second), compareTrades(first, second),
             countedCurve(first),    countedCurve(second),    shared };
}

QString ComparisonSection::nameOf(bool isFirst) const
{
    if (breakdown())
        return (isFirst ? m_first : m_second)->currentText();
    const QString day = locale().toString(m_day->date(), dayFormat);
    return isFirst ? tr("Before %1").arg(day) : tr("Since %1").arg(day);
}

void ComparisonSection::show(const Figures &shown)
{
    const QString first = nameOf(true);
    const QString second = nameOf(false);
    m_verdict->setText(
        figurerows::verdict(shown.first, shown.second, shown.compared, first, second, locale()));
    m_model->setLocale(locale());
    m_model->show({ tr("Figure"), first, second, tr("Difference") },
                  figurerows::comparison(shown.first, shown.second, shown.compared, locale()));
    QString note = tr("In brackets: where the figure lies with 95 % confidence, by drawing the "
                      "trades anew %1 times, with the same draws every time.")
                       .arg(locale().toString(shown.compared.resamples));
    if (shown.shared > 0)
        note += u' '
            + tr("%Ln trade(s) of both are counted in neither.", nullptr, int(shown.shared));
    m_note->setText(note);
    m_curves->setMessage({});
    m_curves->setCurves(
        { { .name = first, .color = ColorRole::Accent, .points = shown.firstCurve },
          { .name = second,
            .color = ColorRole::Warning,
            .style = Qt::DashLine,
            .points = shown.secondCurve } },
        CurvePlot::Scale::Count,
        [this](double value) { return plottext::moneyMark(value, locale()); },
        [this](double value) { return plottext::money(value, locale()); });
    m_curves->setSummary(m_verdict->text());
}

void ComparisonSection::restyle()
{
    DashboardSection::restyle();
    m_verdict->setFont(theme().font(FontRole::Strong));
    for (QWidget *choice : std::initializer_list<QWidget *> { m_by, m_day, m_first, m_second })
        choice->setFont(theme().font());
    m_table->setMinimumHeight(theme().scaled(150));
    m_table->setMaximumHeight(theme().scaled(190));
}

void ComparisonSection::retranslate()
{
    m_by->setItemText(0, tr("Two periods, split at"));
    for (int i = 0; i < tradeBreakdownCount; ++i)
        m_by->setItemText(i + 1, breakdowntext::name(TradeBreakdown(i)));
    m_by->setAccessibleName(tr("What is compared"));
    m_day->setAccessibleName(tr("First day of the second period"));
    m_first->setAccessibleName(tr("First group"));
    m_second->setAccessibleName(tr("Second group"));
    m_curves->setTitle(tr("Net by the number of trades"));
    m_curves->setAccessibleName(tr("Both curves"));
    m_table->setAccessibleName(tr("Figures of both, with their intervals"));
}

QJsonObject ComparisonSection::saveState() const
{
    QJsonObject state { { byKey, m_by->currentIndex() } };
    if (m_isDayChosen)
        state.insert(dayKey, m_day->date().toString(Qt::ISODate));
    return state;
}

void ComparisonSection::restoreState(const QJsonObject &state)
{
    const QDate day = QDate::fromString(state[dayKey].toString(), Qt::ISODate);
    if (day.isValid())
        m_day->setDate(day);
    m_by->setCurrentIndex(std::clamp(state[byKey].toInt(), 0, tradeBreakdownCount));
}

} // namespace tapeline
