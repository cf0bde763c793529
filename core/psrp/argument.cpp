// SPDX-License-Identifier: MIT
#include "core/psrp/argument.h"

#include "core/clixml/object.h"

namespace kakuin::psrp {

using namespace Qt::StringLiterals;
using clixml::ObjectBuilder;
using clixml::TextKind;
using clixml::TypedText;
using clixml::Value;

namespace {

const QString credentialType = u"System.Management.Automation.PSCredential"_s;

} // namespace

Result<Value> sealed(const Argument &argument, const SessionKey *key)
{
    if (const auto *value = std::get_if<Value>(&argument))
        return *value;
    if (!key)
        return fail(ErrorCode::Internal, {}, u"no session key"_s);
    const auto *credential = std::get_if<Credential>(&argument);
    const auto text = key->encrypt(credential ? credential->password : std::get<Secret>(argument));
    if (!text)
        return tl::unexpected<Error>(text.error());
    const Value secure(TypedText{TextKind::SecureString, *text});
    if (!credential)
        return secure;
    return Value(ObjectBuilder(QStringList{credentialType, u"System.Object"_s})
                     .toString(credentialType)
                     .adapted(u"UserName"_s, Value(credential->user))
                     .adapted(u"Password"_s, secure)
                     .build());
}

Result<Secret> unsealed(const Value &secureString, const SessionKey &key)
{
    const auto *text = std::get_if<TypedText>(&secureString.data());
    if (!text || text->kind != TextKind::SecureString)
        return fail(ErrorCode::UnexpectedOutput, {}, u"no secure string"_s);
    return key.decrypt(text->text);
}

Result<Credential> unsealedCredential(const Value &credential, const SessionKey &key)
{
    const auto object = credential.object();
    if (!object)
        return fail(ErrorCode::UnexpectedOutput, {}, u"no credential"_s);
    return unsealed(object->property(u"Password"), key).transform([&object](const Secret &password) {
        return Credential{object->property(u"UserName").text(), password};
    });
}

} // namespace kakuin::psrp
