import { Global, Module } from '@nestjs/common';
import { NoticesController } from './http/notices.controller';
import { Inbox } from './inbox';
import { LiveUpdates } from './live/live-updates';
import { Presence } from './live/presence';
import { PresenceController } from './live/presence.controller';
import { StreamController } from './live/stream.controller';
import { Notices } from './notices';

/** For every process: telling an account something, and hints to open browsers. */
@Global()
@Module({ providers: [Notices, LiveUpdates], exports: [Notices, LiveUpdates] })
export class NoticesModule {}

/** The routes; only the API imports it. */
@Module({
  imports: [NoticesModule],
  controllers: [NoticesController, StreamController, PresenceController],
  providers: [Inbox, Presence],
})
export class NoticesHttpModule {}
