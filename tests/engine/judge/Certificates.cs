// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace Kakuin.Judge;

/// <summary>What X509Certificate2 says about a certificate. Times are UTC, "yyyy-MM-ddTHH:mm:ssZ".</summary>
internal static class Certificates
{
    internal static X509Certificate2 Load(byte[] der)
    {
#if NET9_0_OR_GREATER
        return X509CertificateLoader.LoadCertificate(der);
#else
        return new X509Certificate2(der);
#endif
    }

    public static JsonObject Judge(byte[] der)
    {
        using var certificate = Load(der);
        var extensions = new JsonArray();
        var dnsNames = new JsonArray();
        var usages = new JsonArray();
        foreach (var extension in certificate.Extensions)
        {
            extensions.Add((JsonNode)new JsonObject { ["oid"] = extension.Oid!.Value, ["critical"] = extension.Critical });
            if (extension is X509SubjectAlternativeNameExtension names)
            {
                foreach (var name in names.EnumerateDnsNames())
                    dnsNames.Add((JsonNode?)JsonValue.Create(name));
            }
            if (extension is X509EnhancedKeyUsageExtension extended)
            {
                foreach (var usage in extended.EnhancedKeyUsages)
                    usages.Add((JsonNode?)JsonValue.Create(usage.Value));
            }
        }
        return new JsonObject
        {
            ["subject"] = certificate.Subject,
            ["issuer"] = certificate.Issuer,
            ["serial"] = certificate.SerialNumber,
            ["notBefore"] = Utc(certificate.NotBefore),
            ["notAfter"] = Utc(certificate.NotAfter),
            ["thumbprint"] = certificate.Thumbprint,
            ["sha256"] = certificate.GetCertHashString(HashAlgorithmName.SHA256),
            ["signatureOid"] = certificate.SignatureAlgorithm.Value,
            ["signature"] = certificate.SignatureAlgorithm.FriendlyName,
            ["keyOid"] = certificate.PublicKey.Oid.Value,
            ["keyBits"] = KeyBits(certificate),
            ["version"] = certificate.Version,
            ["dnsNames"] = dnsNames,
            ["extendedKeyUsages"] = usages,
            ["extensions"] = extensions,
        };
    }

    private static string Utc(DateTime local) =>
        local.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static int KeyBits(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPublicKey();
        using var ec = certificate.GetECDsaPublicKey();
        return rsa?.KeySize ?? ec?.KeySize ?? 0;
    }
}
