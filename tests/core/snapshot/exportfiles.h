// SPDX-License-Identifier: MIT
#pragma once

#include "core/clixml/object.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtCore/QUuid>
#include <QtCore/QXmlStreamWriter>

namespace kakuin::testkit {

/// A folder of files as Export-Clixml leaves them; gone with the test.
class ExportFolder final {
public:
    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] QString pathOf(const QString &name) const { return m_folder.filePath(name); }

    /// Objects as a CLIXML document; `writtenUtc` becomes the file's time.
    void write(const QString &name, const QList<clixml::Value> &values, const QDateTime &writtenUtc = {}) const
    {
        writeBytes(name, document(values), writtenUtc);
    }
    void writeBytes(const QString &name, const QByteArray &bytes, const QDateTime &writtenUtc = {}) const
    {
        QFile file(pathOf(name));
        const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
        Q_ASSERT(isWritten);
        if (isWritten && writtenUtc.isValid())
            file.setFileTime(writtenUtc, QFileDevice::FileModificationTime);
    }
    [[nodiscard]] static QByteArray document(const QList<clixml::Value> &values)
    {
        QByteArray out;
        QXmlStreamWriter xml(&out);
        xml.writeStartElement(QStringLiteral("Objs"));
        xml.writeAttribute(QStringLiteral("Version"), QStringLiteral("1.1.0.1"));
        xml.writeDefaultNamespace(QStringLiteral("http://schemas.microsoft.com/powershell/2004/04"));
        for (const clixml::Value &value : values)
            writeValue(xml, value, {});
        xml.writeEndElement();
        return "\xEF\xBB\xBF" + out;
    }

private:
    static void writeValue(QXmlStreamWriter &xml, const clixml::Value &value, const QString &name)
    {
        const auto element = [&](const char *tag, const QString &text) {
            xml.writeStartElement(QString::fromLatin1(tag));
            if (!name.isEmpty())
                xml.writeAttribute(QStringLiteral("N"), name);
            xml.writeCharacters(text);
            xml.writeEndElement();
        };
        if (const clixml::ObjectPtr object = value.object())
            writeObject(xml, *object, name);
        else if (value.isNull())
            element("Nil", {});
        else if (const auto *bytes = std::get_if<QByteArray>(&value.data()))
            element("BA", QString::fromLatin1(bytes->toBase64()));
        else if (const auto *flag = std::get_if<bool>(&value.data()))
            element("B", *flag ? QStringLiteral("true") : QStringLiteral("false"));
        else if (const auto *date = std::get_if<clixml::DateTimeValue>(&value.data()))
            element("DT", date->text);
        else if (const auto *number = std::get_if<clixml::IntegerValue>(&value.data()))
            element(number->type == clixml::IntegerType::Int64 ? "I64" : "I32", QString::number(number->value));
        else if (const auto *guid = std::get_if<QUuid>(&value.data()))
            element("G", guid->toString(QUuid::WithoutBraces));
        else
            element("S", escaped(value.text()));
    }
    // Characters that XML does not allow travel as _xHHHH_ (MS-PSRP 2.2.5.3.2)
    [[nodiscard]] static QString escaped(const QString &text)
    {
        QString out;
        for (const QChar c : text) {
            const bool isControl = c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() <= 0x9f);
            out += isControl ? QStringLiteral("_x%1_").arg(c.unicode(), 4, 16, QLatin1Char('0')) : QString(c);
        }
        return out;
    }
    static void writeObject(QXmlStreamWriter &xml, const clixml::Object &object, const QString &name)
    {
        xml.writeStartElement(QStringLiteral("Obj"));
        if (!name.isEmpty())
            xml.writeAttribute(QStringLiteral("N"), name);
        if (object.typeNames) {
            xml.writeStartElement(QStringLiteral("TN"));
            for (const QString &type : *object.typeNames)
                xml.writeTextElement(QStringLiteral("T"), type);
            xml.writeEndElement();
        }
        if (object.toStringText)
            xml.writeTextElement(QStringLiteral("ToString"), escaped(*object.toStringText));
        if (!object.baseValue.isNull())
            writeValue(xml, object.baseValue, {});
        if (object.container != clixml::ContainerKind::None) {
            xml.writeStartElement(QStringLiteral("LST"));
            for (const clixml::Value &item : object.items)
                writeValue(xml, item, {});
            xml.writeEndElement();
        }
        writeProperties(xml, QStringLiteral("Props"), object.adapted);
        writeProperties(xml, QStringLiteral("MS"), object.extended);
        xml.writeEndElement();
    }
    static void writeProperties(QXmlStreamWriter &xml, const QString &tag, const QList<clixml::Property> &properties)
    {
        if (properties.isEmpty())
            return;
        xml.writeStartElement(tag);
        for (const clixml::Property &property : properties)
            writeValue(xml, property.value, property.name);
        xml.writeEndElement();
    }

    QTemporaryDir m_folder;
};

} // namespace kakuin::testkit
