#include "checklistview.h"

#include "theme.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

ChecklistView::ChecklistView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_name(new QLabel(this))
    , m_keep(new QPushButton(this))
    , m_list(new QVBoxLayout)
    , m_field(new QLineEdit(this))
{
    setObjectName(u"checklist"_s);
    m_name->setProperty("muted", true);
    m_keep->setObjectName(u"checklistKeep"_s);
    m_keep->setFlat(true);
    m_field->setObjectName(u"checklistField"_s);
    m_field->setMaxLength(longestItem);
    auto *head = new QHBoxLayout;
    head->addWidget(m_name, 1);
    head->addWidget(m_keep);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(head);
    column->addLayout(m_list);
    column->addWidget(m_field);
    connect(m_field, &QLineEdit::returnPressed, this, &ChecklistView::add);
    connect(m_keep, &QPushButton::clicked, this, [this] {
        QStringList items;
        for (const ChecklistItem &item : m_items)
            items.append(item.text);
        emit templateChosen(items);
    });
    connect(&theme, &Theme::changed, this, &ChecklistView::restyle);
    retranslate();
}

void ChecklistView::setItems(const std::vector<ChecklistItem> &items, bool isTemplate)
{
    m_keep->setVisible(!isTemplate && !items.empty());
    if (items == m_items)
        return;
    m_items = items;
    rebuild();
}

void ChecklistView::rebuild()
{
    for (QWidget *old : std::exchange(m_rows, {})) {
        m_list->removeWidget(old);
        old->hide(); // a button of it may be the one that was clicked
        old->deleteLater();
    }
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        m_rows.append(row(i));
        m_list->addWidget(m_rows.last());
    }
    showProgress();
    restyle();
}

QWidget *ChecklistView::row(std::size_t index)
{
    auto *line = new QWidget(this);
    auto *box = new QCheckBox(line);
    box->setObjectName(u"checklistItem"_s);
    QString text = m_items[index].text;
    box->setText(text.replace(u'&', u"&&"_s));
    box->setToolTip(m_items[index].text);
    box->setChecked(m_items[index].isDone);
    box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *remove = new QToolButton(line);
    remove->setObjectName(u"checklistRemove"_s);
    remove->setIcon(m_theme.icon(u"close"_s));
    remove->setFocusPolicy(Qt::TabFocus);
    remove->setToolTip(tr("Take the item away"));
    remove->setAccessibleName(tr("Take “%1” away").arg(m_items[index].text));
    auto *parts = new QHBoxLayout(line);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->addWidget(box, 1);
    parts->addWidget(remove);
    connect(box, &QCheckBox::toggled, this, [this, index](bool isDone) {
        m_items[index].isDone = isDone;
        tell();
    });
    connect(remove, &QToolButton::clicked, this, [this, index] { this->remove(index); });
    line->show();
    return line;
}

void ChecklistView::add()
{
    const QString text = m_field->text().simplified();
    const bool isThere = std::ranges::find(m_items, text, &ChecklistItem::text) != m_items.end();
    if (text.isEmpty() || isThere || m_items.size() >= mostItems)
        return;
    m_field->clear();
    m_items.push_back({ text });
    rebuild();
    tell();
}

void ChecklistView::remove(std::size_t index)
{
    m_items.erase(m_items.begin() + std::ptrdiff_t(index));
    m_field->setFocus();
    rebuild();
    tell();
}

void ChecklistView::tell()
{
    m_keep->setVisible(!m_items.empty());
    showProgress();
    emit itemsChosen(m_items);
}

void ChecklistView::showProgress()
{
    const auto done = std::ranges::count(m_items, true, &ChecklistItem::isDone);
    //: Heading: how many items of the checklist are done
    m_name->setText(tr("Checklist %1/%2").arg(done).arg(m_items.size()));
}

void ChecklistView::retranslate()
{
    setAccessibleName(tr("Checklist"));
    m_keep->setText(tr("Use every day"));
    m_keep->setToolTip(tr("New days begin with these items"));
    m_field->setPlaceholderText(tr("Add an item"));
    m_field->setAccessibleName(tr("Add an item to the checklist"));
    rebuild();
}

void ChecklistView::restyle()
{
    layout()->setSpacing(m_theme.scaled(3));
    m_list->setSpacing(0);
    const int side = m_theme.scaled(10);
    for (QToolButton *button : findChildren<QToolButton *>())
        button->setIconSize({ side, side });
    for (QWidget *part : findChildren<QWidget *>())
        part->setFont(m_theme.font(part->inherits("QCheckBox") ? FontRole::Text : FontRole::Small));
}

void ChecklistView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tapeline
