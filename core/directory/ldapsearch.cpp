// SPDX-License-Identifier: MIT
// Searching a directory, page by page.
#include "core/directory/ldapmessage_p.h"

#include <QtCore/QScopeGuard>

#include <array>

namespace kakuin::directory {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String stage("search");

} // namespace

LdapConnection::Message::Facts LdapConnection::Message::facts(LDAP *ldap) const
{
    Facts facts;
    char *text = nullptr;
    char **referrals = nullptr;
    int result = LDAP_DECODING_ERROR;
    const int parsed = ldap_parse_result(ldap, message, &result, nullptr, &text, &referrals, nullptr, 0);
    facts.result = parsed == LDAP_SUCCESS ? result : parsed;
    facts.text = QString::fromUtf8(text);
    if (referrals && referrals[0])
        facts.referral = QString::fromUtf8(referrals[0]);
    ldap_memfree(text);
    ldap_memvfree(reinterpret_cast<void **>(referrals));
    return facts;
}

Result<LdapConnection::Page> LdapConnection::search(const Query &query, const QByteArray &cookie)
{
    beginOperation();
    LDAPControl *paging = nullptr;
    if (query.pageSize > 0) {
        berval from{static_cast<ber_len_t>(cookie.size()), const_cast<char *>(cookie.constData())};
        const int made = ldap_create_page_control(m_ldap, query.pageSize, &from, 1, &paging);
        if (made != LDAP_SUCCESS)
            return tl::unexpected<Error>(errorOf(made, stage));
    }
    const auto freeing = qScopeGuard([&] { ldap_control_free(paging); });
    std::array<LDAPControl *, 2> controls{paging, nullptr};
    QList<char *> wanted;
    for (const QByteArray &attribute : query.attributes)
        wanted.append(const_cast<char *>(attribute.constData())); // the library only reads them
    wanted.append(nullptr);
    int id = 0;
    const int sent = ldap_search_ext(m_ldap, query.base.toUtf8().constData(), query.scope, query.filter.constData(),
        wanted.data(), 0, controls.data(), nullptr, nullptr, LDAP_NO_LIMIT, &id);
    if (sent != LDAP_SUCCESS)
        return tl::unexpected<Error>(errorOf(sent, stage));
    return readPage(id, query);
}

Result<LdapConnection::Page> LdapConnection::readPage(int id, const Query &query)
{
    Page page;
    for (;;) {
        Message next;
        const int kind = ldap_result(m_ldap, id, LDAP_MSG_ONE, nullptr, &next.message);
        switch (kind) {
        case LDAP_RES_SEARCH_ENTRY:
            // a page holds no more than was asked for, and a directory of its own choosing is not to fill the memory
            if (page.entries.size() >= (query.pageSize > 0 ? query.pageSize : 1))
                return fail(ErrorCode::UnexpectedOutput, m_settings.host, stage + u": more entries than asked for"_s);
            page.entries.append(entryOf(next.message, query));
            break;
        case LDAP_RES_SEARCH_REFERENCE: // other directories' parts; not followed
        case LDAP_RES_INTERMEDIATE:
            break;
        case LDAP_RES_SEARCH_RESULT: {
            Result<QByteArray> cookie = endOfPage(next, query);
            if (!cookie)
                return tl::unexpected<Error>(cookie.error());
            page.cookie = std::move(*cookie);
            return page;
        }
        default:
            return tl::unexpected<Error>(kind < 0 ? errorOf(lastResult(), stage) : errorOf(LDAP_PROTOCOL_ERROR, stage));
        }
    }
}

LdapConnection::Entry LdapConnection::entryOf(LDAPMessage *message, const Query &query) const
{
    Entry entry;
    char *dn = ldap_get_dn(m_ldap, message);
    entry.dn = QString::fromUtf8(dn);
    ldap_memfree(dn);
    for (const QByteArray &attribute : query.attributes) {
        berval **values = ldap_get_values_len(m_ldap, message, attribute.constData());
        const auto freeing = qScopeGuard([&] { ldap_value_free_len(values); });
        for (int i = 0, count = ldap_count_values_len(values); i < count; ++i)
            entry.values[attribute].append(QByteArray(values[i]->bv_val, static_cast<qsizetype>(values[i]->bv_len)));
    }
    return entry;
}

Result<QByteArray> LdapConnection::endOfPage(const Message &message, const Query &query) const
{
    const Message::Facts facts = message.facts(m_ldap);
    if (facts.result == LDAP_NO_SUCH_OBJECT && !m_settings.baseDn.isEmpty())
        return fail(ErrorCode::InvalidArgument, m_settings.baseDn, facts.text);
    if (facts.result != LDAP_SUCCESS)
        return tl::unexpected<Error>(
            errorOf(facts.result, stage, facts.referral.isEmpty() ? facts.text : facts.referral));
    if (query.pageSize == 0)
        return QByteArray();
    LDAPControl **controls = nullptr;
    int result = LDAP_SUCCESS;
    const int parsed = ldap_parse_result(m_ldap, message.message, &result, nullptr, nullptr, nullptr, &controls, 0);
    const auto freeing = qScopeGuard([&] { ldap_controls_free(controls); });
    LDAPControl *paging
        = parsed == LDAP_SUCCESS ? ldap_control_find(LDAP_CONTROL_PAGEDRESULTS, controls, nullptr) : nullptr;
    if (!paging) // it was critical: who does not answer to it has not understood it
        return fail(ErrorCode::UnexpectedOutput, m_settings.host, stage + u": no page"_s);
    berval cookie{};
    ber_int_t estimate = 0;
    if (ldap_parse_pageresponse_control(m_ldap, paging, &estimate, &cookie) != LDAP_SUCCESS)
        return fail(ErrorCode::UnexpectedOutput, m_settings.host, stage + u": page"_s);
    const QByteArray bytes(cookie.bv_val, static_cast<qsizetype>(cookie.bv_len));
    ber_memfree(cookie.bv_val);
    return bytes;
}

} // namespace kakuin::directory
