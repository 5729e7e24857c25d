export { AidLedgerModule, AidModule } from './aid.module';
export { aidEntities } from './entities';
export { aidMessages } from './messages';
export { ReadAid, type AidOnRecord } from './read-aid';
export { AID_TRANSITIONS, type AidAct, type AidLine, type AidState } from './domain/aid';
