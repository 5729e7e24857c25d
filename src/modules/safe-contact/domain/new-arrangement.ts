import { Temporal } from '@js-temporal/polyfill';
import { readContact, type ContactChannel } from '../../people';
import type { HoursWindow } from './hours';
import { ADDRESSED_CHANNELS, type SafeWay } from './may-contact';
import { telltalesIn } from './neutral-text';

/** What an officer writes down of how a person may be reached. */
export interface NewArrangement {
  ways: readonly { channel: ContactChannel; address?: string | null; mayLeaveMessage?: boolean }[];
  /** IANA zone of the person. */
  timeZone: string;
  hours: readonly HoursWindow[];
  language: string;
  codeWord?: string | null;
  seenBy?: string | null;
  neutralText?: string | null;
  note?: string | null;
}

export interface FieldError {
  path: string;
  code: string;
}

const isZone = (zone: string): boolean => {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
};

const KIND_OF: Partial<Record<ContactChannel, 'phone' | 'email'>> = {
  telephone: 'phone',
  message: 'phone',
  instant_message: 'phone',
  email: 'email',
};

function wayOf(way: NewArrangement['ways'][number], path: string, errors: FieldError[]): SafeWay {
  const { channel, address, mayLeaveMessage = false } = way;
  if (!address) {
    if (ADDRESSED_CHANNELS.includes(channel)) errors.push({ path, code: 'SAY_WHICH_ADDRESS' });
    return { channel, address: null, mayLeaveMessage };
  }
  const read = readContact(KIND_OF[channel] ?? 'other', address);
  if ('problem' in read) errors.push({ path, code: read.problem });
  return { channel, address: 'value' in read ? read.value : address, mayLeaveMessage };
}

/**
 * The ways with their numbers as they are stored (E.164), and every field to mend: a channel by
 * number without one, a window that begins where it ends, an unknown zone, a text that tells.
 */
export function checkArrangement(
  body: NewArrangement,
  telltales: readonly string[],
): { ways: SafeWay[]; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const ways = body.ways.map((way, i) => wayOf(way, `ways.${i}.address`, errors));
  if (!isZone(body.timeZone)) errors.push({ path: 'timeZone', code: 'UNKNOWN_TIME_ZONE' });
  body.hours.forEach(({ from, to }, i) => {
    if (from === to) errors.push({ path: `hours.${i}.to`, code: 'ENDS_WHERE_IT_BEGINS' });
  });
  if (body.neutralText && telltalesIn(body.neutralText, telltales).length > 0) {
    errors.push({ path: 'neutralText', code: 'TELLS_OF_THE_CASE' });
  }
  return { ways, errors };
}
