#pragma once

#include "chartcolors.h"
#include "indicatordefaults.h"
#include "indicatorset.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QGridLayout;

namespace tapeline {

class ColorButton;

/// Parameters and look of one indicator on a chart. What is changed is shown on the chart at once;
/// Cancel brings back what was.
class IndicatorSettings : public QDialog
{
    Q_OBJECT

public:
    /// set and defaults must outlive the dialog; id is on the chart. It closes when that goes.
    IndicatorSettings(IndicatorSet &set, IndicatorSet::Id id, IndicatorDefaults &defaults,
                      const ChartColors &colors, QWidget *parent = nullptr);

    IndicatorSet::Id id() const { return m_id; }

public slots:
    void reject() override;

private:
    struct Output
    {
        QCheckBox *shown;
        ColorButton *color;
        QComboBox *width;
        QComboBox *dash;
    };
    void addParameters(QFormLayout *form);
    QWidget *makeEditor(std::size_t parameter);
    void addOutputs(QGridLayout *grid, const ChartColors &colors);
    void addButtons(class QVBoxLayout *column);
    void fill(const IndicatorChoice &choice);
    void apply();
    bool isThere() const;
    void restoreDefaults();

    IndicatorSet &m_set;
    const IndicatorSet::Id m_id;
    IndicatorDefaults &m_defaults;
    const IndicatorInfo &m_info;
    const IndicatorChoice m_before;
    /// Of each parameter: what its editor says, and the other way round.
    std::vector<std::function<double()>> m_read;
    std::vector<std::function<void(double)>> m_write;
    std::vector<Output> m_outputs;
    bool m_isFilling = false;
};

} // namespace tapeline
