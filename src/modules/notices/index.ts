export { NOTICE_KINDS, type NoticeData, type NoticeKind } from './domain/notice';
export type { DigestRule } from './domain/mail-hour';
export { LiveUpdates, type LiveUpdate } from './live/live-updates';
export { noticesMessages } from './messages';
export { Notices, type NewNotice } from './notices';
export { NoticesHttpModule, NoticesModule } from './notices.module';
export { MailSettings } from './mail/mail-settings';
export { Mailer, type OutgoingMail } from './mail/mailer';
