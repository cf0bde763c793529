// SPDX-License-Identifier: MIT
#pragma once

#include "text/certificatecontext.h"
#include "ui/views/details/factsheet.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// What is said about one certificate, as blocks: pure functions of the picture and the time.
/// What was not read is said to be not known, never left out.
class CertificateSheet final {
    Q_DECLARE_TR_FUNCTIONS(CertificateSheet)
public:
    /// "CN=MBX01 · on MBX01 · self-signed"
    [[nodiscard]] static QString subtitle(const CertificateContext &context);
    /// What it does; If it expires or is removed.
    [[nodiscard]] static QList<SheetBlock> overview(const CertificateContext &context);
    /// Roles with their sources, the same certificate on other servers, its generations.
    [[nodiscard]] static QList<SheetBlock> usage(const CertificateContext &context);
    /// What would break if it were gone: the pre-flight of a removal, with its evidence.
    [[nodiscard]] static QList<SheetBlock> dependencies(const CertificateContext &context);
    /// Several certificates at once.
    [[nodiscard]] static QList<SheetBlock> selection(const QList<CertificateContext> &contexts, int vanished);

private:
    [[nodiscard]] static QList<SheetBlock> mailPorts(const CertificateContext &context);
    [[nodiscard]] static QList<SheetBlock> notKnown(const CertificateContext &context);
    [[nodiscard]] static QList<SheetBlock> distribution(const CertificateContext &context);
    [[nodiscard]] static QList<SheetBlock> generations(const CertificateContext &context);
};

} // namespace kakuin::ui
