import { Injectable } from '@nestjs/common';

/**
 * Tells the relay of this process that a transaction with work has committed. A hint that may be
 * lost: the relay looks by itself at every poll.
 */
@Injectable()
export class RelayWake {
  private listener: () => void = () => undefined;

  onNudge(listener: () => void): void {
    this.listener = listener;
  }

  nudge(): void {
    this.listener();
  }
}
