// SPDX-License-Identifier: MIT
#pragma once

#include "ui/help/guide.h"

#include <QtCore/QTimer>
#include <QtWidgets/QTextBrowser>

#include <memory>

namespace kakuin::ui {

/// Shows a page of the guide: our own Markdown and pictures, and nothing else. It opens no file and no connection;
/// other addresses are reported.
class GuideBrowser final : public QTextBrowser {
    Q_OBJECT
public:
    explicit GuideBrowser(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(GuideBrowser)

    /// The same place in another language stays open; the way back is forgotten.
    void setGuide(std::shared_ptr<const Guide> guide);
    void show(const QString &page, const QString &anchor = {});
    [[nodiscard]] QString page() const { return Guide::pageOf(m_url); }
    void setZoom(int percent);
    /// Marks every place where the words stand; goes to the first one after the cursor, or after the beginning.
    /// `goes`: false marks only.
    int mark(const QString &words, bool goes);
    void goToMark(bool isForward);
    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;

Q_SIGNALS:
    void pageChanged();
    void foreignLinkClicked(const QUrl &url);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void follow(const QUrl &url);
    void style();
    void fitPictures();
    [[nodiscard]] QUrl baseUrl() const;
    [[nodiscard]] int pictureRoom() const;
    [[nodiscard]] QVariant picture(const QUrl &name) const;

    std::shared_ptr<const Guide> m_guide;
    QTimer m_fit;
    QUrl m_url;
    QString m_words;
    int m_pictureWidth = 600; ///< the widest that is shown, in device-independent pixels
    bool m_isStyling = false;
};

} // namespace kakuin::ui
