#pragma once

#include "statuspace.h"

#include <QWidget>

#include <array>

class QLabel;

namespace tapeline {

class Theme;

/// What is connected at this moment, as a few named values.
class ConnectionSummary : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionSummary(const Theme &theme, QWidget *parent = nullptr);

    void setStatus(const SessionStatus &status) { m_pace.setStatus(status); }

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum Field { Source, Stream, Latency, Rate, Requests, Losses, Market, Plan, FieldCount };
    struct Row
    {
        QLabel *name = nullptr;
        QLabel *value = nullptr;
        QWidget *cell = nullptr; ///< the value, with its icon where it has one
    };

    const SessionStatus &status() const { return m_pace.status(); }
    void makeField(Field field);
    void arrange(bool wide);
    void say(Field field, const QString &text, const QString &toolTip = {});
    void restyle();
    void refresh();
    void showStream();
    void showTraffic();
    void showMarket();
    void showPlan();
    void retranslate();

    const Theme &m_theme;
    StatusPace m_pace;
    QLabel *m_streamIcon;
    std::array<Row, FieldCount> m_rows;
    bool m_wide = true;
};

} // namespace tapeline
