import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { protect, ProtectedText, type StoredText } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { Revisions } from '../../platform/database/revisions';
import { statement } from '../../platform/database/statement';
import { DomainError, invalidField, notFound } from '../../platform/errors/domain-error';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor';
import { newId } from '../../platform/ids';
import { Obligations } from '../obligations';
import { placeKey, type FacilityKind, type Harshness } from './domain/facility';
import { Facility } from './entities/detention.entity';

const FIELDS = `id, name, kind, country, subdivision, city, harshness, address,
  visiting_hours AS "visitingHours", confirmed, version`;
const LIST = statement(
  'facilities.list',
  `SELECT ${FIELDS} FROM facilities
    WHERE ($1::text IS NULL OR country = $1)
      AND ($2::text IS NULL OR position(lower(unaccent($2)) IN lower(unaccent(name || ' ' || city))) > 0)
      AND ($4::text IS NULL OR (lower(name), id) > ($4, $5::uuid))
    ORDER BY lower(name), id LIMIT $3`,
);
const READ = statement('facilities.read', `SELECT ${FIELDS} FROM facilities WHERE id = $1`);
const LOCK = statement(
  'facilities.lock',
  `SELECT ${FIELDS} FROM facilities WHERE id = $1 FOR UPDATE`,
);
const FIND = statement(
  'facilities.find',
  'SELECT id FROM facilities WHERE country = $1 AND place_key = $2',
);
const ADD = statement(
  'facilities.add',
  `INSERT INTO facilities (id, country, place_key, name, kind, subdivision, city, harshness)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
   ON CONFLICT (country, place_key) DO NOTHING RETURNING id`,
);
const HELD_THERE = statement('facilities.cases', 'SELECT app.open_cases_at_facility($1) AS id');

interface FacilityRecord {
  id: string;
  name: string;
  kind: FacilityKind;
  country: string;
  subdivision: string | null;
  city: string;
  harshness: Harshness;
  address: StoredText | null;
  visitingHours: string | null;
  confirmed: boolean;
  version: number;
}

export interface FacilityView extends Omit<FacilityRecord, 'address'> {
  address: string | null;
}

export interface FacilityFields {
  name?: string;
  kind?: FacilityKind;
  subdivision?: string;
  city?: string;
  harshness?: Harshness;
  address?: string;
  visitingHours?: string;
}

const toView = (row: FacilityRecord): FacilityView => ({
  ...row,
  address: row.address ? ProtectedText.fromStored(row.address).reveal() : null,
});

/** The directory of places of detention, shared by every post. */
@Injectable()
export class Facilities {
  constructor(
    private readonly database: Database,
    private readonly revisions: Revisions,
    private readonly audit: Audit,
    private readonly obligations: Obligations,
  ) {}

  list(
    actor: Actor,
    query: { country?: string; q?: string; cursor?: string; limit: number },
  ): Promise<Page<FacilityView>> {
    const after = decodeCursor(query.cursor) ?? [null, null];
    return this.database.inTransaction(actor, async () => {
      const rows = await this.database.query<FacilityRecord>(LIST, [
        query.country ?? null,
        query.q ?? null,
        query.limit + 1,
        ...after,
      ]);
      return toPage(rows, query.limit, (row) => [row.name.toLowerCase(), row.id], toView);
    });
  }

  read(actor: Actor, id: string): Promise<FacilityView> {
    return this.database.inTransaction(actor, () => this.find(id));
  }

  /** Adds a place to the directory; 409 FACILITY_EXISTS when the city has one of that name. */
  create(
    actor: Actor,
    body: FacilityFields & { name: string; country: string },
  ): Promise<FacilityView> {
    return this.database.inTransaction(actor, async () => {
      const id = newId();
      const kept = await this.findOrAdd(id, body, body.country, body.subdivision ?? null);
      if (kept !== id)
        throw new DomainError('FACILITY_EXISTS', { status: 409, extra: { id: kept } });
      await this.database.manager.update(Facility, id, {
        address: protect(body.address),
        visitingHours: body.visitingHours ?? null,
        confirmed: true,
      });
      await this.audit.record({ action: 'facility.added', subjectType: 'facility', subjectId: id });
      return this.find(id);
    });
  }

  /** Edits a place. Another kind or harshness plans the visits of everyone held there again. */
  edit(actor: Actor, id: string, expected: number, body: FacilityFields): Promise<FacilityView> {
    return this.database.inTransaction(actor, async () => {
      const [row] = await this.database.query<FacilityRecord>(LOCK, [id]);
      if (!row) throw notFound();
      await this.revisions.assertCurrent('facility', id, row.version, expected, row);
      const { address, ...plain } = body;
      const key = placeKey(body.name ?? row.name, body.city ?? row.city);
      const twin = await this.idOf(row.country, key);
      if (twin && twin !== id) {
        throw new DomainError('FACILITY_EXISTS', { status: 409, extra: { id: twin } });
      }
      const fields = Object.keys(body).filter(
        (key) => body[key as keyof FacilityFields] !== undefined,
      );
      const version = row.version + 1;
      await this.database.manager.update(Facility, id, {
        ...plain,
        ...(address === undefined ? {} : { address: protect(address) }),
        placeKey: key,
        confirmed: true,
        version,
      });
      await this.revisions.record('facility', id, version, fields, row);
      const after = await this.find(id);
      await this.audit.record({
        action: 'facility.edited',
        subjectType: 'facility',
        subjectId: id,
        before: row,
        after,
        details: { fields },
      });
      if (after.harshness !== row.harshness || after.kind !== row.kind) await this.replanAt(id);
      return after;
    });
  }

  /**
   * The id of a place named by its id, or by name and city; a new name joins the directory, marked
   * as not confirmed. Null when no place is named; 422 for an id that does not exist.
   */
  async resolve(
    place: { id: string } | FacilityFields | undefined,
    where: { country: string; subdivision: string | null },
  ): Promise<string | null> {
    if (!place) return null;
    if ('id' in place) {
      const [row] = await this.database.query<FacilityRecord>(READ, [place.id]);
      if (!row) throw invalidField('facilityId', 'UNKNOWN_FACILITY');
      return row.id;
    }
    if (!place.name) return null;
    return this.findOrAdd(
      newId(),
      { ...place, name: place.name },
      where.country,
      where.subdivision,
    );
  }

  private async findOrAdd(
    id: string,
    place: FacilityFields & { name: string },
    country: string,
    subdivision: string | null,
  ): Promise<string> {
    const { name, city = '', kind = 'other', harshness = 'standard' } = place;
    const key = placeKey(name, city);
    const known = await this.idOf(country, key);
    if (known) return known;
    const row = [id, country, key, name, kind, subdivision, city, harshness];
    const [added] = await this.database.query<{ id: string }>(ADD, row);
    // someone else may have added the same place since the first look
    return added?.id ?? (await this.idOf(country, key))!;
  }

  private async idOf(country: string, key: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string }>(FIND, [country, key]);
    return row?.id;
  }

  private async find(id: string): Promise<FacilityView> {
    const [row] = await this.database.query<FacilityRecord>(READ, [id]);
    if (!row) throw notFound();
    return toView(row);
  }

  private async replanAt(facilityId: string): Promise<void> {
    const rows = await this.database.query<{ id: string }>(HELD_THERE, [facilityId]);
    await this.obligations.replanAll(
      rows.map((row) => row.id),
      'facility_changed',
    );
  }
}
