#pragma once

#include <QPixmap>
#include <QWidget>

namespace tapeline {

class Theme;

/// A picture as large as its room lets it be, with its name; or, where there is none, a word about
/// that.
class KeptPicture : public QWidget
{
    Q_OBJECT

public:
    /// The theme must outlive it.
    explicit KeptPicture(const Theme &theme, QWidget *parent = nullptr);

    void setNames(const QString &name, const QString &none);
    /// PNG; empty for none. What is no picture counts as none.
    void setPicture(const QByteArray &png);
    bool hasPicture() const { return !m_picture.isNull(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_none;
    QPixmap m_picture;
};

} // namespace tapeline
