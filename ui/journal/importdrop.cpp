#include "importdrop.h"

#include "theme.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QUrl>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int iconSize = 40;
constexpr int textWidth = 520;

/// The one file that is dragged; empty when it is something else.
QString fileOf(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

} // namespace

ImportDrop::ImportDrop(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_choose(new QPushButton(this))
    , m_forms(new QLabel(this))
    , m_complaint(new QLabel(this))
{
    setObjectName(u"importDrop"_s);
    setAcceptDrops(true);
    m_choose->setObjectName(u"chooseImport"_s);
    m_choose->setProperty("primary", true);
    m_complaint->setObjectName(u"importComplaint"_s);
    m_complaint->setProperty("wrong", true);
    m_forms->setProperty("muted", true);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(14);
    column->addStretch(2);
    for (QLabel *label : { m_icon, m_title })
        column->addWidget(label, 0, Qt::AlignHCenter);
    column->addWidget(m_choose, 0, Qt::AlignHCenter);
    for (QLabel *label : { m_forms, m_complaint }) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter);
        auto *row = new QHBoxLayout; // an alignment would forget the lines
        row->addStretch(1);
        row->addWidget(label);
        row->addStretch(1);
        column->addLayout(row);
    }
    column->addStretch(3);
    connect(m_choose, &QPushButton::clicked, this, &ImportDrop::chooseWanted);
    connect(&theme, &Theme::changed, this, &ImportDrop::restyle);
    setComplaint({});
    restyle();
    retranslate();
}

void ImportDrop::setComplaint(const QString &why)
{
    m_complaint->setText(why);
    m_complaint->setVisible(!why.isEmpty());
}

QString ImportDrop::complaint() const
{
    return m_complaint->text();
}

void ImportDrop::dragEnterEvent(QDragEnterEvent *event)
{
    if (fileOf(event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    m_isHovered = true;
    update();
}

void ImportDrop::dragLeaveEvent(QDragLeaveEvent *)
{
    m_isHovered = false;
    update();
}

void ImportDrop::dropEvent(QDropEvent *event)
{
    m_isHovered = false;
    update();
    if (const QString path = fileOf(event->mimeData()); !path.isEmpty()) {
        event->acceptProposedAction();
        emit dropped(path);
    }
}

void ImportDrop::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(m_theme.color(m_isHovered ? Palette::Role::Accent : Palette::Role::Border));
    pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(m_theme.color(m_isHovered ? Palette::Role::Hover : Palette::Role::Panel));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

void ImportDrop::restyle()
{
    const int size = m_theme.scaled(iconSize);
    m_icon->setPixmap(m_theme.icon(u"import"_s).pixmap(size, size));
    m_title->setFont(m_theme.font(FontRole::Heading));
    for (QLabel *label : { m_forms, m_complaint })
        label->setFixedWidth(m_theme.scaled(textWidth));
    update();
}

void ImportDrop::retranslate()
{
    m_title->setText(tr("Drop a file of fills here"));
    m_choose->setText(tr("Choose a file…"));
    m_forms->setText(
        tr("Activity statements and Flex queries of Interactive Brokers, account "
           "statements of thinkorswim, the transaction history of tastytrade, orders of "
           "Webull, and any table with a time, a symbol, a quantity and a price. CSV, "
           "also as .gz or .zst. Nothing is kept before you say so."));
    setAccessibleName(m_title->text());
}

void ImportDrop::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tapeline
