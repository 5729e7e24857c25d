import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { momentOf } from '../../../platform/clock/moments';
import { statement } from '../../../platform/database/statement';
import { invalidField } from '../../../platform/errors/domain-error';
import { CrisisPolicies } from '../crisis-policies';
import { reconcile, type OnManifest, type Reconciliation } from '../domain/reconcile';
import type { SeatState } from '../domain/vocabulary';
import { EnterPersons } from '../enter-persons';
import { Happenings } from '../happenings';
import type { RecordArrivalRequest, RecordBoardingRequest } from '../http/dto/manifest.requests';
import { IncidentWork, type IncidentFile } from '../incident-work';
import { Manifests } from './manifests';

const ON_MANIFEST = statement(
  'crisis.on-manifest',
  `SELECT s.person_id AS "personId", s.state, s.state = 'seated' AS seated, p.given_names AS "givenNames",
          p.first_surname AS "firstSurname", p.second_surname AS "secondSurname", p.birth_date::text AS "birthDate"
     FROM manifest_seats s JOIN incident_persons p ON p.id = s.person_id
    WHERE s.manifest_id = $1 AND s.incident_id = $2 AND s.state <> 'released'`,
);
const OF_INCIDENT = statement(
  'crisis.counting-persons',
  'SELECT id FROM incident_persons WHERE incident_id = $1 AND id = ANY ($2) AND stands_for = id',
);
const DEPART = statement(
  'crisis.depart',
  `UPDATE manifests SET state = 'departed', departed_at = $2, version = version + 1 WHERE id = $1`,
);
const ARRIVE = statement(
  'crisis.arrive',
  `UPDATE manifests SET state = 'arrived', arrived_at = $2, version = version + 1 WHERE id = $1`,
);

type Seat = OnManifest & { state: SeatState };

/** Who really boarded, and who really arrived: name by name. */
@Injectable()
export class Boarding {
  constructor(
    private readonly work: IncidentWork,
    private readonly manifests: Manifests,
    private readonly policies: CrisisPolicies,
    private readonly entering: EnterPersons,
    private readonly happenings: Happenings,
  ) {}

  /** Compares the airline's names with the manifest; nothing is written. */
  compare(
    actor: Actor,
    incidentId: string,
    manifestId: string,
    names: readonly string[],
  ): Promise<Reconciliation> {
    return this.work.on(actor, incidentId, 'crisis.work', async () => {
      await this.manifests.lock(incidentId, manifestId, ['open']);
      return reconcile(await this.seats(manifestId, incidentId), names);
    });
  }

  /** It left: of those with a seat, who is not named did not come; whoever else came is added as such. */
  board(
    actor: Actor,
    incidentId: string,
    manifestId: string,
    body: RecordBoardingRequest,
  ): Promise<{ id: string; boarded: number; noShow: number; added: number }> {
    const work = async (file: IncidentFile) => {
      await this.manifests.lock(incidentId, manifestId, ['open']);
      const departedAt = momentOf(body.departedAt, file.now, 'departedAt');
      const seats = await this.seats(manifestId, incidentId);
      const present = new Set(body.boarded);
      const listed = new Map(seats.map((seat) => [seat.personId, seat]));
      const unlisted = [...present].filter((id) => !listed.has(id));
      const { database } = this.work;
      const known = await database.query(OF_INCIDENT, [incidentId, unlisted]);
      if (known.length < unlisted.length) throw invalidField('boarded', 'NOT_OF_THE_INCIDENT');
      const policy = await this.policies.current();
      const naming = { incidentId, source: 'manifest', now: file.now, policy } as const;
      const entered = (body.added ?? []).map((person) => this.entering.enter(person, naming));
      const ends = seats.map(({ personId, seated }) => ({
        personId,
        state: endOf(seated, present.has(personId)),
      }));
      const added = [...unlisted, ...entered].map((personId) => ({
        personId,
        state: 'added' as const,
      }));
      this.manifests.set(file, manifestId, [...ends, ...added]);
      database.post(DEPART, [manifestId, departedAt.toString()]);
      const personIds = [...present, ...entered];
      const moved = { incidentId, personIds, state: 'moved', source: 'manifest' } as const;
      await this.happenings.record({ ...moved, occurredAt: departedAt });
      const count = (state: SeatState) =>
        [...ends, ...added].filter((seat) => seat.state === state).length;
      const counts = {
        boarded: count('boarded'),
        noShow: count('no_show'),
        added: count('added'),
      };
      await this.work.record(file, 'manifest.departed', { manifestId, ...counts });
      return { id: manifestId, ...counts };
    };
    return this.work.on(actor, incidentId, 'crisis.work', work, { active: true });
  }

  /** It arrived, though the incident may be over by then: whoever boarded and is not named is looked for. */
  arrive(
    actor: Actor,
    incidentId: string,
    manifestId: string,
    body: RecordArrivalRequest,
  ): Promise<{ id: string; arrived: number; missing: number }> {
    return this.work.on(actor, incidentId, 'crisis.work', async (file) => {
      const manifest = await this.manifests.lock(incidentId, manifestId, ['departed']);
      const arrivedAt = momentOf(body.arrivedAt, file.now, 'arrivedAt');
      const left = Temporal.Instant.fromEpochMilliseconds(manifest.departedAt!.getTime());
      if (Temporal.Instant.compare(arrivedAt, left) < 0) {
        throw invalidField('arrivedAt', 'BEFORE_ITS_START');
      }
      const aboard = (await this.seats(manifestId, incidentId)).filter(({ state }) =>
        ['boarded', 'added'].includes(state),
      );
      const arrived = new Set(body.arrived);
      if ([...arrived].some((id) => !aboard.some(({ personId }) => personId === id))) {
        throw invalidField('arrived', 'NOT_ABOARD');
      }
      const ends = aboard.map(({ personId }) => ({
        personId,
        state: arrived.has(personId) ? ('arrived' as const) : ('missing' as const),
      }));
      this.manifests.set(file, manifestId, ends);
      this.work.database.post(ARRIVE, [manifestId, arrivedAt.toString()]);
      const state = manifest.destinationCountry === 'PE' ? 'home' : 'abroad';
      await this.happenings.record({
        ...{ incidentId, personIds: [...arrived], state, source: 'manifest' },
        occurredAt: arrivedAt,
      });
      const counts = { arrived: arrived.size, missing: ends.length - arrived.size };
      await this.work.record(file, 'manifest.arrived', { manifestId, ...counts });
      return { id: manifestId, ...counts };
    });
  }

  private seats(manifestId: string, incidentId: string): Promise<Seat[]> {
    return this.work.database.query<Seat>(ON_MANIFEST, [manifestId, incidentId]);
  }
}

/** Whoever waited and came anyway was added; whoever waited in vain is free again. */
const endOf = (seated: boolean, present: boolean): SeatState =>
  seated ? (present ? 'boarded' : 'no_show') : present ? 'added' : 'released';
