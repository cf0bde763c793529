// SPDX-License-Identifier: MIT
#include "core/remote/wsmanrequest.h"

#include "core/remote/wsmannames.h"

#include <QtCore/QXmlStreamWriter>

namespace kakuin::remote {

using namespace Qt::StringLiterals;

struct WsmanRequest::Header final {
    QString action;
    QUuid message;
    QString shell; ///< empty: none yet
    std::chrono::seconds timeout;
    QString option; ///< name; empty: none
    QString optionValue;
    bool mustComply = false;
};

namespace {

QString upper(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces).toUpper();
}

void understood(QXmlStreamWriter &xml, bool must)
{
    xml.writeAttribute(wsman::soap, u"mustUnderstand"_s, must ? u"true"_s : u"false"_s);
}

void plain(QXmlStreamWriter &xml, const QString &space, const QString &name, const QString &text, bool must)
{
    xml.writeStartElement(space, name);
    understood(xml, must);
    xml.writeCharacters(text);
    xml.writeEndElement();
}

void language(QXmlStreamWriter &xml, const QString &space, const QString &name, const QString &locale)
{
    xml.writeStartElement(space, name);
    understood(xml, false);
    xml.writeAttribute(u"xml:lang"_s, locale);
    xml.writeEndElement();
}

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

} // namespace

WsmanRequest::WsmanRequest(WsmanSessionFacts facts)
    : m_facts(std::move(facts))
{
}

