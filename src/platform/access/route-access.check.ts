import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { RequestMethod } from '@nestjs/common';
import { AccessSettings } from './access-settings';
import { ACCESS, type RouteAccess } from './decorators';

export interface Route {
  method: string;
  path: string;
  access: RouteAccess;
}

/** Stops the boot when a route declares no access, or requires a permission that no role holds. */
@Injectable()
export class RouteAccessCheck implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly settings: AccessSettings,
  ) {}

  onModuleInit(): void {
    this.routes();
  }

  /** Every route with what it requires, sorted; throws on the first without a declaration. */
  routes(): Route[] {
    const known = new Set(Object.values(this.settings.permissions).flat());
    const found: Route[] = [];
    for (const { instance, metatype } of this.discovery.getControllers()) {
      if (!instance || !metatype) continue;
      const prefix = asPaths(Reflect.getMetadata(PATH_METADATA, metatype));
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name] as () => unknown;
        const method = this.reflector.get<RequestMethod | undefined>(METHOD_METADATA, handler);
        if (method === undefined) continue;
        const access = this.reflector.get<RouteAccess | undefined>(ACCESS, handler);
        const where = `${metatype.name}.${name}`;
        if (!access)
          throw new Error(`${where} declares no access: add @Requires, @SignedIn or @Public`);
        if ('permission' in access && !known.has(access.permission)) {
          throw new Error(`${where} requires ${access.permission}, which no role holds`);
        }
        for (const a of prefix) {
          for (const b of asPaths(Reflect.getMetadata(PATH_METADATA, handler))) {
            const path = `/${[a, b].filter((p) => p && p !== '/').join('/')}`.replaceAll('//', '/');
            found.push({ method: RequestMethod[method], path, access });
          }
        }
      }
    }
    return found.sort((a, b) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`));
  }
}

const asPaths = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value ?? '']).map((p: unknown) => String(p));
