import type { Temporal } from '@js-temporal/polyfill';
import { Actor } from '../../../platform/access/actor';
import type { Audit } from '../../../platform/audit/audit';
import type { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { placeKey } from '../../detention';
import type { Obligations } from '../../obligations';
import { destinations, type DemonstrationPost } from './destinations';
import { DAY, inventCourse } from './detention-course';
import { draftDetention, type DraftedDetention } from './detention-draft';
import type { Place } from './file-draft';
import { inventPerson } from './invented-people';
import { PeopleIndex } from './people-index';
import { PLACES } from './phrases';
import { Random } from './random';
import { registeredPerson } from './registered-person';
import { mergeRows, writeRows, type Rows } from './rows';
import { NUMBER_ACTS, NUMBER_CASES, POSTS, TELL_PAST } from './statements';

const FACILITIES = statement(
  'demonstration.facilities-there',
  `SELECT id, kind, harshness = 'harsh' AS harsh, country || ' ' || place_key AS place
     FROM facilities ORDER BY id`,
);
const BATCH = 200;
/** Files that one officer of the demonstration works or has worked; the rest of a post wait for someone. */
const FILES_OF_AN_OFFICER = 200;
/** How far back the oldest invented case was logged, in days; most are young. */
const OLDEST = 1_000;

export interface LoadOptions {
  cases: number;
  /** The same seed on the same empty database at the same moment gives the same rows. */
  seed: number;
  /** Persons in all, those of the cases included; more make the register as large as the real one. */
  persons: number;
}

/** Fills a database with detentions of people who do not exist, each batch whole or not at all. */
export class LoadCases {
  private readonly index: PeopleIndex;

  constructor(
    private readonly database: Database,
    private readonly obligations: Obligations,
    private readonly audit: Audit,
    private readonly now: Temporal.Instant,
  ) {
    this.index = new PeopleIndex(database);
  }

  async run(options: LoadOptions, report: (line: string) => void): Promise<void> {
    const random = new Random(options.seed);
    const now = this.now.epochMilliseconds;
    const posts = await this.asSystem(() => this.database.query<DemonstrationPost>(POSTS));
    const destination = destinations(posts);
    const places = await this.asSystem(() => this.placesOf(random, posts));
    const logged = Array.from(
      { length: options.cases },
      () => now - (0.1 + OLDEST * random.next() ** 1.7) * DAY,
    ).sort((a, b) => a - b);

    const at = logged.map(() => destination(random));
    const officersOf = officersWhoTake(random, at);
    for (let from = 0; from < logged.length; from += BATCH) {
      await this.asSystem(async () => {
        const acts = new ActNumbers(this.database);
        const drafts = logged.slice(from, from + BATCH).map((loggedAt, i) => {
          const post = at[from + i]!;
          return draftDetention(random, inventCourse(random, loggedAt, now), {
            post: { ...post, officers: officersOf(post) },
            places: places.get(post.id)!,
            now,
            actNumber: (kind, at) => acts.reserve(post.id, kind, at),
          });
        });
        await this.write(drafts, acts);
      });
      const done = Math.min(from + BATCH, logged.length);
      if (done % 5_000 < BATCH || done === logged.length) report(`${done} cases`);
    }
    await this.addPersons(random, options.persons - options.cases, report);
    await this.asSystem(() =>
      this.audit.record({
        action: 'demonstration.loaded',
        subjectType: 'demonstration',
        subjectId: null,
        details: { ...options },
      }),
    );
  }

  private asSystem<T>(work: () => Promise<T>): Promise<T> {
    return this.database.inTransaction(Actor.system(), work);
  }

  private async write(drafts: readonly DraftedDetention[], acts: ActNumbers): Promise<void> {
    const rows = mergeRows(drafts.map((draft) => draft.rows));
    rows['person_search_keys'] = drafts.flatMap((d) => this.index.keysOf(d.personId, d.person));
    const ids = drafts.map(({ caseId }) => caseId);
    await acts.take(rows);
    await this.index.learn();
    await writeRows(this.database, rows);
    await this.obligations.replanAll(ids, 'opened');
    await this.database.query(TELL_PAST, [ids, this.now.toString()]);
    await this.database.query(NUMBER_CASES, [ids]);
  }

  /** Places of detention at each post, those that are there already and those it lacks. */
  private async placesOf(
    random: Random,
    posts: readonly DemonstrationPost[],
  ): Promise<Map<string, Place[]>> {
    const named = posts.map((post) => ({
      post,
      places: PLACES.map((place) => placeAt(post, place)),
    }));
    const facilities = named.flatMap(({ places }) =>
      places.map((place) => ({ ...place, id: random.id(this.now.epochMilliseconds) })),
    );
    await writeRows(this.database, { facilities });
    const there = await this.database.query<Place & { place: string }>(FACILITIES);
    const byPlace = new Map(there.map(({ place, ...facility }) => [place, facility]));
    return new Map(
      named.map(({ post, places }) => [
        post.id,
        places.map(({ country, place_key }) => byPlace.get(`${country} ${place_key}`)!),
      ]),
    );
  }

  /** People who are registered and have no case, in large batches. */
  private async addPersons(
    random: Random,
    count: number,
    report: (line: string) => void,
  ): Promise<void> {
    const at = this.now.epochMilliseconds;
    const size = 2_000;
    for (let done = 0; done < count; done += size) {
      const rows: Rows = { persons: [], person_search_keys: [] };
      for (let i = done; i < Math.min(done + size, count); i += 1) {
        const person = inventPerson(random, at);
        const id = random.id(at);
        rows['persons']!.push(registeredPerson(id, person, at));
        rows['person_search_keys']!.push(...this.index.keysOf(id, person));
      }
      await this.asSystem(async () => {
        await this.index.learn();
        await writeRows(this.database, rows);
      });
      if (done % 50_000 === 0) report(`${done} more persons`);
    }
  }
}

/** Officers of a post, as often as a file of so many may be theirs; nobody for the others. */
function officersWhoTake(
  random: Random,
  at: readonly DemonstrationPost[],
): (post: DemonstrationPost) => string[] {
  const files = new Map<string, number>();
  for (const { id } of at) files.set(id, (files.get(id) ?? 0) + 1);
  return ({ id, officers }) => {
    const share = (FILES_OF_AN_OFFICER * officers.length) / (files.get(id) ?? 1);
    return random.chance(Math.min(share, 0.95)) ? officers : [];
  };
}

const placeAt = (
  { city, country, subdivision }: DemonstrationPost,
  [prefix, kind, harshness]: (typeof PLACES)[number],
) => {
  const name = `${prefix} ${city}`;
  return {
    ...{ name, kind, country, subdivision, city, harshness },
    ...{ place_key: placeKey(name, city), confirmed: true },
  };
};

/** Act numbers of a batch: places are handed out while drafting, the numbers taken at once after. */
class ActNumbers {
  private readonly wanted: { place: number; post: string; year: number; kind: string }[] = [];

  constructor(private readonly database: Database) {}

  reserve(post: string, kind: string, at: number): string {
    const place = this.wanted.length;
    this.wanted.push({ place, post, year: new Date(at).getUTCFullYear(), kind });
    return `#${place}`;
  }

  /** Puts the numbers in the rows that wait for them. */
  async take(rows: Rows): Promise<void> {
    const taken = await this.database.query<{ place: number; number: string }>(NUMBER_ACTS, [
      JSON.stringify(this.wanted),
    ]);
    const numbers = new Map(taken.map(({ place, number }) => [`#${place}`, number]));
    for (const table of ['detention_contacts', 'notes_verbales']) {
      for (const row of rows[table] ?? []) {
        row['act_number'] = numbers.get(row['act_number'] as string) ?? null;
      }
    }
  }
}
