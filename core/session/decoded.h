// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/recorderror.h"
#include "core/shell/pipelineoutput.h"

namespace kakuin::session {

/// What a reading command gave: values, objects that were none, and errors. Nothing is lost on the way.
template <class T>
struct Decoded final {
    QList<T> values;
    QList<Error> unreadable; ///< objects that did not decode
    QList<Error> errors; ///< error records, or why the command did not run

    /// The values, or the error that stands in their place; an answer without objects and errors is an empty list.
    [[nodiscard]] Result<QList<T>> list() const
    {
        if (!values.isEmpty())
            return values;
        if (!errors.isEmpty())
            return tl::unexpected<Error>(errors.constFirst());
        if (!unreadable.isEmpty())
            return tl::unexpected<Error>(unreadable.constFirst());
        return values;
    }
    /// What list() does not say.
    [[nodiscard]] QList<Error> remarks() const
    {
        QList<Error> all = errors + unreadable;
        if (values.isEmpty() && !all.isEmpty())
            all.removeFirst();
        return all;
    }
};

/// Decodes every object of an output; for the thread pool.
/// Shape:   decode(value) -> Result<T>; `subject` is put where an error names nobody. Null objects are left out.
template <class T, class Decode>
[[nodiscard]] Decoded<T> decodeOutput(
    const Result<shell::PipelineOutput> &output, const QString &subject, const Decode &decode)
{
    Decoded<T> decoded;
    const auto named = [&](Error error) {
        if (error.subject.isEmpty())
            error.subject = subject;
        return error;
    };
    if (!output) {
        decoded.errors.append(named(output.error()));
        return decoded;
    }
    for (const shell::PipelineOutput::Item &item : output->items) {
        if (const auto *record = std::get_if<shell::ErrorRecord>(&item)) {
            decoded.errors.append(errorOfRecord(*record, subject));
        } else if (const auto *value = std::get_if<clixml::Value>(&item); value != nullptr && !value->isNull()) {
            Result<T> one = decode(*value);
            if (one)
                decoded.values.append(std::move(*one));
            else
                decoded.unreadable.append(named(one.error()));
        }
    }
    return decoded;
}

} // namespace kakuin::session
