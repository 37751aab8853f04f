#include "distributionsection.h"

#include "barplot.h"
#include "plottext.h"
#include "tradestudy.h"
#include "tradetext.h"

#include <QGridLayout>
#include <QLabel>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

std::vector<double> multiplesOf(std::span<const TradeResult> results)
{
    std::vector<double> multiples;
    for (const TradeResult &result : results)
        if (const std::optional<double> multiple = result.multipleOfRisk())
            multiples.push_back(*multiple);
    return multiples;
}

std::vector<double> amountsOf(std::span<const TradeResult> results)
{
    std::vector<double> amounts;
    amounts.reserve(results.size());
    for (const TradeResult &result : results)
        amounts.push_back(result.net().toDouble());
    return amounts;
}

} // namespace

DistributionSection::DistributionSection(TradeStudy &study, const Theme &theme, QWidget *parent)
    : DashboardSection(study, theme, u"distribution"_s, parent)
    , m_money(new BarPlot(theme, u"moneyDistribution"_s, this))
    , m_multiples(new BarPlot(theme, u"multipleDistribution"_s, this))
    , m_runs(new BarPlot(theme, u"runLengths"_s, this))
    , m_risks(addNote())
    , m_odds(addNote())
{
    for (QLabel *&heading : m_headings)
        heading = addHeading();
    m_odds->setObjectName(u"drawdownOdds"_s);
    m_risks->setObjectName(u"withoutRisk"_s);
    auto *grid = new QGridLayout(this);
    grid->addWidget(m_headings[0], 0, 0);
    grid->addWidget(m_headings[1], 0, 1);
    grid->addWidget(m_money, 1, 0);
    grid->addWidget(m_multiples, 1, 1);
    grid->addWidget(m_risks, 2, 1);
    grid->addWidget(m_headings[2], 3, 0);
    grid->addWidget(m_headings[3], 3, 1);
    grid->addWidget(m_runs, 4, 0);
    grid->addWidget(m_odds, 4, 1, Qt::AlignTop);
    grid->setRowStretch(1, 3);
    grid->setRowStretch(4, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    DistributionSection::retranslate();
}

QString DistributionSection::title() const
{
    return tr("Distribution");
}

void DistributionSection::refresh()
{
    study().ask<Figures>(
        this,
        [](const TradeSample &sample) {
            const std::span<const TradeResult> results = sample.results();
            Figures all;
            const std::vector<double> multiples = multiplesOf(results);
            all.money = resultDistribution(amountsOf(results));
            all.multiples = resultDistribution(multiples);
            all.withoutRisk = qint64(results.size() - multiples.size());
            all.runs = resultRuns(results);
            all.odds = drawdownOdds(results);
            return all;
        },
        [this](const Figures &figures) { show(figures); });
}

void DistributionSection::show(const Figures &shown)
{
    showDistribution(*m_money, shown.money,
                     [this](double edge) { return plottext::moneyMark(edge, locale()); });
    showDistribution(*m_multiples, shown.multiples,
                     [this](double edge) { return plottext::multipleMark(edge, locale()); });
    m_multiples->setMessage(
        shown.multiples.counts.empty()
            ? tr("None of these trades has a planned risk. A stop that stands when a trade is "
                 "opened gives one, or type it in on the trade's page.")
            : QString());
    m_risks->setVisible(shown.withoutRisk > 0 && !shown.multiples.counts.empty());
    m_risks->setText(
        tr("%Ln trade(s) without a planned risk are left out.", nullptr, int(shown.withoutRisk)));
    showRuns(shown.runs);
    m_odds->setText(oddsText(shown.odds));
}

void DistributionSection::showDistribution(BarPlot &plot, const ResultDistribution &shown,
                                           const std::function<QString(double)> &text)
{
    std::vector<PlotBar> bars;
    std::vector<PlotMark> edges;
    const std::size_t count = shown.counts.size();
    for (std::size_t bin = 0; bin < count; ++bin) {
        const QString from = text(shown.edge(bin));
        const QString to = text(shown.edge(bin + 1));
        QString range = tr("%1 to %2").arg(from, to);
        if (bin == 0 && shown.isOpenBelow)
            range = tr("Below %1").arg(to);
        else if (bin + 1 == count && shown.isOpenAbove)
            range = tr("%1 and above").arg(from);
        const auto trades = shown.counts[bin];
        bars.push_back({ range,
                         double(trades),
                         shown.edge(bin) < 0 ? -1 : 1,
                         { range, tr("%Ln trade(s)", nullptr, int(trades)) } });
        // The ends of open bins are no values
        if (bin > 0 || !shown.isOpenBelow)
            edges.push_back({ double(bin) - 0.5, from });
    }
    if (count > 0 && !shown.isOpenAbove)
        edges.push_back({ double(count) - 0.5, text(shown.edge(count)) });
    plot.setBars(
        std::move(bars), BarPlot::Layout::Touching,
        [this](double n) { return locale().toString(n, 'f', 0); }, edges);
}

/// Winners up, losers down, by length.
void DistributionSection::showRuns(const ResultRuns &runs)
{
    std::vector<PlotBar> bars;
    const auto add = [&](const std::vector<qint64> &counts, std::size_t length, int sign) {
        if (length > counts.size())
            return;
        const qint64 count = counts[length - 1];
        const QString mark = sign > 0 ? locale().positiveSign() : locale().negativeSign();
        bars.push_back({ mark + locale().toString(qint64(length)),
                         double(count),
                         sign,
                         { sign > 0 ? tr("Runs of %Ln winner(s)", nullptr, int(length))
                                    : tr("Runs of %Ln loser(s)", nullptr, int(length)),
                           tr("%Ln time(s)", nullptr, int(count)) } });
    };
    for (std::size_t length = runs.losses.size(); length > 0; --length)
        add(runs.losses, length, -1);
    for (std::size_t length = 1; length <= runs.wins.size(); ++length)
        add(runs.wins, length, 1);
    m_runs->setBars(std::move(bars), BarPlot::Layout::Standing,
                    [this](double n) { return locale().toString(n, 'f', 0); });
    m_runs->setSummary(tr("Longest runs: %1 winners, %2 losers.")
                           .arg(locale().toString(qint64(runs.wins.size())),
                                locale().toString(qint64(runs.losses.size()))));
}

QString DistributionSection::oddsText(const std::optional<DrawdownOdds> &odds) const
{
    if (!odds)
        return tr("With two trades or more this says how deep they could have fallen in another "
                  "order.");
    const auto text = [this](Money amount) { return tradetext::money(amount, locale()); };
    return tr("<p>The deepest fall of these trades was <b>%1</b>.</p>"
              "<p>In another order the same trades would have fallen by %2 as a rule, by more than "
              "<b>%3</b> once in twenty, and by more than %4 once in a hundred. %5 of all orders "
              "fall as deep as it was, or deeper.</p>"
              "<p>Be ready for the once in twenty: the results alone, without any change of the "
              "market, can bring it. Of %6 orders, with the same draws every time.</p>")
        .arg(text(odds->actual), text(odds->usual), text(odds->bad), text(odds->worst),
             tr("%1 %").arg(locale().toString(odds->deeper * 100, 'f', 0)),
             locale().toString(odds->orders));
}

void DistributionSection::retranslate()
{
    m_headings[0]->setText(tr("Results"));
    m_headings[1]->setText(tr("Results in units of the planned risk"));
    m_headings[2]->setText(tr("Runs of winners and losers"));
    m_headings[3]->setText(tr("Luck of the order"));
    for (BarPlot *plot : { m_money, m_multiples })
        plot->setTitle(tr("Trades"));
    m_runs->setTitle(tr("How often"));
    m_money->setAccessibleName(tr("Distribution of results"));
    m_multiples->setAccessibleName(tr("Distribution of results in units of the planned risk"));
    m_runs->setAccessibleName(tr("Runs of winners and losers"));
}

} // namespace tapeline
