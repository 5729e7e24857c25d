import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { invalidField, notFound } from '../../../platform/errors/domain-error';
import { decodeCursor, toPage, type Page } from '../../../platform/http/cursor';
import type { PostKind, PostState } from '../domain/post-kind';
import { competentPosts, type District } from '../domain/routing';
import { isSubdivisionOf } from '../domain/standards';

/** A post as the API and other modules see it. */
export interface PostView {
  id: string;
  code: string;
  kind: PostKind;
  name: string;
  city: string;
  country: string;
  subdivision: string | null;
  region: string | null;
  parentId: string | null;
  timeZone: string;
  currency: string;
  languages: string[];
  latitude: number;
  longitude: number;
  state: PostState;
  version: number;
}

export interface PostFilter {
  country?: string;
  /** Part of the code, the name or the city; accents and case do not matter. */
  q?: string;
  cursor?: string;
  limit: number;
  count?: boolean;
}

const COLUMNS = `p.id, p.code, p.kind, p.name_es AS name, p.city, p.country, p.subdivision, r.region,
  p.parent_id AS "parentId", p.time_zone AS "timeZone", p.currency, p.languages,
  p.latitude::float8 AS latitude, p.longitude::float8 AS longitude, p.state, p.version`;
const TABLES = 'posts p LEFT JOIN current_region_countries r ON r.country = p.country';
const MATCHES = `($1::text IS NULL OR p.country = $1) AND ($2::text IS NULL
  OR strpos(lower(unaccent(p.code || ' ' || p.name_es || ' ' || p.city)), lower(unaccent($2))) > 0)`;

const LIST = statement(
  'network.posts',
  `SELECT ${COLUMNS} FROM ${TABLES} WHERE ${MATCHES} AND p.code > $3 ORDER BY p.code LIMIT $4`,
);
const COUNT = statement(
  'network.count-posts',
  `SELECT count(*)::int AS n FROM posts p WHERE ${MATCHES}`,
);
const BY_IDS = statement(
  'network.posts-by-id',
  `SELECT ${COLUMNS} FROM ${TABLES} WHERE p.id = ANY ($1) ORDER BY p.code`,
);
const BY_CODE = statement(
  'network.post-by-code',
  `SELECT ${COLUMNS} FROM ${TABLES} WHERE p.code = $1`,
);
const DISTRICTS = statement(
  'network.districts',
  `SELECT j.post_id AS "postId", j.country, j.subdivision
     FROM jurisdictions j JOIN posts p ON p.id = j.post_id
    WHERE j.country = $1 AND j.ended_at IS NULL AND p.state = 'open' ORDER BY p.code`,
);
const REGIONS = statement(
  'network.regions',
  'SELECT code, name_es AS "nameEs", name_en AS "nameEn" FROM regions ORDER BY code',
);

/** Reading the network: reference data, open to every signed-in account. */
@Injectable()
export class Posts {
  constructor(private readonly database: Database) {}

  /** Ordered by code. */
  async list(actor: Actor, filter: PostFilter): Promise<Page<PostView>> {
    const after = decodeCursor(filter.cursor)?.[0] ?? '';
    const matching = [filter.country ?? null, filter.q?.normalize('NFC') ?? null];
    return this.database.inTransaction(actor, async () => {
      const rows = await this.database.query<PostView>(LIST, [
        ...matching,
        String(after),
        filter.limit + 1,
      ]);
      const page = toPage(
        rows,
        filter.limit,
        (row) => [row.code],
        (row) => row,
      );
      if (!filter.count) return page;
      const [total] = await this.database.query<{ n: number }>(COUNT, matching);
      return { ...page, total: total!.n };
    });
  }

  /** 404 when there is none. */
  async get(actor: Actor, id: string): Promise<PostView> {
    const [post] = await this.database.inTransaction(actor, () => this.byIds([id]));
    if (!post) throw notFound();
    return post;
  }

  async findByCode(actor: Actor, code: string): Promise<PostView | null> {
    const [post] = await this.database.inTransaction(actor, () =>
      this.database.query<PostView>(BY_CODE, [code]),
    );
    return post ?? null;
  }

  /**
   * The open posts competent for a place, by code; none means headquarters.
   * @param country ISO 3166-1 alpha-2
   * @param subdivision ISO 3166-2, or null when only the country is known
   */
  async competentFor(
    actor: Actor,
    country: string,
    subdivision: string | null,
  ): Promise<{ items: PostView[] }> {
    if (subdivision && !isSubdivisionOf(country, subdivision)) {
      throw invalidField('subdivision', 'subdivision_of_country');
    }
    return this.database.inTransaction(actor, async () => {
      const districts = await this.database.query<District>(DISTRICTS, [country]);
      const ids = competentPosts(districts, country, subdivision);
      return { items: ids.length > 0 ? await this.byIds(ids) : [] };
    });
  }

  async regions(actor: Actor): Promise<{ items: RegionView[] }> {
    return this.database.inTransaction(actor, async () => ({
      items: await this.database.query<RegionView>(REGIONS),
    }));
  }

  private byIds(ids: readonly string[]): Promise<PostView[]> {
    return this.database.query<PostView>(BY_IDS, [ids]);
  }
}

export interface RegionView {
  code: string;
  nameEs: string;
  nameEn: string;
}
