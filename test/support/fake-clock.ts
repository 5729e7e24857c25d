import { Temporal } from '@js-temporal/polyfill';
import { Clock } from '../../src/platform/clock/clock';

/** A clock that stands still until it is told otherwise. */
export class FakeClock extends Clock {
  private instant: Temporal.Instant;

  constructor(start: Temporal.Instant | string = '2026-03-02T09:00:00Z') {
    super();
    this.instant = Temporal.Instant.from(start);
  }

  override now(): Temporal.Instant {
    return this.instant;
  }

  set(instant: Temporal.Instant | string): void {
    this.instant = Temporal.Instant.from(instant);
  }

  /** Moves forward by elapsed time, e.g. `{ hours: 49 }` (an instant knows no days). */
  advance(duration: Temporal.DurationLike): void {
    this.instant = this.instant.add(duration);
  }
}
