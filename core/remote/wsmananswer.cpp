// SPDX-License-Identifier: MIT
#include "core/remote/wsmananswer.h"

#include "core/remote/wsmannames.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QXmlStreamReader>

namespace kakuin::remote {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 100;
constexpr qsizetype longestFault = 65536;
constexpr qsizetype longestName = 200; // ids and codes have some forty characters

bool isBase64(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '/'
        || c == '=' || c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// An envelope without its long base64 texts, which are nearly all of it: reading them as XML is what takes the time.
/// Each leaves a mark that no base64 contains, and is given out once.
class LongTexts final {
public:
    explicit LongTexts(const QByteArray &envelope)
        : m_envelope(envelope)
    {
        qsizetype copied = 0;
        qsizetype next = 0; // the '<' behind what is looked at: searched for once, however many '>' come before it
        for (qsizetype end = envelope.indexOf('>'); end >= 0; end = envelope.indexOf('>', end + 1)) {
            const qsizetype begin = end + 1;
            if (next >= 0 && next < begin)
                next = envelope.indexOf('<', begin);
            if (next < 0)
                break;
            if (next - begin < shortest)
                continue;
            const auto text = QByteArrayView(envelope).sliced(begin, next - begin);
            if (!std::all_of(text.begin(), text.end(), isBase64))
                continue;
            m_rest += QByteArrayView(envelope).sliced(copied, begin - copied);
            m_rest += '@' + QByteArray::number(m_texts.size()) + '@';
            m_texts.append(text);
            copied = next;
            end = next;
        }
        m_rest += QByteArrayView(envelope).sliced(copied);
    }
    [[nodiscard]] const QByteArray &rest() const { return m_rest; }
    /// What stood where the mark is; the text itself when it is none.
    [[nodiscard]] QByteArray given(const QString &text)
    {
        bool isNumber = false;
        const bool isMark = text.size() > 2 && text.startsWith(u'@') && text.endsWith(u'@');
        const int index = isMark ? text.mid(1, text.size() - 2).toInt(&isNumber) : -1;
        if (!isNumber || index < 0 || index >= m_texts.size())
            return text.toLatin1();
        return std::exchange(m_texts[index], QByteArrayView("@")).toByteArray();
    }

private:
    static constexpr qsizetype shortest = 4096;
    const QByteArray m_envelope; // shared: what the texts point into
    QByteArray m_rest;
    QList<QByteArrayView> m_texts;
};

/// One pass over an envelope. What is not known is stepped over, its children too.
class EnvelopeReader final {
public:
    explicit EnvelopeReader(const QByteArray &envelope)
        : m_texts(envelope)
        , m_xml(m_texts.rest())
    {
    }

    Result<WsmanAnswer> read()
    {
        while (!m_xml.atEnd() && m_problem.isEmpty()) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::DTD:
            case QXmlStreamReader::EntityReference:
                m_problem = u"a document type or an entity"_s;
                break;
            case QXmlStreamReader::StartElement:
                start();
                break;
            case QXmlStreamReader::Characters:
                if (m_faultDepth > 0)
                    m_faultText += m_xml.text().left(longestFault - m_faultText.size());
                break;
            case QXmlStreamReader::EndElement:
                m_path.removeLast();
                if (m_path.size() < m_faultDepth)
                    m_faultDepth = 0;
                break;
            default:
                break;
            }
        }
        if (m_problem.isEmpty() && m_xml.hasError())
            m_problem = m_xml.errorString();
        if (m_problem.isEmpty() && !m_isEnvelope)
            m_problem = u"no envelope"_s;
        if (!m_problem.isEmpty())
            return fail(ErrorCode::UnexpectedOutput, {},
                u"line %1, column %2: %3"_s.arg(m_xml.lineNumber()).arg(m_xml.columnNumber()).arg(m_problem));
        finishFault();
        return m_answer;
    }

private:
    void start()
    {
        const QString name = m_xml.name().toString();
        m_path.append(name);
        if (m_path.size() > deepest)
            m_problem = u"too deep"_s;
        else if (m_path.size() == 1)
            m_isEnvelope = name == u"Envelope" && m_xml.namespaceUri() == wsman::soap;
        else if (m_path.size() == 3 && m_path.at(1) == u"Header")
            header(name);
        else if (m_path.at(1) == u"Body")
            body(name);
    }

    // The text of a leaf; its end is taken, too.
    QString text()
    {
        const QString content = m_xml.readElementText(QXmlStreamReader::SkipChildElements);
        m_path.removeLast();
        return content.trimmed();
    }

