export { AidLedgerModule, AidModule } from './aid.module';
export { aidEntities } from './entities';
export { aidMessages } from './messages';
