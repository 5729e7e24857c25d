// Notes as officers write them, many times over: words of a real vocabulary with the few common ones
// in most notes and the many rare ones in few (Zipf), so that search meets what it meets in service.
const ROOTS = [
  ...['visita', 'familia', 'abogado', 'audiencia', 'hermana', 'salud', 'medicación', 'llamada'],
  ...['expediente', 'fiscal', 'traslado', 'pasaporte', 'intérprete', 'defensa', 'ropa', 'dinero'],
  ...[
    'apelación',
    'juzgado',
    'embarazo',
    'lesión',
    'denuncia',
    'billete',
    'albergue',
    'certificado',
  ],
];
const SYLLABLES = [
  'ca',
  'mo',
  'ri',
  'ta',
  'lu',
  'pe',
  'ño',
  'sa',
  'vi',
  'du',
  'cha',
  'lle',
  'qui',
  'ro',
];
/** Rare words: towns, streets, surnames. */
const RARE = 8_000;

/** The words of the vocabulary, the most common first. */
export const vocabulary = () => {
  const words = [...ROOTS];
  for (let n = 0; words.length < RARE; n += 1) {
    let rest = n;
    let word = '';
    for (let i = 0; i < 4; i += 1) {
      word += SYLLABLES[rest % SYLLABLES.length];
      rest = Math.floor(rest / SYLLABLES.length);
    }
    words.push(word);
  }
  return words;
};

const SENTENCES = 20_000;

/** Sentences of twelve words, drawn so that the first words of the vocabulary are in most of them. */
function sentences() {
  const words = vocabulary();
  const draw = () => words[Math.floor(words.length * Math.random() ** 4)];
  return Array.from({ length: SENTENCES }, () => Array.from({ length: 12 }, draw).join(' '));
}

/**
 * Adds notes until the timeline has `entries` rows. Written in one statement without the triggers and
 * entered in the index together, as a forward migration does.
 */
export async function addNotes(owner, entries, report) {
  const { rows } = await owner.query('SELECT count(*)::int AS n FROM timeline_entries');
  const missing = entries - rows[0].n;
  if (missing > 0) {
    report(`${missing} notes…`);
    await owner.query(
      'ALTER TABLE timeline_entries DISABLE TRIGGER timeline_entries_findable_insert',
    );
    await owner.query(
      `WITH sentences AS MATERIALIZED (
              SELECT text, n - 1 AS n FROM unnest($1::text[]) WITH ORDINALITY AS u (text, n)),
            files AS MATERIALIZED (SELECT id, recorded_at, row_number() OVER (ORDER BY id) - 1 AS n FROM cases),
            size AS (SELECT count(*) AS n FROM files)
       INSERT INTO timeline_entries (id, case_id, kind, occurred_at, recorded_at, data)
       SELECT gen_random_uuid(), f.id, 'note.added', f.recorded_at + make_interval(hours => (i / s.n)::int),
              f.recorded_at + make_interval(hours => (i / s.n)::int),
              jsonb_build_object('text', jsonb_build_object('clear', t.text))
         FROM generate_series(0, $2::bigint - 1) AS i CROSS JOIN size s
         JOIN files f ON f.n = i % s.n
         JOIN sentences t ON t.n = (i * 7919 + i / s.n) % ${SENTENCES}`,
      [sentences(), missing],
    );
    await owner.query(
      'ALTER TABLE timeline_entries ENABLE TRIGGER timeline_entries_findable_insert',
    );
  }
  report('Index of words…');
  await owner.query('SELECT app.reindex_cases()');
  await owner.query('VACUUM ANALYZE timeline_entries, case_search_keys');
}
