// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/clixml/object.h"

#include <QtCore/QIODevice>

#include <memory>

namespace kakuin::clixml {

class ElementWriter;

/// Writes values as CLIXML, so that the Reader, and PowerShell's Import-Clixml or PSSerializer, read the same back.
/// Forms:   Document: `<Objs>` with any number of values, indented, as Export-Clixml makes a file;
///          Message: one bare element (`<Obj>`, `<S>` …) without root, namespace or white space, as PSRP sends it.
/// Shape:   write(value) for every value in order, then finish(). UTF-8 without byte order mark. Objects and type
///          chains that are shared are written once and referred to afterwards, over the whole document.
/// Memory:  streaming; two words for every object written, and the type chains. No object is kept alive.
/// Errors:  InvalidArgument: a second value of a message, a dictionary key that is null, an object with base value and
///          container, text that is none of its kind (a Decimal of letters); ClixmlLimitExceeded: objects nested deeper
///          than `mostDepth`; FileUnwritable: the device. The first one stays, and what the device then holds is
///          of no use.
/// Source:  MS-PSRP 2.2.5.
class Writer final {
public:
    enum class Form { Document, Message };
    static constexpr int mostDepth = 50; ///< of objects within objects: what the Reader, and .NET, read

    Writer(QIODevice &device, Form form);
    ~Writer();
    Q_DISABLE_COPY_MOVE(Writer)
    [[nodiscard]] Result<void> write(const Value &value);
    /// Ends the document; a document without values is legal, a message without one is InvalidArgument.
    [[nodiscard]] Result<void> finish();

private:
    std::unique_ptr<ElementWriter> m_elements;
    QIODevice &m_device;
    Form m_form;
    int m_values = 0;
};

/// A whole document in memory.
[[nodiscard]] Result<QByteArray> writeDocument(const QList<Value> &values);
/// One message in memory: `<Obj RefId="0">…</Obj>`, or a bare primitive.
[[nodiscard]] Result<QByteArray> writeMessage(const Value &value);

} // namespace kakuin::clixml
