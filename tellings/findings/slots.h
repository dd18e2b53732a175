// Slots: which question does a figure answer?
//
// "Seven of his guards were injured" and "two guards were hurt" answer one
// question; "eight people were shot over the weekend" answers another.  A
// reading is a figure with what tells its question: role, noun, person, the
// words around it, and whether it speaks of more than the event itself.
//
//   for (const Reading& r : read_figures(board)) by_question[r.key].push_back(r);
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tellings/findings/board.h"
#include "tellings/findings/ranges.h"
#include "tellings/findings/surroundings.h"

namespace tellings::findings {

// Whom a count of people counts.
enum class People : std::uint8_t {
  unsaid,
  anybody,
  guards,
  officers,
  troops,
  protesters,
  children,
  students,
  attackers,
  workers
};

// The class of a folded noun ("demonstrators" and "protester" are one).
People people_of(std::string_view folded);

struct Reading {
  TellingNo telling = 0;
  ArticleNo article{};
  const Figure* figure = nullptr;
  Reach reach;
  std::string key;         // readings with different keys answer different questions
  std::string subject;     // of an age: the person
  std::uint64_t head = 0;  // the counted noun's term
  People people = People::unsaid;
  Surroundings context;
  std::uint32_t place = 0;   // its sentence
  bool wider = false;        // may be of more than the event: of a weekend, a year
  bool far_wider = false;    // is of more: citywide, last year
  bool part = false;         // of a larger number: "one of the drones", "two others"
  bool beside_dead = false;  // its sentence tells of dead, so that it does not count them
  bool others = false;       // "seven others": besides somebody
  bool superseded = false;   // taken back in the same article
};

// The readings of all tellings, in the order of articles and text.
std::vector<Reading> read_figures(const Board& board);

// True if counts of people may be about one group: the same class, or one of
// them names no class.
bool may_be_one_group(const Reading& a, const Reading& b);

}  // namespace tellings::findings
