import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import '../../src/worker.module';
import { jobContracts } from '../../src/platform/jobs/job-contract';

/** Names of jobs in a catalogue of the web, as `noun.verb`. */
function namesIn(language: string): string[] {
  const file = join(__dirname, '..', '..', 'src', 'web', 'i18n', language, 'jobs.json');
  const { job } = JSON.parse(readFileSync(file, 'utf8')) as {
    job: Record<string, Record<string, string>>;
  };
  return Object.entries(job)
    .flatMap(([noun, verbs]) =>
      Object.entries(verbs).map(([verb, name]) => (name.trim() ? `${noun}.${verb}` : '')),
    )
    .sort();
}

describe.each(['es', 'en'])('the jobs screen in %s', (language) => {
  it('has a name for every job of the product, and for no other', () => {
    const jobs = jobContracts().map(({ name }) => name);
    expect(jobs).toContain('operation.run');
    expect(namesIn(language)).toEqual([...jobs].sort());
  });
});
