import { caseEntities } from './modules/cases';
import { networkEntities } from './modules/network';
import { Account } from './platform/access/account.entity';

/** Every TypeORM entity of the product, gathered from the modules. */
export const entities: readonly (new () => object)[] = [
  Account,
  ...networkEntities,
  ...caseEntities,
];
