#include "excursionsection.h"

#include "excursion.h"
#include "journaltext.h"
#include "plottext.h"
#include "statistictext.h"
#include "theme.h"
#include "tradestudy.h"
#include "tradetext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto unitKey = "money"_L1;

int signOf(Money amount)
{
    return amount > Money() ? 1 : amount < Money() ? -1 : 0;
}

} // namespace

ExcursionSection::ExcursionSection(TradeStudy &study, const Theme &theme, QWidget *parent)
    : DashboardSection(study, theme, u"excursions"_s, parent)
    , m_unit(new QComboBox(this))
    , m_plot(new ExcursionPlot(theme, u"excursionPlot"_s, this))
    , m_stop(addNote())
    , m_target(addNote())
    , m_note(addNote())
    , m_asker(new QObject(this))
{
    for (QLabel *&heading : m_headings)
        heading = addHeading();
    m_unit->setObjectName(u"excursionUnit"_s);
    m_unit->addItems({ {}, {} });
    m_unit->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_stop->setObjectName(u"suggestedStop"_s);
    m_target->setObjectName(u"suggestedTarget"_s);
    m_note->setObjectName(u"excursionNote"_s);
    auto *words = new QWidget(this);
    words->setObjectName(u"excursionWords"_s);
    auto *side = new QVBoxLayout(words);
    side->setContentsMargins(0, 0, 0, 0);
    side->addWidget(m_unit, 0, Qt::AlignLeft);
    side->addSpacing(theme.scaled(10));
    side->addWidget(m_headings[0]);
    side->addWidget(m_stop);
    side->addSpacing(theme.scaled(10));
    side->addWidget(m_headings[1]);
    side->addWidget(m_target);
    side->addSpacing(theme.scaled(10));
    side->addWidget(m_note);
    side->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_plot, 5);
    auto *scroll = new QScrollArea(this); // long words in a low window
    scroll->setObjectName(u"excursionScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(words);
    scroll->setMinimumWidth(theme.scaled(250));
    row->addWidget(scroll, 2);
    connect(m_unit, &QComboBox::currentIndexChanged, this, [this] {
        refreshSoon();
        emit stateChanged();
    });
    connect(m_plot, &JournalPlot::itemChosen, this, [this](int item) {
        emit tradeChosen(m_shown->trades()[std::size_t(m_plot->tradeOf(item))].record->key);
    });
    ExcursionSection::retranslate();
}

QString ExcursionSection::title() const
{
    return tr("MAE and MFE");
}

bool ExcursionSection::isRisk() const
{
    return m_unit->currentIndex() <= 0;
}

void ExcursionSection::refresh()
{
    study().ask<Figures>(
        this,
        [isRisk = isRisk()](const TradeSample &sample) {
            Figures all;
            all.isRisk = isRisk;
            for (std::size_t i = 0; i < sample.trades().size(); ++i) {
                const StudiedTrade &trade = sample.trades()[i];
                const auto excursion = tradeExcursion(*trade.record, trade.result.risk);
                if (!excursion || (isRisk && !excursion->adverseR)) {
                    ++all.leftOut;
                    continue;
                }
                all.rough += excursion->isRough;
                all.points.push_back(
                    { isRisk ? *excursion->adverseR : excursion->adverse.toDouble(),
                      isRisk ? *excursion->favourableR : excursion->favourable.toDouble(),
                      signOf(trade.result.net()), int(i) });
            }
            std::ranges::stable_sort(all.points, {}, &ExcursionPlot::Point::adverse);
            return all;
        },
        [this, sample = study().sample()](const Figures &figures) {
            m_shown = sample;
            show(figures);
        });
    study().ask<Suggestions>(
        m_asker,
        [](const TradeSample &sample) {
            Suggestions all;
            if (const auto stop = suggestedStop(sample.results()))
                all.stop = *stop;
            if (const auto target = suggestedTarget(sample.results()))
                all.target = *target;
            for (const TradeResult &result : sample.results())
                all.judged += result.risk && result.worst && result.best;
            return all;
        },
        [this](const Suggestions &suggestions) { show(suggestions); });
}

void ExcursionSection::show(const Figures &shown)
{
    const auto mark = [this, isRisk = shown.isRisk](double value) {
        return isRisk ? plottext::multipleMark(value, locale())
                      : plottext::moneyMark(value, locale());
    };
    m_plot->setMessage(
        !shown.points.empty() ? QString()
            : shown.isRisk
            ? tr("None of these trades has both a planned risk and a way that was seen. Look at "
                 "them in money, or plan with a stop.")
            : tr("How far these trades went was not seen: there were neither trades nor bars of "
                 "the market while they were open."));
    const auto trades = int(shown.points.size());
    m_plot->setSummary(tr("%Ln trade(s) by their worst and best open result.", nullptr, trades));
    QStringList notes;
    if (shown.leftOut > 0)
        notes.append(shown.isRisk
                         ? tr("%Ln trade(s) without a planned risk, or not seen on their way, are "
                              "left out.",
                              nullptr, int(shown.leftOut))
                         : tr("%Ln trade(s) not seen on their way are left out.", nullptr,
                              int(shown.leftOut)));
    if (shown.rough > 0)
        notes.append(tr("%Ln trade(s) are known roughly: from bars, or with gaps.", nullptr,
                        int(shown.rough)));
    notes.append(tr("A click on a point opens its trade."));
    m_note->setText(notes.join(u' '));
    m_plot->setPoints(shown.points, mark, [this](int trade) { return reading(trade); });
    showLevels();
}

