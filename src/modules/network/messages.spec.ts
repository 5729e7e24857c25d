import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Translator } from '../../platform/i18n/messages';
import { platformMessages } from '../../platform/i18n/platform.messages';
import { POST_KIND_LABELS } from './domain/post-kind';
import { STAFF_ROLE_LABELS } from './domain/staff-role';
import { IMPORT_PROBLEM_CODES } from './import/import-problem';
import { networkMessages } from './messages';

const translator = new Translator([platformMessages, networkMessages]);

/** The source text of the module, where refusals are thrown by code. */
const sources = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
  .map((path) => readFileSync(join(__dirname, path), 'utf8'))
  .join('\n');

const thrown = (pattern: RegExp): string[] => [
  ...new Set([...sources.matchAll(pattern)].map((match) => match[1]!)),
];

describe('texts of the network', () => {
  it('has the same keys in both languages, none empty', () => {
    expect(Object.keys(networkMessages.en).sort()).toEqual(Object.keys(networkMessages.es).sort());
    for (const text of [
      ...Object.values(networkMessages.es),
      ...Object.values(networkMessages.en),
    ]) {
      expect(text.trim()).not.toBe('');
    }
  });

  it('labels every kind of post and every role', () => {
    for (const key of [...Object.values(POST_KIND_LABELS), ...Object.values(STAFF_ROLE_LABELS)]) {
      expect([key, translator.has(key)]).toEqual([key, true]);
    }
  });

  it('explains every refusal that the module throws', () => {
    const codes = [...thrown(/new DomainError\('(\w+)'/g), ...thrown(/code: '([A-Z_]{5,})'/g)];
    expect(codes.length).toBeGreaterThan(8);
    for (const key of codes.flatMap((code) => [`errors.${code}.title`, `errors.${code}.detail`])) {
      expect([key, translator.has(key)]).toEqual([key, true]);
    }
  });

  it('explains every fault of a field or of an imported line', () => {
    const codes = [...IMPORT_PROBLEM_CODES, ...thrown(/invalidField\('\w+', '(\w+)'\)/g)];
    for (const key of codes.map((code) => `validation.${code}`)) {
      expect([key, translator.has(key)]).toEqual([key, true]);
    }
  });

  it('counts one problem as one', () => {
    const detail = (count: number) =>
      translator.translate('es', 'errors.NETWORK_IMPORT_REFUSED.detail', { count });
    expect(detail(1)).toMatch(/un problema/);
    expect(detail(2)).toMatch(/2 problemas/);
  });
});
