#pragma once

#include <QWidget>

class QLabel;

namespace tapeline {

class Theme;

/// One figure of an account with its name above it.
class FigureTile : public QWidget
{
    Q_OBJECT

public:
    explicit FigureTile(const Theme &theme, QWidget *parent = nullptr);

    void setName(const QString &name);
    /// sign colours the figure: +1 gain, -1 loss, 0 neither. An old one is muted.
    void setFigure(const QString &text, int sign = 0, bool isStale = false);
    QString text() const;

private:
    void restyle();

    const Theme &m_theme;
    QLabel *m_name;
    QLabel *m_figure;
};

} // namespace tapeline
