// SPDX-License-Identifier: MIT
#include "core/lab/presets/organisationmaker.h"

#include "core/lab/presets/blueprint.h"
#include "core/x509/reader.h"

#include <QtConcurrent/QtConcurrentMap>

#include <numeric>

namespace kakuin::lab {

namespace {

constexpr int keyChunk = 8;
constexpr int certificateChunk = 128;
constexpr int weakBits = 1024;
constexpr int usualBits = 2048;

/// Where the time goes: keys, then certificates.
constexpr int keysShare = 70;

using MakingProgress = std::function<bool(int)>;

Blueprint blueprintOf(Preset preset, const QDateTime &nowUtc)
{
    switch (preset) {
    case Preset::Contoso2013:
        return contoso2013(nowUtc);
    case Preset::Small:
        return small(nowUtc);
    case Preset::Medium:
        return medium(nowUtc);
    case Preset::Large:
    case Preset::Huge:
        break;
    }
    return enterprise(preset, nowUtc);
}

/// f over 0 … count-1 on all cores, in chunks between which progress is told.
template <class T, class F>
Result<QList<T>> inChunks(int count, int chunk, const F &f, const std::function<bool(int done)> &progress)
{
    QList<T> all;
    all.reserve(count);
    for (int first = 0; first < count; first += chunk) {
        QList<int> numbers(std::min(chunk, count - first));
        std::iota(numbers.begin(), numbers.end(), first);
        const auto made = QtConcurrent::blockingMapped<QList<Result<T>>>(numbers, f);
        for (const Result<T> &one : made) {
            if (!one)
                return tl::unexpected<Error>(one.error());
            all.append(*one);
        }
        if (!progress(static_cast<int>(all.size())))
            return fail(ErrorCode::Cancelled);
    }
    return all;
}

Result<QList<x509::PrivateKey>> makeKeys(int usual, const MakingProgress &progress)
{
    // the last one is weak: for the certificates that a finding shall point at
    const int count = usual + 1;
    const std::function<Result<x509::PrivateKey>(int)> make
        = [usual](int i) { return x509::PrivateKey::generateRsa(i < usual ? usualBits : weakBits); };
    return inChunks<x509::PrivateKey>(
        count, keyChunk, make, [&](int done) { return progress(done * keysShare / count); });
}

Result<QList<domain::CertificateFacts>> makeCertificates(
    const Blueprint &blueprint, const QList<x509::PrivateKey> &keys, const MakingProgress &progress)
{
    const QList<CertificateRecipe> &recipes = blueprint.recipes();
    const std::function<Result<domain::CertificateFacts>(int)> make = [&](int i) {
        const CertificateRecipe &recipe = recipes.at(i);
        const x509::PrivateKey &key = keys.at(recipe.key);
        return (recipe.issuerKey < 0 ? x509::makeSelfSigned(recipe.request, key)
                                     : x509::makeSigned(recipe.request, key, keys.at(recipe.issuerKey)))
            .and_then([](const QByteArray &der) { return x509::readDer(der); });
    };
    const int count = static_cast<int>(recipes.size());
    return inChunks<domain::CertificateFacts>(
        count, certificateChunk, make, [&](int done) { return progress(keysShare + done * (99 - keysShare) / count); });
}

/// The blueprint with its certificates put in.
LabState withCertificates(const Blueprint &blueprint, const QList<x509::PrivateKey> &keys,
    const QList<domain::CertificateFacts> &certificates)
{
    LabState state = blueprint.state;
    for (int i = 0; i < keys.size(); ++i)
        state.keys.insert(i + 1, keys.at(i).toPkcs8());
    const auto thumbprint
        = [&](int recipe) { return recipe < 0 ? domain::Thumbprint() : certificates.at(recipe).thumbprint; };
    for (int i = 0; i < certificates.size(); ++i) {
        state.certificates.insert(thumbprint(i),
            std::make_shared<LabCertificate>(LabCertificate{certificates.at(i), blueprint.recipes().at(i).key + 1}));
    }
    for (const Blueprint::ServerPlan &plan : blueprint.servers()) {
        auto server = std::make_shared<LabServer>(plan.server);
        for (const Blueprint::PlacementPlan &planned : plan.store) {
            Placement placement = planned.placement;
            placement.thumbprint = thumbprint(planned.recipe);
            server->store.append(placement);
        }
        server->internalTransport = thumbprint(plan.internalTransport);
        state.servers.insert(server->id(), server);
    }
    domain::AuthConfig &auth = state.organisation.auth;
    auth.current = thumbprint(blueprint.authCurrent);
    auth.previous = thumbprint(blueprint.authPrevious);
    auth.next = thumbprint(blueprint.authNext);
    return state;
}

} // namespace

Result<LabState> makeOrganisation(
    const Blueprint &blueprint, const QList<x509::PrivateKey> &keys, const MakingProgress &progress)
{
    return makeCertificates(blueprint, keys, progress)
        .transform([&](const QList<domain::CertificateFacts> &certificates) {
            return withCertificates(blueprint, keys, certificates);
        });
}

Result<LabState> makeOrganisation(Preset preset, const QDateTime &nowUtc, const MakingProgress &progress)
{
    const Blueprint blueprint = blueprintOf(preset, nowUtc);
    return makeKeys(blueprint.keyCount(), progress).and_then([&](const QList<x509::PrivateKey> &keys) {
        return makeOrganisation(blueprint, keys, progress);
    });
}

} // namespace kakuin::lab