    // What goes into every later request
    QString identifier()
    {
        const QString name = text();
        if (name.size() > longestName)
            m_problem = u"an id of %1 characters"_s.arg(name.size());
        return name.left(longestName);
    }

    void header(const QString &name)
    {
        if (name == u"Action")
            m_answer.action = text().section(u'/', -1).left(longestName);
        else if (name == u"RelatesTo")
            m_answer.relatesTo = QUuid(text().section(u':', -1));
    }

    void body(const QString &name)
    {
        if (name == u"Fault" && m_path.size() == 3)
            m_answer.fault = WsmanFault();
        else if (m_answer.fault)
            fault(name);
        else if (name == u"Selector" && m_xml.attributes().value(u"Name"_s) == u"ShellId")
            m_answer.shell = identifier();
        else if (name == u"CommandId" && m_path.at(2) == u"CommandResponse")
            m_answer.command = identifier();
        else if (name == u"Stream")
            stream();
        else if (name == u"CommandState")
            m_answer.isDone = m_xml.attributes().value(u"State"_s).endsWith(u"/Done"_s);
    }

    void stream()
    {
        WsmanAnswer::Piece piece;
        piece.command = m_xml.attributes().value(u"CommandId"_s).left(longestName).toString();
        QByteArray base64 = m_texts.given(text());
        base64.removeIf([](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
        auto decoded = QByteArray::fromBase64Encoding(std::move(base64), QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded) {
            m_problem = u"a stream that is no base64"_s;
            return;
        }
        piece.bytes = std::move(decoded.decoded);
        if (!piece.bytes.isEmpty())
            m_answer.pieces.append(std::move(piece));
    }

    void fault(const QString &name)
    {
        WsmanFault &fault = *m_answer.fault;
        if (name == u"Value" && m_path.contains(u"Subcode"_s))
            fault.subcode = text().section(u':', -1).left(longestName);
        else if (name == u"Text")
            m_reason = text();
        else if (name == u"WSManFault" && fault.code == 0)
            fault.code = m_xml.attributes().value(u"Code"_s).toUInt();
        else if (name == u"Message" && m_faultDepth == 0)
            m_faultDepth = m_path.size(); // and everything below it, as deep as providers nest their own faults
    }

    void finishFault()
    {
        if (!m_answer.fault)
            return;
        static const QRegularExpression prefix(u"\\[([^\\]]*)\\]"_s);
        WsmanFault &fault = *m_answer.fault;
        fault.text = m_faultText.simplified();
        if (fault.text.isEmpty())
            fault.text = m_reason.left(longestFault);
        auto it = prefix.globalMatch(fault.text.left(4096));
        while (it.hasNext()) {
            const QStringList pairs = it.next().captured(1).split(u',');
            for (const QString &pair : pairs) {
                const QString key = pair.section(u'=', 0, 0).trimmed();
                if (key == u"FailureCategory")
                    fault.failureCategory = pair.section(u'=', 1);
                else if (key.endsWith(u"RequestId"_s))
                    fault.requestId = pair.section(u'=', 1);
            }
        }
    }

    LongTexts m_texts;
    QXmlStreamReader m_xml;
    WsmanAnswer m_answer;
    QStringList m_path;
    QString m_problem;
    QString m_reason;
    QString m_faultText;
    qsizetype m_faultDepth = 0; // of the message whose text is collected; 0: none
    bool m_isEnvelope = false;
};

} // namespace

ErrorCode WsmanFault::errorCode() const
{
    // names of limits inside Exchange's texts; they are the same in every language
    static const QRegularExpression limits(
        u"\\b(MaxConcurrency|MaxRunspaces|MaxTenantConcurrency|MaxTenantRunspaces|ActiveRunspaces|PowerShellMax\\w+)\\b"_s);
    if (code == ShellNotFound || failureCategory == u"WSMan-InvalidShellID")
        return ErrorCode::ConnectionLost;
    if (code == ResourceUnknown)
        return ErrorCode::ServicePathNotFound;
    if (subcode == u"QuotaLimit" || text.contains(limits))
        return ErrorCode::BudgetExceeded;
    if (code == AccessDenied || failureCategory.startsWith(u"AuthZ-"))
        return ErrorCode::RightsMissing;
    return ErrorCode::ServerError;
}

Result<WsmanAnswer> parseAnswer(const QByteArray &envelope)
{
    return EnvelopeReader(envelope).read();
}

} // namespace kakuin::remote
