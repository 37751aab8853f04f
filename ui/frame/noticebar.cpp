#include "noticebar.h"

#include "theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

/// As wide as its text where there is room, in several lines where there is not.
class SentenceLabel : public QLabel
{
public:
    explicit SentenceLabel(QWidget *parent)
        : QLabel(parent)
    {
        setTextFormat(Qt::PlainText);
        setWordWrap(true);
    }

    QSize sizeHint() const override
    {
        const int wide = fontMetrics().size(0, text()).width() + 2;
        return { wide, heightForWidth(wide) };
    }
};

} // namespace

NoticeBar::NoticeBar(const Theme &theme, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_label(new SentenceLabel(this))
    , m_button(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName(objectName);
    setAttribute(Qt::WA_StyledBackground);
    setVisible(false);
    m_button->setFlat(true);
    m_button->setVisible(false);
    m_close->setIcon(theme.icon(u"close"_s));
    m_close->setVisible(false);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 3, 6, 3);
    row->addWidget(m_label);
    row->addWidget(m_button);
    row->addStretch(1);
    row->addWidget(m_close);
    connect(m_button, &QPushButton::clicked, this, &NoticeBar::actionRequested);
    connect(m_close, &QToolButton::clicked, this, [this] { setText({}); });

    const auto restyle = [this, &theme] {
        m_label->setFont(theme.font(FontRole::Small));
        m_button->setFont(theme.font(FontRole::Small));
        m_close->setIconSize({ theme.scaled(14), theme.scaled(14) });
    };
    connect(&theme, &Theme::changed, this, restyle);
    restyle();
    retranslate();
}

void NoticeBar::setText(const QString &text)
{
    m_label->setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
}

QString NoticeBar::text() const
{
    return m_label->text();
}

void NoticeBar::setAction(const QString &text)
{
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
}

void NoticeBar::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void NoticeBar::retranslate()
{
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss"));
}

void NoticeBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tapeline
