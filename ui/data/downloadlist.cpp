#include "downloadlist.h"

#include "datadesk.h"
#include "downloadrow.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <ranges>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

DownloadList::DownloadList(const Theme &theme, DataDesk &desk, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_desk(desk)
{
    setObjectName(u"downloadList"_s);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget(this);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_empty = new QLabel(content);
    m_empty->setProperty("muted", true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(12);
    m_column->addWidget(m_empty);
    m_column->addStretch(1);
    setWidget(content);
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    connect(&desk, &DataDesk::downloadsChanged, this, &DownloadList::update);
    retranslate();
    update();
}

DownloadRow *DownloadList::rowOf(quint64 id)
{
    const auto known = std::ranges::find(m_rows, id, &DownloadRow::id);
    return known != m_rows.end() ? *known : new DownloadRow(m_theme, m_desk, widget());
}

/// A row keeps its place and its focus while its figures change.
void DownloadList::update()
{
    QList<DownloadRow *> wanted;
    for (const DownloadStatus &status : m_desk.downloads() | std::views::reverse) {
        DownloadRow *row = rowOf(status.order.id);
        row->setStatus(status);
        wanted.append(row);
    }
    removeOthers(wanted);
    for (qsizetype at = 0; at < wanted.size(); ++at)
        if (m_column->indexOf(wanted[at]) != int(at))
            m_column->insertWidget(int(at), wanted[at]);
    m_rows = wanted;
    m_empty->setVisible(wanted.isEmpty());
    QWidget *before = this;
    for (const DownloadRow *row : m_rows)
        for (QWidget *button : row->buttons()) {
            setTabOrder(before, button);
            before = button;
        }
}

void DownloadList::removeOthers(const QList<DownloadRow *> &wanted)
{
    for (DownloadRow *row : m_rows) {
        if (wanted.contains(row))
            continue;
        if (row->isAncestorOf(QApplication::focusWidget()))
            setFocus(); // and not the button of another row
        m_column->removeWidget(row);
        row->hide();
        row->deleteLater();
    }
}

void DownloadList::retranslate()
{
    setAccessibleName(tr("Downloads"));
    m_empty->setText(tr("Nothing is being downloaded."));
}

void DownloadList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QScrollArea::changeEvent(event);
}

} // namespace tapeline
