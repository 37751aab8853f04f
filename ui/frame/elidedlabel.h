#pragma once

#include <QWidget>

namespace tapeline {

/// One line of plain text that ends in an ellipsis where the room is too small, and then tells the
/// whole in its tooltip, unless it was given another.
class ElidedLabel : public QWidget
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString m_text;
};

} // namespace tapeline
