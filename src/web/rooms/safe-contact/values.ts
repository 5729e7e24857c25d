import type { SafeContact, SafeContactFields } from '../../api/safe-contact';

export interface WayTyped {
  channel: string;
  address: string;
  mayLeaveMessage: boolean;
}
export interface HoursTyped {
  days: string[];
  from: string;
  to: string;
}

/** The form as typed; times are on the clock of the person. */
export interface SafeContactValues {
  ways: WayTyped[];
  anyHour: boolean;
  hours: HoursTyped[];
  timeZone: string;
  language: string;
  codeWord: string;
  seenBy: string;
  neutralText: string;
  note: string;
}

const WORKING_DAYS = ['1', '2', '3', '4', '5'];
export const NEW_WAY: WayTyped = { channel: 'telephone', address: '', mayLeaveMessage: false };
const HOURS: HoursTyped = { days: WORKING_DAYS, from: '09:00', to: '13:00' };

export const emptySafeContact = (timeZone: string): SafeContactValues => ({
  ways: [NEW_WAY],
  anyHour: true,
  hours: [HOURS],
  timeZone,
  language: 'es',
  codeWord: '',
  seenBy: '',
  neutralText: '',
  note: '',
});

export const typedOf = (contact: SafeContact): SafeContactValues => ({
  ways: contact.ways.map(({ channel, address, mayLeaveMessage }) => ({
    channel,
    address: address ?? '',
    mayLeaveMessage,
  })),
  anyHour: contact.hours.length === 0,
  hours:
    contact.hours.length === 0
      ? [HOURS]
      : contact.hours.map(({ days, from, to }) => ({ days: days.map(String), from, to })),
  timeZone: contact.timeZone,
  language: contact.language,
  codeWord: contact.codeWord ?? '',
  seenBy: contact.seenBy ?? '',
  neutralText: contact.ownText ? contact.neutralText : '',
  note: contact.note ?? '',
});

const given = (text: string): string | undefined => text.trim() || undefined;

/** What the API takes; nothing that was left empty. */
export const fieldsOf = (values: SafeContactValues): SafeContactFields => ({
  ways: values.ways.map(({ channel, address, mayLeaveMessage }) => ({
    channel: channel as SafeContactFields['ways'][number]['channel'],
    address: given(address),
    mayLeaveMessage,
  })),
  hours: values.anyHour
    ? []
    : values.hours.map(({ days, from, to }) => ({ days: days.map(Number), from, to })),
  timeZone: values.timeZone,
  language: values.language,
  codeWord: given(values.codeWord),
  seenBy: given(values.seenBy),
  neutralText: given(values.neutralText),
  note: given(values.note),
});

/** Every path of the API, those inside the lists too, for refusals to find their place. */
export const pathsOf = (values: SafeContactValues, at = ''): Record<string, ''> =>
  Object.fromEntries(
    [
      ...Object.keys(values),
      ...values.ways.map((_, i) => `ways.${i}.address`),
      ...values.hours.flatMap((_, i) => ['days', 'from', 'to'].map((name) => `hours.${i}.${name}`)),
    ].map((path) => [at + path, ''] as const),
  );
