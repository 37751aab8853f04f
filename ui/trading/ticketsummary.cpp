#include "ticketsummary.h"

#include "theme.h"
#include "tradetext.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString nothing = u"\u2013"_s;

QString lines(const std::vector<Reason> &reasons)
{
    QStringList sentences;
    for (const Reason &reason : reasons) {
        QString sentence = tradetext::reason(reason);
        if (!sentence.isEmpty())
            sentence[0] = sentence[0].toUpper();
        sentences.append(sentence);
    }
    return sentences.join(u'\n');
}

} // namespace

TicketSummary::TicketSummary(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_refusals(new QLabel(this))
    , m_warnings(new QLabel(this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(1, 1);
    for (int row = 0; row < rowCount; ++row) {
        QLabel *name = m_names[std::size_t(row)] = new QLabel(this);
        QLabel *value = m_values[std::size_t(row)] = new QLabel(this);
        name->setProperty("muted", true);
        value->setObjectName(u"ticketFigure%1"_s.arg(row));
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        value->setWordWrap(row == BuyingPower || row == Position);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(name, row, 0);
        grid->addWidget(value, row, 1);
    }
    m_refusals->setObjectName(u"ticketRefusals"_s);
    m_warnings->setObjectName(u"ticketWarnings"_s);
    int below = rowCount;
    for (QLabel *label : { m_refusals, m_warnings }) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(label, below++, 0, 1, 2);
    }
    connect(&theme, &Theme::changed, this, &TicketSummary::restyle);
    restyle();
    showAnswer();
}

void TicketSummary::setAnswer(const OrderAnswer &answer)
{
    m_answer = answer;
    m_obstacle.clear();
    showAnswer();
}

void TicketSummary::setObstacle(const QString &sentence)
{
    if (!m_answer && m_obstacle == sentence)
        return;
    m_answer.reset();
    m_obstacle = sentence;
    showAnswer();
}

QString TicketSummary::findings() const
{
    return QStringList({ m_refusals->text(), m_warnings->text() }).join(u'\n').trimmed();
}

void TicketSummary::showAnswer()
{
    const std::array<QString, rowCount> names {
        tr("Expected price"), tr("Cost"),         tr("Fees, at most"),
        tr("Position"),       tr("Buying power"), tr("At risk"),
    };
    for (int row = 0; row < rowCount; ++row) {
        m_names[std::size_t(row)]->setText(names[std::size_t(row)]);
        set(Row(row), nothing);
    }
    if (m_answer && m_answer->preview) {
        showFigures(*m_answer->preview);
        showFindings(m_answer->preview->refusals, m_answer->preview->warnings);
    } else if (m_answer) {
        showFindings({ m_answer->reason }, {});
    } else {
        showFindings({ Reason { ReasonCode::None, m_obstacle } }, {});
    }
}

void TicketSummary::showFigures(const OrderPreview &preview)
{
    using namespace tradetext;
    const QLocale here;
    const QString arrow = u" \u2192 "_s;
    set(BuyingPower,
        money(preview.buyingPower, here) + arrow + money(preview.buyingPowerAfter, here));
    QStringList positions;
    for (const PositionChange &change : preview.positions)
        positions.append(qty(change.before, here) + arrow + qty(change.after, here));
    set(Position, positions.isEmpty() ? nothing : positions.join(u'\n'));
    if (!preview.price)
        return;
    set(Price, price(*preview.price, here));
    // What an order brings is no negative cost
    m_names[Cost]->setText(preview.cost < Money() ? tr("Proceeds") : tr("Cost"));
    set(Cost, money(preview.cost < Money() ? -preview.cost : preview.cost, here));
    set(Fees, money(preview.fees, here));
    if (const auto stakes = orderdrafts::stakes(preview.ticket, *preview.price)) {
        QString risk = money(stakes->risk, here);
        if (const auto ratio = stakes->ratio())
            //: Reward against risk of a bracket
            risk += tr(" (%1 : 1)").arg(here.toString(*ratio, 'f', 2));
        set(Risk, risk);
    }
}

void TicketSummary::showFindings(const std::vector<Reason> &refusals,
                                 const std::vector<Reason> &warnings)
{
    m_refusals->setText(lines(refusals));
    m_warnings->setText(lines(warnings));
    m_refusals->setVisible(!m_refusals->text().isEmpty());
    m_warnings->setVisible(!m_warnings->text().isEmpty());
}

void TicketSummary::set(Row row, const QString &text)
{
    m_values[row]->setText(text);
    m_values[row]->setAccessibleName(m_names[row]->text() + u' ' + text);
}

void TicketSummary::restyle()
{
    for (const auto &[label, role] :
         { std::pair(m_refusals, ColorRole::Error), std::pair(m_warnings, ColorRole::Warning) }) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, m_theme.color(role));
        label->setPalette(palette);
    }
}

void TicketSummary::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showAnswer();
}

} // namespace tapeline
