// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QTranslator>

namespace kakuin::testkit {

/// A language that shows which texts go through translation: every one begins with a section sign.
class PseudoTranslator final : public QTranslator {
public:
    static constexpr QChar sign{u'\u00a7'};

    [[nodiscard]] QString translate(const char *, const char *sourceText, const char *, int) const override
    {
        return sign + QString::fromUtf8(sourceText);
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

} // namespace kakuin::testkit
