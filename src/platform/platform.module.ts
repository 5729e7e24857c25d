import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AccessSettings } from './access/access-settings';
import { AccountsModule } from './access/access.module';
import { Audit } from './audit/audit';
import type { Clock } from './clock/clock';
import { ClockModule } from './clock/clock.module';
import { KeyServices } from './crypto/key-service';
import { keyServicesOf, type KeyServiceSettings } from './crypto/key-service-settings';
import { Keyring } from './crypto/keyring';
import { DatabaseModule, type DatabaseSettings } from './database/database.module';
import { Translator, type Messages } from './i18n/messages';
import { OperationsModule } from './operations/operations.module';
import { OutboxModule } from './outbox/outbox.module';

export interface PlatformSettings {
  database: DatabaseSettings;
  access: AccessSettings;
  keys: ReadonlyMap<string, Buffer>;
  /** What wraps the keys of sealed cases. */
  keyService: KeyServiceSettings;
  catalogues: readonly Messages[];
  clock: Clock;
}

/** What every process has: clock, database, audit, texts, keys, outbox. */
@Global()
@Module({})
export class PlatformModule {
  static of(settings: PlatformSettings): DynamicModule {
    const keyring = new Keyring(settings.keys);
    const providers = [
      Audit,
      { provide: AccessSettings, useValue: settings.access },
      { provide: Keyring, useValue: keyring },
      { provide: KeyServices, useValue: keyServicesOf(settings.keyService, keyring) },
      { provide: Translator, useValue: new Translator(settings.catalogues) },
    ];
    return {
      module: PlatformModule,
      imports: [
        ClockModule.of(settings.clock),
        DatabaseModule.of(settings.database),
        AccountsModule,
        OutboxModule,
        OperationsModule,
      ],
      providers,
      exports: [Audit, AccessSettings, Keyring, KeyServices, Translator],
    };
  }
}
