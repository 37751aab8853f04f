#include "tradetabledelegate.h"

#include "theme.h"
#include "tradetablemodel.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto cellKey = "cell"; // of an editor: the cell it was made for

} // namespace

TradeTableDelegate::TradeTableDelegate(const TradeTableModel &model, const Theme &theme,
                                       QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, &TradeTableDelegate::restyle);
    restyle();
}

void TradeTableDelegate::restyle()
{
    m_text.setFont(m_theme.font(FontRole::Text), 1);
    m_strong.setFont(m_theme.font(FontRole::Strong), 1);
    m_edge = m_theme.scaled(6);
}

int TradeTableDelegate::rowHeight() const
{
    return m_text.height() + m_theme.scaled(8);
}

int TradeTableDelegate::defaultWidth(int column) const
{
    const TradeTableModel::ColumnLook look = m_model.looks()[std::size_t(column)];
    const QString sample = QString::fromLatin1(look.sample);
    if (sample.isEmpty())
        return m_theme.scaled(26);
    const GlyphCache &font = look.isStrong ? m_strong : m_text;
    return int(std::ceil(font.width(sample))) + 2 * m_edge;
}

// --- painting --------------------------------------------------------------------------------

QColor TradeTableDelegate::textColor(const QModelIndex &index) const
{
    if (index.data(TradeTableModel::PendingRole).toBool())
        return m_theme.color(ColorRole::Warning);
    if (index.data(TradeTableModel::StaleRole).toBool()
        || index.data(TradeTableModel::EndedRole).toBool())
        return m_theme.color(ColorRole::MutedText);
    const int sign = index.data(TradeTableModel::SignRole).toInt();
    return m_theme.color(sign > 0 ? ColorRole::Up : sign < 0 ? ColorRole::Down : ColorRole::Text);
}

void TradeTableDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    for (GlyphCache *glyphs : { &m_text, &m_strong })
        glyphs->setFont(glyphs->font(), ratio);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, m_theme.color(ColorRole::Selection));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, m_theme.color(ColorRole::Hover));
    if (index.column() == 0 && index.data(TradeTableModel::CurrentRole).toBool())
        painter->fillRect(QRect(option.rect.topLeft(), QSize(m_edge / 3, option.rect.height())),
                          m_theme.color(ColorRole::Accent));
    const QString icon = index.data(TradeTableModel::IconRole).toString();
    if (!icon.isEmpty()) {
        paintIcon(*painter, option, icon);
        return;
    }
    const auto &look = m_model.looks()[std::size_t(index.column())];
    GlyphCache &glyphs = look.isStrong ? m_strong : m_text;
    glyphs.drawElided(*painter, option.rect.adjusted(m_edge, 0, -m_edge, 0),
                      look.isText ? Qt::AlignLeft : Qt::AlignRight, index.data().toString(),
                      textColor(index));
}

void TradeTableDelegate::paintIcon(QPainter &painter, const QStyleOptionViewItem &option,
                                   const QString &name) const
{
    const bool isAtHand = option.state & (QStyle::State_MouseOver | QStyle::State_Selected);
    const int side = m_theme.scaled(14);
    QRect box(0, 0, side, side);
    box.moveCenter(option.rect.center());
    m_theme.icon(name, isAtHand ? ColorRole::Text : ColorRole::MutedText).paint(&painter, box);
}

// --- typing ----------------------------------------------------------------------------------

QWidget *TradeTableDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                          const QModelIndex &index) const
{
    if (!m_take)
        return nullptr;
    auto *field = new QLineEdit(parent);
    field->setObjectName(u"cellField"_s);
    field->setAccessibleName(m_model.headerData(index.column(), Qt::Horizontal).toString());
    field->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    field->setFont(m_theme.font(FontRole::Text));
    return field;
}

/// Once: figures that change meanwhile do not take away what is being typed.
void TradeTableDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *field = qobject_cast<QLineEdit *>(editor);
    if (!field || field->property(cellKey).isValid())
        return;
    field->setProperty(cellKey, QVariant::fromValue(QPersistentModelIndex(index)));
    field->setText(index.data().toString());
    field->selectAll();
}

void TradeTableDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                              const QModelIndex &) const
{
    QRect room = option.rect;
    room.setLeft(std::min(room.left(), room.right() - m_theme.scaled(90)));
    editor->setGeometry(room);
}

/// Return sends; leaving the field in any other way forgets.
bool TradeTableDelegate::eventFilter(QObject *watched, QEvent *event)
{
    auto *field = qobject_cast<QLineEdit *>(watched);
    if (!field || event->type() != QEvent::KeyPress)
        return QStyledItemDelegate::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape)
        emit complained({});
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return QStyledItemDelegate::eventFilter(watched, event);
    const auto cell = field->property(cellKey).value<QPersistentModelIndex>();
    const QString why = cell.isValid() ? m_take(cell, field->text()) : QString();
    emit complained(why);
    if (why.isEmpty())
        emit closeEditor(field, NoHint);
    else
        field->selectAll();
    return true;
}

} // namespace tapeline
