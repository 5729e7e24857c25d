import { Global, Module } from '@nestjs/common';
import { CaseFilesModule } from '../cases';
import { TellingsModule } from '../people';
import { Consents } from './consents';
import { Disclosures } from './disclosures';
import { ConsentsController } from './http/consents.controller';
import { PersonConsentsController } from './http/person-consents.controller';
import { RecordConsent } from './record-consent';

/** Consents and the register of disclosures, for every module that shares. */
@Global()
@Module({
  imports: [CaseFilesModule, TellingsModule],
  providers: [Consents, Disclosures, RecordConsent],
  exports: [Consents, Disclosures, RecordConsent],
})
export class ConsentRegisterModule {}

/** The same over HTTP. */
@Module({
  imports: [ConsentRegisterModule],
  controllers: [ConsentsController, PersonConsentsController],
})
export class ConsentsModule {}
