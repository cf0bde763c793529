// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace kakuin::ui {

/// A page of PageWriter as PDF: A4, page numbers at the foot.
/// Cost:    about a second for a hundred pages; any thread while the program's fonts live.
[[nodiscard]] QByteArray pdfOf(const QString &html, const QString &title, bool isLandscape);

} // namespace kakuin::ui
