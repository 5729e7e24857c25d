import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { AccessSettings } from './access-settings';
import { AccessGuard } from './access.guard';
import { Accounts } from './accounts';
import { Actors } from './actors';
import { Authentication } from './authentication';
import { CallerThrottlerGuard } from './caller-throttler.guard';
import { MeController } from './http/me.controller';
import { SessionsController } from './http/sessions.controller';
import { RateLimits } from './rate-limits';
import { RouteAccessCheck } from './route-access.check';
import { SecondFactorUseCases } from './second-factor';
import { Sessions } from './sessions';
import { SignIn } from './sign-in';

/** Accounts as such: what the API, the worker and the command line share. */
@Global()
@Module({ providers: [Accounts, Actors], exports: [Accounts, Actors] })
export class AccountsModule {}

/** Authentication and the guards of every route. Only the API imports it. */
@Module({
  imports: [
    DiscoveryModule,
    ThrottlerModule.forRootAsync({
      inject: [AccessSettings],
      useFactory: (settings: AccessSettings) => ({
        throttlers: [{ limit: settings.requestsPerMinute ?? 1, ttl: 60_000 }],
        skipIf: () => settings.requestsPerMinute === null,
      }),
    }),
  ],
  controllers: [SessionsController, MeController],
  providers: [
    Authentication,
    SignIn,
    Sessions,
    SecondFactorUseCases,
    RateLimits,
    RouteAccessCheck,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: CallerThrottlerGuard },
  ],
  exports: [RateLimits, SecondFactorUseCases],
})
export class AccessModule {}