QStringList ExcursionSection::reading(int index) const
{
    const StudiedTrade &trade = m_shown->trades()[std::size_t(index)];
    const auto excursion = tradeExcursion(*trade.record, trade.result.risk);
    const auto amount = [&](Money money, const std::optional<double> &multiple) {
        const QString text = tradetext::profit(money, locale());
        return multiple ? tr("%1 (%2)").arg(text, statistictext::multiple(*multiple, locale()))
                        : text;
    };
    QStringList lines {
        journaltext::title(*trade.record, locale()),
        tr("Result %1").arg(amount(trade.result.net(), trade.result.multipleOfRisk()))
    };
    if (!excursion)
        return lines;
    const auto back
        = [](std::optional<double> value) { return value ? std::optional(-*value) : value; };
    lines.append(tr("Worst %1").arg(amount(-excursion->adverse, back(excursion->adverseR))));
    lines.append(tr("Best %1").arg(amount(excursion->favourable, excursion->favourableR)));
    if (excursion->efficiency)
        lines.append(
            tr("Exit efficiency %1").arg(statistictext::share(*excursion->efficiency, locale())));
    return lines;
}

// --- suggestions -----------------------------------------------------------------------------

void ExcursionSection::show(const Suggestions &shown)
{
    m_suggestions = shown;
    m_stop->setText(suggestionText(shown.stop, true));
    m_target->setText(suggestionText(shown.target, false));
    showLevels();
}

/// They are in units of the planned risk: in money there is no one line.
void ExcursionSection::showLevels()
{
    ExcursionPlot::Levels levels;
    if (isRisk() && m_suggestions.stop)
        levels.stop = m_suggestions.stop->level;
    if (isRisk() && m_suggestions.target)
        levels.target = m_suggestions.target->level;
    m_plot->setLevels(levels);
}

QString ExcursionSection::suggestionText(const std::optional<ExitSuggestion> &suggestion,
                                         bool isStop) const
{
    if (!suggestion)
        return tr("Nothing can be suggested from %Ln trade(s) with a planned risk and a way that "
                  "was seen: it takes %1.",
                  nullptr, int(m_suggestions.judged))
            .arg(locale().toString(ExitSuggestion::leastTrades));
    const auto r = [this](double multiple) { return statistictext::multiple(multiple, locale()); };
    const ExitSuggestion &best = *suggestion;
    QString text = isStop
        ? tr("<p>A stop <b>%1</b> from the entry would have brought %2 a trade instead of %3.</p>")
        : tr("<p>A target <b>%1</b> from the entry would have brought %2 a trade instead of "
             "%3.</p>");
    text = text.arg(r(best.level), r(best.expectancyThen), r(best.expectancyNow));
    text += tr("<p>In resamples the best one lies between %1 and %2. On trades that had no part in "
               "the choice it changes a trade by %3 to %4.</p>")
                .arg(r(best.levels.low), r(best.levels.high), r(best.improvement.low),
                     r(best.improvement.high));
    text += best.isBetter
        ? tr("<p>That is more than luck.</p>")
        : tr("<p>That cannot be told from luck: do not change your exits for it.</p>");
    return text + tr("<p>From %Ln trade(s).</p>", nullptr, int(best.trades));
}

// --- looks -----------------------------------------------------------------------------------

void ExcursionSection::restyle()
{
    DashboardSection::restyle();
    m_unit->setFont(theme().font(FontRole::Small));
    for (QLabel *label : { m_stop, m_target, m_note })
        label->setMaximumWidth(theme().scaled(420));
}

void ExcursionSection::retranslate()
{
    m_unit->setItemText(0, tr("In units of the planned risk"));
    m_unit->setItemText(1, tr("In money"));
    m_unit->setAccessibleName(tr("Unit of the plot"));
    m_headings[0]->setText(tr("Suggested stop"));
    m_headings[1]->setText(tr("Suggested target"));
    m_plot->setTitle(tr("Upwards the best open result (MFE), to the right the worst (MAE)"));
    m_plot->setAccessibleName(tr("Worst and best open results"));
    m_stop->setText(tr("Reckoning…"));
    m_target->setText(tr("Reckoning…"));
}

QJsonObject ExcursionSection::saveState() const
{
    return { { unitKey, !isRisk() } };
}

void ExcursionSection::restoreState(const QJsonObject &state)
{
    m_unit->setCurrentIndex(state[unitKey].toBool() ? 1 : 0);
}

} // namespace tapeline
