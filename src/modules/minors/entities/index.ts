import {
  ChildSituationRow,
  ComingOfAge,
  InterestAssessment,
  InterestInstrument,
  MinorGuardianship,
  TravelAuthorisation,
} from './child.entity';
import {
  FamilyAssessment,
  LocatedRelative,
  Reunification,
  ReunificationFollowUp,
  TracingStep,
} from './family.entity';
import {
  AbductionStepRow,
  ChildAbduction,
  HagueStatesVersion,
  StateCareHearing,
  StateCareOrder,
  StateCareStep,
} from './proceedings.entity';

export const minorsEntities: (new () => object)[] = [
  ChildSituationRow,
  InterestInstrument,
  InterestAssessment,
  MinorGuardianship,
  TravelAuthorisation,
  StateCareOrder,
  StateCareHearing,
  StateCareStep,
  HagueStatesVersion,
  ChildAbduction,
  AbductionStepRow,
  TracingStep,
  LocatedRelative,
  FamilyAssessment,
  Reunification,
  ReunificationFollowUp,
  ComingOfAge,
];
