// The names of enumerators, as records, tables and the report spell them.
#pragma once

#include <string>
#include <string_view>

#include "tellings/model/article.h"
#include "tellings/model/copy.h"
#include "tellings/model/finding.h"
#include "tellings/model/statement.h"

namespace tellings::pipeline {

const char* name(DropReason why);
const char* name(CopyKind kind);
const char* name(PassageKind kind);
const char* name(NameType type);
const char* name(FindingKind kind);

}  // namespace tellings::pipeline
