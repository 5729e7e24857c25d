/**
 * A reason not to start that the person at the terminal can mend: its message is the one line they
 * see, before a non-zero exit.
 */
export class StartupError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartupError';
  }
}
