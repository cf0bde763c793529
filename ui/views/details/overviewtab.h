// SPDX-License-Identifier: MIT
#pragma once

#include "text/nextstep.h"

#include <QtWidgets/QWidget>

namespace kakuin::ui {

class FactSheet;
class LifeBar;
class NextStepBox;
class ThumbprintLabel;
class WrapLabel;

/// A certificate at a glance: name, life, what it does, what stops without it, what to do now.
class OverviewTab final : public QWidget {
    Q_OBJECT
public:
    explicit OverviewTab(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(OverviewTab)

    void show(const CertificateContext &context);

Q_SIGNALS:
    void nextStepPressed(const kakuin::advice::Task &task);

private:
    WrapLabel *m_name = nullptr;
    WrapLabel *m_subtitle = nullptr;
    ThumbprintLabel *m_thumbprint = nullptr;
    LifeBar *m_life = nullptr;
    FactSheet *m_sheet = nullptr;
    NextStepBox *m_next = nullptr;
};

} // namespace kakuin::ui
