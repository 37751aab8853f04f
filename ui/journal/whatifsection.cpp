#include "whatifsection.h"

#include "curveplot.h"
#include "figurerows.h"
#include "journalselection.h"
#include "plottext.h"
#include "theme.h"
#include "tradestudy.h"
#include "tradetable.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto questionKey = "question"_L1;
constexpr auto wordKey = "word"_L1;
constexpr auto distanceKey = "distance"_L1;
constexpr auto unitKey = "percent"_L1;
constexpr int questionCount = int(WhatIfSection::Question::StrictFills) + 1;

std::vector<QPointF> pointsOf(const std::vector<ResultPoint> &curve)
{
    std::vector<QPointF> points;
    points.reserve(curve.size());
    for (const ResultPoint &point : curve)
        points.push_back({ double(toMs(point.at)), point.value.toDouble() });
    return points;
}

} // namespace

WhatIfSection::WhatIfSection(TradeStudy &study, const Theme &theme, QWidget *parent)
    : DashboardSection(study, theme, u"whatIf"_s, parent)
    , m_question(new QComboBox(this))
    , m_word(new QComboBox(this))
    , m_distance(new QDoubleSpinBox(this))
    , m_unit(new QComboBox(this))
    , m_note(addNote())
    , m_curves(new CurvePlot(theme, u"whatIfCurves"_s, this))
    , m_model(new FiguresModel(FiguresModel::Width::Figures, this))
    , m_table(new TradeTable(*m_model, theme, this))
{
    m_question->setObjectName(u"whatIfQuestion"_s);
    for (int i = 0; i < questionCount; ++i)
        m_question->addItem({});
    m_word->setObjectName(u"whatIfWord"_s);
    m_distance->setObjectName(u"whatIfDistance"_s);
    m_distance->setRange(0.05, 100);
    m_distance->setSingleStep(0.1);
    m_distance->setValue(1);
    m_unit->setObjectName(u"whatIfUnit"_s);
    m_unit->addItems({ {}, {} });
    m_note->setObjectName(u"whatIfNote"_s);
    m_table->setObjectName(u"whatIfTable"_s);
    for (QComboBox *box : { m_question, m_word, m_unit })
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *head = new QHBoxLayout;
    for (QWidget *choice :
         std::initializer_list<QWidget *> { m_question, m_word, m_distance, m_unit })
        head->addWidget(choice);
    head->addStretch(1);
    auto *row = new QHBoxLayout;
    row->addWidget(m_curves, 5);
    row->addWidget(m_table, 5);
    auto *column = new QVBoxLayout(this);
    column->addLayout(head);
    column->addWidget(m_note);
    column->addLayout(row, 1);
    const auto changed = [this] {
        refreshSoon();
        emit stateChanged();
    };
    connect(m_question, &QComboBox::currentIndexChanged, this, [this, changed] {
        offerWords();
        changed();
    });
    connect(m_word, &QComboBox::currentIndexChanged, this, changed);
    connect(m_unit, &QComboBox::currentIndexChanged, this, changed);
    connect(m_distance, &QDoubleSpinBox::valueChanged, this, changed);
    WhatIfSection::retranslate();
    offerWords();
}

QString WhatIfSection::title() const
{
    return tr("What if");
}

void WhatIfSection::setQuestion(Question question)
{
    m_question->setCurrentIndex(int(question));
}

WhatIfSection::Question WhatIfSection::question() const
{
    return Question(std::max(0, m_question->currentIndex()));
}

bool WhatIfSection::isByWord() const
{
    return question() <= Question::WithoutSetup;
}

bool WhatIfSection::isByLevel() const
{
    return question() == Question::Stop || question() == Question::Target;
}

/// What was noted so far; the one that was chosen stays where it can.
void WhatIfSection::offerWords()
{
    const Journal &journal = study().selection().journal();
    const QStringList words = question() == Question::WithoutMistake ? journal.mistakes()
        : question() == Question::WithoutTag                         ? journal.tags()
                                                                     : journal.setups();
    QStringList listed;
    for (int i = 0; i < m_word->count(); ++i)
        listed.append(m_word->itemText(i));
    if (words != listed) {
        const QSignalBlocker quiet(m_word);
        const QString before = m_word->currentText();
        m_word->clear();
        m_word->addItems(words);
        m_word->setCurrentIndex(std::max(0, int(words.indexOf(before))));
    }
    m_word->setVisible(isByWord() && !words.isEmpty());
    m_distance->setVisible(isByLevel());
    m_unit->setVisible(isByLevel());
}

/// Runs on the study's thread: takes along only values.
std::function<AlteredTrades(const TradeSample &)> WhatIfSection::answer() const
{
    const QString word = m_word->currentText();
    const ExitLevel level { m_unit->currentIndex() == 1 ? ExitLevel::Unit::Percent
                                                        : ExitLevel::Unit::Risk,
                            m_distance->value() };
    const auto without = [](auto has) {
        return [has](const TradeSample &sample) { return withoutTrades(sample.trades(), has); };
    };
    switch (question()) {
    case Question::WithoutMistake:
        return without([word](const StudiedTrade &trade) {
            return trade.notes->mistakes.contains(word, Qt::CaseInsensitive);
        });
    case Question::WithoutTag:
        return without([word](const StudiedTrade &trade) {
            return trade.notes->tags.contains(word, Qt::CaseInsensitive);
        });
    case Question::WithoutSetup:
        return without([word](const StudiedTrade &trade) {
            return trade.notes->setup.compare(word, Qt::CaseInsensitive) == 0;
        });
    case Question::Stop:
        return [level](const TradeSample &sample) { return withStop(sample.results(), level); };
    case Question::Target:
        return [level](const TradeSample &sample) { return withTarget(sample.results(), level); };
    case Question::StrictFills:
        break;
    }
    return [](const TradeSample &sample) { return withStrictFills(sample.results()); };
}

