#pragma once

#include "timestamp.h"

#include <QString>
#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace tapeline {

class ElidedLabel;
class SeekSlider;
class Theme;

/// Where a replay stands.
struct ReplayState
{
    QString fileName;
    Timestamp from {}; ///< first event
    Timestamp to {}; ///< last event; epoch while unknown
    Timestamp at {};
    bool playing = true;
    double speed = 1;

    friend bool operator==(const ReplayState &, const ReplayState &) = default;
};

/// Speeds on offer for a replay and for the simulated market.
inline constexpr int deskSpeeds[] = { 1, 2, 5, 10, 50, 100 };

/// Play, speed and position of a recording.
class ReplayBar : public QWidget
{
    Q_OBJECT

public:
    explicit ReplayBar(const Theme &theme, QWidget *parent = nullptr);

    void setState(const ReplayState &state);

signals:
    void playRequested(bool play);
    void speedRequested(double speed);
    void seekRequested(tapeline::Timestamp to);

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    void refresh();

    const Theme &m_theme;
    ReplayState m_state;
    QToolButton *m_play;
    QComboBox *m_speed;
    ElidedLabel *m_file;
    SeekSlider *m_progress;
    QLabel *m_position;
};

} // namespace tapeline
