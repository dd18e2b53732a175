#include "tellings/pipeline/names.h"

namespace tellings::pipeline {

const char* name(DropReason why) {
  switch (why) {
    case DropReason::furniture: return "furniture";
    case DropReason::caption: return "caption";
    case DropReason::related: return "related";
    case DropReason::advertisement: return "advertisement";
    case DropReason::comment_form: return "comment_form";
    case DropReason::byline: return "byline";
    case DropReason::dateline: return "dateline";
    case DropReason::headline: return "headline";
    case DropReason::repeated_on_site: return "repeated_on_site";
    case DropReason::other_article: return "other_article";
    case DropReason::markup: return "markup";
  }
  return "";
}

const char* name(CopyKind kind) {
  switch (kind) {
    case CopyKind::identical: return "identical";
    case CopyKind::edited: return "edited";
    case CopyKind::cut: return "cut";
    case CopyKind::paraphrased: return "paraphrased";
    case CopyKind::mixed: return "mixed";
    case CopyKind::quotations: return "quotations";
  }
  return "";
}

const char* name(PassageKind kind) {
  switch (kind) {
    case PassageKind::same: return "same";
    case PassageKind::edited: return "edited";
    case PassageKind::paraphrased: return "paraphrased";
  }
  return "";
}

const char* name(NameType type) {
  switch (type) {
    case NameType::person: return "person";
    case NameType::organisation: return "organisation";
    case NameType::place: return "place";
  }
  return "";
}

const char* name(FindingKind kind) {
  switch (kind) {
    case FindingKind::agreement: return "agreement";
    case FindingKind::difference: return "difference";
    case FindingKind::update: return "update";
    case FindingKind::correction: return "correction";
    case FindingKind::quotation: return "quotation";
    case FindingKind::alone: return "alone";
  }
  return "";
}

}  // namespace tellings::pipeline
