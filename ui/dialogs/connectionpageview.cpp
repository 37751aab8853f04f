// How ConnectionPage is laid out and what it says.

#include "connectionpage.h"
#include "credentialstore.h"
#include "keyfield.h"
#include "planform.h"
#include "planwords.h"
#include "settings.h"
#include "theme.h"

#include <QHash>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

/// What is read scrolls where the room is small; what decides stays below it.
void ConnectionPage::assemble()
{
    auto *content = new QWidget(this);
    auto *parts = new QVBoxLayout(content);
    parts->setContentsMargins(0, 0, 10, 0);
    parts->setSpacing(6);
    parts->addWidget(m_intro);
    addKeyPart(parts);
    addPlanPart(parts);
    parts->addStretch(1);

    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);

    auto *message = new QHBoxLayout;
    message->setSpacing(8);
    message->addWidget(m_messageIcon, 0, Qt::AlignTop);
    message->addWidget(m_message, 1);
    auto *decide = new QHBoxLayout;
    decide->addWidget(m_simulated);
    decide->addStretch(1);
    decide->addWidget(m_use);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(scroll, 1);
    column->addLayout(message);
    column->addLayout(decide);
    QList<QWidget *> order = m_key->fields();
    order << m_test << m_forget << m_plans->fields() << m_detect << m_cancel << m_simulated
          << m_use;
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

void ConnectionPage::addKeyPart(QVBoxLayout *column)
{
    m_keyLabel->setBuddy(m_key->edit());
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_test);
    buttons->addWidget(m_forget);
    buttons->addStretch(1);
    column->addSpacing(10);
    column->addWidget(m_keyLabel);
    column->addWidget(m_key);
    column->addWidget(m_kept);
    column->addSpacing(4);
    column->addLayout(buttons);
}

void ConnectionPage::addPlanPart(QVBoxLayout *column)
{
    auto *asking = new QHBoxLayout;
    asking->setSpacing(10);
    asking->addWidget(m_detect);
    asking->addWidget(m_cancel);
    asking->addWidget(m_progressText);
    asking->addWidget(m_progress, 1);
    asking->addStretch(0);
    column->addSpacing(14);
    column->addWidget(m_plansLabel);
    column->addWidget(m_plans);
    column->addWidget(m_plansNote);
    column->addSpacing(2);
    column->addLayout(asking);
}

void ConnectionPage::restyle()
{
    m_keyLabel->setFont(m_theme.font(FontRole::Strong));
    m_plansLabel->setFont(m_theme.font(FontRole::Strong));
    m_kept->setFont(m_theme.font(FontRole::Small));
    m_plansNote->setFont(m_theme.font(FontRole::Small));
    say(m_tone, m_said, m_saidDetail);
}

void ConnectionPage::say(Tone tone, const QString &text, const QString &detail)
{
    m_tone = tone;
    m_said = text;
    m_saidDetail = detail;
    m_message->setText(detail.isEmpty() ? text : QString(text + u'\n' + detail));
    m_message->setAccessibleName(m_message->text());
    m_message->setVisible(!text.isEmpty());
    m_messageIcon->setVisible(tone != Tone::Plain && !text.isEmpty());
    const QIcon icon = tone == Tone::Bad ? m_theme.icon(u"warning"_s, ColorRole::Error)
                                         : m_theme.icon(u"check"_s, ColorRole::Success);
    const int side = m_theme.scaled(16);
    m_messageIcon->setPixmap(icon.pixmap(QSize(side, side), devicePixelRatioF()));
}

/// A line for each reason why something cannot be had, with what it was said of.
QString ConnectionPage::reasonsText(const ProbeFindings &findings)
{
    QStringList reasons;
    QHash<QString, QStringList> products;
    qsizetype told = 0; // findings that could have failed
    for (const ProbeFinding &finding : findings) {
        if (finding.verdict == ProbeFinding::Verdict::NotOffered)
            continue;
        ++told;
        if (finding.verdict == ProbeFinding::Verdict::Works || finding.detail.isEmpty())
            continue;
        if (!reasons.contains(finding.detail))
            reasons << finding.detail;
        products[finding.detail] << productTitle(finding.product);
    }
    for (QString &reason : reasons) {
        const QStringList &of = products[reason];
        if (of.size() < told)
            //: %1 are asset classes, %2 why they cannot be had, as the service says it
            reason = tr("%1: %2").arg(of.join(tr(", ")), reason);
    }
    return reasons.join(u'\n');
}

QString ConnectionPage::keptText() const
{
    switch (m_store.place()) {
    case KeyPlace::Environment:
        //: %1 is the name of an environment variable
        return tr("%1 in the environment overrides the key kept here, and whether the desk starts "
                  "on the simulated market.")
            .arg(m_overrides.keyFrom);
    case KeyPlace::Keychain:
        return tr("Your key is kept in the system's keychain.");
    case KeyPlace::PrivateFile:
        return tr("Your key is kept in a private file that only you can read, because no keychain "
                  "answered.");
    case KeyPlace::None:
        break;
    }
    return tr("The key will be kept in the system's keychain; where none answers, in a private "
              "file that only you can read.");
}

void ConnectionPage::updateControls()
{
    const bool idle = m_asking == Asking::Nothing && m_storing == Storing::Nothing;
    const bool stored
        = m_store.place() == KeyPlace::Keychain || m_store.place() == KeyPlace::PrivateFile;
    m_key->setEnabled(idle && !keyOverridden());
    m_plans->setEditable(idle && !m_overrides.plans);
    m_test->setEnabled(idle);
    m_detect->setEnabled(idle && !m_overrides.plans);
    m_forget->setEnabled(idle && stored);
    m_simulated->setEnabled(m_storing == Storing::Nothing);
    m_use->setEnabled(idle);
    const bool asking = m_asking != Asking::Nothing;
    m_cancel->setVisible(asking);
    m_detect->setVisible(!asking);
    m_progress->setVisible(asking);
    m_progressText->setVisible(asking);
}

void ConnectionPage::showStored()
{
    m_key->setPlaceholder(m_store.key().isEmpty() ? tr("Paste your key here")
                                                  : maskedKey(m_store.key()));
    m_kept->setText(keptText());
    m_key->setAccessibleTexts(tr("Key"), m_kept->text());
    m_plansNote->setVisible(m_overrides.plans.has_value());
    //: %1 is the name of an environment variable
    m_plansNote->setText(
        tr("%1 in the environment overrides the plans chosen here.").arg(m_overrides.plansFrom));
    updateControls();
}

void ConnectionPage::showPlans()
{
    m_plans->setPlans(m_overrides.plans ? *m_overrides.plans : m_settings.plans());
}

void ConnectionPage::retranslate()
{
    m_intro->setText(tr("With a key of massive.com the desk shows real prices, as recent as your "
                        "plan allows. Without one it shows its simulated market."));
    m_keyLabel->setText(tr("&Key"));
    m_plansLabel->setText(tr("What you have bought"));
    m_test->setText(tr("&Test connection"));
    m_forget->setText(tr("&Forget key"));
    m_detect->setText(tr("&Detect my plan"));
    m_detect->setToolTip(tr("Asks the service what the key opens and fills the plans in."));
    m_cancel->setText(tr("&Cancel"));
    m_simulated->setText(tr("Use the &simulated market"));
    m_use->setText(tr("&Use this key"));
    m_progress->setAccessibleName(tr("Asking the service…"));
    say(Tone::Plain, {});
    showStored();
}

} // namespace tapeline
