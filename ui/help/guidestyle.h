// SPDX-License-Identifier: MIT
#pragma once

#include "ui/help/guide.h"

class QPalette;
class QTextDocument;

namespace kakuin::ui {

/// Gives a page that was made from Markdown what Markdown does not say: anchors at the headings, distances, tables and
/// commands in the colours of the palette. May be called again for another palette.
/// `sections`: those of the page, in order; the document's headings are the same ones.
void styleGuidePage(QTextDocument &document, const QList<GuideSection> &sections, const QPalette &palette);

} // namespace kakuin::ui
