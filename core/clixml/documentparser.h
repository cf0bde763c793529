// SPDX-License-Identifier: MIT
#pragma once

#include "core/clixml/inputfilter.h"
#include "core/clixml/namecache.h"
#include "core/clixml/reader.h"
#include "core/clixml/referencetable.h"
#include "core/clixml/tag.h"

#include <QtCore/QXmlStreamReader>

namespace kakuin::clixml {

/// One pass over one document: recursive descent over the parser's tokens. Every function that reads an element is
/// called at its start and returns at its end; after an error, which the first one to see it records, all of them
/// return false.
class DocumentParser final {
public:
    DocumentParser(QIODevice &device, const Limits &limits);
    [[nodiscard]] Result<void> run(const std::function<bool(Value)> &sink);

private:
    /// An object by its RefId; height 0 as long as it is being read.
    struct KnownObject final {
        std::shared_ptr<const Object> object;
        int height = 0;
    };
    struct Attributes final {
        QString name;
        bool hasName = false;
        std::optional<qint32> refId;
    };
    /// Sees references to entities that nobody declared; they are refused, not resolved.
    class EntityWatch final : public QXmlStreamEntityResolver {
    public:
        QString resolveUndeclaredEntity(const QString &) override
        {
            hasSeenOne = true;
            return {};
        }
        bool hasSeenOne = false;
    };

    // tokens
    bool next();
    bool nextChild();
    bool readText();
    bool skipElement();
    bool readAttributes(Attributes &attributes);
    /// Of the element, without its prefix: namespaces are not looked up.
    [[nodiscard]] QStringView localName() const
    {
        const QStringView name = m_xml.name();
        return name.sliced(name.lastIndexOf(u':') + 1);
    }
    [[nodiscard]] Tag tag() const { return tagOf(localName()); }
    bool failWith(ErrorCode code, const QString &reason);
    bool failAt(const InputFilter::Place &place, ErrorCode code, const QString &reason);
    bool malformed(const QString &reason) { return failWith(ErrorCode::MalformedClixml, reason); }
    bool exceeded(const QString &reason) { return failWith(ErrorCode::ClixmlLimitExceeded, reason); }
    bool failAsParser();

    // values
    bool readValue(Tag tag, const Attributes &attributes, Value &out);
    bool readElementValue(Value &out);
    bool readPrimitive(Tag tag, Value &out);
    bool readReference(const Attributes &attributes, Value &out);
    bool readProgress(Value &out);
    bool readProgressField(ProgressValue &progress);

    // objects
    bool readObject(const Attributes &attributes, Value &out);
    bool readMember(Object &object, bool &hasContent);
    bool readContent(Tag tag, Object &object);
    bool readTypeNames(Object &object);
    bool readTypeNamesReference(Object &object);
    bool readItems(QList<Value> &items);
    bool readEntries(QList<std::pair<Value, Value>> &entries);
    bool readEntry(std::pair<Value, Value> &entry);
    bool readProperties(const Object &owner, QList<Property> &properties);
    bool readMemberSet(Value &out);

    const Limits m_limits;
    InputFilter m_input;
    EntityWatch m_entities;
    QXmlStreamReader m_xml;
    std::optional<Error> m_error;
    ReferenceTable<KnownObject> m_objects;
    ReferenceTable<std::shared_ptr<const QStringList>> m_typeNames;
    NameCache m_names;
    QString m_text; // of the element read last; one buffer for all
    int m_xmlDepth = 0;
    int m_objectDepth = 0;
    int m_height = 0; // of the highest object within the one being read
    qint64 m_nodes = 0;
};

} // namespace kakuin::clixml
