// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/latestonly.h"
#include "models/timelinecontent.h"

#include <QtWidgets/QWidget>

#include <memory>

class QAction;
class QComboBox;
class QLabel;
class QPushButton;
class QStackedLayout;
class QToolButton;

namespace kakuin::ui {

class FileSaver;
class MessageBar;
class TimelineChart;
class WrapLabel;

/// Every certificate along the time, with what a person needs around it: grouping, zoom, export as picture or calendar.
/// Shape:  one line a certificate, whatever the number of servers that hold it. Large organisations are made into lines
///         on the thread pool and appear a moment later. Selection, zoom and place stay through refreshes.
class TimelineView final : public QWidget {
    Q_OBJECT
public:
    explicit TimelineView(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(TimelineView)

    /// Null shows the empty page.
    void setEvaluation(const findings::EvaluationPtr &evaluation, const QDateTime &nowUtc);
    /// The clock went on; cheap enough for every minute.
    void setNow(const QDateTime &nowUtc);
    /// Selects the line of the certificate; while lines are being made, later.
    void select(const domain::CertificateId &id);
    [[nodiscard]] TimelineChart *chart() const { return m_chart; }

Q_SIGNALS:
    void certificateRequested(const kakuin::domain::CertificateId &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Form { Png, Svg, Calendar };
    void buildBar();
    void connectParts();
    void retranslate();
    void rebuild();
    void takeOver(models::TimelineContent content);
    void showState();
    void saveAs(Form form);
    void savePicture(Form form, const QString &name);
    void askWhere(Form form, const QString &name, const QByteArray &bytes);
    void saveCalendar(const QString &name);
    [[nodiscard]] models::TimelineGroupBy groupBy() const;

    findings::EvaluationPtr m_evaluation;
    QDateTime m_nowUtc;
    LatestOnly m_building;
    bool m_isBuilding = false;
    bool m_isDrawing = false; ///< a picture is being drawn
    std::optional<domain::Thumbprint> m_pending; ///< to be selected when its line has been made
    int m_leftOut = 0; ///< certificates that the calendar being saved does not hold

    QLabel *m_groupLabel = nullptr;
    QComboBox *m_group = nullptr;
    QToolButton *m_zoomOut = nullptr;
    QToolButton *m_zoomIn = nullptr;
    QToolButton *m_fit = nullptr;
    QPushButton *m_export = nullptr;
    QAction *m_png = nullptr;
    QAction *m_svg = nullptr;
    QAction *m_calendar = nullptr;
    MessageBar *m_message = nullptr;
    QStackedLayout *m_stack = nullptr;
    TimelineChart *m_chart = nullptr;
    QLabel *m_empty = nullptr;
    WrapLabel *m_note = nullptr; ///< what is not shown, and why
    FileSaver *m_saver = nullptr;
};

} // namespace kakuin::ui
