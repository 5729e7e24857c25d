import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Actor } from '../../../platform/access/actor';
import { Keyring } from '../../../platform/crypto/keyring';
import { statement } from '../../../platform/database/statement';
import { DomainError, invalidField } from '../../../platform/errors/domain-error';
import { CrisisPolicies } from '../crisis-policies';
import { codeFrom } from '../domain/code';
import { EnterPersons } from '../enter-persons';
import type { SelfRegisterRequest } from '../http/dto/public.requests';
import { IncidentPersonCheck } from '../person-check';
import { PublicIncidents } from './public-incidents';
import { RegistrationTools } from './registration-tools';

/** A key that others could guess would let them guess the code. */
const SHORTEST_KEY = 32;
/** A code that somebody already has is drawn again; more than once is already a wonder. */
const MOST_ROUNDS = 5;

const EARLIER = statement(
  'crisis.earlier-request',
  `SELECT p.code_round AS round, p.request_hash AS hash FROM incident_persons p JOIN incidents i ON i.id = p.incident_id
    WHERE i.slug = $1 AND p.request_key = $2`,
);

interface Earlier {
  round: number;
  hash: Buffer;
}

/**
 * Takes a registration from the person: one short transaction that locks nothing another would wait for.
 * The code follows from the sender's random key, so that a repeated request is given the same code
 * although only its hash rests.
 */
@Injectable()
export class SelfRegistration {
  constructor(
    private readonly incidents: PublicIncidents,
    private readonly entering: EnterPersons,
    private readonly check: IncidentPersonCheck,
    private readonly policies: CrisisPolicies,
    private readonly keyring: Keyring,
    private readonly tools: RegistrationTools,
  ) {}

  /**
   * @param key the sender's own, at least 32 characters; null: a repeated request is another one
   * @throws DomainError IDEMPOTENCY_KEY_REUSED (422), INVALID_IDEMPOTENCY_KEY (400)
   */
  async run(
    slug: string,
    body: SelfRegisterRequest,
    key: string | null,
  ): Promise<{ code: string }> {
    if (key !== null && key.length < SHORTEST_KEY) {
      throw new DomainError('INVALID_IDEMPOTENCY_KEY', { status: 400 });
    }
    const secret = key ?? randomBytes(24).toString('base64url');
    for (let round = 0; ;) {
      try {
        return await this.once(slug, body, secret, round);
      } catch (error) {
        const met = constraintOf(error);
        if (met === 'incident_persons_code_key' && round < MOST_ROUNDS) round += 1;
        else if (met !== 'incident_persons_request_key') throw error;
      }
    }
  }

  private once(
    slug: string,
    body: SelfRegisterRequest,
    secret: string,
    round: number,
  ): Promise<{ code: string }> {
    const { database, audit, clock, hints } = this.tools;
    const requestKey = sha256(secret);
    const requestHash = sha256(JSON.stringify(body));
    return database.inTransaction(Actor.system(), async () => {
      const [incident, [earlier], policy] = await Promise.all([
        this.incidents.open(slug),
        database.query<Earlier>(EARLIER, [slug, requestKey]),
        this.policies.current(),
      ]);
      const codeOf = (drawn: number) =>
        codeFrom(sha256(`crisis code:${incident.id}:${drawn}:${secret}`));
      if (earlier) {
        if (!earlier.hash.equals(requestHash)) throw new DomainError('IDEMPOTENCY_KEY_REUSED');
        return { code: codeOf(earlier.round) };
      }
      const now = clock.now();
      const asked = body.vulnerability ?? [];
      if (asked.some((factor) => !policy.publicFactors.includes(factor))) {
        throw invalidField('vulnerability', 'FACTOR_UNKNOWN');
      }
      const person = await this.check.run(body, incident, now);
      const code = codeOf(round);
      const codeHash = this.keyring.blind('crisis_code', `${incident.id}:${code}`)[0]!;
      const more = { codeHash, codeRound: round, requestKey, requestHash };
      const naming = { incidentId: incident.id, source: 'self', now, policy, more } as const;
      const id = this.entering.enter(person, naming);
      await audit.record({
        action: 'incident_person.self_registered',
        subjectType: 'incident_person',
        subjectId: id,
      });
      await hints.changed(incident.id);
      return { code };
    });
  }
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

const constraintOf = (error: unknown): string | undefined => {
  const { constraint, driverError } = (error ?? {}) as {
    constraint?: string;
    driverError?: { constraint?: string };
  };
  return constraint ?? driverError?.constraint;
};
