// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/certificate.h"
#include "core/x509/description.h"
#include "models/fieldlistmodel.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// Every field of a certificate in words.
/// Shape:  without a description (it takes a moment, or the bytes do not parse) the groups that need none.
///         Everything that comes from the certificate is made safe to show and bounded.
class FieldText final {
    Q_DECLARE_TR_FUNCTIONS(FieldText)
public:
    [[nodiscard]] static QList<models::FieldGroup> groups(
        const domain::Certificate &certificate, const x509::CertificateDescription *description);

private:
    [[nodiscard]] static models::FieldGroup certificateGroup(
        const domain::Certificate &certificate, const x509::CertificateDescription *description);
    [[nodiscard]] static models::FieldGroup exchangeGroup(const domain::Certificate &certificate);
    [[nodiscard]] static models::FieldGroup useGroup(const x509::CertificateDescription &description);
    [[nodiscard]] static models::FieldGroup extensionGroup(const x509::CertificateDescription &description);
    [[nodiscard]] static QString generalName(const x509::GeneralName &name);
    [[nodiscard]] static QString keyUsage(const QString &rfcName);
};

} // namespace kakuin::ui
