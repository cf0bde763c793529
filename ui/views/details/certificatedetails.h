// SPDX-License-Identifier: MIT
#pragma once

#include "text/nextstep.h"

#include <QtWidgets/QTabWidget>

namespace kakuin::ui {

class FieldsTab;
class OverviewTab;
class PemTab;
class SheetPage;

/// One certificate: Overview, Fields, Usage, PEM. The tab stays when another certificate is shown.
class CertificateDetails final : public QTabWidget {
    Q_OBJECT
public:
    explicit CertificateDetails(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(CertificateDetails)

    void show(const CertificateContext &context);

Q_SIGNALS:
    void nextStepPressed(const kakuin::advice::Task &task);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    std::optional<CertificateContext> m_context;
    OverviewTab *m_overview = nullptr;
    FieldsTab *m_fields = nullptr;
    SheetPage *m_usage = nullptr;
    SheetPage *m_dependencies = nullptr;
    PemTab *m_pem = nullptr;
};

} // namespace kakuin::ui
