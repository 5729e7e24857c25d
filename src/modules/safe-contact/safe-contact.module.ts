import { Global, Module } from '@nestjs/common';
import { CaseFilesModule } from '../cases';
import { ObligationLedgerModule } from '../obligations';
import { PeopleModule } from '../people';
import { SafeContactsController } from './http/safe-contacts.controller';
import { SafeContactGuard } from './safe-contact-guard';
import { SafeContactPanel } from './safe-contact-panel';
import { SafeContactPolicies } from './safe-contact-policies';
import { SafeContacts } from './safe-contacts';

/** Safe contact over HTTP, and the guard through which every contact with a person passes. */
@Global()
@Module({
  imports: [CaseFilesModule, ObligationLedgerModule, PeopleModule],
  controllers: [SafeContactsController],
  providers: [SafeContacts, SafeContactGuard, SafeContactPanel, SafeContactPolicies],
  exports: [SafeContacts],
})
export class SafeContactModule {}
