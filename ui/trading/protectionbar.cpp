#include "protectionbar.h"

#include "elidedlabel.h"
#include "flowlayout.h"
#include "theme.h"
#include "tradedesk.h"
#include "tradeinput.h"
#include "tradetext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QToolButton>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

/// A position of which some is not covered.
struct ProtectionBar::Open
{
    QString symbol;
    Qty open;
    Qty size;

    QString text() const
    {
        const QString part = tradetext::qty(open);
        return open == size
            ? u"%1 %2"_s.arg(symbol, part)
            //: So much of a position has no stop: "SPY 50 of 200"
            : ProtectionBar::tr("%1 %2 of %3").arg(symbol, part, tradetext::qty(size));
    }
};

ProtectionBar::ProtectionBar(TradeDesk &desk, const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_theme(theme)
    , m_list(new QWidget(this))
    , m_flow(new FlowLayout(m_list))
    , m_heading(new QLabel(m_list))
{
    setObjectName(u"protectionBar"_s);
    m_heading->setObjectName(u"protectionHeading"_s);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    m_list->setSizePolicy(policy);
    m_flow->addWidget(m_heading);
    makeForm();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list);
    column->addWidget(m_form);
    connect(&desk, &TradeDesk::accountsChanged, this, &ProtectionBar::refresh);
    connect(&desk, &TradeDesk::accountChosen, this, [this] {
        m_dismissed.clear();
        closeForm();
        refresh();
    });
    connect(&theme, &Theme::changed, this, &ProtectionBar::restyle);
    retranslate();
    restyle();
    refresh();
}

void ProtectionBar::makeForm()
{
    m_form = new QWidget(this);
    m_question = new QLabel(m_form);
    m_distance = new QLineEdit(m_form);
    m_distance->setObjectName(u"stopDistance"_s);
    m_outcome = new ElidedLabel(m_form);
    m_outcome->setObjectName(u"stopOutcome"_s);
    m_send = new QToolButton(m_form);
    m_send->setObjectName(u"placeStop"_s);
    m_cancel = new QToolButton(m_form);
    m_cancel->setObjectName(u"closeStopForm"_s);
    auto *column = new QVBoxLayout(m_form);
    auto *row = new QHBoxLayout;
    row->addWidget(m_question);
    row->addWidget(m_distance);
    row->addWidget(m_send);
    row->addWidget(m_cancel);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_outcome);
    m_form->hide();
    connect(m_distance, &QLineEdit::textChanged, this, &ProtectionBar::showStop);
    connect(m_distance, &QLineEdit::returnPressed, this, &ProtectionBar::send);
    connect(m_send, &QToolButton::clicked, this, &ProtectionBar::send);
    connect(m_cancel, &QToolButton::clicked, this, &ProtectionBar::closeForm);
    auto *escape = new QShortcut(Qt::Key_Escape, m_form);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &ProtectionBar::closeForm);
}

// --- the names -------------------------------------------------------------------------------

std::vector<ProtectionBar::Open> ProtectionBar::open() const
{
    std::vector<Open> all;
    const PaperAccountView *account = m_desk.account();
    if (!account)
        return all;
    for (const PositionRow &position : account->positions) {
        const Qty open = tradeplans::unprotected(*account, position.symbol);
        if (open > Qty() && open.units() > m_dismissed.value(position.symbol))
            all.push_back(
                { position.symbol, open, position.qty < Qty() ? -position.qty : position.qty });
    }
    std::ranges::sort(all, {}, &Open::symbol);
    return all;
}

void ProtectionBar::refresh()
{
    const std::vector<Open> open = this->open();
    QStringList now;
    for (const Open &own : open)
        now.append(own.text());
    if (std::exchange(m_shown, now) != now)
        rebuild(open);
    const PaperAccountView *account = m_desk.account();
    if (!m_asked.isEmpty() && (!account || tradeplans::unprotected(*account, m_asked).isZero()))
        closeForm();
    else if (!m_asked.isEmpty())
        showStop();
    m_list->setVisible(!open.empty());
    setVisible(!open.empty() || !m_asked.isEmpty());
}

void ProtectionBar::rebuild(const std::vector<Open> &open)
{
    while (m_flow->count() > 1)
        delete m_flow->takeAt(1);
    for (QWidget *chip : std::exchange(m_chips, {})) {
        chip->hide(); // it may be the one that was clicked
        chip->deleteLater();
    }
    for (const Open &own : open)
        addChip(own);
    restyle();
}

