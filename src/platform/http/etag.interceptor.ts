import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';

/** An answer with a `version` carries it as `ETag`, to be sent back as `If-Match` on an edit. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((body: unknown) => {
        if (typeof body === 'object' && body !== null && 'version' in body) {
          const { version } = body as { version: unknown };
          if (typeof version === 'number') void reply.header('ETag', `"${version}"`);
        }
        return body;
      }),
    );
  }
}
