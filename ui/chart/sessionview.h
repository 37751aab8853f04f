#pragma once

#include <QJsonObject>
#include <QMenu>

namespace tapeline {

class CommandRegistry;

/// Whether a chart shows extended hours and shades them: a menu of the chart that keeps what was
/// chosen.
class SessionView : public QMenu
{
    Q_OBJECT

public:
    explicit SessionView(QWidget *parent = nullptr);

    bool hidesExtended() const { return m_hide->isChecked(); }
    void setHidesExtended(bool hides);
    bool shadesExtended() const { return m_shade->isChecked(); }
    void setShadesExtended(bool shades);

    QJsonObject toJson() const;
    /// What it does not say is as at first: shown and shaded.
    void fromJson(const QJsonObject &json);

signals:
    /// Other bars are to be shown.
    void hidingChanged();
    void shadingChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QAction *m_hide;
    QAction *m_shade;
};

/// "chart.hide-extended" and "chart.shade-extended": for the chart at hand.
void addSessionCommands(CommandRegistry &commands);

} // namespace tapeline
