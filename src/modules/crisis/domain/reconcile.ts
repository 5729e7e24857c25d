import { compareNames, partsQuery, personKeys, type NamedPerson } from '../../people';
import { readWholeName, type ListedName } from './listed-name';

/** Somebody of the manifest: with a seat, or waiting for one. */
export interface OnManifest extends NamedPerson {
  personId: string;
  seated: boolean;
}

export interface Reconciliation {
  /** Of the list, and on board. */
  boarded: string[];
  /** Had a seat and did not come. */
  noShow: string[];
  /** On board without a seat on the list: from the waiting list. */
  fromWaiting: string[];
  /** On board and on no list. */
  unlisted: ListedName[];
  /** Lines that no name could be read from, and that somebody must read. */
  unreadable: string[];
}

/** Names less alike than this are two persons (the same as for duplicates). */
const LEAST = 0.85;

/**
 * Compares the names that boarded with the manifest, name by name: the most alike pairs first, each
 * person and each name once. Names share a key before they are compared, so that a full flight takes
 * milliseconds.
 */
export function reconcile(
  manifest: readonly OnManifest[],
  boarded: readonly string[],
): Reconciliation {
  const names = boarded.map((text) => text.trim()).filter((text) => text !== '');
  const read = names.map((text) => ({ text, name: readWholeName(text) }));
  const byKey = new Map<string, OnManifest[]>();
  for (const person of manifest) {
    for (const key of pairsOf(person)) byKey.set(key, [...(byKey.get(key) ?? []), person]);
  }
  const pairs = read.flatMap(({ name }, at) => {
    if (!name) return [];
    const named = { ...name, birthDate: null };
    const candidates = new Set(pairsOf(named).flatMap((key) => byKey.get(key) ?? []));
    return [...candidates]
      .map((person) => ({ at, person, score: alike(named, person) }))
      .filter(({ score }) => score >= LEAST);
  });
  pairs.sort(
    (a, b) =>
      b.score - a.score ||
      Number(b.person.seated) - Number(a.person.seated) ||
      a.at - b.at ||
      (a.person.personId < b.person.personId ? -1 : 1),
  );
  const found = new Map<number, OnManifest>();
  const taken = new Set<string>();
  for (const { at, person } of pairs) {
    if (found.has(at) || taken.has(person.personId)) continue;
    found.set(at, person);
    taken.add(person.personId);
  }
  const present = [...found.values()];
  return {
    boarded: present.filter(({ seated }) => seated).map(({ personId }) => personId),
    noShow: manifest
      .filter(({ seated, personId }) => seated && !taken.has(personId))
      .map(({ personId }) => personId),
    fromWaiting: present.filter(({ seated }) => !seated).map(({ personId }) => personId),
    unlisted: read.flatMap(({ name }, at) => (name && !found.has(at) ? [name] : [])),
    unreadable: read.filter(({ name }) => !name).map(({ text }) => text),
  };
}

const pairsOf = (person: NamedPerson): string[] =>
  personKeys({ ...person, birthDate: null }).filter((key) => key.includes(' '));

const alike = (a: NamedPerson, b: NamedPerson): number =>
  Math.max(compareNames(partsQuery(a), b).score, compareNames(partsQuery(b), a).score);
