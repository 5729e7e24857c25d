import { Module, type DynamicModule } from '@nestjs/common';
import { DEFAULT_PATIENCE, DEFAULT_REST, MailSettings } from './mail/mail-settings';
import { Mailer } from './mail/mailer';
import { SendMailProcessor } from './mail/send-mail.processor';
import { NoticesModule } from './notices.module';

/** Sends the mails, and lends the mailer to what else is sent; only the worker imports it. */
@Module({})
export class NoticesWorkerModule {
  static of(settings: {
    smtpUrl: string;
    from: string;
    publicUrl: string;
    patience?: number;
    rest?: number;
  }): DynamicModule {
    const mail: MailSettings = { patience: DEFAULT_PATIENCE, rest: DEFAULT_REST, ...settings };
    return {
      module: NoticesWorkerModule,
      global: true,
      imports: [NoticesModule],
      providers: [{ provide: MailSettings, useValue: mail }, Mailer, SendMailProcessor],
      exports: [MailSettings, Mailer],
    };
  }
}
