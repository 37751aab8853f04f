#pragma once

#include "companyfacts.h"

#include <QScrollArea>
#include <QUrl>

class QFormLayout;
class QLabel;
class QPushButton;

namespace tapeline {

class Theme;

/// What a company is: its figures, what it does, where it is, and the way to its web site.
class ProfileView : public QScrollArea
{
    Q_OBJECT

public:
    /// theme must outlive the view.
    explicit ProfileView(const Theme &theme, QWidget *parent = nullptr);

    void setDetails(const TickerDetails &details);

signals:
    void linkRequested(const QUrl &address);

private:
    void addLine(const QString &name, const QString &value);
    void restyle();

    const Theme &m_theme;
    QWidget *m_page;
    QFormLayout *m_lines;
    QLabel *m_description;
    QPushButton *m_site;
    QUrl m_address;
};

} // namespace tapeline
