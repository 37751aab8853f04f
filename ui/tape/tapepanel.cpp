#include "tapepanel.h"

#include "tapeview.h"
#include "theme.h"

namespace tapeline {

TapePanel::TapePanel(const PanelContext &context, TapeModel &model, QWidget *parent)
    : Panel(context, parent)
    , m_model(model)
    , m_view(new TapeView(model, theme(), this))
{
    setContent(m_view);
    TapePanel::retranslate();
    connect(m_view, &TapeView::symbolTyped, this, &Panel::symbolTyped);
}

void TapePanel::retranslate()
{
    setTitle(tr("Time & sales"));
}

} // namespace tapeline
