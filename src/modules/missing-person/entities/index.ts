import { DisclosureOrder, LocatedWill, RequesterAnswer, SearchResultRow } from './result.entity';
import {
  InterestDecisionRow,
  MissingPerson,
  MissingPersonPolicy,
  SearchAnswer,
  SearchInquiry,
  Sighting,
} from './search.entity';

export const missingPersonEntities: (new () => object)[] = [
  MissingPerson,
  InterestDecisionRow,
  SearchInquiry,
  SearchAnswer,
  Sighting,
  MissingPersonPolicy,
  SearchResultRow,
  LocatedWill,
  DisclosureOrder,
  RequesterAnswer,
];
