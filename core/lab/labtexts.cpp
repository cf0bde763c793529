// SPDX-License-Identifier: MIT
#include "core/lab/labtexts.h"

#include <QtCore/QLocale>
#include <QtCore/QTimeZone>

namespace kakuin::lab {

using namespace Qt::StringLiterals;

LabTexts::LabTexts(const QString &culture)
    : m_isJapanese(culture.startsWith(QLatin1String("ja"), Qt::CaseInsensitive))
{
}

QString LabTexts::time(const QDateTime &utc, const QByteArray &timeZone) const
{
    const QTimeZone zone(timeZone);
    const QDateTime local = zone.isValid() ? utc.toTimeZone(zone) : utc.toUTC();
    // QLocale::c() keeps AM and PM English whatever Kakuin's own language is
    return QLocale::c().toString(local, m_isJapanese ? u"yyyy/MM/dd H:mm:ss"_s : u"M/d/yyyy h:mm:ss AP"_s);
}

QString LabTexts::confirmCaption() const
{
    return m_isJapanese ? u"確認"_s : u"Confirm"_s;
}

QList<LabTexts::Choice> LabTexts::confirmChoices() const
{
    if (m_isJapanese) {
        return {
            {u"はい(&Y)"_s, u"この操作だけを続行します。"_s},
            {u"すべて続行(&A)"_s, u"このコマンドの残りの操作もすべて続行します。"_s},
            {u"いいえ(&N)"_s, u"この操作を行わずに次へ進みます。"_s},
            {u"すべて無視(&L)"_s, u"このコマンドの残りの操作もすべて行いません。"_s},
        };
    }
    return {
        {u"&Yes"_s, u"Go on with this step only."_s},
        {u"Yes to &All"_s, u"Go on with this and all further steps of the command."_s},
        {u"&No"_s, u"Leave this step out and go on with the next one."_s},
        {u"No to A&ll"_s, u"Leave out this and all further steps of the command."_s},
    };
}

QString LabTexts::overwriteSmtp(const Generation &current, const Generation &next) const
{
    const QString pattern = m_isJapanese
        ? u"既存の既定の SMTP 証明書を上書きしますか?\n\n現在の証明書 : \"%1\" (有効期限:%2)\n証明書を証明書 "
          "\"%3\" (有効期限:%4) で置き換えます。"_s
        : u"Overwrite the existing default SMTP certificate?\n\nCurrent certificate: '%1' (expires %2)\nReplace it "
          "with certificate: '%3' (expires %4)"_s;
    return pattern.arg(current.thumbprint.toString(), current.expires, next.thumbprint.toString(), next.expires);
}

QString LabTexts::dateWithin48Hours() const
{
    return m_isJapanese
        ? u"新しい証明書の有効開始日が \"48\" "
          "時間後以降でないため、必要なすべてのサーバー上に展開されない可能性があります。続行しますか?"_s
        : u"The new certificate effective date is not \"48\" hours in the future and may not be deployed on all "
          "necessary servers. Do you wish to continue?"_s;
}

QString LabTexts::removeCertificate(const domain::Thumbprint &thumbprint) const
{
    return (m_isJapanese
            ? u"この操作を実行しますか?\nコンピューターの証明書ストアから拇印 \"%1\" を含む証明書を削除しますか?"_s
            : u"Are you sure you want to perform this action?\nRemove certificate with thumbprint %1 from the "
              "computer's certificate store?"_s)
        .arg(thumbprint.toString());
}

QString LabTexts::performOperation(const QString &cmdlet, const QString &target) const
{
    return (m_isJapanese ? u"この操作を実行しますか?\n対象 \"%2\" に対して操作 \"%1\" を実行しています。"_s
                         : u"Are you sure you want to perform this action?\nPerforming the operation \"%1\" on "
                           "target \"%2\"."_s)
        .arg(cmdlet, target);
}

QString LabTexts::rpcError(const QString &server, const QString &text) const
{
    return (m_isJapanese ? u"サーバー %1 上で特別な RPC エラーが発生しました: %2"_s
                         : u"A special Rpc error occurs on server %1: %2"_s)
        .arg(server, text);
}

QString LabTexts::internalTransport() const
{
    return m_isJapanese
        ? u"Microsoft Exchange Transport "
          "サービスを停止させる原因になる可能性があるため、内部トランスポート証明書は削除できません。"
          "内部トランスポート証明書を置き換えるには、新しい証明書を作成してください。"
          "新しい証明書は、自動的に内部トランスポート証明書になります。その後で、既存の証明書を削除することができます。"_s
        : u"The internal transport certificate cannot be removed because that would cause the Microsoft Exchange "
          "Transport service to stop. To replace the internal transport certificate, create a new certificate. The "
          "new certificate will automatically become the internal transport certificate. You can then remove the "
          "existing certificate."_s;
}

QString LabTexts::namedByConnectors(const QStringList &connectors) const
{
    return u"These certificates are tagged with following Send Connectors : %1. Removing and replacing certificates "
           "from Send Connector would break the mail flow. If you still want to proceed then replace or remove these "
           "certificates from Send Connector and then try this command."_s.arg(connectors.join(u","_s));
}

QString LabTexts::notFound(const QString &thumbprint) const
{
    return u"The certificate with thumbprint %1 was not found."_s.arg(thumbprint);
}

QString LabTexts::notUsable(const domain::Thumbprint &thumbprint, const QString &reason) const
{
    return u"The certificate with thumbprint %1 was found but is not valid for use with Exchange Server (reason: %2)."_s
        .arg(thumbprint.toString(), reason);
}

QString LabTexts::notExportable() const
{
    return u"The private key couldn't be exported as PKCS-12. It either couldn't be accessed or isn't exportable."_s;
}

QString LabTexts::authNotExported() const
{
    return m_isJapanese ? u"Exchange Server の Auth 証明書をエクスポートすることはできません。"_s
                        : u"The Exchange Server Auth Certificate can't be exported."_s;
}

QString LabTexts::badImport() const
{
    return u"The source data cannot be imported or the wrong password was specified."_s;
}

QString LabTexts::duplicate(const domain::Thumbprint &thumbprint) const
{
    return u"Cannot import certificate. A certificate with the thumbprint %1 already exists."_s.arg(
        thumbprint.toString());
}

QString LabTexts::dateInPast() const
{
    return u"The new certificate effective date is invalid. The effective date must be greater than the current time."_s;
}

QString LabTexts::wildcard(const domain::Thumbprint &thumbprint, const QString &subject, const QString &protocol) const
{
    return u"This certificate with thumbprint %1 and subject '%2' cannot used for %3 SSL/TLS connections because the "
           "subject is not a Fully Qualified Domain Name (FQDN). Use command Set-%3Settings to set X509CertificateName "
           "to the FQDN of the service."_s.arg(thumbprint.toString(), subject, protocol);
}

QString LabTexts::noNextCertificate() const
{
    return m_isJapanese ? u"発行できる次の証明書がありません。先に NewCertificateThumbprint を設定してください。"_s
                        : u"There is no next certificate to publish. Set NewCertificateThumbprint first."_s;
}

QString LabTexts::invalidSubject(const QString &name) const
{
    return u"The subject name '%1' is not a valid X.500 distinguished name."_s.arg(name);
}

QString LabTexts::fileNotFound(const QString &path) const
{
    return u"The file '%1' could not be found."_s.arg(path);
}

QString LabTexts::objectNotFound(const QString &identity, const QString &domainController) const
{
    return (m_isJapanese ? u"オブジェクト '%1' が '%2' に見つからなかったため、操作を実行できませんでした。"_s
                         : u"The operation couldn't be performed because object '%1' couldn't be found on '%2'."_s)
        .arg(identity, domainController);
}

QString LabTexts::rpcUnavailable() const
{
    return m_isJapanese ? u"RPC サーバーを利用できません。 (1722, 0x6BA)"_s
                        : u"The RPC server is unavailable. (1722, 0x6BA)"_s;
}

QString LabTexts::endpointMissing() const
{
    return m_isJapanese ? u"エンドポイント マッパーから使用できるエンドポイントはこれ以上ありません。 (1753, 0x6D9)"_s
                        : u"There are no more endpoints available from the endpoint mapper. (1753, 0x6D9)"_s;
}

QString LabTexts::accessDenied() const
{
    return m_isJapanese ? u"アクセスが拒否されました。 (5, 0x5)"_s : u"Access is denied. (5, 0x5)"_s;
}

QString LabTexts::sessionRefused(const QString &server) const
{
    return u"Connecting to remote server %1 failed with the following error message : The WinRM client received an "
           u"HTTP "
           "server error status (500), but the remote service did not include any other information about the cause of "
           "the failure."_s.arg(server);
}

QString LabTexts::edgeServer(const QString &server) const
{
    return u"%1 is an Edge Transport server. Its certificates can only be managed on the server itself."_s.arg(server);
}

QString LabTexts::unknownCmdlet(const QString &name) const
{
    return (m_isJapanese
            ? u"用語 '%1' は、コマンドレット、関数、スクリプト "
              u"ファイル、または操作可能なプログラムの名前として認識されません。"
              "名前が正しく記述されていることを確認し、パスが含まれている場合はそのパスが正しいことを確認してから、再試行してください。"_s
            : u"The term '%1' is not recognized as the name of a cmdlet, function, script file, or operable program. "
              "Check the spelling of the name, or if a path was included, verify that the path is correct and try "
              "again."_s)
        .arg(name);
}

QString LabTexts::unknownParameter(const QString &name) const
{
    return (m_isJapanese ? u"パラメーター名 '%1' に一致するパラメーターが見つかりません。"_s
                         : u"A parameter cannot be found that matches parameter name '%1'."_s)
        .arg(name);
}

QString LabTexts::ambiguousParameter(const QString &name, const QStringList &candidates) const
{
    return u"Parameter cannot be processed because the parameter name '%1' is ambiguous. Possible matches include: %2."_s
        .arg(name, u"-"_s + candidates.join(u" -"_s));
}

QString LabTexts::repeatedParameter(const QString &name) const
{
    return u"Cannot bind parameter because parameter '%1' is specified more than once."_s.arg(name);
}

QString LabTexts::unresolvedSet() const
{
    return m_isJapanese ? u"指定された名前付きパラメーターを使用してパラメーター セットを解決できません。"_s
                        : u"Parameter set cannot be resolved using the specified named parameters."_s;
}

QString LabTexts::missingParameters(const QStringList &names) const
{
    return (m_isJapanese ? u"次の必須パラメーターが不足しているため、コマンドを処理できません: %1。"_s
                         : u"Cannot process command because of one or more missing mandatory parameters: %1."_s)
        .arg(names.join(u' '));
}

QString LabTexts::badArgument(const QString &parameter, const QString &value, const QString &type) const
{
    return (m_isJapanese ? u"パラメーター '%1' をバインドできません。値 \"%2\" を型 \"%3\" に変換できません。"_s
                         : u"Cannot bind parameter '%1'. Cannot convert value \"%2\" to type \"%3\"."_s)
        .arg(parameter, value, type);
}

QString LabTexts::unboundInput() const
{
    return u"The input object cannot be bound to any parameters for the command either because the command does not "
           "take pipeline input or the input and its properties do not match any of the parameters that take pipeline "
           "input."_s;
}

} // namespace kakuin::lab
