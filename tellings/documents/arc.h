// Reads ARC files, which archives wrote before WARC.
//
//   M. Burner, B. Kahle, "Arc File Format", Internet Archive 1996
//   http://archive.org/web/researcher/ArcFileFormat.php
//
//   if (window.view().starts_with("filedesc:")) read_arc(&window, &emit);
#pragma once

#include "tellings/documents/emitter.h"
#include "tellings/documents/window.h"

namespace tellings::documents {

// Hands on a document for every 2xx HTML response, with its URL; versions 1 and
// 2.  Damage is reported and read past: the next record is found by the shape
// of its first line.  Memory for one record.
void read_arc(Window* window, Emitter* emit);

}  // namespace tellings::documents
