#include "scenariobox.h"

#include "portfolio.h"
#include "theme.h"
#include "tradetext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int furthest = 20; // percent
constexpr qsizetype mostParts = 12;

} // namespace

ScenarioBox::ScenarioBox(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_move(new QLabel(this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_outcome(new QLabel(this))
    , m_parts(new QLabel(this))
{
    setObjectName(u"scenarioBox"_s);
    m_slider->setObjectName(u"marketMove"_s);
    m_slider->setRange(-furthest, furthest);
    m_slider->setPageStep(5);
    m_outcome->setObjectName(u"scenarioOutcome"_s);
    m_parts->setObjectName(u"scenarioParts"_s);
    m_parts->setProperty("muted", true);
    for (QLabel *label : { m_outcome, m_parts }) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *row = new QHBoxLayout;
    row->addWidget(m_slider, 1);
    row->addWidget(m_move);
    column->addLayout(row);
    column->addWidget(m_outcome);
    column->addWidget(m_parts);
    connect(m_slider, &QSlider::valueChanged, this, &ScenarioBox::showMove);
    connect(&theme, &Theme::changed, this, &ScenarioBox::restyle);
    restyle();
    retranslate();
}

void ScenarioBox::setAccount(const PaperAccountView *account)
{
    m_account = account ? std::make_shared<const PaperAccountView>(*account) : nullptr;
    showMove();
}

int ScenarioBox::percent() const
{
    return m_slider->value();
}

QString ScenarioBox::text() const
{
    return m_outcome->text() + u'\n' + m_parts->text();
}

void ScenarioBox::showMove()
{
    const int percent = m_slider->value();
    const QString sign = percent > 0 ? QLocale().positiveSign() : QString();
    m_move->setText(tr("%1 %").arg(sign + QLocale().toString(percent)));
    if (!m_account) {
        m_outcome->clear();
        m_parts->clear();
        return;
    }
    const MarketMove move = portfolio::moved(*m_account, percent);
    m_outcome->setText(tr("Equity %1 (%2), open P/L %3")
                           .arg(tradetext::money(move.equity), tradetext::profit(move.change),
                                tradetext::profit(move.unrealized)));
    QStringList parts;
    for (const MarketMove::Part &part : move.parts)
        if (parts.size() < mostParts)
            parts += u"%1 %2"_s.arg(part.symbol, tradetext::profit(part.change));
    if (qsizetype(move.parts.size()) > mostParts)
        parts += tr("%n more", nullptr, int(move.parts.size()) - int(mostParts));
    QString said = parts.join(u" · "_s);
    if (!move.leftOut.isEmpty())
        said += (said.isEmpty() ? u""_s : u"\n"_s)
            + tr("Not modelled and left out: %1").arg(move.leftOut.join(u", "_s));
    m_parts->setText(said);
    m_parts->setVisible(!said.isEmpty());
}

void ScenarioBox::restyle()
{
    layout()->setSpacing(m_theme.scaled(4));
    m_move->setFont(m_theme.font(FontRole::Strong));
    m_move->setMinimumWidth(m_theme.scaled(52));
    m_move->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_outcome->setFont(m_theme.font(FontRole::Text));
    m_parts->setFont(m_theme.font(FontRole::Small));
}

void ScenarioBox::retranslate()
{
    m_slider->setAccessibleName(tr("Move of all prices in percent"));
    showMove();
}

void ScenarioBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tapeline
