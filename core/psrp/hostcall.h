// SPDX-License-Identifier: MIT
#pragma once

#include "core/psrp/argument.h"
#include "core/psrp/records.h"

#include <QtCore/QUuid>

namespace kakuin::psrp {

/// The methods of a host that this program tells apart; every other number may arrive, too.
/// Source: MS-PSRP 2.2.3.17, RemoteHostMethodId
enum class HostMethod : int {
    GetName = 1,
    GetVersion = 2,
    GetInstanceId = 3,
    GetCurrentCulture = 4,
    GetCurrentUICulture = 5,
    SetShouldExit = 6,
    ReadLine = 11,
    ReadLineAsSecureString = 12,
    Write = 13,
    WriteColoured = 14,
    WriteEmptyLine = 15,
    WriteLine = 16,
    WriteColouredLine = 17,
    WriteErrorLine = 18,
    WriteDebugLine = 19,
    WriteProgress = 20,
    WriteVerboseLine = 21,
    WriteWarningLine = 22,
    Prompt = 23,
    PromptForCredential = 24,
    PromptForCredentialWithOptions = 25,
    PromptForChoice = 26,
    GetIsRunspacePushed = 54,
    PromptForChoiceMultipleSelection = 56,
};

/// "PromptForChoice", "GetBufferContents"; "Method99" for a number without a name.
[[nodiscard]] QString nameOf(HostMethod method);

/// Something that the server wants the person's side to do, and, unless it is void, waits for.
struct HostCall final {
    QUuid pipeline; ///< null: the pool asks
    qint64 id = 0;
    HostMethod method = HostMethod::GetName;
    QList<clixml::Value> parameters;

    /// Not to be answered.
    [[nodiscard]] bool isVoid() const { return id == -100; }
    friend bool operator==(const HostCall &, const HostCall &) = default;
};

/// Errors: UnexpectedOutput without id or method: such a call cannot be answered.    Source: MS-PSRP 2.2.2.27
[[nodiscard]] Result<HostCall> hostCallOf(const QUuid &pipeline, const clixml::Value &value);

/// PromptForChoice. All texts are the server's.
struct ChoiceRequest final {
    struct Choice final {
        QString label; ///< with the ampersand: "Yes to &All"
        QString help;
        friend bool operator==(const Choice &, const Choice &) = default;
    };
    QString caption;
    QString message;
    QList<Choice> choices;
    int defaultChoice = -1;
    friend bool operator==(const ChoiceRequest &, const ChoiceRequest &) = default;
};
/// Nothing when the call is another one, offers no choice at all or more than 100, or has more text than a person reads.
[[nodiscard]] std::optional<ChoiceRequest> choiceRequestOf(const HostCall &call);

/// Prompt: values for parameters that are missing.
struct FieldsRequest final {
    struct Field final {
        QString name; ///< the key of the answer
        QString label;
        QString typeName; ///< "System.Security.SecureString"
        QString help;
        bool isMandatory = false;
        friend bool operator==(const Field &, const Field &) = default;
    };
    QString caption;
    QString message;
    QList<Field> fields;
    friend bool operator==(const FieldsRequest &, const FieldsRequest &) = default;
};
[[nodiscard]] std::optional<FieldsRequest> fieldsRequestOf(const HostCall &call);

/// PromptForCredential, with or without options.
struct CredentialRequest final {
    QString caption;
    QString message;
    QString user;
    QString target;
    friend bool operator==(const CredentialRequest &, const CredentialRequest &) = default;
};
[[nodiscard]] std::optional<CredentialRequest> credentialRequestOf(const HostCall &call);

/// What goes back. Made by one of the functions; there is no default answer.
struct HostReply final {
    struct Field final {
        QString name;
        Argument value;
    };
    std::variant<Argument, QList<Field>, ErrorRecord> content;

    [[nodiscard]] static HostReply choice(int index);
    [[nodiscard]] static HostReply line(const QString &text);
    [[nodiscard]] static HostReply argument(Argument argument) { return {std::move(argument)}; }
    [[nodiscard]] static HostReply fields(QList<Field> fields) { return {std::move(fields)}; }
    /// An exception in the server's pipeline instead of an answer: the asking command ends with an error.
    [[nodiscard]] static HostReply refusal(const HostCall &call);
    [[nodiscard]] bool needsSessionKey() const;
};

/// The answer to a call that asks no person but what this host is: its name, version, id, languages. Nothing for every
/// other call, and for those that are not to be answered.
[[nodiscard]] std::optional<HostReply> replyWithoutAsking(const HostCall &call, const QUuid &instance);

/// The body of a host response.    Source: MS-PSRP 2.2.2.28
[[nodiscard]] Result<clixml::Value> valueOf(const HostCall &call, const HostReply &reply, const SessionKey *key);

} // namespace kakuin::psrp
