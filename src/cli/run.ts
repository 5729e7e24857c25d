import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ApiModule } from '../api.module';
import { readEnvironment, type AppConfig } from '../config';
import { DomainError } from '../platform/errors/domain-error';
import { ProblemFilter } from '../platform/http/problem.filter';
import { explainFailure } from '../serve';
import { Closers } from '../standalone/closers';
import { configFor } from './database';

/** Prints a line of the answer; nothing else may write to standard output. */
export type Answer = (line: string) => void;

/** What a command does with the product; the number it returns is the exit code. */
export type Action = (app: INestApplicationContext, answer: Answer) => Promise<number | void>;

type Work = (config: AppConfig, closers: Closers, answer: Answer) => Promise<number | void>;

const answer: Answer = (line) => void process.stdout.write(`${line}\n`);
const explain = (line: string): void => void process.stderr.write(`${line}\n`);

/** Runs a command that needs the product's parts. */
export const withApplication = (action: Action): Promise<void> =>
  withConfig(async (config, closers) => {
    const app = await NestFactory.createApplicationContext(ApiModule.of(config), {
      logger: false,
      abortOnError: false,
    });
    closers.add(() => app.close(), 5_000);
    try {
      return await action(app, answer);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      explain(problemText(app, error));
      return 1;
    }
  }, true);

/** Runs a command that needs no more than the configuration and a database, whatever its schema. */
export const withDatabase = (work: Work): Promise<void> => withConfig(work, false);

async function withConfig(work: Work, upToDate: boolean): Promise<void> {
  const closers = new Closers();
  const stop = (): void => void closers.close().then(() => process.exit(1));
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  let code: number;
  try {
    const config = await configFor(readEnvironment(), closers, upToDate);
    code = (await work(config, closers, answer)) ?? 0;
  } catch (error) {
    if (!closers.isClosing) explain(explainFailure(error));
    code = 1;
  }
  await closers.close();
  process.exitCode = code;
}

/** A refusal in the reader's language: what is wrong, where, and what to do. */
function problemText(app: INestApplicationContext, error: DomainError): string {
  const environment = readEnvironment();
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  const problem = app
    .get(ProblemFilter, { strict: false })
    .describe(error, locale.startsWith('en') ? 'en' : 'es', '');
  const places = (problem.errors ?? []).map(({ path, message }) => `  ${path}: ${message}`);
  return [`${problem.title}. ${problem.detail}`, ...places].join('\n');
}
