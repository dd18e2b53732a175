#include "tellings/statements/titles.h"

#include "tellings/statements/word_table.h"

namespace tellings::statements {

bool is_title(const Reading& reading, std::size_t token) {
  static const WordSet kTitles(
      "mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir lady lord dame rev rev. reverend father fr. sister "
      "rabbi imam sheikh "
      "shaikh sheik ayatollah pope cardinal bishop archbishop mullah mufti king queen prince princess president vice "
      "prime minister premier "
      "chancellor pm secretary secretary-general general gen gen. lieutenant lt lt. colonel col col. major maj maj. "
      "captain capt capt. "
      "sergeant sgt sgt. corporal cpl. private admiral adm. commander cmdr. brigadier marshal sheriff deputy detective "
      "det. officer "
      "chief inspector superintendent supt. constable lieutenant agent senator sen sen. sens. representative rep rep. "
      "reps. congressman congresswoman "
      "governor gov gov. mayor councilman councilwoman councillor ambassador envoy judge justice attorney prosecutor "
      "spokesman spokeswoman "
      "spokesperson director chairman chairwoman coach ceo cfo editor analyst leader speaker candidate nominee former "
      "then ex hon. cleric preacher");
  return kTitles.has(reading.tokens[token].hash);
}

}  // namespace tellings::statements