void ProtectionBar::addChip(const Open &open)
{
    const QString symbol = open.symbol;
    auto *chip = new QWidget(m_list);
    auto *row = new QHBoxLayout(chip);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *name = new QToolButton(chip);
    name->setObjectName(u"unprotected"_s);
    name->setText(open.text());
    name->setToolTip(tr("Protect %1 with a stop…").arg(symbol));
    auto *cross = new QToolButton(chip);
    cross->setObjectName(u"dismissUnprotected"_s);
    cross->setToolTip(tr("Do not remind me of %1").arg(symbol));
    cross->setAccessibleName(cross->toolTip());
    connect(name, &QToolButton::clicked, this, [this, symbol] { protect(symbol); });
    connect(cross, &QToolButton::clicked, this, [this, symbol] { dismiss(symbol); });
    row->addWidget(name);
    row->addWidget(cross);
    m_flow->addWidget(chip);
    chip->show();
    m_chips.append(chip);
}

void ProtectionBar::dismiss(const QString &symbol)
{
    if (const PaperAccountView *account = m_desk.account())
        m_dismissed[symbol] = tradeplans::unprotected(*account, symbol).units();
    refresh();
}

// --- the stop --------------------------------------------------------------------------------

void ProtectionBar::protect(const QString &symbol)
{
    m_asked = symbol;
    refresh();
    showForm();
}

void ProtectionBar::showForm()
{
    const PaperAccountView *account = m_desk.account();
    if (!account || m_asked.isEmpty())
        return;
    m_question->setText(
        //: %1 is a symbol; behind it a distance is typed in
        tr("Stop for %1, away from the market by").arg(m_asked));
    m_form->show();
    setVisible(true);
    m_distance->setFocus();
    m_distance->selectAll();
    showStop();
}

void ProtectionBar::closeForm()
{
    m_asked.clear();
    m_form->hide();
    setVisible(!m_shown.isEmpty());
}

void ProtectionBar::showStop()
{
    const PaperAccountView *account = m_desk.account();
    const std::optional<Price> distance = tradeinput::price(m_distance->text());
    const auto stop
        = account && distance ? tradeplans::protect(*account, m_asked, *distance) : std::nullopt;
    m_send->setEnabled(stop.has_value());
    if (stop)
        m_outcome->setText(tradetext::order(*stop));
    else if (m_distance->text().isEmpty())
        m_outcome->setText({});
    else
        m_outcome->setText(
            distance && *distance > Price()
                ? tr("That is no price for a stop.")
                : tr("A distance above 0 is needed, such as %1.")
                      .arg(tradetext::price(Price::fromUnits(Price::unitsPerOne / 2))));
}

void ProtectionBar::send()
{
    const PaperAccountView *account = m_desk.account();
    const std::optional<Price> distance = tradeinput::price(m_distance->text());
    const auto stop
        = account && distance ? tradeplans::protect(*account, m_asked, *distance) : std::nullopt;
    if (!stop) {
        showStop();
        return;
    }
    m_desk.send(*stop);
    closeForm();
}

// --- looks -----------------------------------------------------------------------------------

void ProtectionBar::restyle()
{
    const QFont font = m_theme.font(FontRole::Small);
    const int side = m_theme.scaled(10);
    for (QWidget *widget : findChildren<QWidget *>())
        widget->setFont(font);
    for (QToolButton *cross : m_list->findChildren<QToolButton *>(u"dismissUnprotected"_s)) {
        cross->setIcon(m_theme.icon(u"close"_s));
        cross->setIconSize({ side, side });
    }
    if (!m_chips.isEmpty()) // the heading on the line of the names
        m_heading->setMinimumHeight(m_chips.first()->sizeHint().height());
    m_distance->setFixedWidth(m_theme.scaled(70));
    m_flow->setContentsMargins(m_theme.scaled(8), m_theme.scaled(2), m_theme.scaled(6),
                               m_theme.scaled(2));
    m_flow->setSpacing(m_theme.scaled(2));
    m_form->layout()->setContentsMargins(m_theme.scaled(8), m_theme.scaled(2), m_theme.scaled(6),
                                         m_theme.scaled(4));
    m_form->layout()->setSpacing(m_theme.scaled(6));
}

void ProtectionBar::retranslate()
{
    m_heading->setText(tr("Without a stop:"));
    m_distance->setPlaceholderText(tr("distance"));
    m_distance->setAccessibleName(tr("Distance of the stop from the market"));
    m_send->setText(tr("Place stop"));
    m_cancel->setText(tr("Not now"));
    m_shown.clear();
    showForm();
    refresh();
}

void ProtectionBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace tapeline
