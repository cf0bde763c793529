// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QStringList>

namespace kakuin::ui {

/// Words of the pages that are saved and printed.
class ReportText final {
    Q_DECLARE_TR_FUNCTIONS(ReportText)
public:
    [[nodiscard]] static QString language(); ///< "ja" or "en": of the texts that are in use
    [[nodiscard]] static QString title(const QString &organisation); ///< "Certificates of Contoso"
    [[nodiscard]] static QString made(const QDateTime &takenUtc, const QDateTime &nowUtc);
    [[nodiscard]] static QString summaryHeading();
    [[nodiscard]] static QString findingsHeading();
    [[nodiscard]] static QString nothingFound();
    [[nodiscard]] static QString countsHeader(int column); ///< severity, number
    [[nodiscard]] static QString whatToDo();
    [[nodiscard]] static QString concerned();
    [[nodiscard]] static QString evidence();
    [[nodiscard]] static QString inventoryHeading();
    [[nodiscard]] static QString serverHeading(const QString &name, const QString &version);
    [[nodiscard]] static QString notRead(const QString &why);
    [[nodiscard]] static QStringList certificateColumns();
    /// Header of the table by a key of docs/data.md.
    [[nodiscard]] static QString column(const QString &key);
    [[nodiscard]] static QString timelineHeading();
    [[nodiscard]] static QString timelineTooLarge();
    // the page of a plan
    [[nodiscard]] static QString runbookHeading();
    [[nodiscard]] static QString stepHeading(int number, const QString &words);
    [[nodiscard]] static QString expectedQuestions();
    [[nodiscard]] static QString checks();
    [[nodiscard]] static QString beforeYouStart();
    [[nodiscard]] static QString lateValues(); ///< what <1> stands for
    /// The plan's hash, for comparison with what runs.
    [[nodiscard]] static QString planHash(const QByteArray &hash);
    [[nodiscard]] static QString goesBack(); ///< general sentence on undoing
    [[nodiscard]] static QStringList signatureColumns();
};

} // namespace kakuin::ui
