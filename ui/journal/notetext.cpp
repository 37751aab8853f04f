#include "notetext.h"

#include "theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QTextBrowser>
#include <QTextDocument>
#include <QToolButton>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Shows text and nothing else: whatever a text names is not loaded, from here or elsewhere.
class SilentBrowser : public QTextBrowser
{
public:
    using QTextBrowser::QTextBrowser;

    QVariant loadResource(int type, const QUrl &) override
    {
        if (type != QTextDocument::ImageResource)
            return QByteArray();
        // Qt reads a picture from its file itself where it is given none
        QImage nothing(1, 1, QImage::Format_ARGB32_Premultiplied);
        nothing.fill(Qt::transparent);
        return nothing;
    }
};

} // namespace

NoteText::NoteText(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_name(new QLabel(this))
    , m_preview(new QToolButton(this))
    , m_pages(new QStackedWidget(this))
    , m_field(new QPlainTextEdit(this))
    , m_shown(new SilentBrowser(this))
    , m_offer(new QWidget(this))
    , m_address(new QLabel(m_offer))
    , m_open(new QToolButton(m_offer))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored); // takes what is left over
    m_name->setProperty("muted", true);
    m_name->setBuddy(m_field);
    m_preview->setObjectName(u"notePreview"_s);
    m_preview->setProperty("segment", true);
    m_preview->setCheckable(true);
    m_field->setObjectName(u"noteField"_s);
    m_field->setTabChangesFocus(true);
    m_shown->setObjectName(u"noteShown"_s);
    m_shown->setOpenLinks(false);
    m_address->setObjectName(u"noteAddress"_s);
    m_address->setTextFormat(Qt::PlainText);
    m_address->setWordWrap(true);
    m_open->setObjectName(u"noteOpenLink"_s);
    m_open->setProperty("framed", true);
    auto *head = new QHBoxLayout;
    head->addWidget(m_name, 1);
    head->addWidget(m_preview);
    m_pages->addWidget(m_field);
    m_pages->addWidget(m_shown);
    auto *offer = new QHBoxLayout(m_offer);
    offer->setContentsMargins(0, 0, 0, 0);
    offer->addWidget(m_address, 1);
    offer->addWidget(m_open);
    m_offer->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(head);
    column->addWidget(m_pages, 1);
    column->addWidget(m_offer);
    setFocusProxy(m_field);

    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &NoteText::commit);
    connect(m_field, &QPlainTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    m_field->installEventFilter(this);
    connect(m_preview, &QToolButton::toggled, this, &NoteText::setPreviewed);
    connect(m_shown, &QTextBrowser::anchorClicked, this, &NoteText::offerLink);
    connect(m_open, &QToolButton::clicked, this, [this] {
        m_offer->hide();
        emit linkRequested(m_link);
    });
    connect(&theme, &Theme::changed, this, &NoteText::restyle);
    retranslate();
    restyle();
}

void NoteText::setNames(const QString &name, const QString &prompt)
{
    m_name->setText(name);
    m_field->setAccessibleName(name);
    m_shown->setAccessibleName(name);
    m_field->setPlaceholderText(prompt);
}

QString NoteText::text() const
{
    return m_field->toPlainText();
}

void NoteText::setText(const QString &text)
{
    if (m_awaited && *m_awaited != text)
        return; // of before it was handed on
    m_awaited.reset();
    const bool isBeingTyped = this->text() != m_told;
    m_told = text;
    if (isBeingTyped || text == this->text())
        return;
    m_field->setPlainText(text);
    m_pause.stop();
    showPreview();
}

void NoteText::restart(const QString &text)
{
    m_told = text;
    m_awaited.reset();
    m_field->setPlainText(text);
    m_pause.stop();
    m_offer->hide();
    showPreview();
}

void NoteText::setUnwritten(const QString &known)
{
    m_told = known;
    m_awaited.reset();
}

void NoteText::commit()
{
    m_pause.stop();
    const QString typed = text().left(longest);
    if (typed == m_told)
        return;
    m_told = typed;
    m_awaited = typed;
    emit textChosen(typed);
}

bool NoteText::isPreviewed() const
{
    return m_pages->currentWidget() == m_shown;
}

void NoteText::setPreviewed(bool on)
{
    commit();
    m_preview->setChecked(on);
    m_pages->setCurrentWidget(on ? static_cast<QWidget *>(m_shown) : m_field);
    m_offer->hide();
    showPreview();
    setFocusProxy(m_pages->currentWidget());
}

void NoteText::showPreview()
{
    if (isPreviewed())
        m_shown->document()->setMarkdown(text(), QTextDocument::MarkdownNoHTML);
}

/// A link says what it likes: its address is shown before it is opened.
void NoteText::offerLink(const QUrl &address)
{
    const bool isPage = address.scheme() == "http"_L1 || address.scheme() == "https"_L1;
    m_link = isPage ? address : QUrl();
    m_address->setText(
        isPage ? address.toDisplayString()
               : tr("Only http and https addresses are opened: %1").arg(address.toDisplayString()));
    m_open->setVisible(isPage);
    m_offer->show();
}

bool NoteText::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::FocusOut)
        commit();
    return QWidget::eventFilter(watched, event);
}

void NoteText::hideEvent(QHideEvent *event)
{
    commit();
    QWidget::hideEvent(event);
}

void NoteText::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void NoteText::retranslate()
{
    m_preview->setText(tr("Preview"));
    m_preview->setToolTip(tr("Show the text as it is meant: **bold**, lists, headings"));
    m_open->setText(tr("Open"));
}

void NoteText::restyle()
{
    setMinimumHeight(m_theme.scaled(110));
    layout()->setSpacing(m_theme.scaled(2));
    m_name->setFont(m_theme.font(FontRole::Small));
    m_preview->setFont(m_theme.font(FontRole::Small));
    m_address->setFont(m_theme.font(FontRole::Small));
    m_open->setFont(m_theme.font(FontRole::Small));
    m_field->setFont(m_theme.font(FontRole::Text));
    m_shown->document()->setDefaultFont(m_theme.font(FontRole::Text));
}

} // namespace tapeline
