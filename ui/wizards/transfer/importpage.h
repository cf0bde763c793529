// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/importdraft.h"
#include "ui/wizards/shared/formpage.h"

class QLineEdit;
class QListWidget;
class QPushButton;

namespace kakuin::ui {

class PasswordFields;

/// Which file, what it holds, and on which servers it goes.
class ImportPage final : public FormPage {
    Q_OBJECT
public:
    explicit ImportPage(plan::ImportDraft &draft, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    void enter() override;

protected:
    void retranslate() override;

private:
    void choose();
    void open();
    void fillServers();
    void check();

    plan::ImportDraft &m_draft;
    WrapLabel *m_fileHeading = nullptr;
    QLineEdit *m_path = nullptr;
    QPushButton *m_browse = nullptr;
    PasswordFields *m_password = nullptr;
    QPushButton *m_open = nullptr;
    WrapLabel *m_summary = nullptr;
    WrapLabel *m_serversHeading = nullptr;
    QListWidget *m_servers = nullptr;
    Option m_exportable;
    bool m_isBinding = false;
};

} // namespace kakuin::ui
