// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/assigndraft.h"
#include "ui/wizards/shared/formpage.h"

namespace kakuin::ui {

/// Which services the certificate gets, from whom it takes them, and whether it takes internal transport over.
class ServicesPage final : public FormPage {
    Q_OBJECT
public:
    explicit ServicesPage(plan::AssignDraft &draft, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    void enter() override;

protected:
    void retranslate() override;

private:
    [[nodiscard]] QString noteFor(domain::Service service) const;
    [[nodiscard]] QString nameOf(const domain::Thumbprint &thumbprint) const;
    void write();
    void bind();
    void update();

    plan::AssignDraft &m_draft;
    WrapLabel *m_servicesHeading = nullptr;
    QList<Option> m_services; ///< in the order of domain::allServices()
    Option m_optionalSsl;
    WrapLabel *m_transportHeading = nullptr;
    WrapLabel *m_holder = nullptr;
    Choice m_take;
    Choice m_leave;
    bool m_isBinding = false;
};

} // namespace kakuin::ui
