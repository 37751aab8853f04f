#pragma once

#include "dashboardsection.h"
#include "resultcurve.h"
#include "whatif.h"

class QComboBox;
class QDoubleSpinBox;

namespace tapeline {

class CurvePlot;
class FiguresModel;
class TradeTable;

/// The same trades had something been different: without those of a mistake, with another stop or
/// target, by a stricter fill rule. Figures before and after, and both curves.
class WhatIfSection : public DashboardSection
{
    Q_OBJECT

public:
    enum class Question : quint8 {
        WithoutMistake,
        WithoutTag,
        WithoutSetup,
        Stop,
        Target,
        StrictFills
    };

    WhatIfSection(TradeStudy &study, const Theme &theme, QWidget *parent = nullptr);

    QString title() const override;
    void setQuestion(Question question);
    Question question() const;
    CurvePlot *curves() const { return m_curves; }
    TradeTable *table() const { return m_table; }

    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

protected:
    void refresh() override;
    void retranslate() override;
    void restyle() override;

private:
    struct Figures
    {
        TradeStatistics before;
        TradeStatistics after;
        std::vector<ResultPoint> curveBefore;
        std::vector<ResultPoint> curveAfter;
        qint64 changed = 0;
        qint64 unjudged = 0;
        qint64 rough = 0;
    };

    bool isByWord() const;
    bool isByLevel() const;
    void offerWords();
    std::function<AlteredTrades(const TradeSample &)> answer() const;
    void show(const Figures &shown);
    QString sentence(const Figures &shown) const;

    QComboBox *m_question;
    QComboBox *m_word;
    QDoubleSpinBox *m_distance;
    QComboBox *m_unit;
    QLabel *m_note;
    CurvePlot *m_curves;
    FiguresModel *m_model;
    TradeTable *m_table;
};

} // namespace tapeline
