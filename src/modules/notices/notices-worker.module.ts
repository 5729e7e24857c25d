import { Module, type DynamicModule } from '@nestjs/common';
import { DEFAULT_PATIENCE, MailSettings } from './mail/mail-settings';
import { Mailer } from './mail/mailer';
import { SendMailProcessor } from './mail/send-mail.processor';
import { NoticesModule } from './notices.module';

/** Sends the mails; only the worker imports it. */
@Module({})
export class NoticesWorkerModule {
  static of(settings: {
    smtpUrl: string;
    from: string;
    publicUrl: string;
    patience?: number;
  }): DynamicModule {
    const mail: MailSettings = { patience: DEFAULT_PATIENCE, ...settings };
    return {
      module: NoticesWorkerModule,
      imports: [NoticesModule],
      providers: [{ provide: MailSettings, useValue: mail }, Mailer, SendMailProcessor],
    };
  }
}
