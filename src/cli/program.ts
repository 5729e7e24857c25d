import { Command, InvalidArgumentError } from 'commander';
import { importNetwork } from '../modules/network';
import { loadDemonstrationCases, verify } from '../modules/oversight';
import { Actor } from '../platform/access/actor';
import { Accounts } from '../platform/access/accounts';
import { migrate } from '../platform/database/migrate';
import { StartupError } from '../config';
import { createAccount, type NewStaff } from './create-account';
import { prepareRecovery, recover, rotate } from './keys';
import { withApplication, withDatabase } from './run';

/** Every command of `npm run cli -- …`; what each does lives in the module it belongs to. */
export function commands(): Command {
  const program = new Command('amparo').description('Case management for consular assistance');

  program
    .command('migrate')
    .description('bring the database up to this version; prints what ran, one per line')
    .action(() =>
      withDatabase(async ({ database }, _, answer) => {
        if (database.ownerUrl === null) {
          throw new StartupError('DATABASE_OWNER_URL is missing: migrations run as the owner');
        }
        await migrate(database.ownerUrl, answer);
      }),
    );

  program
    .command('network')
    .description('posts and consular districts')
    .command('import')
    .argument('<posts>', 'CSV file of posts')
    .argument('<jurisdictions>', 'CSV file of districts')
    .description('bring posts and districts to what two files say: all of it or nothing')
    .action((posts: string, jurisdictions: string) =>
      withApplication(async (app, answer) => {
        answer(JSON.stringify(await importNetwork(app, posts, jurisdictions)));
      }),
    );

  const account = program.command('account').description('accounts of staff');
  account
    .command('reset-second-factor')
    .requiredOption('--username <name>', 'whose authenticator is lost')
    .description('forget the second factor and end every session; the next sign-in enrols anew')
    .action((input: { username: string }) =>
      withApplication(async (app) => {
        const accounts = app.get(Accounts, { strict: false });
        await accounts.resetSecondFactor(Actor.system(), input.username);
      }),
    );
  account
    .command('create')
    .requiredOption('--username <name>', 'e.g. rosa.quispe')
    .requiredOption('--name <name>', 'as colleagues see it')
    .requiredOption('--email <address>', 'where reminders go')
    .option('--language <code>', 'es or en', 'es')
    .option('--role <role>', 'e.g. officer, head_of_post, administrator')
    .option('--post <code>', 'where the role is held; absent: at headquarters')
    .description('create an account; prints its first password')
    .action((input: NewStaff) =>
      withApplication(async (app, answer) => {
        answer(JSON.stringify(await createAccount(app, input)));
      }),
    );

  program
    .command('token')
    .description('tokens of machines')
    .command('create')
    .requiredOption('--account <username>', 'the account the machine acts as')
    .requiredOption('--scope <permissions>', 'e.g. case.read,person.read', list)
    .requiredOption('--days <n>', 'until it expires', wholeNumber)
    .description('create a token; printed once')
    .action((input: { account: string; scope: string[]; days: number }) =>
      withApplication(async (app, answer) => {
        const accounts = app.get(Accounts, { strict: false });
        const { account: username, scope, days } = input;
        answer(await accounts.createToken(Actor.system(), { username, scope, days }));
      }),
    );

  const keys = program.command('keys').description('keys of sealed cases');
  keys
    .command('rotate')
    .option('--all', 'every key, to follow a rotation inside the key service', false)
    .description('wrap keys again that a fallback, another service or an older key wrapped')
    .action(({ all }: { all: boolean }) =>
      withDatabase(async (config, _, answer) => answer(await rotate(config, all))),
    );
  keys
    .command('prepare-recovery')
    .description('a recovery key for two custodians; prints their shares, once')
    .action(() => withDatabase(async (config, _, answer) => answer(await prepareRecovery(config))));
  keys
    .command('recover')
    .requiredOption('--shares <two>', 'both shares, separated by a comma', list)
    .description('after the key service was lost: open every key by its recovery')
    .action(({ shares }: { shares: string[] }) =>
      withDatabase(async (config, _, answer) => {
        if (shares.length !== 2) throw new StartupError('both shares are needed, with a comma');
        answer(await recover(config, shares as [string, string]));
      }),
    );

  program
    .command('verify')
    .description('count the violations of every invariant, one JSON line each; fails on any')
    .action(() => withApplication(verify));

  program
    .command('demo')
    .description('invented people and cases')
    .command('load')
    .requiredOption('--cases <n>', 'how many cases', wholeNumber)
    .option('--persons <n>', 'how many persons; at least one for each case', wholeNumber)
    .option('--seed <n>', 'the same seed gives the same cases', wholeNumber, 1)
    .option('--others <n>', 'how many cases of other families', wholeNumber, 0)
    .description('load invented detentions with their whole history, and cases of other families')
    .action((options: { cases: number; persons?: number; seed: number; others: number }) =>
      withApplication(async (app, answer) => {
        const report = (line: string): void => void process.stderr.write(`${line}\n`);
        answer(JSON.stringify(await loadDemonstrationCases(app, options, report)));
      }),
    );

  return program;
}

const list = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

export function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('A whole number is needed.');
  return Number(text);
}
