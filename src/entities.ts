import { caseEntities } from './modules/cases';
import { consentsEntities } from './modules/consents';
import { detentionEntities } from './modules/detention';
import { documentsEntities } from './modules/documents';
import { networkEntities } from './modules/network';
import { obligationsEntities } from './modules/obligations';
import { papersEntities } from './modules/papers';
import { peopleEntities } from './modules/people';
import { roundsEntities } from './modules/rounds';
import { Account } from './platform/access/account.entity';

/** Every TypeORM entity of the product, gathered from the modules. */
export const entities: readonly (new () => object)[] = [
  Account,
  ...networkEntities,
  ...peopleEntities,
  ...caseEntities,
  ...obligationsEntities,
  ...consentsEntities,
  ...detentionEntities,
  ...documentsEntities,
  ...roundsEntities,
  ...papersEntities,
];
