import type { Clamd } from './clamd';

/** The scanner of this installation, if it has one. */
export abstract class Scanner {
  abstract readonly clamd: Clamd | null;
}
