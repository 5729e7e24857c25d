import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '../errors/domain-error';
import { AccessSettings } from './access-settings';
import { Authentication, type Authenticated } from './authentication';
import { ACCESS, BEFORE_SECOND_FACTOR, type AmparoRequest, type RouteAccess } from './decorators';

export const SESSION_COOKIE = 'amparo_session';
const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** Authenticates and denies by default: a route that declares nothing admits no one. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authentication: Authentication,
    private readonly settings: AccessSettings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<RouteAccess | undefined>(ACCESS, context.getHandler());
    if (!access) throw new DomainError('FORBIDDEN', { status: 403, params: { permission: '-' } });
    if ('public' in access) return true;

    const request = context.switchToHttp().getRequest<AmparoRequest>();
    const found = await this.authenticate(request);
    if (!found) throw new DomainError('NOT_SIGNED_IN', { status: 401 });
    const halfWay = this.reflector.get<boolean>(BEFORE_SECOND_FACTOR, context.getHandler());
    if (!halfWay && (found.secondFactor === 'pending' || found.secondFactor === 'to_enrol')) {
      throw new DomainError(
        found.secondFactor === 'pending' ? 'SECOND_FACTOR_REQUIRED' : 'SECOND_FACTOR_TO_ENROL',
        { status: 401 },
      );
    }
    request.actor = found.actor;
    if ('permission' in access) found.actor.require(access.permission);
    return true;
  }

  private authenticate(request: AmparoRequest): Promise<Authenticated | null> | null {
    const bearer = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
    if (bearer) return this.authentication.byApiToken(bearer);
    const cookie = request.cookies[SESSION_COOKIE];
    if (!cookie || cookie.length > 200) return null;
    this.refuseForgery(request);
    return this.authentication.bySession(cookie);
  }

  /**
   * A page elsewhere can make a browser send the cookie, but neither add this header without a
   * preflight, which is never granted, nor pretend to be our origin.
   */
  private refuseForgery(request: AmparoRequest): void {
    if (SAFE_METHODS.includes(request.method)) return;
    const { origin } = request.headers;
    const ours = origin === undefined || this.isOurs(origin, request.headers.host);
    if (request.headers['x-amparo'] !== '1' || !ours) {
      throw new DomainError('FORGED_REQUEST', { status: 403 });
    }
  }

  private isOurs(origin: string, host: string | undefined): boolean {
    if (origin === this.settings.publicOrigin) return true;
    return URL.canParse(origin) && new URL(origin).host === host;
  }
}
