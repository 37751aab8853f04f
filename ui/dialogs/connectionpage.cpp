#include "connectionpage.h"

#include "credentialstore.h"
#include "findingtext.h"
#include "keyfield.h"
#include "planform.h"
#include "settings.h"
#include "theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

QLabel *makeText(QWidget *parent, bool muted = false)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("muted", muted);
    return label;
}

} // namespace

ConnectionPage::ConnectionPage(const Theme &theme, Settings &settings, CredentialStore &store,
                               const ConnectionOverrides &overrides, QWidget *parent)
    : SettingsPage(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_store(store)
    , m_overrides(overrides)
    , m_intro(makeText(this))
    , m_keyLabel(new QLabel(this))
    , m_key(new KeyField(theme, this))
    , m_kept(makeText(this, true))
    , m_plansLabel(new QLabel(this))
    , m_plans(new PlanForm(theme, this))
    , m_plansNote(makeText(this, true))
    , m_progressText(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_messageIcon(new QLabel(this))
    , m_message(makeText(this))
    , m_test(addButton(u"testButton"_s, &ConnectionPage::test))
    , m_forget(addButton(u"forgetButton"_s, &ConnectionPage::forgetKey))
    , m_detect(addButton(u"detectButton"_s, &ConnectionPage::detect))
    , m_cancel(addButton(u"cancelButton"_s, &ConnectionPage::cancel))
    , m_simulated(addButton(u"simulatedButton"_s, &ConnectionPage::useSimulated))
    , m_use(addButton(u"useButton"_s, &ConnectionPage::useKey))
{
    m_kept->setObjectName(u"keptText"_s);
    m_plansNote->setObjectName(u"plansNote"_s);
    m_message->setObjectName(u"connectionMessage"_s);
    m_progressText->setObjectName(u"progressText"_s);
    m_use->setProperty("primary", true);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    assemble();

    connect(m_key, &KeyField::confirmed, this, &ConnectionPage::test);
    connect(m_key, &KeyField::edited, this, [this] {
        m_plans->clearResults(); // they spoke of another key
        say(Tone::Plain, {});
        updateControls();
    });
    connect(m_plans, &PlanForm::edited, this, [this] { say(Tone::Plain, {}); });
    connect(&m_settings, &Settings::plansChanged, this, &ConnectionPage::showPlans);
    connect(&m_theme, &Theme::changed, this, &ConnectionPage::restyle);
    connectStore();
    showPlans();
    retranslate();
    restyle();
}

QString ConnectionPage::id() const
{
    return u"connection"_s;
}

QString ConnectionPage::title() const
{
    return tr("Connection");
}

QString ConnectionPage::icon() const
{
    return u"connection"_s;
}

QPushButton *ConnectionPage::addButton(const QString &name, void (ConnectionPage::*slot)())
{
    auto *button = new QPushButton(this);
    button->setObjectName(name);
    button->setAutoDefault(false); // Enter in the key field tests, whatever the dialog thinks
    connect(button, &QPushButton::clicked, this, slot);
    return button;
}

void ConnectionPage::connectStore()
{
    connect(&m_store, &CredentialStore::loaded, this, &ConnectionPage::showStored);
    connect(&m_store, &CredentialStore::saved, this, [this] {
        showStored();
        if (std::exchange(m_storing, Storing::Nothing) == Storing::Save)
            accept();
    });
    connect(&m_store, &CredentialStore::removed, this, &ConnectionPage::onRemoved);
    connect(&m_store, &CredentialStore::failed, this, &ConnectionPage::onStoreFailed);
}

bool ConnectionPage::keyOverridden() const
{
    return m_store.isOverridden();
}

// --- asking ------------------------------------------------------------------------------------

std::optional<QString> ConnectionPage::usableKey()
{
    const bool typed = !keyOverridden() && m_key->problem() != KeyField::Problem::Empty;
    const QString key = typed ? m_key->key() : m_store.key();
    if (key.isEmpty())
        say(Tone::Bad, tr("Enter a key first. You find it in your account at massive.com."));
    else if (typed && m_key->problem() == KeyField::Problem::IllFormed)
        say(Tone::Bad,
            tr("This is no key: a key has no spaces and only plain letters, digits and "
               "signs. Nothing was sent."));
    else
        return key;
    m_key->setFocus();
    return std::nullopt;
}

void ConnectionPage::test()
{
    if (m_asking != Asking::Nothing)
        return;
    if (const std::optional<QString> key = usableKey()) {
        startAsking(Asking::Test);
        emit testRequested(*key, m_plans->plans());
    }
}

void ConnectionPage::detect()
{
    if (const std::optional<QString> key = usableKey()) {
        startAsking(Asking::Detect);
        emit detectRequested(*key);
    }
}

void ConnectionPage::startAsking(Asking what)
{
    m_asking = what;
    m_plans->clearResults();
    m_progressText->setText(tr("Asking the service…"));
    say(Tone::Plain, {});
    updateControls();
    m_cancel->setFocus(); // the button that was pressed is disabled now
}

void ConnectionPage::stopAsking()
{
    QPushButton *asked = m_asking == Asking::Detect ? m_detect : m_test;
    const bool wasHere = m_cancel->hasFocus();
    m_asking = Asking::Nothing;
    m_plans->stopAsking();
    updateControls();
    if (wasHere)
        asked->setFocus();
}

void ConnectionPage::cancel()
{
    if (m_asking == Asking::Nothing)
        return;
    stopAsking();
    say(Tone::Plain, tr("Stopped. Nothing was changed."));
    emit probeCancelled();
}

void ConnectionPage::showProbing(Product product)
{
    if (m_asking == Asking::Nothing)
        return;
    m_plans->showAsking(product);
    m_progressText->setText(askingText(product));
}

void ConnectionPage::showWaiting()
{
    if (m_asking != Asking::Nothing)
        m_progressText->setText(tr("Waiting for the plan's limit: at most a minute…"));
}

void ConnectionPage::showFindings(const ProbeFindings &findings)
{
    if (m_asking == Asking::Nothing)
        return; // was cancelled
    if (m_asking == Asking::Detect) {
        PlanSet plans = m_plans->plans();
        for (const ProbeFinding &finding : findings)
            if (finding.plan)
                plans.set(finding.product, *finding.plan);
        m_plans->setPlans(plans);
    }
    stopAsking();
    m_plans->showFindings(findings);
    const auto works = [](const ProbeFinding &finding) {
        return finding.verdict == ProbeFinding::Verdict::Works;
    };
    if (std::any_of(findings.begin(), findings.end(), works))
        say(Tone::Good, tr("The service answers. Press “Use this key” to keep it."),
            reasonsText(findings));
    else
        say(Tone::Bad, tr("Nothing can be had with this key."), reasonsText(findings));
}

// --- deciding ----------------------------------------------------------------------------------

void ConnectionPage::useKey()
{
    const std::optional<QString> key = usableKey();
    if (!key)
        return;
    if (*key == m_store.key()) {
        accept();
        return;
    }
    m_storing = Storing::Save;
    updateControls();
    m_store.save(*key);
}

void ConnectionPage::accept()
{
    if (!m_overrides.plans)
        m_settings.setPlans(m_plans->plans());
    m_settings.setUsesService(true);
    m_key->clear();
    showStored();
    say(Tone::Good, tr("The key is in use."));
    emit serviceAccepted();
}

void ConnectionPage::forgetKey()
{
    m_storing = Storing::Remove;
    updateControls();
    m_store.remove();
}

void ConnectionPage::onRemoved()
{
    m_storing = Storing::Nothing;
    m_plans->clearResults();
    showStored();
    if (!m_settings.usesService()) {
        say(Tone::Good, tr("The key was removed."));
        return;
    }
    useSimulated();
    say(Tone::Good, tr("The key was removed. The desk shows the simulated market."));
}

void ConnectionPage::onStoreFailed(const QString &detail)
{
    const Storing wanted = std::exchange(m_storing, Storing::Nothing);
    updateControls();
    if (wanted == Storing::Save)
        say(Tone::Bad, tr("The key could not be kept. It is not in use; try again."), detail);
    else if (wanted == Storing::Remove)
        say(Tone::Bad, tr("The key could not be removed. It is still kept; try again."), detail);
}

void ConnectionPage::useSimulated()
{
    m_settings.setUsesService(false);
    if (keyOverridden())
        //: %1 is the name of an environment variable
        say(Tone::Good,
            tr("The desk shows the simulated market until it is closed. It starts on "
               "the service for as long as %1 is set.")
                .arg(m_overrides.keyFrom));
    else
        say(Tone::Good, tr("The desk shows the simulated market."));
    emit simulatedChosen();
}

// --- events ------------------------------------------------------------------------------------

void ConnectionPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    SettingsPage::changeEvent(event);
}

/// Enter presses the button that has the focus and never one of the dialog's.
void ConnectionPage::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter) {
        SettingsPage::keyPressEvent(event);
        return;
    }
    if (auto *button = qobject_cast<QPushButton *>(focusWidget()); button && button->hasFocus())
        button->click();
}

void ConnectionPage::showEvent(QShowEvent *event)
{
    SettingsPage::showEvent(event);
    restyle(); // the dialog's style sheet took the fonts when the page was put into it
}

/// Questions whose answers nobody sees are not asked on. Another page leaves what was entered as
/// it is, but for the sight of the key; with the dialog it goes.
void ConnectionPage::hideEvent(QHideEvent *event)
{
    SettingsPage::hideEvent(event);
    if (event->spontaneous())
        return;
    cancel();
    m_key->conceal();
    if (!window()->isVisible())
        dropUnaccepted();
}

void ConnectionPage::dropUnaccepted()
{
    m_key->clear();
    if (m_storing != Storing::Nothing)
        return; // it was accepted; its end is said when the page is seen again
    m_plans->clearResults();
    showPlans();
    say(Tone::Plain, {});
}

} // namespace tapeline
