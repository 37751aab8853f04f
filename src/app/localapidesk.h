#pragma once

#include "secretfile.h"

#include <QObject>

namespace tapeline {

class DeskSession;
class MainWindow;
class SecretMask;
class Settings;

/// The local API of the desk as the settings want it. Its token is made once for each data folder,
/// kept in a file that only the user can read ("local-api"), and hidden in every log.
class LocalApiDesk : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    LocalApiDesk(Settings &settings, DeskSession &session, SecretMask &mask, const QString &dataDir,
                 QObject *parent = nullptr);

    QString token() const { return m_token; }
    /// Its page in the settings.
    void addTo(MainWindow &window);

public slots:
    /// Nobody who knows the token before is let in any more.
    void renew();

signals:
    void tokenChanged(const QString &token);

private:
    void useToken(const QString &token);
    void apply();
    void note(quint16 port, const QString &error);

    Settings &m_settings;
    DeskSession &m_session;
    SecretMask &m_mask;
    SecretFile m_file;
    QString m_token;
    quint16 m_port = 0;
    QString m_error;
};

} // namespace tapeline