void WhatIfSection::refresh()
{
    offerWords();
    if (isByWord() && m_word->count() == 0) {
        const QString message = question() == Question::WithoutMistake
            ? tr("No mistakes are noted yet. Note them on the pages of trades, and this says what "
                 "they cost.")
            : question() == Question::WithoutTag
            ? tr("No tags are noted yet. Add them on the pages of trades.")
            : tr("No setups are noted yet. Add them on the pages of trades.");
        m_curves->setMessage(message);
        m_model->show({}, {});
        m_note->clear();
        return;
    }
    study().ask<Figures>(
        this,
        [answer = answer()](const TradeSample &sample) {
            const AlteredTrades what = answer(sample);
            return Figures { tradeStatistics(sample.results()),
                             tradeStatistics(what.results),
                             closedCurve(sample.results()),
                             closedCurve(what.results),
                             what.changed,
                             what.unjudged,
                             what.rough };
        },
        [this](const Figures &figures) { show(figures); });
}

void WhatIfSection::show(const Figures &shown)
{
    m_curves->setMessage({});
    m_note->setText(sentence(shown));
    m_model->setLocale(locale());
    m_model->show({ tr("Figure"), tr("As it was"), tr("Then"), tr("Change") },
                  figurerows::changes(shown.before, shown.after, locale()));
    m_curves->setCurves(
        { { .name = tr("As it was"),
            .color = ColorRole::MutedText,
            .points = pointsOf(shown.curveBefore) },
          { .name = tr("Then"),
            .color = ColorRole::Accent,
            .points = pointsOf(shown.curveAfter) } },
        CurvePlot::Scale::Time,
        [this](double value) { return plottext::moneyMark(value, locale()); },
        [this](double value) { return plottext::money(value, locale()); });
    m_curves->setSummary(tr("Net as it was %1, then %2.")
                             .arg(plottext::money(shown.before.net.toDouble(), locale()),
                                  plottext::money(shown.after.net.toDouble(), locale())));
}

QString WhatIfSection::sentence(const Figures &shown) const
{
    QStringList all;
    const auto changed = int(shown.changed);
    switch (question()) {
    case Question::WithoutMistake:
    case Question::WithoutTag:
    case Question::WithoutSetup:
        all.append(tr("%Ln trade(s) would not have been made.", nullptr, changed));
        break;
    case Question::Stop:
        all.append(tr("%Ln trade(s) would have ended at the stop. What came after an exit is not "
                      "known: a stop farther away than the one that was used changes nothing.",
                      nullptr, changed));
        break;
    case Question::Target:
        all.append(tr("%Ln trade(s) would have ended at the target. A target beyond the exits that "
                      "were taken changes nothing.",
                      nullptr, changed));
        break;
    case Question::StrictFills:
        all.append(tr("%Ln trade(s) would have come out differently if resting orders were only "
                      "filled when the price trades through them.",
                      nullptr, changed));
        break;
    }
    if (shown.unjudged > 0)
        all.append(tr("%Ln trade(s) lack what it takes and stay as they were.", nullptr,
                      int(shown.unjudged)));
    if (shown.rough > 0)
        all.append(tr("%Ln trade(s) are judged by a way that is known roughly.", nullptr,
                      int(shown.rough)));
    return all.join(u' ');
}

void WhatIfSection::restyle()
{
    DashboardSection::restyle();
    for (QWidget *choice :
         std::initializer_list<QWidget *> { m_question, m_word, m_distance, m_unit })
        choice->setFont(theme().font());
}

void WhatIfSection::retranslate()
{
    const QStringList questions { tr("Without a mistake"),   tr("Without a tag"),
                                  tr("Without a setup"),     tr("With another stop"),
                                  tr("With another target"), tr("With stricter fills") };
    for (int i = 0; i < questionCount; ++i)
        m_question->setItemText(i, questions[i]);
    m_question->setAccessibleName(tr("What would have been different"));
    m_word->setAccessibleName(tr("Trades that are left out"));
    m_distance->setAccessibleName(tr("Distance from the entry"));
    m_unit->setItemText(0, tr("R (times the planned risk)"));
    m_unit->setItemText(1, tr("% of the value at the entry"));
    m_unit->setAccessibleName(tr("Unit of the distance"));
    m_curves->setTitle(tr("Net of closed trades"));
    m_curves->setAccessibleName(tr("Curves before and after"));
    m_table->setAccessibleName(tr("Figures before and after"));
}

QJsonObject WhatIfSection::saveState() const
{
    return { { questionKey, m_question->currentIndex() },
             { wordKey, m_word->currentText() },
             { distanceKey, m_distance->value() },
             { unitKey, m_unit->currentIndex() == 1 } };
}

void WhatIfSection::restoreState(const QJsonObject &state)
{
    m_question->setCurrentIndex(std::clamp(state[questionKey].toInt(), 0, questionCount - 1));
    if (const int word = m_word->findText(state[wordKey].toString()); word >= 0)
        m_word->setCurrentIndex(word);
    m_distance->setValue(state[distanceKey].toDouble(1));
    m_unit->setCurrentIndex(state[unitKey].toBool() ? 1 : 0);
}

} // namespace tapeline
