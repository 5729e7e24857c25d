import { Global, Module } from '@nestjs/common';
import { CaseFilesModule } from '../cases';
import { ObligationLedgerModule } from '../obligations';
import { ContactRulesModule } from '../people';
import { SafeContactsController } from './http/safe-contacts.controller';
import { SafeContactGuard } from './safe-contact-guard';
import { SafeContactPanel } from './safe-contact-panel';
import { SafeContactPolicies } from './safe-contact-policies';
import { SafeReach } from './safe-reach';
import { SafeContacts } from './safe-contacts';

/** What every process that writes to a person needs: the guard, and where and what may be written. */
@Module({
  imports: [CaseFilesModule, ObligationLedgerModule, ContactRulesModule],
  providers: [SafeContactGuard, SafeContactPolicies, SafeReach],
  exports: [SafeContactPolicies, SafeReach],
})
export class SafeContactGuardModule {}

/** Safe contact over HTTP, and the guard through which every contact with a person passes. */
@Global()
@Module({
  imports: [CaseFilesModule, ObligationLedgerModule, SafeContactGuardModule],
  controllers: [SafeContactsController],
  providers: [SafeContacts, SafeContactPanel],
  exports: [SafeContacts],
})
export class SafeContactModule {}
