// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QStringList>

namespace kakuin::lint {

/// A file of this repository: path from the top folder with "/", and its text.
struct SourceFile final {
    QString path;
    QString text;
    QString blanked; ///< codeOnly(text) of a C++ file

    [[nodiscard]] bool isIn(const QString &folder) const { return path.startsWith(folder + QLatin1Char('/')); }
    [[nodiscard]] bool isHeader() const { return path.endsWith(QLatin1String(".h")); }
    [[nodiscard]] bool isCpp() const { return isHeader() || path.endsWith(QLatin1String(".cpp")); }
};

/// Every text file of the folders that hold code (app, bench, cmake, core, labserver, models, tests, text, tools, ui) and the
/// top CMakeLists.txt; build output is not among them. Read once per process.
[[nodiscard]] const QList<SourceFile> &sourceTree();

/// The same text with comments and the contents of string and character literals blanked, line by line in place.
[[nodiscard]] QString codeOnly(const QString &cpp);

/// "path:line" of an offset into a text.
[[nodiscard]] QString place(const SourceFile &file, qsizetype offset);

} // namespace kakuin::lint
