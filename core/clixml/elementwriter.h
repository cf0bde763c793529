// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/clixml/object.h"
#include "core/clixml/tag.h"

#include <QtCore/QHash>
#include <QtCore/QXmlStreamWriter>

namespace kakuin::clixml {

/// The descent over values for the Writer: one element a value. The mirror of DocumentParser.
class ElementWriter final {
public:
    explicit ElementWriter(QIODevice &device);

    void startDocument(); ///< a document is indented, a bare element is not
    void writeValue(const Value &value, const QString *name = nullptr);
    void endDocument() { m_xml.writeEndElement(); }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] bool hasXmlError() const { return m_xml.hasError(); }

private:
    /// A weak reference keeps the address from being given to another object, but not the object alive.
    struct KnownObject final {
        std::weak_ptr<const Object> object;
        int id = 0;
    };

    void start(Tag tag, const QString *name = nullptr);
    void end() { m_xml.writeEndElement(); }
    void element(Tag tag, const QString &text);
    void writeObject(const ObjectPtr &object, const QString *name);
    void writeMemberSet(const Object &set, const QString *name);
    void writeTypeNames(const QStringList &names);
    void writeContent(const Object &object);
    void writeEntries(const Object &dictionary);
    void writeProperties(const QList<Property> &properties);
    void writeProgress(const ProgressValue &progress, const QString *name);
    [[nodiscard]] bool enter();
    void refuse(ErrorCode code, const QString &reason);

    QXmlStreamWriter m_xml;
    QHash<const Object *, KnownObject> m_objects;
    QHash<QStringList, int> m_typeNames;
    std::optional<Error> m_error;
    int m_depth = 0;
};

} // namespace kakuin::clixml
