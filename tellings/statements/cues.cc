#include "tellings/statements/cues.h"

namespace tellings::statements {

const WordTable<Cue>& cues() {
  static const WordTable<Cue> kTable{
      {"said says say saying told tells tell telling added adds adding noted notes noting stated states stating wrote "
       "writes write writing "
       "tweeted tweets tweeting posted announced announces announcing reported reports reporting claimed claims claim "
       "claiming argued argues argue "
       "arguing insisted insists insisting explained explains explaining warned warns warning suggested suggests "
       "suggesting confirmed confirms "
       "confirming acknowledged acknowledges acknowledging admitted admits admitting conceded concedes declared "
       "declares declaring denied denies denying "
       "alleged alleges alleging asserted asserts asserting believes believe believed thinks think thought predicted "
       "predicts estimated estimates concluded "
       "concludes revealed reveals disclosed stressed stresses emphasized emphasizes emphasised recalled recalls "
       "remarked remarks replied replies responded "
       "responds answered asked asks asking vowed vows vowing pledged pledges pledging promised promises promising "
       "agreed agrees complained complains testified "
       "joked quipped observed observes indicated indicates contended contends contend maintained maintains urged "
       "urges urging demanded demands demanding "
       "shouted yelled screamed lamented mused clarified reiterated repeated cautioned boasted bragged hinted "
       "proclaimed speculated opined "
       "commented elaborated pointed continued continues went mentioned mentions hopes hoped worries worried feared "
       "fears shows showed found finds cited cites citing "
       "learned discovered proposed proposes discussed tells reads echoed chanted sings read",
       Cue::say},
      {"wants want wanted plans planned supports support supported opposes opposed opposing expects expect expected "
       "decided declined declines refused refuses "
       "offered offers understands understood favors favored prefers backed doubts considers considered viewed regards "
       "seeks intends threatened encouraged "
       "encourages recommended advocated challenged disputed refused highlighted outlined mocks spoke talked "
       "remembered realized feels felt feel hates loves "
       "worry hope fear know knows knew suspects swore apologized warned objected protested conceded complained "
       "debated embraced defends defending ruled "
       "voted approved resisted ignored credited compared cast painted portrayed ordered invited advised imagined "
       "wondered acknowledged vouched",
       Cue::stance},
      {"called calls calling described describes describing criticized criticizes criticised criticizing condemned "
       "condemns condemning denounced denounces "
       "praised praises praising blasted blasts slammed slams accused accuses accusing attacked dismissed dismisses "
       "blamed blames rejected "
       "questioned questions defended mocked ridiculed labeled labelled dubbed likened branded characterized "
       "characterised welcomed hailed pleaded endorsed",
       Cue::judge}};
  return kTable;
}

const WordSet& doubtful() {
  static const WordSet kSet(
      "shows showed found finds cited cites citing learned discovered posted read reads went pointed continued "
      "continues "
      "maintained hopes hoped worries worried feared fears demands demanded repeated states reports notes claims "
      "estimates write writes writing discussed proposed "
      "think thought echoed indicated indicates agrees agreed questions attacked rejected");
  return kSet;
}

}  // namespace tellings::statements
