#include "tapepanel.h"

#include "tapemodel.h"
#include "tapeview.h"
#include "theme.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr auto columnsKey = "columns"_L1;
constexpr auto millisecondsKey = "milliseconds"_L1;
constexpr auto largeKey = "largePrintValue"_L1;
} // namespace

TapePanel::TapePanel(const PanelContext &context, TapeModel &model, QWidget *parent)
    : Panel(context, parent)
    , m_model(model)
    , m_view(new TapeView(model, theme(), this))
{
    setContent(m_view);
    TapePanel::retranslate();
    connect(m_view, &TapeView::symbolTyped, this, &Panel::symbolTyped);
    connect(m_view, &TapeView::optionsChanged, this, &Panel::stateChanged);
}

void TapePanel::retranslate()
{
    setTitle(tr("Time & sales"));
}

QJsonObject TapePanel::saveState() const
{
    return { { columnsKey, QString::fromLatin1(m_view->columnState().toBase64()) },
             { millisecondsKey, m_view->milliseconds() },
             { largeKey, m_view->largePrintValue() } };
}

void TapePanel::restoreState(const QJsonObject &state)
{
    m_view->setMilliseconds(state.value(millisecondsKey).toBool());
    m_view->setLargePrintValue(state.value(largeKey).toDouble(m_view->largePrintValue()));
    m_view->restoreColumnState(
        QByteArray::fromBase64(state.value(columnsKey).toString().toLatin1()));
}

} // namespace tapeline
