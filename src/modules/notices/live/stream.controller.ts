import { Controller, Header, Sse, type MessageEvent } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { interval, map, merge, of, takeUntil, timer, type Observable } from 'rxjs';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, SignedIn } from '../../../platform/access/decorators';
import { LiveUpdates } from './live-updates';

/** Keeps proxies from closing a quiet stream (milliseconds). */
const HEARTBEAT = 25_000;
/** The browser connects anew after this long, and its session is checked again (milliseconds). */
const LIFETIME = 5 * 60_000;

/** Hints of what to read again: `{ kind, id }` and nothing else. */
@ApiTags('notices')
@Controller('stream')
export class StreamController {
  constructor(private readonly live: LiveUpdates) {}

  @Sse()
  @SignedIn()
  @Header('X-Accel-Buffering', 'no')
  @ApiOperation({ summary: 'Server-sent events: kinds and ids of what changed for the reader' })
  @ApiProduces('text/event-stream')
  stream(@CurrentActor() actor: Actor): Observable<MessageEvent> {
    const updates = this.live
      .for(actor)
      .pipe(map(({ kind, id }): MessageEvent => ({ type: kind, data: { kind, id } })));
    const beats = interval(HEARTBEAT).pipe(map((): MessageEvent => ({ type: 'beat', data: {} })));
    const ready = of<MessageEvent>({ type: 'ready', data: {}, retry: 3_000 });
    return merge(ready, updates, beats).pipe(takeUntil(merge(timer(LIFETIME), this.live.ended)));
  }
}
