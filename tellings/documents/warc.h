// Reads the records of a WARC file.
//
//   ISO 28500:2017, WARC/1.1; WARC/1.0 and ClueWeb09's WARC/0.18 are read too.
//   https://iipc.github.io/warc-specifications/
//
//   if (window.view().starts_with("WARC/")) read_warc(&window, &emit);
#pragma once

#include "tellings/documents/emitter.h"
#include "tellings/documents/window.h"

namespace tellings::documents {

// Hands on a document for every 2xx HTML response, for every HTML resource, and
// for every text that was taken out of a page (`conversion`), with its URI as
// url.  Records over kLargestDocumentBytes are skipped and reported; so is
// damage: the next record is found by its first line.  Memory for one record.
void read_warc(Window* window, Emitter* emit);

}  // namespace tellings::documents
