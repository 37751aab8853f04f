#pragma once

#include <QDockWidget>

namespace tapeline {

class Panel;

/// The dock around one panel, with the panel's header as its title bar. Closing hides it.
class PanelDock : public QDockWidget
{
    Q_OBJECT

public:
    explicit PanelDock(Panel *panel, QWidget *parent = nullptr);

    Panel *panel() const { return m_panel; }

signals:
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void showTitle(QString title);

    Panel *m_panel;
};

} // namespace tapeline
