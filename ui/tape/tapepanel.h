#pragma once

#include "panel.h"

namespace tapeline {

class TapeModel;
class TapeView;

/// Time & sales in a panel.
class TapePanel : public Panel
{
    Q_OBJECT

public:
    /// model must outlive the panel.
    TapePanel(const PanelContext &context, TapeModel &model, QWidget *parent = nullptr);

    TapeModel &model() const { return m_model; }
    TapeView *view() const { return m_view; }

    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

protected:
    void retranslate() override;

private:
    TapeModel &m_model;
    TapeView *m_view;
};

} // namespace tapeline
