import { z } from 'zod';
import { NEEDS, type Need } from './vocabulary';

const weight = z.int().min(0).max(1000);
const perMinute = z.int().min(1).max(10_000);
const codes = z.string().regex(/^[a-z][a-z_]{1,59}$/);
const needs = Object.fromEntries(NEEDS.map((need) => [need, weight])) as Record<
  Need,
  typeof weight
>;

/** Who is helped first, and how the public page behaves: versioned data of headquarters. */
export const crisisPolicySchema = z.strictObject({
  /** Points of an open need. */
  needs: z.strictObject(needs),
  /** Points of a factor of vulnerability; one without points gives none. */
  vulnerability: z.record(codes, weight),
  /** Factors that the public page asks about: few, and nothing that endangers whoever ticks it. */
  publicFactors: z.array(codes).max(10),
  /** Where the quick exit of the public page leads. */
  exitUrl: z.url({ protocol: /^https$/ }).max(300),
  /** Requests a minute that one address may make: an airport shares one, a machine sends more. */
  limits: z.strictObject({
    /** Registrations. */
    registrations: perMinute,
    /** Tries with a code or with the link of a message. */
    codes: perMinute,
  }),
  source: z.string().trim().min(1).max(500),
});
export type CrisisPolicy = z.infer<typeof crisisPolicySchema>;
