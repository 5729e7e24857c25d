import { Injectable } from '@nestjs/common';
import { iso31662 } from 'iso-3166';
import { notFound } from '../../../platform/errors/domain-error';
import { isCountry } from '../domain/standards';
import { EXONYMS } from './exonyms';

/** A subdivision by its ISO 3166-2 code. */
export interface Subdivision {
  code: string;
  names: { es: string; en: string };
}

/** Titles that the standard writes after the name: “Madrid, Comunidad de”, “Bristol, City of”. */
const TITLE = /^(.+), ((?:Comunidad|Principado|Región|City|County|Respublika|The)\b.*)$/;
/** Remarks of the standard in brackets, such as the languages of a name. */
const REMARK = / \((?:de, lb|EH|EH-partial|Région|UTAG)\)$/;

const readable = (name: string): string => name.replace(REMARK, '').replace(TITLE, '$2 $1');

/** Countries with their own subdivisions, those that a consular district can name. */
const BY_COUNTRY = new Map<string, Subdivision[]>();
for (const { code, name, parent } of iso31662) {
  if (parent.length !== 2) continue;
  const local = readable(name);
  const { es = local, en = local } = EXONYMS[code] ?? {};
  BY_COUNTRY.set(parent, [...(BY_COUNTRY.get(parent) ?? []), { code, names: { es, en } }]);
}

/** The subdivisions of ISO 3166-2 with names that people know, so that nobody types a code. */
@Injectable()
export class Subdivisions {
  /** Those of a country at the level of consular districts, by name; 404 for no country. */
  of(country: string): { items: Subdivision[] } {
    if (!isCountry(country)) throw notFound();
    const items = [...(BY_COUNTRY.get(country) ?? [])];
    return { items: items.sort((a, b) => a.names.es.localeCompare(b.names.es, 'es')) };
  }
}
