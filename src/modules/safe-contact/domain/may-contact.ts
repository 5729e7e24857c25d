import type { Temporal } from '@js-temporal/polyfill';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { ContactChannel } from '../../people';
import { isWithin, nextOpening, type SafeHours } from './hours';

/** One way that may be used; without an address, none is fixed for the channel. */
export interface SafeWay {
  channel: ContactChannel;
  address: string | null;
  /** Whether voice mail or a message may be left there. */
  mayLeaveMessage: boolean;
}

/** What was arranged with a person about how to reach them (rules §4, *Safe contact*). */
export interface Arrangement {
  ways: readonly SafeWay[];
  hours: SafeHours;
}

/** Channels whose address is asked for: a number or an e-mail address. */
export const ADDRESSED_CHANNELS: readonly ContactChannel[] = [
  'telephone',
  'message',
  'instant_message',
  'email',
];
const BY_NUMBER: readonly ContactChannel[] = ['telephone', 'message', 'instant_message'];

/** Why a contact is refused, in the order in which it is looked at. */
export const SAFE_CONTACT_REFUSALS = ['CHANNEL', 'ADDRESS', 'HOURS', 'MESSAGE'] as const;
export type SafeContactRefusal = (typeof SAFE_CONTACT_REFUSALS)[number];

export type Verdict =
  | { allowed: true; way: SafeWay }
  | {
      allowed: false;
      why: SafeContactRefusal;
      /** For `HOURS`: when it may be tried again. */
      opensAt: Temporal.Instant | null;
    };

/** The same number or address, however it was typed. */
export function addressKey(channel: ContactChannel, address: string): string {
  const text = address.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ');
  if (!BY_NUMBER.includes(channel)) return text;
  return parsePhoneNumberFromString(text)?.number ?? text.replace(/[^\d+]/g, '');
}

const leadsTo = (way: SafeWay, address: string | null): boolean =>
  way.address === null ||
  (address !== null && addressKey(way.channel, way.address) === addressKey(way.channel, address));

/**
 * Whether somebody may be contacted by this channel, at this address, now. Nothing outside what was
 * arranged is ever sent (rules §4).
 * @param address the number or address that would be used; null when none is known
 */
export function mayContact(
  { ways, hours }: Arrangement,
  channel: ContactChannel,
  address: string | null,
  now: Temporal.Instant,
  { leavesMessage = false }: { leavesMessage?: boolean } = {},
): Verdict {
  const refused = (why: SafeContactRefusal, opensAt: Temporal.Instant | null = null): Verdict => ({
    allowed: false,
    why,
    opensAt,
  });
  const ofChannel = ways.filter((way) => way.channel === channel);
  if (ofChannel.length === 0) return refused('CHANNEL');
  const leading = ofChannel.filter((way) => leadsTo(way, address));
  if (leading.length === 0) return refused('ADDRESS');
  if (!isWithin(hours, now)) return refused('HOURS', nextOpening(hours, now));
  const way = leavesMessage ? leading.find((w) => w.mayLeaveMessage) : leading[0];
  return way ? { allowed: true, way } : refused('MESSAGE');
}