QByteArray WsmanRequest::envelope(const Header &header, const std::function<void(QXmlStreamWriter &)> &body) const
{
    QByteArray text;
    QXmlStreamWriter xml(&text);
    xml.writeNamespace(wsman::soap, u"s"_s);
    xml.writeNamespace(wsman::addressing, u"a"_s);
    xml.writeNamespace(wsman::management, u"w"_s);
    xml.writeNamespace(wsman::microsoft, u"p"_s);
    xml.writeNamespace(wsman::shell, u"rsp"_s);
    xml.writeStartElement(wsman::soap, u"Envelope"_s);
    xml.writeStartElement(wsman::soap, u"Header"_s);
    plain(xml, wsman::addressing, u"Action"_s, header.action, true);
    language(xml, wsman::microsoft, u"DataLocale"_s, m_facts.dataLocale);
    language(xml, wsman::management, u"Locale"_s, m_facts.locale);
    plain(xml, wsman::management, u"MaxEnvelopeSize"_s, QString::number(m_facts.maxEnvelopeBytes), true);
    xml.writeTextElement(wsman::addressing, u"MessageID"_s, u"uuid:"_s + upper(header.message));
    xml.writeTextElement(wsman::management, u"OperationTimeout"_s, u"PT%1S"_s.arg(header.timeout.count()));
    xml.writeStartElement(wsman::addressing, u"ReplyTo"_s);
    plain(xml, wsman::addressing, u"Address"_s, wsman::anonymous, true);
    xml.writeEndElement();
    plain(xml, wsman::management, u"ResourceURI"_s, m_facts.resourceUri, true);
    plain(xml, wsman::microsoft, u"SessionId"_s, u"uuid:"_s + upper(m_facts.sessionId), false);
    xml.writeTextElement(wsman::addressing, u"To"_s, m_facts.url);
    if (!header.option.isEmpty()) {
        xml.writeStartElement(wsman::management, u"OptionSet"_s);
        understood(xml, true);
        xml.writeStartElement(wsman::management, u"Option"_s);
        xml.writeAttribute(u"Name"_s, header.option);
        if (header.mustComply)
            xml.writeAttribute(u"MustComply"_s, u"true"_s);
        xml.writeCharacters(header.optionValue);
        xml.writeEndElement();
        xml.writeEndElement();
    }
    if (!header.shell.isEmpty()) {
        xml.writeStartElement(wsman::management, u"SelectorSet"_s);
        xml.writeStartElement(wsman::management, u"Selector"_s);
        xml.writeAttribute(u"Name"_s, u"ShellId"_s);
        xml.writeCharacters(header.shell);
        xml.writeEndElement();
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeStartElement(wsman::soap, u"Body"_s);
    body(xml);
    xml.writeEndElement();
    xml.writeEndElement();
    return text;
}

QByteArray WsmanRequest::create(const QUuid &message, const QUuid &shell, const QByteArray &fragments) const
{
    const Header header{wsman::transfer + u"/Create"_s, message, {}, openTimeout, u"protocolversion"_s, u"2.3"_s, true};
    return envelope(header, [&](QXmlStreamWriter &xml) {
        xml.writeStartElement(wsman::shell, u"Shell"_s);
        xml.writeAttribute(u"ShellId"_s, upper(shell));
        xml.writeTextElement(wsman::shell, u"InputStreams"_s, u"stdin pr"_s);
        xml.writeTextElement(wsman::shell, u"OutputStreams"_s, u"stdout"_s);
        // PowerShell declares its namespace on the element itself, without a prefix
        xml.writeStartElement(u"creationXml"_s);
        xml.writeAttribute(u"xmlns"_s, wsman::powerShell);
        xml.writeCharacters(base64(fragments));
        xml.writeEndElement();
        xml.writeEndElement();
    });
}

QByteArray WsmanRequest::command(
    const QUuid &message, const QString &shell, const QUuid &command, const QByteArray &fragments) const
{
    const Header header{wsman::shell + u"/Command"_s, message, shell, openTimeout, {}, {}, false};
    return envelope(header, [&](QXmlStreamWriter &xml) {
        xml.writeStartElement(wsman::shell, u"CommandLine"_s);
        xml.writeAttribute(u"CommandId"_s, upper(command));
        xml.writeEmptyElement(wsman::shell, u"Command"_s);
        xml.writeTextElement(wsman::shell, u"Arguments"_s, base64(fragments));
        xml.writeEndElement();
    });
}

QByteArray WsmanRequest::send(const QUuid &message, const QString &shell, const QString &command, bool isPromptResponse,
    const QByteArray &fragments) const
{
    const Header header{wsman::shell + u"/Send"_s, message, shell, controlTimeout, {}, {}, false};
    return envelope(header, [&](QXmlStreamWriter &xml) {
        xml.writeStartElement(wsman::shell, u"Send"_s);
        xml.writeStartElement(wsman::shell, u"Stream"_s);
        xml.writeAttribute(u"Name"_s, isPromptResponse ? u"pr"_s : u"stdin"_s);
        if (!command.isEmpty())
            xml.writeAttribute(u"CommandId"_s, command);
        xml.writeCharacters(base64(fragments));
        xml.writeEndElement();
        xml.writeEndElement();
    });
}

QByteArray WsmanRequest::receive(const QUuid &message, const QString &shell, const QString &command) const
{
    const Header header{wsman::shell + u"/Receive"_s, message, shell, receiveTimeout,
        u"WSMAN_CMDSHELL_OPTION_KEEPALIVE"_s, u"True"_s, false};
    return envelope(header, [&](QXmlStreamWriter &xml) {
        xml.writeStartElement(wsman::shell, u"Receive"_s);
        xml.writeStartElement(wsman::shell, u"DesiredStream"_s);
        if (!command.isEmpty())
            xml.writeAttribute(u"CommandId"_s, command);
        xml.writeCharacters(u"stdout"_s);
        xml.writeEndElement();
        xml.writeEndElement();
    });
}

QByteArray WsmanRequest::signal(
    const QUuid &message, const QString &shell, const QString &command, WsmanSignal signal) const
{
    const Header header{wsman::shell + u"/Signal"_s, message, shell, controlTimeout, {}, {}, false};
    return envelope(header, [&](QXmlStreamWriter &xml) {
        xml.writeStartElement(wsman::shell, u"Signal"_s);
        xml.writeAttribute(u"CommandId"_s, command);
        xml.writeTextElement(wsman::shell, u"Code"_s,
            signal == WsmanSignal::StopPipeline ? u"powershell/signal/crtl_c"_s
                                                : wsman::shell + u"/signal/Terminate"_s);
        xml.writeEndElement();
    });
}

QByteArray WsmanRequest::remove(const QUuid &message, const QString &shell) const
{
    const Header header{wsman::transfer + u"/Delete"_s, message, shell, controlTimeout, {}, {}, false};
    return envelope(header, [](QXmlStreamWriter &) {});
}

qsizetype WsmanRequest::payloadBytes(qsizetype emptyBytes) const
{
    return qMax<qsizetype>(0, (m_facts.maxEnvelopeBytes - emptyBytes) / 4 * 3);
}

} // namespace kakuin::remote
