// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/clixml/escapes.h"
#include "core/clixml/object.h"

#include <QtCore/QIODevice>

#include <functional>

namespace kakuin::clixml {

/// Bounds against hostile or broken input. Exceeding one is ClixmlLimitExceeded, with the position.
struct Limits final {
    int xmlDepth = 200;
    int objectDepth = 50;
    int graphDepth = 1'000; ///< of objects within objects once references are followed: destructors recurse
    qint64 nodes = 1'000'000; ///< elements and comments of one document
    int propertiesPerObject = 100'000;
    int typeNamesPerObject = 1'000;
    qint64 textBytes = 64LL * 1024 * 1024; ///< one text or base64 value, as UTF-16
    qint64 documentBytes = 1024LL * 1024 * 1024;
    bool keepsBrokenBytes = false; ///< base64 that is none arrives as its text: what follows in the file is still read
};

/// Reads a CLIXML document (`<Objs>` of a file, or the bare element of a message) value by value.
/// Shape:   readEach(device, sink): sink(value) for every top-level value in order; it may return false to stop.
/// Memory:  streaming; holds one top-level value plus the tables of shared objects and type chains of the document.
/// Encoding: UTF-8 with or without BOM, US-ASCII, UTF-16 with BOM, each also after the line "#< CLIXML" that PowerShell
///           writes to a redirected stream; anything else is UnsupportedEncoding. Characters that XML
///           forbids but PowerShell writes (references such as &#xFFFE;) arrive as U+FFFD.
/// Errors:  MalformedClixml, ClixmlForbiddenConstruct (DTD, entity, processing instruction), ClixmlLimitExceeded;
///          detail begins "line L, column C: ". Values delivered before the error stay delivered.
/// Source:  MS-PSRP 2.2.5; ECMA-335 has no part in it.
class Reader final {
public:
    explicit Reader(Limits limits = {});
    [[nodiscard]] Result<void> readEach(QIODevice &device, const std::function<bool(Value)> &sink) const;
    [[nodiscard]] Result<QList<Value>> readAll(const QByteArray &document) const;

private:
    Limits m_limits;
};

} // namespace kakuin::clixml
