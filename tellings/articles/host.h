// The host of an address.
#pragma once

#include <string_view>

namespace tellings::articles {

// "daily.example" of "https://www.daily.example:80/news?x#y": without the port
// and a leading www.; empty where there is no "//".  Views into `url`.
std::string_view host_of(std::string_view url);

}  // namespace tellings::articles
