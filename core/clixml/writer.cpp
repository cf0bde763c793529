// SPDX-License-Identifier: MIT
#include "core/clixml/writer.h"

#include "core/clixml/elementwriter.h"

#include <QtCore/QBuffer>

namespace kakuin::clixml {
namespace {

using namespace Qt::StringLiterals;

Result<QByteArray> written(const QList<Value> &values, Writer::Form form)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    Writer writer(buffer, form);
    for (const Value &value : values) {
        if (auto outcome = writer.write(value); !outcome)
            return tl::unexpected<Error>(outcome.error());
    }
    return writer.finish().transform([&buffer] { return buffer.data(); });
}

} // namespace

Writer::Writer(QIODevice &device, Form form)
    : m_elements(std::make_unique<ElementWriter>(device))
    , m_device(device)
    , m_form(form)
{
    if (form == Form::Document)
        m_elements->startDocument();
}

Writer::~Writer() = default;

Result<void> Writer::write(const Value &value)
{
    if (m_form == Form::Message && m_values > 0)
        return fail(ErrorCode::InvalidArgument, {}, u"a message holds one value"_s);
    ++m_values;
    m_elements->writeValue(value);
    if (m_elements->error())
        return tl::unexpected<Error>(*m_elements->error());
    if (m_elements->hasXmlError())
        return fail(ErrorCode::FileUnwritable, {}, m_device.errorString());
    return {};
}

Result<void> Writer::finish()
{
    if (m_elements->error())
        return tl::unexpected<Error>(*m_elements->error());
    if (m_form == Form::Message && m_values == 0)
        return fail(ErrorCode::InvalidArgument, {}, u"a message holds one value"_s);
    if (m_form == Form::Document)
        m_elements->endDocument();
    if (m_elements->hasXmlError())
        return fail(ErrorCode::FileUnwritable, {}, m_device.errorString());
    return {};
}

Result<QByteArray> writeDocument(const QList<Value> &values)
{
    return written(values, Writer::Form::Document);
}

Result<QByteArray> writeMessage(const Value &value)
{
    return written({value}, Writer::Form::Message);
}

} // namespace kakuin::clixml
