import type { Language, Translator } from '../../../platform/i18n/messages';
import { compose } from '../domain/compose';
import type { NoticeData } from '../domain/notice';

export interface MailContent {
  subject: string;
  text: string;
}

export interface Enclosed {
  kind: string;
  data: NoticeData;
  /** About a sealed case: the mail says no more than that a notice waits. */
  discreet: boolean;
}

/** One notice as a mail of its own, several as a digest; each with its one link. */
export function writeMail(
  translator: Translator,
  language: Language,
  publicUrl: string,
  notices: readonly Enclosed[],
): MailContent {
  const say = (key: string, values?: Record<string, string | number>) =>
    translator.translate(language, key, values);
  const parts = notices.map((notice) => {
    const { title, text } = notice.discreet
      ? { title: say('notices.mail.discreet'), text: say('notices.mail.discreet_text') }
      : compose(translator, language, notice);
    const path = notice.discreet ? '/' : notice.data.path;
    const link = say('notices.mail.open', { link: `${publicUrl}${path}` });
    return { title, paragraph: `${text}\n${link}` };
  });
  const [first] = parts;
  const subject =
    first && parts.length === 1 ? first.title : say('notices.mail.digest', { count: parts.length });
  const footer = [say('notices.mail.footer'), say('notices.mail.footer_preferences')].join('\n');
  const text = [...parts.map(({ paragraph }) => paragraph), `-- \n${footer}`].join('\n\n');
  return { subject, text: `${text}\n` };
}
