#include "laddertradebar.h"

#include "flowlayout.h"
#include "ladderpositionline.h"
#include "laddertrading.h"
#include "onceclick.h"
#include "theme.h"
#include "tradedesk.h"
#include "tradeinput.h"
#include "tradetext.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int editorWidth = 72;

} // namespace

LadderTradeBar::LadderTradeBar(LadderTrading &trading, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_trading(trading)
    , m_desk(trading.desk())
    , m_theme(theme)
    , m_position(new LadderPositionLine(theme, this))
    , m_row(new FlowLayout(this))
{
    setObjectName(u"ladderTradeBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_row->addWidget(m_position);
    m_armed = addButton(m_row, u"ladderArmed"_s);
    m_armed->setCheckable(true);
    QLayout *sizes = addGroup();
    for (std::size_t at = 0; at < TradeSettings::mostSizes; ++at) {
        m_sizes.push_back(addButton(sizes, u"ladderSize%1"_s.arg(at + 1)));
        m_sizes.back()->setCheckable(true);
        m_sizes.back()->setProperty("segment", true);
        m_sizes.back()->installEventFilter(this);
    }
    QLayout *whole = addGroup();
    m_flatten = addButton(whole, u"ladderFlatten"_s);
    m_reverse = addButton(whole, u"ladderReverse"_s);
    m_cancel = addButton(whole, u"ladderCancelAll"_s);
    for (QToolButton *button : { m_flatten, m_reverse, m_cancel })
        OnceClick::guard(button);
    connectParts();
    retranslate();
    restyle();
}

/// What belongs together goes to the next line together.
QLayout *LadderTradeBar::addGroup()
{
    auto *group = new QWidget(this);
    auto *row = new QHBoxLayout(group);
    row->setContentsMargins(0, 0, 0, 0);
    m_row->addWidget(group);
    m_groups.push_back(row);
    return row;
}

QToolButton *LadderTradeBar::addButton(QLayout *layout, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus); // a click leaves the focus with the ladder
    layout->addWidget(button);
    return button;
}

void LadderTradeBar::connectParts()
{
    for (std::size_t at = 0; at < m_sizes.size(); ++at)
        connect(m_sizes[at], &QToolButton::clicked, this, [this, at] { choose(at); });
    connect(m_flatten, &QToolButton::clicked, this, [this] { m_desk.flatten(m_trading.symbol()); });
    connect(m_reverse, &QToolButton::clicked, this, [this] { m_desk.reverse(m_trading.symbol()); });
    connect(m_cancel, &QToolButton::clicked, this,
            [this] { m_desk.cancelAll(m_trading.symbol()); });
    connect(m_armed, &QToolButton::clicked, &m_desk, &TradeDesk::setArmed);
    connect(&m_desk, &TradeDesk::armedChanged, m_armed, &QToolButton::setChecked);
    connect(&m_desk, &TradeDesk::settingsChanged, this, &LadderTradeBar::showSizes);
    connect(&m_desk, &TradeDesk::accountsChanged, this, &LadderTradeBar::showPosition);
    connect(&m_trading, &LadderTrading::changed, this, &LadderTradeBar::showPosition);
    connect(&m_theme, &Theme::changed, this, &LadderTradeBar::restyle);
    m_armed->setChecked(m_desk.isArmed());
}

// --- what is shown ------------------------------------------------------------------------------

QString LadderTradeBar::positionText() const
{
    return m_position->held();
}

QString LadderTradeBar::profitText() const
{
    return m_position->profit();
}

void LadderTradeBar::showPosition()
{
    const PaperAccountView *account = m_desk.account();
    const PositionRow *position = account ? account->position(m_trading.symbol()) : nullptr;
    const bool isHeld = position && !position->qty.isZero();
    m_flatten->setEnabled(isHeld);
    m_reverse->setEnabled(isHeld);
    if (!account)
        return m_position->show(tr("No paper account yet"), {}, ColorRole::MutedText);
    if (!isHeld)
        return m_position->show(tr("No position"), {}, ColorRole::MutedText);
    const bool isLong = position->qty > Qty();
    //: %1 is a quantity, %2 the average price of the position
    const QString pattern = isLong ? tr("Long %1 at %2") : tr("Short %1 at %2");
    m_position->show(pattern.arg(tradetext::qty(isLong ? position->qty : -position->qty),
                                 tradetext::average(position->average)),
                     tradetext::profit(position->unrealized),
                     position->isStale                    ? ColorRole::Stale
                         : position->unrealized < Money() ? ColorRole::Down
                                                          : ColorRole::Up);
}

void LadderTradeBar::showSizes()
{
    const TradeSettings &settings = m_desk.settings();
    for (std::size_t at = 0; at < m_sizes.size(); ++at) {
        QToolButton *button = m_sizes[at];
        button->setVisible(at < settings.sizes.size());
        if (at >= settings.sizes.size())
            continue;
        const QString text = tradetext::qty(settings.sizes[at]);
        button->setText(text);
        button->setChecked(settings.sizes[at] == settings.size);
        button->setAccessibleName(tr("Size %1").arg(text));
        button->setToolTip(
            tr("Orders of %1 by click and key. Right or double click: another size").arg(text));
    }
}

void LadderTradeBar::retranslate()
{
    m_flatten->setText(tr("Flatten"));
    m_flatten->setToolTip(
        tr("End the position at the market and cancel the symbol's working orders"));
    m_reverse->setText(tr("Reverse"));
    m_reverse->setToolTip(tr("A position of the same size on the other side, at the market"));
    m_cancel->setText(tr("Cancel all"));
    m_cancel->setToolTip(tr("Cancel the symbol's working orders"));
    m_armed->setText(tr("One-click"));
    m_armed->setToolTip(tr("Send orders without asking first"));
    showSizes();
    showPosition();
}

void LadderTradeBar::restyle()
{
    const int edge = m_theme.scaled(6);
    const int gap = m_theme.scaled(2);
    m_row->setContentsMargins(edge, gap, edge, gap);
    m_row->setSpacing(gap);
    for (QLayout *group : m_groups)
        group->setSpacing(gap);
    m_position->updateGeometry();
    m_position->update();
}

void LadderTradeBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

// --- sizes --------------------------------------------------------------------------------------

void LadderTradeBar::choose(std::size_t at)
{
    TradeSettings settings = m_desk.settings();
    settings.size = settings.sizes[at];
    m_desk.setSettings(settings);
    showSizes(); // the button of the chosen one stays down
}

void LadderTradeBar::editSize(std::size_t at)
{
    delete m_editor;
    m_editor = new QLineEdit(this);
    m_editor->setObjectName(u"ladderSizeEditor"_s);
    m_editor->setText(m_sizes[at]->text());
    m_editor->setAccessibleName(tr("Another size"));
    QRect place(m_sizes[at]->mapTo(this, QPoint()), m_sizes[at]->size());
    place.setWidth(std::max(place.width(), m_theme.scaled(editorWidth)));
    place.moveRight(std::min(place.right(), width() - 1));
    m_editor->setGeometry(place);
    m_editor->installEventFilter(this);
    connect(m_editor, &QLineEdit::returnPressed, this,
            [this, at] { takeSize(at, m_editor->text()); });
    m_editor->show();
    m_editor->selectAll();
    m_editor->setFocus();
}

void LadderTradeBar::takeSize(std::size_t at, const QString &text)
{
    const std::optional<Qty> size = tradeinput::qty(text);
    TradeSettings settings = m_desk.settings();
    if (!size || *size <= Qty() || at >= settings.sizes.size()) {
        emit m_desk.nothingToDo(tr("“%1” is no quantity: a number above 0 is needed.").arg(text));
        return m_editor->selectAll(); // to be typed again
    }
    settings.sizes[at] = *size;
    settings.size = *size;
    m_editor->deleteLater();
    m_editor = nullptr;
    m_desk.setSettings(settings);
}

bool LadderTradeBar::eventFilter(QObject *watched, QEvent *event)
{
    if (m_editor && watched == m_editor) {
        const bool isEscape = event->type() == QEvent::KeyPress
            && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
        if (isEscape || event->type() == QEvent::FocusOut) {
            m_editor->deleteLater();
            m_editor = nullptr;
            return isEscape;
        }
        return QWidget::eventFilter(watched, event);
    }
    const auto button = std::ranges::find(m_sizes, watched);
    const bool isRight = event->type() == QEvent::MouseButtonPress
        && static_cast<QMouseEvent *>(event)->button() == Qt::RightButton;
    if (button == m_sizes.end() || (!isRight && event->type() != QEvent::MouseButtonDblClick))
        return QWidget::eventFilter(watched, event);
    editSize(std::size_t(button - m_sizes.begin()));
    return true;
}

} // namespace tapeline
