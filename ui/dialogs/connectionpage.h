#pragma once

#include "capabilities.h"
#include "probefinding.h"
#include "settingspage.h"

#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace tapeline {

class CredentialStore;
class KeyField;
class PlanForm;
class Settings;
class Theme;

/// What the environment decides in place of the page.
struct ConnectionOverrides
{
    std::optional<PlanSet> plans;
    QString plansFrom; ///< name of the variable: "MASSIVE_TIER"
    QString keyFrom; ///< "MASSIVE_API_KEY"; whether there is one is known to the CredentialStore
};

/// Key and plans of the service: asks what they open, and keeps them when they are accepted, not
/// before. Whoever hears testRequested() and detectRequested() asks the service and answers with
/// showProbing() and showFindings().
class ConnectionPage : public SettingsPage
{
    Q_OBJECT

public:
    /// theme, settings and store outlive the page.
    ConnectionPage(const Theme &theme, Settings &settings, CredentialStore &store,
                   const ConnectionOverrides &overrides, QWidget *parent = nullptr);

    QString id() const override;
    QString title() const override;
    QString icon() const override;

public slots:
    /// A product is being asked for.
    void showProbing(tapeline::Product product);
    /// The question waits, because the requests of this minute are used up.
    void showWaiting();
    /// The service was asked; after detectRequested() the plans become the ones found.
    void showFindings(const tapeline::ProbeFindings &findings);

signals:
    void testRequested(const QString &key, const tapeline::PlanSet &plans);
    void detectRequested(const QString &key);
    /// What is still being asked is not wanted any more.
    void probeCancelled();
    /// Key and plans are kept, and the settings say that the service is to be used.
    void serviceAccepted();
    /// The simulated market is wanted; the settings say so.
    void simulatedChosen();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class Asking : quint8 { Nothing, Test, Detect };
    enum class Storing : quint8 { Nothing, Save, Remove };
    enum class Tone : quint8 { Plain, Good, Bad };

    QPushButton *addButton(const QString &name, void (ConnectionPage::*slot)());
    void connectStore();

    void test();
    void detect();
    void cancel();
    void useKey();
    void forgetKey();
    void useSimulated();
    void accept();
    /// The key to ask with; complains and gives nothing when there is none.
    std::optional<QString> usableKey();
    void startAsking(Asking what);
    void stopAsking();
    void dropUnaccepted();
    void onRemoved();
    void onStoreFailed(const QString &detail);

    bool keyOverridden() const;

    // connectionpageview.cpp
    void assemble();
    void addKeyPart(QVBoxLayout *column);
    void addPlanPart(QVBoxLayout *column);
    void restyle();
    /// detail is shown below the text: why, as the service or the system says it.
    void say(Tone tone, const QString &text, const QString &detail = {});
    static QString reasonsText(const ProbeFindings &findings);
    QString keptText() const;
    void updateControls();
    void showStored();
    void showPlans();
    void retranslate();

    const Theme &m_theme;
    Settings &m_settings;
    CredentialStore &m_store;
    const ConnectionOverrides m_overrides;
    Asking m_asking = Asking::Nothing;
    Storing m_storing = Storing::Nothing;
    Tone m_tone = Tone::Plain;
    QString m_said;
    QString m_saidDetail;

    QLabel *m_intro;
    QLabel *m_keyLabel;
    KeyField *m_key;
    QLabel *m_kept;
    QLabel *m_plansLabel;
    PlanForm *m_plans;
    QLabel *m_plansNote;
    QLabel *m_progressText;
    QProgressBar *m_progress;
    QLabel *m_messageIcon;
    QLabel *m_message;
    QPushButton *m_test;
    QPushButton *m_forget;
    QPushButton *m_detect;
    QPushButton *m_cancel;
    QPushButton *m_simulated;
    QPushButton *m_use;
};

} // namespace tapeline
