#pragma once

#include <QWidget>

class QToolButton;

namespace tapeline {

class TapeMeter;
class TapeModel;
class Theme;

/// The strip above the tape: filter, grouping, sound, and how fast the tape runs.
class TapeBar : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the bar.
    TapeBar(TapeModel &model, const Theme &theme, QWidget *parent = nullptr);

    QToolButton *filterButton() const { return m_filter; }
    TapeMeter *meter() const { return m_meter; }
    void setSound(bool on);

signals:
    void filterRequested();
    void groupingChosen(bool on);
    void soundChosen(bool on);

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addButton(const QString &name, const QString &icon, bool checkable);
    void retranslate();
    void restyle();
    void showRules();

    TapeModel &m_model;
    const Theme &m_theme;
    QToolButton *m_filter;
    QToolButton *m_group;
    QToolButton *m_sound;
    TapeMeter *m_meter;
};

} // namespace tapeline
