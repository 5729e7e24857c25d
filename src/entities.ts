import { aidEntities } from './modules/aid';
import { assessmentEntities } from './modules/assessment';
import { caseEntities } from './modules/cases';
import { consentsEntities } from './modules/consents';
import { BreakGlassRequest } from './modules/break-glass';
import { cooperationEntities } from './modules/cooperation';
import { catalogueEntities } from './modules/catalogue';
import { crisisEntities } from './modules/crisis';
import { detentionEntities } from './modules/detention';
import { documentsEntities } from './modules/documents';
import { deathEntities } from './modules/death';
import { missingPersonEntities } from './modules/missing-person';
import { genderViolenceEntities } from './modules/gender-violence';
import { minorsEntities } from './modules/minors';
import { networkEntities } from './modules/network';
import { obligationsEntities } from './modules/obligations';
import { papersEntities } from './modules/papers';
import { peopleEntities } from './modules/people';
import { repatriationEntities } from './modules/repatriation';
import { roundsEntities } from './modules/rounds';
import { safeContactEntities } from './modules/safe-contact';
import { traffickingEntities } from './modules/trafficking';
import { Account } from './platform/access/account.entity';

/** Every TypeORM entity of the product, gathered from the modules. */
export const entities: readonly (new () => object)[] = [
  Account,
  ...networkEntities,
  ...peopleEntities,
  ...caseEntities,
  ...catalogueEntities,
  ...obligationsEntities,
  ...consentsEntities,
  BreakGlassRequest,
  ...cooperationEntities,
  ...assessmentEntities,
  ...detentionEntities,
  ...deathEntities,
  ...missingPersonEntities,
  ...repatriationEntities,
  ...crisisEntities,
  ...genderViolenceEntities,
  ...minorsEntities,
  ...aidEntities,
  ...documentsEntities,
  ...roundsEntities,
  ...papersEntities,
  ...safeContactEntities,
  ...traffickingEntities,
];
