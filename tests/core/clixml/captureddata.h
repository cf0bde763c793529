// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtTest/QTest>

/// Files of real servers; a test that needs them skips, and says so, where they are absent.
namespace captured {

inline QDir folder(const QString &name)
{
    return QDir(QStringLiteral(KAKUIN_CAPTURED_DATA) + u'/' + name);
}

inline QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace captured

#define SKIP_WITHOUT_CAPTURED(name)                                                                                    \
    if (!captured::folder(name).exists())                                                                              \
    QSKIP("captured data of real servers is not there; see CMake's KAKUIN_CAPTURED_DATA")
