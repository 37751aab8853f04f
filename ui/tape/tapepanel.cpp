#include "tapepanel.h"

#include "tapemodel.h"
#include "tapeview.h"
#include "theme.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr auto columnsKey = "columns"_L1;
constexpr auto millisecondsKey = "milliseconds"_L1;
constexpr auto largeKey
    = "largePrintValue"_L1; // dollars; 0 for none, "usual" for what is large in the day

QJsonValue largeToJson(const TapeEmphasis &rule)
{
    return rule.kind == TapeEmphasis::Kind::Usual ? QJsonValue(u"usual"_s)
        : rule.kind == TapeEmphasis::Kind::None   ? QJsonValue(0)
                                                  : QJsonValue(rule.value);
}

TapeEmphasis largeFromJson(const QJsonValue &value)
{
    if (!value.isDouble())
        return {};
    const double dollars = value.toDouble();
    return dollars > 0 ? TapeEmphasis { TapeEmphasis::Kind::Value, dollars }
                       : TapeEmphasis { TapeEmphasis::Kind::None, 0 };
}
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
             { largeKey, largeToJson(m_model.emphasis()) } };
}

void TapePanel::restoreState(const QJsonObject &state)
{
    m_view->setMilliseconds(state.value(millisecondsKey).toBool());
    m_view->setEmphasis(largeFromJson(state.value(largeKey)));
    m_view->restoreColumnState(
        QByteArray::fromBase64(state.value(columnsKey).toString().toLatin1()));
}

} // namespace tapeline
