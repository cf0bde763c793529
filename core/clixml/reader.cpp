// SPDX-License-Identifier: MIT
#include "core/clixml/reader.h"

#include "core/clixml/documentparser.h"

#include <QtCore/QBuffer>

namespace kakuin::clixml {

Reader::Reader(Limits limits)
    : m_limits(limits)
{
}

Result<void> Reader::readEach(QIODevice &device, const std::function<bool(Value)> &sink) const
{
    if (!device.isReadable())
        return fail(ErrorCode::FileUnreadable, {}, device.errorString());
    return DocumentParser(device, m_limits).run(sink);
}

Result<QList<Value>> Reader::readAll(const QByteArray &document) const
{
    QBuffer buffer;
    buffer.setData(document);
    buffer.open(QIODevice::ReadOnly);
    QList<Value> values;
    return readEach(buffer, [&values](Value value) {
        values.append(std::move(value));
        return true;
    }).transform([&values] { return std::move(values); });
}

} // namespace kakuin::clixml
