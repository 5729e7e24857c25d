import { Injectable } from '@nestjs/common';
import { Actor } from '../../../platform/access/actor';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { DomainError, notFound } from '../../../platform/errors/domain-error';
import { Subdivisions } from '../../network';
import { CrisisPolicies } from '../crisis-policies';
import { NEEDS } from '../domain/vocabulary';

const BY_SLUG = statement(
  'crisis.by-slug',
  `SELECT i.id, i.name_es AS "nameEs", i.name_en AS "nameEn", i.country, i.subdivisions, i.state,
          ARRAY(SELECT post_id FROM incident_posts o WHERE o.incident_id = i.id) AS "postIds"
     FROM incidents i WHERE i.slug = $1`,
);
const FACTORS = statement(
  'crisis.public-factors',
  `SELECT code, name_es AS "nameEs", name_en AS "nameEn" FROM vulnerability_factors WHERE code = ANY ($1) ORDER BY code`,
);

export interface OpenIncident {
  id: string;
  nameEs: string;
  nameEn: string;
  country: string;
  subdivisions: string[];
  state: 'active' | 'prepared' | 'stood_down';
  postIds: string[];
}

/** What anybody with the address of the public page may know. */
@Injectable()
export class PublicIncidents {
  constructor(
    private readonly database: Database,
    private readonly policies: CrisisPolicies,
    private readonly subdivisions: Subdivisions,
  ) {}

  /** What the page asks; 404 before the activation, 410 INCIDENT_OVER after the standing down. */
  show(slug: string) {
    return this.database.inTransaction(Actor.system(), async () => {
      const { nameEs, nameEn, country, subdivisions } = await this.open(slug);
      const { publicFactors, exitUrl } = await this.policies.current();
      const factors = await this.database.query<{ code: string; nameEs: string; nameEn: string }>(
        FACTORS,
        [publicFactors],
      );
      const places = this.subdivisions
        .of(country)
        .items.filter(({ code }) => subdivisions.length === 0 || subdivisions.includes(code))
        .map(({ code, names }) => ({ code, nameEs: names.es, nameEn: names.en }));
      return { nameEs, nameEn, places, exitUrl, factors, needs: [...NEEDS] };
    });
  }

  /** The active incident of a public address, in the ambient transaction. */
  async open(slug: string): Promise<OpenIncident> {
    const known = /^[a-z0-9]{8}$/.test(slug);
    const [incident] = known ? await this.database.query<OpenIncident>(BY_SLUG, [slug]) : [];
    if (!incident || incident.state === 'prepared') throw notFound();
    if (incident.state === 'stood_down') throw new DomainError('INCIDENT_OVER', { status: 410 });
    return incident;
  }
}
