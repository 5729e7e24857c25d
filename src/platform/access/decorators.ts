import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor';

export const ACCESS = 'amparo.access';

/** What a route declares; a route without it stops the boot. */
export type RouteAccess = { permission: string } | { public: string } | { signedIn: true };

export interface AmparoRequest extends FastifyRequest {
  actor?: Actor;
}

/** The route needs `permission` (at some post; the use case checks at which). */
export const Requires = (permission: string) =>
  SetMetadata(ACCESS, { permission } satisfies RouteAccess);

/** Anyone signed in may call the route: it only concerns their own account or public reference data. */
export const SignedIn = () => SetMetadata(ACCESS, { signedIn: true } satisfies RouteAccess);

/** Anyone may call the route; `why` is shown in the list of routes. */
export const Public = (why: string) => SetMetadata(ACCESS, { public: why } satisfies RouteAccess);

export const BEFORE_SECOND_FACTOR = 'amparo.before-second-factor';

/** The route also serves a session whose second factor is still to be given or enrolled. */
export const BeforeSecondFactor = () => SetMetadata(BEFORE_SECOND_FACTOR, true);

/** The authenticated actor of the request. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<AmparoRequest>();
  if (!actor) throw new Error('CurrentActor on a route without authentication');
  return actor;
});
