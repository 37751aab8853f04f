#include "localapipage.h"

#include "credentialstore.h"
#include "settings.h"
#include "theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

LocalApiPage::LocalApiPage(const Theme &theme, Settings &settings, QWidget *parent)
    : SettingsPage(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_intro(new QLabel(this))
    , m_enabled(new QCheckBox(this))
    , m_portLabel(new QLabel(this))
    , m_portBox(new QSpinBox(this))
    , m_tokenLabel(new QLabel(this))
    , m_tokenText(new QLabel(this))
    , m_copy(new QPushButton(this))
    , m_renew(new QPushButton(this))
    , m_renewNote(new QLabel(this))
    , m_stateIcon(new QLabel(this))
    , m_state(new QLabel(this))
{
    m_enabled->setObjectName(u"localApiEnabled"_s);
    m_portBox->setObjectName(u"localApiPort"_s);
    m_tokenText->setObjectName(u"localApiToken"_s);
    m_copy->setObjectName(u"copyToken"_s);
    m_renew->setObjectName(u"renewToken"_s);
    m_state->setObjectName(u"localApiState"_s);
    m_portBox->setRange(Settings::localApiPortMin, Settings::localApiPortMax);
    m_portBox->setKeyboardTracking(false); // "87" on the way to "8765" is no port
    m_portBox->setGroupSeparatorShown(false);
    for (QLabel *text : { m_intro, m_renewNote, m_state })
        text->setWordWrap(true);
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copy->setAutoDefault(false);
    m_renew->setAutoDefault(false);
    assemble();
    connectParts();
    retranslate();
}

void LocalApiPage::assemble()
{
    auto *token = new QHBoxLayout;
    token->setSpacing(8);
    token->addWidget(m_tokenText, 1);
    token->addWidget(m_copy);
    token->addWidget(m_renew);
    auto *state = new QHBoxLayout;
    state->setSpacing(8);
    state->addWidget(m_stateIcon, 0, Qt::AlignTop);
    state->addWidget(m_state, 1);

    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(18);
    form->setVerticalSpacing(12);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_portLabel->setBuddy(m_portBox);
    form->addRow(m_intro);
    form->addRow(m_enabled);
    form->addRow(m_portLabel, m_portBox);
    form->addRow(m_tokenLabel, token);
    form->addRow(QString(), m_renewNote);
    form->addRow(state);
}

void LocalApiPage::connectParts()
{
    connect(m_enabled, &QCheckBox::toggled, &m_settings, &Settings::setLocalApiEnabled);
    connect(m_portBox, &QSpinBox::valueChanged, &m_settings, &Settings::setLocalApiPort);
    connect(m_copy, &QPushButton::clicked, this, &LocalApiPage::copyToken);
    connect(m_renew, &QPushButton::clicked, this, &LocalApiPage::renewRequested);
    connect(&m_settings, &Settings::localApiChanged, this, &LocalApiPage::showSettings);
    connect(&m_theme, &Theme::changed, this, &LocalApiPage::showState);
}

QString LocalApiPage::id() const
{
    return u"localapi"_s;
}

QString LocalApiPage::title() const
{
    return tr("Local API");
}

QString LocalApiPage::icon() const
{
    return u"link"_s;
}

void LocalApiPage::setToken(const QString &token)
{
    m_token = token;
    m_tokenText->setText(maskedKey(token));
    m_copy->setEnabled(!token.isEmpty());
}

void LocalApiPage::setState(quint16 port, const QString &detail)
{
    m_port = port;
    m_detail = detail;
    showState();
}

void LocalApiPage::copyToken()
{
    QGuiApplication::clipboard()->setText(m_token);
}

void LocalApiPage::showSettings()
{
    const QSignalBlocker quietSwitch(m_enabled);
    const QSignalBlocker quietPort(m_portBox);
    m_enabled->setChecked(m_settings.localApiEnabled());
    m_portBox->setValue(m_settings.localApiPort());
}

void LocalApiPage::showState()
{
    const bool failed = m_port == 0 && !m_detail.isEmpty();
    const int size = m_theme.scaled(16);
    const QIcon icon = failed ? m_theme.icon(u"warning"_s, ColorRole::Stale)
                              : m_theme.icon(m_port > 0 ? u"check"_s : u"offline"_s);
    m_stateIcon->setPixmap(icon.pixmap(size, size));
    if (m_port > 0)
        m_state->setText(tr("Listening on http://127.0.0.1:%1").arg(m_port));
    else if (failed)
        m_state->setText(
            tr("Port %1 cannot be used: another program may have it. Choose another one.")
                .arg(m_settings.localApiPort()));
    else
        m_state->setText(tr("Switched off: nothing listens."));
    m_state->setToolTip(m_detail);
}

void LocalApiPage::retranslate()
{
    m_intro->setText(tr("Programs on this computer can read the paper accounts and send paper "
                        "orders. Nothing can be reached from other computers, and nothing without "
                        "the token. The help says how: “Local API”."));
    m_enabled->setText(tr("&Let programs on this computer use the paper accounts"));
    m_portLabel->setText(tr("&Port"));
    m_tokenLabel->setText(tr("Token"));
    m_copy->setText(tr("&Copy"));
    m_renew->setText(tr("&New token"));
    m_renewNote->setText(tr("A new token shuts out every program that knows the one before."));
    m_enabled->setAccessibleName(m_enabled->text().remove(u'&'));
    m_portBox->setAccessibleName(m_portLabel->text().remove(u'&'));
    m_copy->setAccessibleName(tr("Copy the token"));
    m_tokenText->setAccessibleName(tr("Token"));
    showSettings();
    showState();
}

void LocalApiPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    SettingsPage::changeEvent(event);
}

} // namespace tapeline
